"""What is asked once it is known how a positive risk decision went.

How it was weighed is asked first, and judged by what could be known then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.risk_decision import WEIGHED, WENT, RiskOutcome
from inclusion_cli.domain.risk_decisions import Weighed
from inclusion_cli.domain.values import YES_NO
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Form, Question, choose, raw_of, settled
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile


@dataclass(frozen=True)
class Afterwards:
    """Which decision is looked back at; empty for flags and `--questions`."""

    today: date
    name: str = say("the person")
    one: Weighed | None = None


def form(case: Casefile, one: Weighed, today: date) -> Form:
    """Return what is asked about how one decision went."""
    it = Afterwards(today, case.known_as, one)
    return Form(
        name="risk_outcome",
        title=say("How a decision went"),
        questions=lambda _answers: questions(it),
        header=say(
            "{label}. How it went: {question}",
            label=case.label,
            question=one.kept.record.question,
        ),
        who=case.label,
    )


def amend_form(
    case: Casefile, one: Weighed | None, told: RiskOutcome, today: date
) -> Form:
    """Return what was told of how it went, opened again."""
    it = Afterwards(today, case.known_as, one)
    known = {
        "weighed": told.weighed.value if told.weighed else None,
        "reasoning": told.reasoning,
        "went": told.went.value,
        "happened": told.happened,
        "stopped": None if told.stopped is None else raw_of(told.stopped),
        "words": told.words,
        "learned": told.learned,
        "on": raw_of(told.on),
    }
    return settled(
        Form(
            name="risk_outcome",
            title=say("How a decision went"),
            questions=lambda _answers: questions(it),
            known={key: raw for key, raw in known.items() if raw},
        )
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any outcome, for flags and for `--questions`."""
    return questions(Afterwards(date(2000, 1, 1)))


def questions(it: Afterwards) -> Iterator[Question]:
    """Return the questions of an outcome, how it was weighed first."""
    yield choose(
        "weighed",
        say("Whatever came of it: how well was it weighed then?"),
        say("How it was weighed"),
        WEIGHED,
        grave=True,
        before=lambda _a: _then(it),
    )
    yield Question(
        "reasoning",
        say("What was good about how it was weighed, and what was left out?"),
        say("Good, and left out"),
        required=False,
    )
    yield choose("went", say("How did it go?"), say("How it went"), WENT, grave=True)
    yield Question("happened", say("What happened?"), say("What happened"))
    yield choose(
        "stopped",
        say("Did you have to stop?"),
        say("Stopped"),
        YES_NO,
        grave=True,
        before=lambda _a: _stop_if(it),
    )
    yield Question(
        "words",
        say("What does {name} say about it? In their own words.", name=it.name),
        say("{name}'s words", name=it.name),
        own=True,
        required=False,
    )
    yield Question(
        "learned", say("What have you learned by it?"), say("Learned"), required=False
    )
    yield day_been(
        "on",
        say("On which day did you look at it?"),
        say("Looked at on"),
        it.today,
        default=raw_of(it.today),
        constraint=lambda day, _a: _after(it, day),
    )


def _after(it: Afterwards, day: date) -> None:
    checks.not_ahead(day, it.today)
    made = it.one.kept.record.on if it.one else None
    checks.not_before(day, made, say("the decision"))


def _then(it: Afterwards) -> tuple[str, ...]:
    """Return what was weighed then, as it was written."""
    if it.one is None:
        return ()
    then = it.one.kept.record
    return (
        Heading(say("As it was weighed then")),
        say("Chosen: {what}", what=it.one.chosen.what),
        say("Why: {why}", why=then.why),
        say("Possible harm: {harms}", harms=then.harms),
        say("How likely: {likely}", likely=then.likely),
    )


def _stop_if(it: Afterwards) -> tuple[str, ...]:
    if it.one is None:
        return ()
    return (say("You were to stop when: {when}", when=it.one.kept.record.stop_if),)
