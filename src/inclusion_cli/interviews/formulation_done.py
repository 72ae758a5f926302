"""More about what is done: since when, when it is looked at by itself, what ends it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_ahead, day_been
from inclusion_cli.interviews.formulation_about import given
from inclusion_cli.interviews.question import Answers, Question, choose_some, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from inclusion_cli.interviews.formulation_about import About

PART = "done"
UNTIL = "until"
"""What ends anything but a restriction; a restriction is always asked what ends it."""


def more_about_done(it: About, answers: Answers) -> Iterator[Question]:
    """Return what more is asked about what is done, where it was chosen."""
    known = done(answers)
    yield choose_some(
        PART,
        say("About which of these do you want to say more?"),
        say("More about what you do"),
        known,
        relevant=lambda a: PART in (a.get("more") or ()) and len(done(a)) > 1,
        asked=say("when more names done, and there are several"),
    )
    for choice in known:
        prefix = f"control.{choice.key[1:]}."
        for question in _one(it, prefix, choice.label):
            yield _where_wanted(question, choice.key)


def done(answers: Answers) -> tuple[Choice, ...]:
    """Return what is done so far, each with the key of its row."""
    found = tuple(
        Choice(f"c{key.split('.')[1]}", value)
        for key, value in answers.items()
        if key.startswith("control.") and key.endswith(".text") and value
    )
    return found or (Choice("c1", say("The first thing you do")),)


def _where_wanted(question: Question, key: str) -> Question:
    own, when = question.relevant, say("when more names done")
    return replace(
        question,
        relevant=lambda a: own(a) and _wanted(a, question.key, key),
        asked=when if own is _ALWAYS else f"{question.asked}, {when}",
    )


def _wanted(answers: Answers, question: str, key: str) -> bool:
    chosen = PART in (answers.get("more") or ())
    written = bool(answers.get(f"control.{key[1:]}.text"))
    here = len(done(answers)) == 1 or key in (answers.get(PART) or ())
    return written and ((chosen and here) or given(answers, question))


def _one(it: About, prefix: str, text: str) -> Iterator[Question]:
    """Return what more is asked about one thing that is done."""
    yield day_been(
        f"{prefix}started",
        say("Since which day do you do it?"),
        say("Began on"),
        it.today,
        required=False,
        before=lambda _a: (Heading(text),),
    )
    yield day_ahead(
        f"{prefix}review_on",
        say("On which day will you look at this one thing again?"),
        say("Look again on"),
        it.today,
        required=False,
        skips=say("Enter leaves it to the review of the whole."),
        constraint=lambda day, _a: _ahead_or_known(it, f"{prefix}review_on", day),
    )
    yield Question(
        f"{prefix}{UNTIL}",
        say("What ends it?"),
        say("It ends when"),
        required=False,
        relevant=_is_no_limit(prefix),
        asked=say("when it is no restriction"),
    )


_ALWAYS = Question("", "", "").relevant


def _is_no_limit(prefix: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(f"{prefix}kind") != "restriction"


def _ahead_or_known(it: About, key: str, day: date) -> None:
    """Refuse a day that has been; the day of the last version stands as it is."""
    if (it.known or {}).get(key) != raw_of(day):
        checks.ahead(day, it.today)
