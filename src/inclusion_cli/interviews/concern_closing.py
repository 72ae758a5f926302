"""What is asked to close a concern, and to look back on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.concern import Achieved
from inclusion_cli.domain.concerns import MISSING_WORDS, missing
from inclusion_cli.domain.money import no_bank_numbers
from inclusion_cli.domain.safeguarding import HOW_OUT
from inclusion_cli.domain.values import YES, YES_NO_NOT_SURE, Choice
from inclusion_cli.interviews.action import rows as action_rows
from inclusion_cli.interviews.closing import all_the_same, why_closed
from inclusion_cli.interviews.concern_after import Deciding, which_concern
from inclusion_cli.interviews.days import day_lately
from inclusion_cli.interviews.question import Answers, Question, choose, choose_some
from inclusion_cli.interviews.which import WHICH, chosen
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

ACHIEVED = (
    Choice(Achieved.FULLY.value, say("Fully")),
    Choice(Achieved.PARTLY.value, say("Partly")),
    Choice(Achieved.NOT.value, say("Not")),
)


def close_questions(it: Deciding, answers: Answers) -> Iterator[Question]:
    """Return the questions of a concern that is closed: what came of it."""
    yield which_concern(it)
    kept = chosen(it.concerns, answers.get(WHICH))
    wishes_of = kept.record.wishes if kept else ""
    lines = (say("Wished: {wish}", wish=wishes_of),) if wishes_of else ()
    yield Question(
        "feedback",
        say("What was the answer of who it was told to?"),
        say("Answer"),
        no_bank_numbers,
        required=False,
    )
    yield choose(
        "achieved",
        say("Did what {name} wished for come about?", name=it.found.known_as),
        say("Came about"),
        ACHIEVED,
        required=False,
        explicit=True,
        before=lambda _a: lines,
        hint=say("Ask them. A dash if nobody can say."),
    )
    yield why_closed(no_bank_numbers)
    lacks = missing(kept.record) if kept else ()
    left = tuple(say("Not there: {what}.", what=MISSING_WORDS[key]) for key in lacks)
    yield all_the_same(
        left, anybody=not it.concerns, asked=say("when something of it is missing")
    )


def review_questions(it: Deciding, answers: Answers) -> Iterator[Question]:
    """Return the questions of a safeguarding review where being out was a factor.

    Practice reference 6.4, its end.
    """
    yield which_concern(it)
    yield choose(
        "factor",
        say("Did being out among people play a part?"),
        say("Being out"),
        YES_NO_NOT_SURE,
        grave=True,
    )
    yield choose_some(
        "how",
        say("In which way?"),
        say("In which way"),
        HOW_OUT,
        relevant=lambda a: a.get("factor") == YES,
        asked=say("when being out played a part"),
    )
    for key, label, short in _looking_back(it.found.known_as):
        yield Question(key, label, short, no_bank_numbers, required=False)
    yield Question("learning", say("What is learned?"), say("Learned"), no_bank_numbers)
    yield from action_rows(it.now.date(), answers)
    today = it.now.date()
    yield day_lately(
        "on",
        say("On which day was it looked at?"),
        say("Looked at on"),
        today,
        extra=True,
    )


def _looking_back(name: str) -> Iterator[tuple[str, str, str]]:
    yield (
        "formulation_current",
        say("Was the formulation up to date then?"),
        say("Formulation then"),
    )
    yield (
        "earliest_sign",
        say("What was the earliest sign, and who saw or missed it?"),
        say("Earliest sign"),
    )
    yield "paced_right", say("Was the step at the right pace?"), say("Pace")
    yield "heard", say("Was {name} heard?", name=name), say("Heard")
    yield (
        "proportionate",
        say("Was what we did after it fair? No limit out of habit."),
        say("What we did after"),
    )
    yield (
        "partner_handling",
        say("How did the partner, if there was one, handle it?"),
        say("The partner"),
    )
