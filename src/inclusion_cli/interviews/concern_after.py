"""What is asked to decide about a concern: both sides, and a person decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.concern import Refer, SafeguardingConcern
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.filed import Filed
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_bank_numbers
from inclusion_cli.domain.values import Choice, at_least, capital
from inclusion_cli.interviews.concern_given import given_by
from inclusion_cli.interviews.concern_parts import (
    Worry,
    any_worry,
    circumstances,
    consent_questions,
    tests,
    wishes,
)
from inclusion_cli.interviews.days import this_minute, time_been
from inclusion_cli.interviews.question import Answers, Question, choose
from inclusion_cli.interviews.which import chosen, which
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

LETTERS = 20
"""The least a decision's reason says. Service default."""
DECISIONS = (
    Choice(Refer.REFER.value, say("Refer it")),
    Choice(Refer.DO_NOT_REFER.value, say("Do not refer it")),
)
NOTHING_SENT = say("Nothing is sent from here: you ring or write.")


@dataclass(frozen=True)
class Deciding:
    """The concerns of a file that can be meant, and in which words they are told."""

    it: Worry = field(default_factory=any_worry)
    found: Filed = field(default_factory=lambda: Filed("", "", say("the person")))
    concerns: tuple[Kept[SafeguardingConcern], ...] = ()
    worker: str = ""

    @property
    def now(self) -> datetime:
        """Return when it is asked."""
        return self.it.now


def which_concern(it: Deciding) -> Question:
    """Return the question which concern is meant."""
    return which(
        say("Which concern?"),
        say("Concern"),
        it.concerns,
        lambda kept: say("The concern of {when}", when=say_when(kept.record.at)),
    )


def known_of(it: Deciding, key: Any) -> dict[str, str | None]:
    """Return what was told of a concern already: it is not asked again."""
    kept = chosen(it.concerns, key)
    if kept is None:
        return {}
    told = given_by(kept.record)
    asked = {question.key for question in decide_questions(it, {})}
    return {key: raw for key, raw in told.items() if key in asked}


def decide_questions(it: Deciding, answers: Answers) -> Iterator[Question]:
    """Return what a decision rests on, both sides of it, and the decision itself."""
    yield which_concern(it)
    yield from tests(it.it)
    yield from circumstances(it.it)
    yield from wishes(it.it)
    yield from consent_questions(it.it)
    yield from _sides(answers)
    yield from _decided(it)
    yield from _told(it)
    yield from _given(it)


def _sides(answers: Answers) -> Iterator[Question]:
    yield Question(
        "reasons_for",
        say("What speaks for referring it?"),
        say("For referring"),
        no_bank_numbers,
    )
    yield Question(
        "reasons_against",
        say("What speaks against referring it?"),
        say("Against referring"),
        no_bank_numbers,
        hint=say("Both sides are written down, whatever is decided."),
    )
    said_for, against = answers.get("reasons_for"), answers.get("reasons_against")
    both = (
        say("For: {said}", said=said_for),
        say("Against: {said}", said=against),
        say("A person decides. Here you see both sides."),
    )
    yield choose(
        "decided",
        say("What is decided?"),
        say("Decided"),
        DECISIONS,
        grave=True,
        before=lambda _a: both if said_for and against else (),
    )


def _decided(it: Deciding) -> Iterator[Question]:
    yield Question("why", say("Why is that right?"), say("Why"), at_least(LETTERS))
    yield Question(
        "decided_by",
        say("Who decided it?"),
        say("Decided by"),
        no_bank_numbers,
        own=True,
        default=it.worker,
    )
    yield time_been(
        "decided_at",
        say("When was it decided?"),
        say("Decided at"),
        it.now,
        default=this_minute(it.now),
    )


def _told(it: Deciding) -> Iterator[Question]:
    yield Question(
        "told_manager",
        say("Which manager has been told?"),
        say("Manager told"),
        no_bank_numbers,
        own=True,
        required=False,
    )
    yield time_been(
        "told_manager_at",
        say("When was the manager told?"),
        say("Told at"),
        it.now,
        default=this_minute(it.now),
        relevant=lambda a: bool(a.get("told_manager")),
        asked=say("when a manager was told"),
    )
    yield Question(
        "told_person",
        say("What has {name} been told about it?", name=it.found.known_as),
        say("Person told"),
        no_bank_numbers,
        required=False,
        hint=say("They are told, unless that makes it more dangerous. Say why not."),
    )


def _given(it: Deciding) -> Iterator[Question]:
    """Return what is asked of a concern that is referred: nothing is sent from here."""
    receives = it.it.words.receives if it.it.words else ""
    yield time_been(
        "referred_at",
        say("When was it given to them? Enter if that is still to be done."),
        say("Given to them"),
        it.now,
        required=False,
        relevant=_referred,
        asked=say("when it is referred"),
        before=lambda _a: (capital(receives), NOTHING_SENT),
        hint=say("When you rang or wrote. For example: today 4pm."),
    )
    yield Question(
        "reference",
        say("Which reference did you get?"),
        say("Reference"),
        required=False,
        own=True,
        relevant=_referred,
        asked=say("when it is referred"),
    )


def _referred(answers: Answers) -> bool:
    return bool(answers.get("decided") == Refer.REFER.value)
