"""Times of day as people type them: understood exactly, or refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from inclusion_cli.domain.typed_days import (
    NUMBER,
    NoForm,
    Unclear,
    count_of,
    is_range,
    tidy,
)
from inclusion_cli.tongue import say


def parse_time(raw: str) -> time:
    """Return the time of day meant. Raises Unclear with what to type instead."""
    text = tidy(raw)
    for pattern, read in _TIME_FORMS:
        if found := re.fullmatch(pattern, text):
            return read(found)
    if is_range(text, is_time):
        raise Unclear(say("is more than one. Type when it began, like 2pm"))
    raise NoForm(_LIKE)


def is_time(text: str) -> bool:
    """Say whether text reads as a time of day."""
    try:
        parse_time(text)
    except Unclear:
        return False
    return True


_LIKE = say("must be a time, like 2pm, 2:30pm or 14:30")
_NO_SUCH = say("must be from 0:00 to 23:59, like 2:30pm or 14:30")

ReadTime = Callable[[re.Match[str]], time]
_FIRST_MORNING_HOUR = 7  # without am or pm, 1 to 6 is the afternoon of a working day


def _twelve_hour(found: re.Match[str]) -> time:
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        raise Unclear(_NO_SUCH)
    return time(hour % 12 + (12 if found["half"] == "p" else 0), minute)


def _clock(found: re.Match[str]) -> time:
    text, hour, minute = found["h"], int(found["h"]), int(found["m"])
    if hour > 23 or minute > 59:
        raise Unclear(_NO_SUCH)
    return time(hour if len(text) == 2 else _working(hour), minute)


def _spoken(found: re.Match[str]) -> time:
    hour = _hour(found["h"])
    past = {"half past": 30, "quarter past": 15, "quarter to": -15}[found["part"]]
    minutes = hour * 60 + past
    return time(_working(minutes // 60 or 12), minutes % 60)


def _minutes_past(found: re.Match[str]) -> time:
    return time(_working(_hour(found["h"])), _MINUTES[found["n"]])


def _half(found: re.Match[str]) -> time:
    """Refuse "half 2": it is half past 2 to some people and half past 1 to others."""
    hour = _hour(found["h"])
    raise Unclear(
        say(
            "can be {part}:30 or {hour}:30. Type it like {hour}:30pm",
            part=hour - 1 or 12,
            hour=hour,
        )
    )


def _hour(text: str) -> int:
    hour = count_of(text)
    if not 1 <= hour <= 12:
        raise Unclear(_NO_SUCH)
    return hour


def _working(hour: int) -> int:
    return hour + 12 if 0 < hour < _FIRST_MORNING_HOUR else hour


def _noon(_found: re.Match[str]) -> time:
    return time(12)


_MINUTES = {
    **{str(number): number for number in (5, 10, 20, 25)},
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "twenty five": 25,
    "twenty-five": 25,
}
_TIME_FORMS: tuple[tuple[str, ReadTime], ...] = (
    (r"(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))? ?(?P<half>[ap])\.?m\.?", _twelve_hour),
    (r"(?P<h>\d{1,2})[:.](?P<m>\d{2})", _clock),
    (r"(?P<h>\d{2})(?P<m>\d{2})", _clock),
    (rf"(?P<part>half past|quarter past|quarter to) (?P<h>{NUMBER})", _spoken),
    (rf"(?P<n>{'|'.join(_MINUTES)}) (?:minutes )?past (?P<h>{NUMBER})", _minutes_past),
    (rf"half (?P<h>{NUMBER})", _half),
    ("noon|midday|12 noon", _noon),
)
