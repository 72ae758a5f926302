"""What a step is asked about: whose it is, what stands, and what there is to choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.plan import ACCOMPANIMENT, Step, in_order
from inclusion_cli.domain.values import Choice

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

LEVELS = tuple(
    Choice(str(level), ACCOMPANIMENT[level].capitalize())
    for level in reversed(range(len(ACCOMPANIMENT)))
)


@dataclass(frozen=True)
class Starter:
    """A set of criteria to start from: a service default, to be agreed.

    `limits` are words of limits that come with it, for a step that has none.
    """

    key: str
    label: str
    criteria: Any
    note: str = ""
    limits: tuple[str, ...] = ()


@dataclass(frozen=True)
class StepAbout:
    """What a step is asked about; `anybody` for flags and `--questions`.

    `below` is the step under it, `kinds` the kind of each trigger, `baseline` whether
    crisis calls before the plan were counted. `named` are the keys of the answers that
    came with the call. `partners` are those the service works with.
    """

    name: str
    starters: tuple[Starter, ...]
    triggers: tuple[Choice, ...] = ()
    has_plan: bool = False
    anybody: bool = False
    step: Step | None = None
    number: int = 1
    below: Step | None = None
    kinds: Mapping[str, TriggerKind] = field(default_factory=dict)
    baseline: bool = True
    named: frozenset[str] = frozenset()
    partners: tuple[Choice, ...] = ()


def about(
    case: Casefile,
    starters: tuple[Starter, ...],
    kept: Kept[Step] | None = None,
    *,
    named: Iterable[str] = (),
    partners: tuple[Choice, ...] = (),
) -> StepAbout:
    """Return what the next step of a person is asked about, or one that changes."""
    triggers = case.formulation.record.triggers if case.formulation else ()
    numbers = [step.record.number for step in case.steps]
    number = kept.record.number if kept else max(numbers, default=0) + 1
    lower = [s.record for s in in_order(case.steps) if s.record.number < number]
    plan = case.plan.record if case.plan else None
    return StepAbout(
        name=case.known_as,
        starters=starters,
        triggers=tuple(Choice(t.id, t.situation) for t in triggers),
        has_plan=plan is not None,
        step=kept.record if kept else None,
        number=number,
        below=lower[-1] if lower else None,
        kinds={t.id: t.kind for t in triggers},
        baseline=plan is None or plan.baseline_contacts is not None,
        named=frozenset(key.partition(".")[0] for key in named),
        partners=partners,
    )
