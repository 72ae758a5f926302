"""What is asked about a supervision: the worker's own words, and what is taken away.

Source: practice reference 6.4, supervision record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.supervision_since import SinceLine
from inclusion_cli.domain.values import YES_NO, Choice, a_name, whole
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_ahead, day_been
from inclusion_cli.interviews.question import (
    ENOUGH,
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_MINUTES = 480
BACK_DAYS = 366


@dataclass(frozen=True)
class About:
    """What a supervision is asked about: whose, today, and what there is to talk of."""

    today: date
    worker: str = say("the worker")
    since: date | None = None
    lines: tuple[SinceLine, ...] = ()
    anybody: bool = False


def form(it: About) -> Form:
    """Return what is asked about a supervision."""
    return Form(
        name="supervision",
        title=say("Supervision"),
        questions=lambda answers: questions(it, answers),
        header=say(
            "{worker}'s supervision. It is kept in your own file, in nobody else's.",
            worker=it.worker,
        ),
        who=it.worker,
        usual={"asked_safeguarding": "yes"},
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any supervision, for flags and for `--questions`."""
    yield from questions(About(date(2000, 1, 1), anybody=True), {})


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of a supervision."""
    yield from _when(it)
    yield from _talked(it)
    for key, label, short in OWN_WORDS:
        yield Question(key, label, short, required=False, own=True)
    yield choose(
        "asked_safeguarding",
        say("Did your supervisor ask about safety, and about how we work here?"),
        say("Asked about safety"),
        YES_NO,
        grave=True,
    )
    yield Question(
        "decision_quality",
        say(
            "What did your supervisor say about how you decide? Not how it turned out."
        ),
        say("How I decide"),
        required=False,
        own=True,
    )
    yield from rows(answers, "agreed", lambda prefix, n: _agreed(it, prefix, n))
    yield day_ahead(
        "next_on",
        say("When is the next one?"),
        say("Next one"),
        it.today,
        hint=say("For example: 12 January. Enter leaves six weeks."),
        required=False,
        skips=say("Enter leaves six weeks."),
    )


OWN_WORDS = (
    ("wellbeing", say("How are you, and how is the work?"), say("How I am")),
    (
        "supported",
        say("Which risk did you support, and what did you feel?"),
        say("A risk I supported"),
    ),
    ("held_back", say("What did you hold back, and why?"), say("Held back")),
    (
        "whose_anxiety",
        say("Whose worry was it: theirs, yours, the team's, the organisation's?"),
        say("Whose worry"),
    ),
    ("person_wanted", say("What did the person want?"), say("What they wanted")),
    (
        "predicted",
        say("What did you expect, and what happened?"),
        say("Expected, and happened"),
    ),
    (
        "bias",
        say("Would you have decided the same for somebody of another background?"),
        say("For somebody else"),
    ),
    (
        "could_lift",
        say("Which limit could you propose to lift?"),
        say("Could be lifted"),
    ),
    ("learning", say("What did you learn?"), say("Learned")),
)
"""The reflective questions: each is the worker's own, and Enter leaves it out."""


def _when(it: About) -> Iterator[Question]:
    def back(day: date, _answers: Answers) -> None:
        checks.recent(day, it.today, within=BACK_DAYS)
        if it.since and day <= it.since:
            told = say("cannot be before the last one, of {day}", day=say_day(it.since))
            raise ValueError(told)

    yield day_been(
        "on",
        say("On which day was it?"),
        say("Day"),
        it.today,
        default=raw_of(it.today),
        constraint=back,
    )
    yield Question(
        "minutes",
        say("How many minutes?"),
        say("Minutes"),
        whole(1, LONGEST_MINUTES),
        "number",
        required=False,
    )
    yield Question(
        "supervisor",
        say("Who was your supervisor?"),
        say("Supervisor"),
        a_name,
        own=True,
    )


def _talked(it: About) -> Iterator[Question]:
    found = tuple(
        Choice(line.record, f"{line.name} ({line.code})  {line.says}")
        if line.name
        else Choice(line.record, f"{line.code} {line.says}")
        for line in it.lines
    )
    yield choose_some(
        "cases",
        say("What did you talk about?"),
        say("Talked about"),
        found or (Choice("record-id", say("Something since last time")),),
        relevant=lambda _a: bool(it.lines) or it.anybody,
        asked=say("when something happened since last time"),
        hint=say("Type the numbers, or 0 for none of these."),
    )


def _agreed(it: About, prefix: str, number: int) -> Iterator[Question]:
    another = say("What did you agree to do?") if number == 1 else say("What else?")
    yield Question(
        f"{prefix}what",
        another,
        say("Agreed {number}", number=number),
        required=False,
        skips=ENOUGH,
    )
    yield Question(
        f"{prefix}owner",
        say("Who does it?"),
        say("Who does it"),
        a_name,
        default="" if it.anybody else it.worker,
        own=True,
    )
    yield day_ahead(f"{prefix}due", say("By which day?"), say("By"), it.today)
