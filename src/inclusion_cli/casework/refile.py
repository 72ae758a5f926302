"""Putting a record in the right person's file when it was written in another's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.plan import Away
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.told import kind_words
from inclusion_cli.domain.values import counted
from inclusion_cli.errors import RuleSaysNo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

OF_A_STEP = (Debrief, Preparation, Session)
MOVABLE = (*OF_A_STEP, Observation, Away)


class CannotRefile(RuleSaysNo):
    """A kind of record that is written anew instead."""

    hint = "Write it anew for the right person, and take this one back or amend it."

    def __init__(self, kind: str) -> None:
        what = kind_words(kind)
        super().__init__(f"{what}: this cannot be moved to another person's file.")


class SamePerson(RuleSaysNo):
    """It is in that person's file already."""

    def __init__(self, label: str) -> None:
        super().__init__(f"It is in the file of {label} already. Name another person.")


class NoStepThere(RuleSaysNo):
    """The right person has no step that it could be about."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(f"{label} has no step that this could be about.")
        self.hint = f"Add the step first: inclusion plan add {code}"


def refuse_unmovable(kept: Kept[Any], wrong: Casefile, right: Casefile) -> None:
    """Raise CannotRefile, SamePerson or NoStepThere where it cannot be moved."""
    if not isinstance(kept.record, MOVABLE):
        raise CannotRefile(kind_of(kept.record))
    if wrong.person.file == right.person.file:
        raise SamePerson(right.label)
    if isinstance(kept.record, OF_A_STEP) and not right.steps:
        raise NoStepThere(right.label, right.person.record.code)


def refile(
    work: Work,
    kept: Kept[Any],
    wrong: Casefile,
    right: Casefile,
    *,
    step: str,
    reason: str,
    carried: int,
) -> Saved:
    """Move a record to the right file, all of it in one save.

    `step` is the right person's step that it is about, "" where it is about none;
    `carried` is how many records rest on it where it was.
    """
    refuse_unmovable(kept, wrong, right)
    record = kept.record
    if isinstance(record, Debrief | Preparation):
        record = replace(record, step=step, session=None)
    elif isinstance(record, Session):
        record = replace(record, step=step)
    written = work.refile(kept, record, file=right.person.file, reason=reason)
    what = kind_words(kind_of(record))
    return Saved(
        f"Moved from {wrong.label} to {right.label}: {what}.",
        code=right.person.record.code,
        kind=kind_of(record),
        id=written.id,
        record=record,
        follows=tuple(_follows(kept, wrong, carried)),
        next=("why", written.id[-8:]),
    )


def _follows(kept: Kept[Any], wrong: Casefile, carried: int) -> Iterator[str]:
    for paper in wrong.papers:
        seen = paper.recorded_at > kept.recorded_at
        if seen and paper.record.kind is PaperKind.REVIEW_PACK:
            day, who = say_day(paper.record.on), paper.record.recipient
            yield f"The pack of {day}, for {who}, shows it. Take that pack back."
    if carried:
        rests = "rests" if carried == 1 else "rest"
        yield (
            f"{counted(carried, 'record')} of {wrong.label} {rests} on it. "
            "Look at them again."
        )
    yield f"In the file of {wrong.label} it no longer counts."
