"""What is asked to weigh a wish with its risks, and afterwards how it went.

Fields: practice reference 1.2, from DICES: describe, identify, choose, explain, share.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.risk_decisions import NO_RATING, is_rating
from inclusion_cli.domain.values import Choice, words
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import ENOUGH, Answers, Form, Question, choose
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

OPTIONS_LEAST = 2
REVIEW_WITHIN = 92
"""Days: a decision is looked at again within a quarter of a year."""


@dataclass(frozen=True)
class Weighing:
    """Whose wish is weighed; empty for flags and `--questions`."""

    today: date
    name: str = say("the person")
    situations: tuple[Choice, ...] = ()
    anybody: bool = False


def form(case: Casefile, today: date) -> Form:
    """Return what is asked to weigh one wish."""
    it = case.formulation.record if case.formulation else None
    situations = tuple(Choice(t.id, t.situation) for t in it.triggers) if it else ()
    about = Weighing(today, case.known_as, situations)
    return Form(
        name="risk_decision",
        title=say("A positive risk decision"),
        questions=lambda answers: questions(about, answers),
        header=say("{label}. Weigh a wish with its risks.", label=case.label),
        who=case.label,
        intro=(say("Once it is saved, the reasons stand. How it went comes later."),),
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any decision, for flags and for `--questions`."""
    return questions(Weighing(date(2000, 1, 1), anybody=True), {})


def questions(it: Weighing, answers: Answers) -> Iterator[Question]:
    """Return the questions of a decision."""
    yield Question(
        "question",
        say("What is to be decided? Put it as a question."),
        say("The question"),
        hint=say("Will he go to the late concert on his own?"),
    )
    yield Question(
        "wish",
        say("What does {name} wish? In their own words.", name=it.name),
        say("The wish"),
        own=True,
    )
    yield from _both_sides(it)
    yield from rows(answers, "option", lambda prefix, n: _option(it, prefix, n))
    yield from _choice(answers)
    yield from rows(answers, "safeguard", lambda p, n: _safeguard(it, p, n))
    yield from _shared(it)


def _both_sides(it: Weighing) -> Iterator[Question]:
    yield Question(
        "benefits",
        say("What would {name} gain by it?", name=it.name),
        say("What they gain"),
    )
    yield Question(
        "benefits_others",
        say("Who else would gain by it, and what?"),
        say("What others gain"),
        required=False,
    )
    yield Question(
        "harms", say("What harm could come of it, and to whom?"), say("Possible harm")
    )
    yield Question(
        "likely",
        say("How likely is that harm? In words, with the reason."),
        say("How likely"),
        hint=say("It happened twice in May, after a night without sleep."),
        constraint=lambda text, _a: _in_words(text),
    )
    yield Question(
        "cost_of_refusing",
        say("What does it cost {name} if the answer is no?", name=it.name),
        say("Cost of saying no"),
    )


def _in_words(text: str) -> None:
    if is_rating(text):
        raise ValueError(NO_RATING)


def _option(it: Weighing, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of one way: the first is as wished, the next limits less."""
    asks = {
        1: say("The first way is to do it as {name} wishes. Say it.", name=it.name),
        2: say("What is a way that limits {name} less than a no?", name=it.name),
    }
    yield Question(
        f"{prefix}what",
        asks.get(number, say("What other way is there?")),
        say("Way {number}", number=number),
        required=number <= OPTIONS_LEAST,
        skips=ENOUGH,
    )
    yield Question(
        f"{prefix}for",
        say("What speaks for it?"),
        say("For way {number}", number=number),
    )
    yield Question(
        f"{prefix}against",
        say("What speaks against it?"),
        say("Against way {number}", number=number),
    )


def ways(answers: Answers) -> tuple[Choice, ...]:
    """Return the ways given so far, each with its number."""
    found = tuple(
        Choice(key.split(".")[1], value)
        for key, value in answers.items()
        if key.startswith("option.") and key.endswith(".what") and value
    )
    return found or tuple(Choice(str(n), say("Way {number}", number=n)) for n in (1, 2))


def _choice(answers: Answers) -> Iterator[Question]:
    yield choose(
        "chosen",
        say("Which way did you choose together?"),
        say("Chosen"),
        ways(answers),
        grave=True,
    )
    yield Question("why", say("Why this one?"), say("Why"))


def _safeguard(it: Weighing, prefix: str, number: int) -> Iterator[Question]:
    first = number == 1
    yield Question(
        f"{prefix}what",
        say("What will you do so that it goes well?")
        if first
        else say("What else will you do?"),
        say("So that it goes well {number}", number=number),
        required=first and bool(it.situations),
        skips=ENOUGH,
    )
    yield choose(
        f"{prefix}trigger",
        say("Which situation is that for?"),
        say("For the situation"),
        it.situations or (Choice("t1", say("A situation of the formulation")),),
        relevant=lambda _a: bool(it.situations) or it.anybody,
        asked=say("when there is a formulation"),
    )


def _shared(it: Weighing) -> Iterator[Question]:
    yield Question("stop_if", say("What would make you stop?"), say("We stop when"))
    yield Question("agreed", say("Who agrees with it?"), say("Who agrees"))
    yield Question(
        "disagreed",
        say("Who does not agree, and why?"),
        say("Who does not"),
        required=False,
    )
    yield Question(
        "capacity",
        say("Can {name} decide about this?", name=it.name),
        say("Capacity for this"),
        words,
        default=say("Presumed: no reason to doubt it for this decision"),
        hint=say("Enter, where there is no doubt. Else who looked at it, and when."),
    )
    yield Question(
        "other_issues",
        say("Is there anything with a landlord, an insurance or the law?"),
        say("Landlord, insurance, law"),
        required=False,
        extra=True,
    )
    yield day_ahead(
        "review_on",
        say("On which day will you look at how it went?"),
        say("Look at it on"),
        it.today,
        constraint=lambda day, _a: checks.ahead(day, it.today, within=REVIEW_WITHIN),
    )
