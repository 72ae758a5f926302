"""Writing a formulation: each time a new version, the earlier ones stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import (
    Control,
    ControlKind,
    Formulation,
    Trigger,
    TriggerKind,
)
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.work import Work


def formulation_from(
    old: Formulation | None, answers: Mapping[str, Any]
) -> Formulation:
    """Return the version the answers stand for, the one after `old`."""
    return Formulation(
        version=old.version + 1 if old else 1,
        what_matters=answers["what_matters"],
        cost_of_not_doing=answers["cost_of_not_doing"],
        triggers=tuple(_triggers(answers)),
        strengths=tuple(row["text"] for _n, row in row_of(answers, "strength")),
        controls=tuple(_controls(answers)),
        review_on=answers["review_on"],
    )


def write_formulation(work: Work, case: Casefile, formulation: Formulation) -> Saved:
    """Write a new version of the formulation; the earlier ones stay."""
    old, now = case.formulation, work.clock.now()
    kept = (
        work.amend(old, formulation, reason="new version", happened_at=now)
        if old
        else work.add(formulation, file=case.person.file)
    )
    work.clear_draft(case.person.file, "formulation")
    code = case.person.record.code
    return Saved(
        f"Saved for {case.label}: formulation, version {formulation.version}.",
        code=code,
        kind="formulation",
        id=kept.id,
        record=formulation,
        follows=tuple(_follows(formulation)),
        next=("plan", "add", code) if not case.steps else ("plan", "show", code),
    )


def row_of(
    answers: Mapping[str, Any], group: str
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return the rows of a repeated group that were given, each with its number."""
    rows: dict[int, dict[str, Any]] = {}
    for key, value in answers.items():
        if key.startswith(f"{group}."):
            _group, number, field = key.split(".", 2)
            rows.setdefault(int(number), {})[field] = value
    for place, row in sorted(rows.items()):
        if next(iter(row.values())) is not None:
            yield place, row


def _triggers(answers: Mapping[str, Any]) -> Iterator[Trigger]:
    for number, row in row_of(answers, "trigger"):
        yield Trigger(
            id=f"t{number}",
            kind=TriggerKind(row["kind"]),
            situation=row["situation"],
            tends_to_happen=row["tends"],
            early_signs=row["signs"],
            helps=row["helps"],
        )


def _controls(answers: Mapping[str, Any]) -> Iterator[Control]:
    for _number, row in row_of(answers, "control"):
        yield Control(
            text=row["text"],
            kind=ControlKind(row["kind"]),
            trigger=row["trigger"],
            harm=row.get("harm") or "",
            lawful_basis=row.get("basis") or "",
            tried=row.get("tried") or "",
            ends_when=row.get("ends") or "",
        )


def _follows(formulation: Formulation) -> Iterator[str]:
    orphans = formulation.unanswered()
    for trigger in orphans:
        yield f'Nothing is agreed yet for "{trigger.situation}".'
    limits = [c for c in formulation.controls if c.kind is ControlKind.RESTRICTION]
    if limits:
        yield f"{counted(len(limits), 'restriction')} to look at again by the review."
