"""What is asked once somebody agrees: which items, how it was given, until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.consent import HowGiven
from inclusion_cli.domain.consent_items import ITEMS
from inclusion_cli.domain.values import YES_NO, a_name
from inclusion_cli.interviews.consent_about import (
    CANNOT,
    CAPACITY,
    HOW,
    LOOKED_INTO,
    About,
    agreed_to_tell,
    is_given,
    people_asked,
)
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COPY_LATER = say("It can be printed once this is saved. Then the answer now is No.")


def items(it: About) -> Iterator[Question]:
    """Return the questions of what may be told, and what must not be, one by one."""
    yield choose_some(
        "items",
        say("What may be told? Go through them one by one with {name}.", name=it.name),
        say("May be told"),
        ITEMS,
        grave=True,
        none=False,
        relevant=agreed_to_tell,
        asked=say("when something may be told"),
        constraint=_something,
        hint=say("Type the number of each one that {name} said yes to.", name=it.name),
    )
    yield choose_some(
        "excluded",
        say("What did {name} say must not be told?", name=it.name),
        say("Not to be told"),
        ITEMS,
        grave=True,
        relevant=agreed_to_tell,
        asked=say("when something may be told"),
        constraint=_not_both,
        hint=say("What was asked for, and got a no. What is on no list is not told."),
    )


def _something(value: Any, _answers: Answers) -> None:
    if not value:
        raise ValueError(
            say("cannot be 0: where nothing may be told, the answer is no")
        )


def _not_both(value: Any, answers: Answers) -> None:
    both = {*value} & {*(answers.get("items") or ())}
    if both:
        labels = "; ".join(item.label for item in ITEMS if item.key in both)
        raise ValueError(say("cannot be what may be told: {labels}", labels=labels))


def _agreed(answers: Answers) -> bool:
    return people_asked(answers) and is_given(answers)


def how(it: About) -> Iterator[Question]:
    """Return the questions of how a yes was given, and whether it is theirs to give."""
    agreed = say("when answered is given")
    yield choose(
        "capacity",
        say("Can {name} decide this?", name=it.name),
        say("Deciding for themselves"),
        CAPACITY,
        grave=True,
        relevant=_agreed,
        asked=agreed,
        constraint=_own_decision,
        hint=say("Each decision by itself. An unwise choice is still a choice."),
    )
    yield Question(
        "capacity_note",
        say("How was the doubt looked into, by whom, and with what help?"),
        say("How it was looked into"),
        relevant=lambda a: _agreed(a) and a.get("capacity") == LOOKED_INTO,
        asked=say("when capacity is looked_into"),
        hint=say("For example: nurse Ali, on Monday, with pictures and more time."),
    )
    yield from how_given(_agreed, agreed)


def how_given(agreed: Callable[[Answers], bool], asked: str) -> Iterator[Question]:
    """Return how a yes was given, and who else heard it: nobody guesses that."""
    yield choose(
        "given_how",
        say("How was it given?"),
        say("How it was given"),
        HOW,
        grave=True,
        relevant=agreed,
        asked=asked,
        hint=say("Signed, or said with somebody else there to hear it."),
    )
    yield Question(
        "witness",
        say("Who else heard it?"),
        say("Witness"),
        a_name,
        own=True,
        relevant=lambda a: (
            agreed(a) and a.get("given_how") == HowGiven.SAID_WITNESSED.value
        ),
        asked=say("when given_how is said_witnessed"),
        hint=say("A name. Not the one who asked."),
    )


def _own_decision(value: Any, _answers: Answers) -> None:
    if value == CANNOT:
        raise ValueError(
            say(
                "is in doubt, so this is no consent. Decide in their interest with "
                "those who know them"
            )
        )


def until(it: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of how long it holds, and how it is taken back."""
    last = (answers.get("on") or it.today) + timedelta(days=it.longest)
    agreed = say("when answered is given")
    yield day_ahead(
        "until",
        say("Which is its last day? {longest} days at most.", longest=it.longest),
        say("Last day"),
        it.today,
        default=raw_of(last) if last >= it.today else "",
        relevant=_agreed,
        asked=agreed,
        constraint=lambda day, a: _not_too_long(day, a, it),
        hint=say("After that day nothing is told on it. It is asked for anew."),
    )
    yield Question(
        "withdraw_how",
        say("How does {name} take it back?", name=it.name),
        say("How to take it back"),
        default=say("Tell anybody who works here, at any time, with no reason"),
        relevant=_agreed,
        asked=agreed,
        hint=say("It has to be no harder than saying yes."),
    )
    yield choose(
        "copy_given",
        say("Has {name} been given a copy?", name=it.name),
        say("Has a copy"),
        YES_NO,
        relevant=_agreed,
        asked=agreed,
        before=lambda _a: (COPY_LATER,),
        hint=say("Type No if it is not printed yet. The command comes with the save."),
    )


def _not_too_long(day: date, answers: Answers, it: About) -> None:
    start = answers.get("on") or it.today
    if day < start:
        raise ValueError(say("cannot be before the day it begins"))
    if day > start + timedelta(days=it.longest):
        raise ValueError(
            say("must be within {longest} days of its start", longest=it.longest)
        )
