"""Checks of a value against the day and the other answers, in one place."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date, datetime

FURTHEST_DAYS = (
    366  # what is planned further ahead, or told later, is a slip of the pen
)
CLOCK_SLACK = timedelta(minutes=5)


def not_ahead(day: date, today: date) -> None:
    """Refuse a day after today."""
    if day > today:
        raise ValueError(say("cannot be later than today"))


def ahead(day: date, today: date, *, within: int = FURTHEST_DAYS) -> None:
    """Refuse a day that is not after today, or is too far ahead."""
    if day <= today:
        raise ValueError(say("must be later than today"))
    if day > today + timedelta(days=within):
        raise ValueError(say("must be within {span}", span=_span(within)))


def near(day: date, today: date) -> None:
    """Refuse a day that is too far from today, before or after."""
    if abs(day - today) > timedelta(days=FURTHEST_DAYS):
        raise ValueError(
            say("must be within {span} of today", span=_span(FURTHEST_DAYS))
        )


def recent(day: date, today: date, *, within: int) -> None:
    """Refuse a day after today, or too long ago."""
    not_ahead(day, today)
    if day < today - timedelta(days=within):
        if within == FURTHEST_DAYS:
            raise ValueError(say("must be within the last year"))
        raise ValueError(say("must be within the last {span}", span=_span(within)))


def not_before(day: date, first: date | None, what: str) -> None:
    """Refuse a day before something began, named as in "step 2 began"."""
    if first and day < first:
        raise ValueError(
            say(
                "cannot be before {what}, on {first}",
                what=what,
                first=say_day(first),
            )
        )


def has_been(at: datetime, now: datetime) -> None:
    """Refuse a moment that is still to come."""
    if at > now:
        raise ValueError(say("is later than now. Type when it was"))


def lately(at: datetime, now: datetime) -> None:
    """Refuse a moment that is still to come, or more than a year ago."""
    has_been(at, now)
    recent(at.date(), now.date(), within=FURTHEST_DAYS)


def clock_is_back(at: datetime, now: datetime, latest: datetime | None) -> None:
    """Refuse a moment to come where it is the computer's clock that is wrong."""
    if latest is not None and at > now and latest > now + CLOCK_SLACK:
        raise ValueError(
            say(
                "This computer's clock says {now}, and the last record "
                "is from {astimezone}. Set the clock, then go on",
                now=say_when(now),
                astimezone=say_when(latest.astimezone()),
            )
        )


def is_to_come(at: datetime, now: datetime) -> None:
    """Refuse a moment that has been, or is too far ahead."""
    if at <= now:
        raise ValueError(say("must be later than now"))
    if at > now + timedelta(days=FURTHEST_DAYS):
        raise ValueError(say("must be within {span}", span=_span(FURTHEST_DAYS)))


def _span(days: int) -> str:
    return (
        say("a year")
        if days == FURTHEST_DAYS
        else say_many("{number} day", "{number} days", days)
    )
