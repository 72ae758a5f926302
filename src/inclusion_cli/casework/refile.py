"""Moving a record from the wrong person's file to the right one, in one save."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.decision import CHOICE_WORDS
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.naming import PAPER_WORDS, kind_words
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.refile import (
    MOVABLE,
    OF_A_STEP,
    ONE_EACH,
    RESTED_ON,
    Moved,
    moved,
    steps_then,
)
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.ties import decisions_on, records_on, shown_on
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.store.work import Work

LEFT = say("filed under the wrong person")
"""All that the wrong file keeps of why: no word of the record, nor of its owner."""
PACK_COVERS = timedelta(weeks=12)
"""What a pack shows unless it is asked for more."""
LOOKED_BACK_ON = ("incident", "concern")
"""Kinds that name each other; what looks back on one keeps it where it is."""
NOT_MOVED = {
    "decision": (
        say("A decision rests on one person's records. It does not move."),
        say("If it is wrong, decide anew: inclusion review"),
    ),
    "paper": (
        say("A paper that was made does not move. Take it back from whoever has it."),
        "",
    ),
    "person": (
        say("A name belongs to one file."),
        say("To mend it, type: inclusion amend"),
    ),
    "plan": (
        say("A plan and its steps belong to one ladder."),
        say("To add a step to the right one, type: inclusion plan add"),
    ),
}
NOT_MOVED["recheck"] = (
    say("A look at the formulation belongs to that formulation."),
    say("To look at the right one, type: inclusion formulate confirm"),
)
NOT_MOVED |= {
    "restriction_review": (
        say("A look at a limit belongs to that limit."),
        say("To look at the right one, type: inclusion restriction review"),
    ),
    "risk_outcome": (
        say("How a decision went belongs to that decision."),
        say("To tell it of the right one, type: inclusion decide-risk outcome"),
    ),
    "read_tick": (
        say("A tick belongs to the version that was read."),
        say("To tick the right one, type: inclusion formulate read"),
    ),
    "characteristics": (
        say("What somebody says about themselves is in their own file for good."),
        say("To keep nothing of it, say it anew: inclusion person about"),
    ),
}
NOT_MOVED |= {"review": NOT_MOVED["decision"], "step": NOT_MOVED["plan"]}


class NotMoved(RuleSaysNo):
    """A kind of record that belongs to one file for good."""

    def __init__(self, kind: str) -> None:
        told = say(
            "A {kind_words} does not move. Write it anew where it belongs.",
            kind_words=kind_words(kind),
        )
        told, self.hint = NOT_MOVED.get(kind, (told, ""))
        super().__init__(told)


class OfTheService(RuleSaysNo):
    """It stands in the service's own file, of which nothing moves."""

    hint = say("Write it anew where it belongs, and close this one.")

    def __init__(self, kind: str) -> None:
        super().__init__(
            say(
                "This {kind_words} stands in the service's own file. It does not move.",
                kind_words=kind_words(kind),
            )
        )


class SamePerson(RuleSaysNo):
    """It is in that person's file."""

    def __init__(self, label: str) -> None:
        super().__init__(
            say(
                "It is in the file of {label} already. Name another person.",
                label=label,
            )
        )


class NoStepThen(RuleSaysNo):
    """The right person had no step that it could belong to."""

    def __init__(self, case: Casefile, kept: Kept[Any]) -> None:
        day = say_day(kept.on)
        super().__init__(
            say("{label} had no step that was on by {day}.", label=case.label, day=day)
        )
        self.hint = say(
            "To see the ladder, type: inclusion plan {code}",
            code=case.person.record.code,
        )


class OthersRestOnIt(RuleSaysNo):
    """Something in the wrong file names it, and comes first."""

    def __init__(self, kept: Kept[Any], first: Kept[Any]) -> None:
        what, other = kind_words(kind_of(kept.record)), kind_of(first.record)
        super().__init__(
            say(
                "A {kind_words} rests on this {what}.",
                kind_words=kind_words(other),
                what=what,
            )
        )
        self.hint = say(
            "To see it, type: inclusion why {short_id}", short_id=short_id(first.id)
        )


class ThereAlready(RuleSaysNo):
    """The right file has one, or has that session."""

    hint = say("To see the file, type: inclusion person show")


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
    if kind in (*RESTED_ON, *LOOKED_BACK_ON):
        for other in records_on(wrong, kept):
            tied = kind in LOOKED_BACK_ON and kind_of(other.record) in LOOKED_BACK_ON
            if not tied:
                raise OthersRestOnIt(kept, other)
    if kind in OF_A_STEP and not steps_then(right, kept.on):
        raise NoStepThen(right, kept)
    _refuse_second(kept, right)


def _refuse_second(kept: Kept[Any], right: Casefile) -> None:
    kind, said = kind_of(kept.record), kept.record
    own = {"card": right.card, "formulation": right.formulation}.get(kind)
    if own is not None:
        raise ThereAlready(
            say(
                "{label} has a {kind_words} already.",
                label=right.label,
                kind_words=kind_words(kind),
            )
        )
    if kind in ONE_EACH and kept.amended:
        raise ThereAlready(
            say(
                "This {kind_words} has earlier versions, which are not all theirs.",
                kind_words=kind_words(kind),
            )
        )
    times = {debrief.record.at for debrief in right.debriefs}
    if isinstance(said, Debrief) and said.at in times:
        when = say_when(said.at)
        raise ThereAlready(
            say(
                "{label} has a debrief of {when} already.", label=right.label, when=when
            )
        )


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
        say(
            "Moved to {right} from {wrong}: {what}.",
            right=right.label,
            wrong=wrong.label,
            what=what,
        ),
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


_ON_PAPER = {
    **PAPER_WORDS,
    PaperKind.REVIEW_PACK: say("pack"),
    PaperKind.MY_RECORD: say("own copy"),
}


def _follows(kept: Kept[Any], wrong: Casefile, found: Moved) -> Iterator[str]:
    if found.left:
        what = and_list(found.left)
        yield say(
            "Not moved, because it was about {known_as}: {what}.",
            known_as=wrong.known_as,
            what=what,
        )
    for paper in shown_on(wrong, kept):
        what = _ON_PAPER[paper.record.kind]
        day = say_day(paper.record.on)
        near = paper.record.on - kept.on <= PACK_COVERS
        shows = say("shows it") if near else say("may show it")
        yield say(
            "The {what} of {day} for {label} {shows}: take it back.",
            what=what,
            day=day,
            label=wrong.label,
            shows=shows,
        )
    for decision in decisions_on(wrong, kept.id):
        choice = CHOICE_WORDS[decision.record.choice]
        day = say_day(decision.record.on)
        yield say(
            "A decision about {label} rests on it: {choice}, {day}. Look at it again.",
            label=wrong.label,
            choice=choice,
            day=day,
        )
