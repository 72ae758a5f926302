"""Ticking that somebody has read the formulation, and understood it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.read_tick import ReadTick
from inclusion_cli.domain.read_ticks import has_read
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.service import Worker
    from inclusion_cli.store.work import Work

COLLEAGUE = "colleague"


class ReadAlready(RuleSaysNo):
    """That version has their tick, or they wrote it."""

    def __init__(self, case: Casefile, name: str, version: int) -> None:
        super().__init__(
            say(
                "{name} has read version {version} for {label}: it is ticked, or "
                "{name} wrote it.",
                name=name,
                version=version,
                label=case.label,
            )
        )
        self.hint = say(
            "To see who has read it, type: inclusion formulate show {code}",
            code=case.person.record.code,
        )


def tick_from(
    kept: Kept[Formulation], answers: Mapping[str, Any], worker: Kept[Worker]
) -> ReadTick:
    """Return the tick the answers stand for; a colleague is known by name."""
    colleague = answers["reader"] == COLLEAGUE
    name = answers.get("name") if colleague else worker.record.name
    return ReadTick(
        of=kept.id,
        version=kept.record.version,
        on=answers["on"],
        worker="" if colleague else worker.id,
        name=name or "",
    )


def record_tick(work: Work, case: Casefile, tick: ReadTick) -> Saved:
    """Write that somebody has read a version. Raises ReadAlready."""
    now = work.casefile(case.person.file)
    if has_read(now, tick.worker or tick.name, tick.version):
        raise ReadAlready(now, tick.name, tick.version)
    kept = work.add(tick, file=case.person.file)
    work.clear_draft(case.person.file, "read_tick")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: {name} has read version {version}.",
            label=case.label,
            name=tick.name,
            version=tick.version,
        ),
        code=code,
        kind="read_tick",
        id=kept.id,
        record=tick,
        follows=(say("A new version is read anew."),),
        next=("formulate", "show", code),
    )
