"""What is asked of the way there and back, of who is reached, and of the day after."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_time
from inclusion_cli.domain.money import no_bank_numbers, no_secrets
from inclusion_cli.domain.typed_times import parse_time
from inclusion_cli.interviews.days import time_ahead
from inclusion_cli.interviews.evening import (
    NEXT_DAY_HOURS,
    Evening,
    chosen,
    day_after,
    when_of,
)
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    raw_of,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.event_plan import (
        EventPlan,
    )


def the_way(it: Evening, answers: Answers) -> Iterator[Question]:
    """Return what is asked of food, drink, money, the way, and leaving."""
    last, step = it.last, it.step.record if it.step else None
    session = chosen(it, answers)
    travel = (session and session.travel) or it.travel or (last.travel if last else "")
    leave = (step.exit_words if step else "") or (last.leave_phrase if last else "")
    rows: tuple[tuple[str, str, str, str, bool], ...] = (
        (
            "eat_first",
            say("What is eaten first, and where?"),
            say("Eating first"),
            last.eat_first if last else "",
            False,
        ),
        (
            "own_drink",
            say("What does {name} drink instead, or between?", name=it.name),
            say("Own drink"),
            last.own_drink if last else "",
            False,
        ),
        (
            "money_cap",
            say("How much money goes along?"),
            say("Money taken along"),
            last.money_cap if last else "",
            False,
        ),
        (
            "travel",
            say("How do you get there, and back? Both are fixed now."),
            say("There and back"),
            travel,
            True,
        ),
        (
            "leave_phrase",
            say("With which words does {name} leave?", name=it.name),
            say("Words to leave with"),
            leave,
            True,
        ),
    )
    for key, label, short, usual, needed in rows:
        yield Question(
            key,
            label,
            short,
            no_bank_numbers,
            default=usual,
            required=needed,
            carry=True,
            own=key == "leave_phrase",
        )


def afterwards(it: Evening, answers: Answers) -> Iterator[Question]:
    """Return what is asked of who is reached, check-ins, and the day after."""
    last = it.last
    yield Question(
        "contact",
        say("Who answers the phone that evening?"),
        say("Answers the phone"),
        no_secrets,
        default=last.contact if last else "",
        own=True,
        carry=True,
    )
    yield Question(
        "phone",
        say("On which number?"),
        say("Number"),
        no_bank_numbers,
        default=last.phone if last else "",
        required=False,
        carry=True,
        hint=say("The number that is dialled that evening. Try it beforehand."),
    )
    yield _clock(
        "reachable_from", say("From what time is it answered?"), say("Phone from"), last
    )
    yield _clock(
        "reachable_to", say("Until what time is it answered?"), say("Phone until"), last
    )
    yield Question(
        "check_ins",
        say("At what times do you check in, and how?"),
        say("Check-ins"),
        no_secrets,
        default=last.check_ins if last else "",
        required=False,
        carry=True,
    )
    yield Question(
        "after",
        say("What is the plan for afterwards?"),
        say("Afterwards"),
        no_secrets,
        default=last.after if last else "",
        required=False,
        carry=True,
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


def _after_it(it: Evening, when: datetime, answers: Answers) -> None:
    at = when_of(it, answers)
    if at is None:
        return
    if when <= at or when > at + timedelta(hours=NEXT_DAY_HOURS):
        raise ValueError(say("must be after the evening, within two days of it"))


def _clock(key: str, label: str, short: str, last: EventPlan | None) -> Question:
    usual = str(getattr(last, key)) if last else ""
    return Question(
        key,
        label,
        short,
        lambda raw: say_time(parse_time(raw)),
        "time",
        default=usual,
        hint=say("For example: 6pm, 11:30pm."),
    )
