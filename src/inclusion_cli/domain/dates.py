"""Days and times in words: with the weekday, as people read them."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, time
from typing import TYPE_CHECKING

from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_DATED = ContextVar("dated", default=False)


@contextmanager
def dated() -> Iterator[None]:
    """Tell every day by its date within: what is on paper is read on another day."""
    before = _DATED.set(True)
    try:
        yield
    finally:
        _DATED.reset(before)


DAYS = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def say_day(day: date, *, today: date | None = None) -> str:
    """Return "Tuesday 17 November 2026"; without the year when it is today's."""
    words = say(
        "{weekday} {day} {month}",
        weekday=say(DAYS[day.weekday()]),
        day=day.day,
        month=say(MONTHS[day.month - 1]),
    )
    if today and today.year == day.year:
        return words
    return say("{day} {year}", day=words, year=day.year)


def short_day(day: date) -> str:
    """Return a day where there is little room: "2 Sep"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def say_near(day: date, *, today: date) -> str:
    """Return "today", "tomorrow", "yesterday", or the day with its weekday.

    On paper (`dated`) it is always the day.
    """
    if _DATED.get():
        return say_day(day, today=today)
    near = {0: say("today"), 1: say("tomorrow"), -1: say("yesterday")}
    return near.get((day - today).days) or say_day(day, today=today)


def say_ago(day: date, *, today: date) -> str:
    """Return "today", or "3 days ago"; on paper (`dated`) the day."""
    days = (today - day).days
    if not days or _DATED.get():
        return say_near(day, today=today)
    return say("{days} ago", days=say_many("{number} day", "{number} days", days))


def say_time(at: time | datetime) -> str:
    """Return "2pm" or "2:30pm"."""
    hour = (at.hour % 12) or 12
    told = f"{hour}:{at.minute:02}" if at.minute else f"{hour}"
    return say("{time}am", time=told) if at.hour < 12 else say("{time}pm", time=told)


def say_when(at: datetime, *, today: date | None = None) -> str:
    """Return "Tuesday 17 November 2026, 2pm"."""
    day = say_day(at.date(), today=today)
    return say("{day}, {time}", day=day, time=say_time(at))


def end_of(day: date) -> datetime:
    """Return the last moment of a day here."""
    return datetime.combine(day, time.max).astimezone()
