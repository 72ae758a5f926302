"""Moving a record from the wrong person's file to the right one, in one save."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.decision import CHOICE_WORDS
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.naming import kind_words
from inclusion_cli.domain.refile import (
    MOVABLE,
    OF_A_STEP,
    ONE_EACH,
    Moved,
    moved,
    steps_then,
)
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.ties import decisions_on, rest_on, shown_on
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import RuleSaysNo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.store.work import Work

LEFT = "filed under the wrong person"
"""All that the wrong file keeps of why: no word of the record, nor of its owner."""
PACK_COVERS = timedelta(weeks=12)
"""What a pack shows unless it is asked for more."""
NOT_MOVED = {
    "decision": (
        "A decision rests on one person's records. It does not move.",
        "If it is wrong, decide anew: inclusion review",
    ),
    "paper": (
        "A paper that was made does not move. Take it back from whoever has it.",
        "",
    ),
    "person": ("A name belongs to one file.", "To mend it, type: inclusion amend"),
    "plan": (
        "A plan and its steps belong to one ladder.",
        "To add a step to the right one, type: inclusion plan add",
    ),
}
NOT_MOVED["recheck"] = (
    "A look at the formulation belongs to that formulation.",
    "To look at the right one, type: inclusion formulate confirm",
)
NOT_MOVED |= {"review": NOT_MOVED["decision"], "step": NOT_MOVED["plan"]}


class NotMoved(RuleSaysNo):
    """A kind of record that belongs to one file for good."""

    def __init__(self, kind: str) -> None:
        told = f"A {kind_words(kind)} does not move."
        told, self.hint = NOT_MOVED.get(kind, (told, ""))
        super().__init__(told)


class SamePerson(RuleSaysNo):
    """It is in that person's file."""

    def __init__(self, label: str) -> None:
        super().__init__(f"It is in the file of {label} already. Name another person.")


class NoStepThen(RuleSaysNo):
    """The right person had no step that it could belong to."""

    def __init__(self, case: Casefile, kept: Kept[Any]) -> None:
        day = say_day(kept.on)
        super().__init__(f"{case.label} had no step that was on by {day}.")
        self.hint = f"To see the ladder, type: inclusion plan {case.person.record.code}"


class OthersRestOnIt(RuleSaysNo):
    """Something in the wrong file names it, and comes first."""

    def __init__(self, kept: Kept[Any], first: Kept[Any]) -> None:
        what, other = kind_words(kind_of(kept.record)), kind_of(first.record)
        super().__init__(f"A {kind_words(other)} rests on this {what}.")
        self.hint = f"To see it, type: inclusion why {short_id(first.id)}"


class ThereAlready(RuleSaysNo):
    """The right file has one, or has that session."""

    hint = "To see the file, type: inclusion person show"


def refuse_kind(kept: Kept[Any]) -> None:
    """Raise NotMoved for a kind that belongs to one file for good."""
    kind = kind_of(kept.record)
    if kind not in MOVABLE:
        raise NotMoved(kind)


def refuse(kept: Kept[Any], wrong: Casefile, right: Casefile) -> None:
    """Raise what forbids moving a record, if anything does."""
    refuse_kind(kept)
    kind = kind_of(kept.record)
    if wrong.person.file == right.person.file:
        raise SamePerson(right.label)
    if kind in ("session", *ONE_EACH):
        papers = {paper.id for paper in wrong.papers}
        for other in rest_on(wrong, kept):
            if other.id not in papers:
                raise OthersRestOnIt(kept, other)
    if kind in OF_A_STEP and not steps_then(right, kept.on):
        raise NoStepThen(right, kept)
    _refuse_second(kept, right)


def _refuse_second(kept: Kept[Any], right: Casefile) -> None:
    kind, said = kind_of(kept.record), kept.record
    own = {"card": right.card, "formulation": right.formulation}.get(kind)
    if own is not None:
        raise ThereAlready(f"{right.label} has a {kind_words(kind)} already.")
    if kind in ONE_EACH and kept.amended:
        raise ThereAlready(
            f"This {kind_words(kind)} has earlier versions, which are not all theirs."
        )
    times = {debrief.record.at for debrief in right.debriefs}
    if isinstance(said, Debrief) and said.at in times:
        when = say_when(said.at)
        raise ThereAlready(f"{right.label} has a debrief of {when} already.")


def refile_record(
    work: Work,
    kept: Kept[Any],
    wrong: Casefile,
    right: Casefile,
    *,
    step: Kept[Step] | None,
    reason: str,
) -> Saved:
    """Void a record in the wrong file and write it in the right one, in one save.

    Raises ChangedMeanwhile, and what `refuse` raises.
    """
    wrong, right = (work.casefile(case.person.file) for case in (wrong, right))
    refuse(kept, wrong, right)
    found = moved(kept, wrong, right, step)
    to = right.person.file
    new = work.refile(kept, found.record, file=to, reason=reason, left=LEFT)
    work.clear_draft(kept.file, draft_name(kept.id))
    what = kind_words(kind_of(kept.record))
    return Saved(
        f"Moved to {right.label} from {wrong.label}: {what}.",
        code=right.person.record.code,
        kind=kind_of(kept.record),
        id=new.id,
        record=found.record,
        follows=tuple(_follows(kept, wrong, found)),
        next=("why", short_id(new.id)),
    )


def draft_name(record_id: str) -> str:
    """Return the name of the draft of a move."""
    return f"refile:{record_id}"


def _follows(kept: Kept[Any], wrong: Casefile, found: Moved) -> Iterator[str]:
    if found.left:
        what = and_list(found.left)
        yield f"Not moved, because it was about {wrong.known_as}: {what}."
    for paper in shown_on(wrong, kept):
        what = paper.record.kind.value.replace("_", " ")
        what = "pack" if what == "review pack" else what
        day = say_day(paper.record.on)
        near = paper.record.on - kept.on <= PACK_COVERS
        shows = "shows it" if near else "may show it"
        yield f"The {what} of {day} for {wrong.label} {shows}: take it back."
    for decision in decisions_on(wrong, kept.id):
        choice = CHOICE_WORDS[decision.record.choice]
        day = say_day(decision.record.on)
        yield (
            f"A decision about {wrong.label} rests on it: {choice}, {day}. "
            "Look at it again."
        )
