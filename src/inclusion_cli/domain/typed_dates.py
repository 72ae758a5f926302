"""Days and times as people type them: understood exactly, or refused.

A closed grammar on purpose. "3/11" is 3 November; "half 2", "next Friday" and
"blursday" are refused with a way to say it, because guessing puts a wrong date on a
record. Whatever is understood is read back with its weekday.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from inclusion_cli.domain.typed_days import (
    COUNT,
    Leaning,
    NoForm,
    Unclear,
    count_of,
    in_reach,
    is_day,
    is_range,
    nearest,
    parse_day,
    tidy,
)
from inclusion_cli.domain.typed_times import is_time, parse_time
from inclusion_cli.tongue import say

__all__ = ["Leaning", "Unclear", "parse_day", "parse_time", "parse_when"]

_EXACT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2})?")
_LIKE = say("Type a day and a time, like today 2pm or 17 November 14:30")


def parse_when(raw: str, *, now: datetime, leaning: Leaning) -> datetime:
    """Return the local day and time meant, with its offset. Raises Unclear.

    "now" is this minute, a time alone is today. A day alone is refused: it needs a
    time too. So is an hour that the clocks skip or pass twice, unless its offset says
    which it is.
    """
    exact = raw.strip()
    if _EXACT.fullmatch(exact):
        return in_reach(_local, in_reach(datetime.fromisoformat, exact))
    text = tidy(raw)
    if near_now := _from_now(text, now):
        return near_now
    if is_day(text, now.date(), leaning):
        raise Unclear(say("Add the time too, like Friday 2pm"))
    for day_text, time_text in _splits(text):
        try:
            at = parse_time(time_text)
        except NoForm:
            continue
        except Unclear:
            if is_day(day_text, now.date(), leaning) or not day_text:
                raise
            continue
        return in_reach(_local, _combined(day_text, time_text, at, now, leaning))
    if is_range(text, lambda part: is_day(part, now.date(), leaning)):
        raise Unclear(say("is more than one day. Type one of them, like Friday 2pm"))
    raise Unclear(_like(text))


def _from_now(text: str, now: datetime) -> datetime | None:
    """Return a moment that is told from now alone, None where the text is none."""
    if text in ("now", "just now"):
        return now.replace(second=0, microsecond=0).astimezone()
    if found := _AGO.fullmatch(text):
        return _ago(found, now)
    found = _LAST_NIGHT.fullmatch(text)
    return _last_night(found, now) if found else None


def _like(text: str) -> str:
    """Return what to type, with the day word that a slip comes nearest to."""
    near = nearest(text)
    return (
        say("is no day as it stands. For {near}, type {near}", near=near)
        if (near)
        else _LIKE
    )


_LAST_NIGHT = re.compile(r"last night(?: (?P<after>.+))?|(?P<before>.+) last night")
_EVENING, _MORNING = time(17), time(6)


def _last_night(found: re.Match[str], now: datetime) -> datetime:
    """Return a moment of the night before today: its evening, or its small hours."""
    told = found["after"] or found["before"]
    if not told:
        raise Unclear(say("Add the time too, like last night 11pm"))
    try:
        at = parse_time(told)
    except NoForm:
        raise Unclear(_LIKE) from None
    if _MORNING <= at < _EVENING:
        raise Unclear(say("is not in the night. Type a day too, like yesterday 2pm"))
    day = now.date() - timedelta(days=at >= _EVENING)
    return in_reach(_local, datetime.combine(day, at))


def _combined(
    day_text: str, time_text: str, at: time, now: datetime, leaning: Leaning
) -> datetime:
    if re.search(r"\d", day_text) and re.fullmatch(r"(19|20)\d{2}", time_text):
        raise Unclear(say("could mean a year or a time. Type the time like 20:26"))
    if not day_text:
        return datetime.combine(now.date(), at)
    if is_range(f"{day_text} {time_text}", is_time):
        raise Unclear(say("is more than one. Type when it began, like 2pm"))
    try:
        day = parse_day(day_text, today=now.date(), leaning=leaning)
    except NoForm:
        raise Unclear(_like(day_text)) from None
    return datetime.combine(day, at)


_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1)}
_AGO = re.compile(
    rf"(?:(?P<half>half) an hour|(?P<n>{COUNT}) (?P<unit>minutes?|mins?|hours?)) ago"
)


def _ago(found: re.Match[str], now: datetime) -> datetime:
    """Return a moment so long ago, on the minute."""
    length = timedelta(minutes=30)
    if not found["half"]:
        length = count_of(found["n"]) * _UNITS[found["unit"][0]]
    return (now - length).replace(second=0, microsecond=0).astimezone()


def _local(at: datetime) -> datetime:
    """Return a moment with the offset this computer has on that day.

    Raises Unclear for an hour that the clocks skip that night, or pass twice.
    """
    if at.tzinfo is not None:
        return at.astimezone()
    first, second = at.astimezone(), at.replace(fold=1).astimezone()
    if first.replace(tzinfo=None) != at:
        raise Unclear(
            say("is in the hour the clocks skip that night. Type an hour later")
        )
    if first != second:
        told = first.isoformat(sep=" ", timespec="minutes")
        raise Unclear(
            say("comes twice that night. Type {told} for the first of them", told=told)
        )
    return first


def _splits(text: str) -> list[tuple[str, str]]:
    """Return every way to read text as a day and a time, in either order."""
    parts = text.split()
    cuts = range(len(parts) + 1)
    day_first = [(" ".join(parts[:n]), " ".join(parts[n:])) for n in cuts]
    time_first = [(" ".join(parts[n:]), " ".join(parts[:n])) for n in cuts]
    return [pair for pair in (*day_first, *time_first) if pair[1]]
