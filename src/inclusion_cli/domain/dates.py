"""Days and times in words: with the weekday, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, time

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
    words = f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if today and today.year == day.year else f"{words} {day.year}"


def say_near(day: date, *, today: date) -> str:
    """Return "today", "tomorrow", "yesterday", or the day with its weekday."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get((day - today).days) or say_day(day, today=today)


def say_time(at: time | datetime) -> str:
    """Return "2pm" or "2:30pm"."""
    hour, half = (at.hour % 12) or 12, "am" if at.hour < 12 else "pm"
    return f"{hour}:{at.minute:02}{half}" if at.minute else f"{hour}{half}"


def say_when(at: datetime, *, today: date | None = None) -> str:
    """Return "Tuesday 17 November 2026, 2pm"."""
    return f"{say_day(at.date(), today=today)}, {say_time(at)}"
