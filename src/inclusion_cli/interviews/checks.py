"""Checks of a value against the day and the other answers, in one place."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from datetime import date, datetime

FURTHEST_DAYS = (
    366  # what is planned further ahead, or told later, is a slip of the pen
)
CLOCK_SLACK = timedelta(minutes=5)


def not_ahead(day: date, today: date) -> None:
    """Refuse a day after today."""
    if day > today:
        raise ValueError("cannot be later than today")


def ahead(day: date, today: date, *, within: int = FURTHEST_DAYS) -> None:
    """Refuse a day that is not after today, or is too far ahead."""
    if day <= today:
        raise ValueError("must be later than today")
    if day > today + timedelta(days=within):
        raise ValueError(f"must be within {_span(within)}")


def near(day: date, today: date) -> None:
    """Refuse a day that is too far from today, before or after."""
    if abs(day - today) > timedelta(days=FURTHEST_DAYS):
        raise ValueError(f"must be within {_span(FURTHEST_DAYS)} of today")


def recent(day: date, today: date, *, within: int) -> None:
    """Refuse a day after today, or too long ago."""
    not_ahead(day, today)
    if day < today - timedelta(days=within):
        raise ValueError(f"must be within the last {_span(within)}")


def not_before(day: date, first: date | None, what: str) -> None:
    """Refuse a day before something began, named as in "step 2 began"."""
    if first and day < first:
        raise ValueError(f"is before {what}, on {say_day(first)}. Type a later one")


def has_been(at: datetime, now: datetime) -> None:
    """Refuse a moment that is still to come."""
    if at > now:
        raise ValueError("is later than now. Type when it was")


def clock_is_back(at: datetime, now: datetime, latest: datetime | None) -> None:
    """Refuse a moment to come where it is the computer's clock that is wrong."""
    if latest is not None and at > now and latest > now + CLOCK_SLACK:
        raise ValueError(
            f"This computer's clock says {say_when(now)}, and the last record is from "
            f"{say_when(latest.astimezone())}. Set the clock, then go on"
        )


def is_to_come(at: datetime, now: datetime) -> None:
    """Refuse a moment that has been, or is too far ahead."""
    if at <= now:
        raise ValueError("must be later than now")
    if at > now + timedelta(days=FURTHEST_DAYS):
        raise ValueError(f"must be within {_span(FURTHEST_DAYS)}")


def _span(days: int) -> str:
    return "a year" if days == FURTHEST_DAYS else counted(days, "day")
