"""What is asked of the way there and back, of who is reached, and of the day after."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_time
from inclusion_cli.domain.event_reach import too_late, too_soon, way_home
from inclusion_cli.domain.money import no_bank_numbers, no_secrets
from inclusion_cli.domain.typed_times import parse_time
from inclusion_cli.domain.values import sentence
from inclusion_cli.interviews.days import time_ahead
from inclusion_cli.interviews.evening import (
    NEXT_DAY_HOURS,
    Evening,
    chosen,
    day_after,
    when_of,
)
from inclusion_cli.interviews.question import Answers, Question, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.values import Parse


def the_way(it: Evening, answers: Answers) -> Iterator[Question]:
    """Return what is asked of food, drink, money, the way, and leaving."""
    step, session = it.step.record if it.step else None, chosen(it, answers)
    yield _as_last(
        it,
        "eat_first",
        say("What is eaten first, and where?"),
        say("Eating first"),
        required=False,
    )
    yield _as_last(
        it,
        "own_drink",
        say("What does {name} drink instead, or between?", name=it.name),
        say("Own drink"),
        required=False,
    )
    yield _as_last(
        it,
        "money_cap",
        say("How much money goes along?"),
        say("Money taken along"),
        required=False,
    )
    yield _as_last(
        it,
        "travel",
        say("How do you get there, and back? Both are fixed now."),
        say("There and back"),
        before_that=(session and session.travel) or it.travel,
    )
    yield _as_last(
        it,
        "leave_phrase",
        say("With which words does {name} leave?", name=it.name),
        say("Words to leave with"),
        before_that=step.exit_words if step else "",
        own=True,
    )


def afterwards(it: Evening, answers: Answers) -> Iterator[Question]:
    """Return what is asked of who is reached, check-ins, and the day after."""
    yield from _who_is_reached(it)
    yield _as_last(
        it,
        "check_ins",
        say("At what times do you check in, and how?"),
        say("Check-ins"),
        no_secrets,
        required=False,
    )
    yield _as_last(
        it,
        "after",
        say("What is the plan for afterwards?"),
        say("Afterwards"),
        no_secrets,
        required=False,
    )
    at = when_of(it, answers)
    yield time_ahead(
        "next_day",
        say("When do you ask about sleep and craving, the day after?"),
        say("The day after"),
        it.now,
        default=raw_of(day_after(at)) if at else "",
        constraint=lambda when, a: _after_it(it, when, a),
    )


def _who_is_reached(it: Evening) -> Iterator[Question]:
    yield _as_last(
        it,
        "contact",
        say("Who answers the phone that evening?"),
        say("Answers the phone"),
        no_secrets,
        own=True,
    )
    yield _as_last(
        it,
        "phone",
        say("On which number?"),
        say("Number"),
        required=False,
        skips=say("Enter where it is not known yet. Home asks for it."),
        hint=say("The number that is dialled that evening. Try it beforehand."),
    )
    yield _clock(
        it,
        "reachable_from",
        say("From what time is it answered?"),
        say("Phone from"),
        constraint=lambda first, a: _from_the_beginning(it, first, a),
    )
    yield _clock(
        it,
        "reachable_to",
        say("Until what time is it answered?"),
        say("Phone until"),
        constraint=lambda last, a: _to_the_end(it, last, a),
        doubt=lambda last, a: _to_the_door(it, last, a),
    )


def _from_the_beginning(it: Evening, first: str, answers: Answers) -> None:
    at = when_of(it, answers)
    if at and (why := too_late(at, first)):
        raise ValueError(say("cannot be: {why}. Type another time", why=why))


def _to_the_end(it: Evening, last: str, answers: Answers) -> None:
    at, first = when_of(it, answers), answers.get("reachable_from") or ""
    if at and (why := too_soon(at, answers.get("minutes") or 0, first, last)):
        raise ValueError(say("cannot be: {why}. Type another time", why=why))


def _to_the_door(it: Evening, last: str, answers: Answers) -> str | None:
    at, first = when_of(it, answers), answers.get("reachable_from") or ""
    why = at and way_home(at, answers.get("minutes") or 0, first, last)
    return sentence(why) if why else None


def _as_last(
    it: Evening,
    key: str,
    label: str,
    short: str,
    parse: Parse = no_bank_numbers,
    *,
    before_that: str = "",
    **more: Any,
) -> Question:
    """Return a question that offers the answer of the last plan.

    What is agreed for this evening already, `before_that`, is offered first.
    """
    usual = before_that or _last(it, key)
    return Question(key, label, short, parse, default=usual, carry=True, **more)


def _last(it: Evening, key: str) -> str:
    return str(getattr(it.last, key)) if it.last else ""


def _after_it(it: Evening, when: datetime, answers: Answers) -> None:
    at = when_of(it, answers)
    if at is None:
        return
    if when <= at or when > at + timedelta(hours=NEXT_DAY_HOURS):
        raise ValueError(say("must be after the evening, within two days of it"))


def _clock(it: Evening, key: str, label: str, short: str, **more: Any) -> Question:
    return Question(
        key,
        label,
        short,
        lambda raw: say_time(parse_time(raw)),
        "time",
        default=_last(it, key),
        hint=say("For example: 6pm, 11:30pm. From the beginning until they are home."),
        **more,
    )
