"""Days and times as people type them: understood exactly, or refused.

A closed grammar on purpose. "3/11" is 3 November; "half 2", "next Friday" and
"blursday" are refused with a way to say it, because guessing puts a wrong date on a
record. Whatever is understood is read back with its weekday.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, TypeVar

from inclusion_cli.domain.dates import DAYS, MONTHS, say_day

T = TypeVar("T")

_WEEKDAY = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?"
    "|sat(?:urday)?|sun(?:day)?"
)
_MONTH = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_NUMBER_WORDS = {word: number for number, word in enumerate(_NUMBERS.split(" "))}
_A_OR_AN = {"a": 1, "an": 1}
_EXACT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2})?")
_NUMBER = rf"\d{{1,3}}|{'|'.join(_NUMBER_WORDS)}"
_COUNT = rf"{_NUMBER}|{'|'.join(_A_OR_AN)}"


class Leaning(Enum):
    """Which way a day without a year or a weekday without a date is meant."""

    BACK = "back"
    AHEAD = "ahead"


class Unclear(ValueError):
    """A day or a time that cannot be understood without guessing."""


def parse_day(raw: str, *, today: date, leaning: Leaning) -> date:
    """Return the day meant. Raises Unclear with what to type instead."""
    text = _tidy(raw)
    for pattern, read in _DAY_FORMS:
        if found := re.fullmatch(pattern, text):
            return _in_reach(read, found, today, leaning)
    raise Unclear("must be a day, like today, Friday, 17 November or 17/11/2026")


def parse_time(raw: str) -> time:
    """Return the time of day meant. Raises Unclear with what to type instead."""
    text = _tidy(raw)
    for pattern, read in _TIME_FORMS:
        if found := re.fullmatch(pattern, text):
            return read(found)
    raise Unclear("must be a time, like 2pm, 2:30pm or 14:30")


def parse_when(raw: str, *, now: datetime, leaning: Leaning) -> datetime:
    """Return the local day and time meant, with its offset. Raises Unclear.

    A time alone is today. A day alone is refused: it needs a time too.
    """
    exact = raw.strip()
    if _EXACT.fullmatch(exact):
        return _in_reach(_local, datetime.fromisoformat, exact)
    text = _tidy(raw)
    if _is_day(text, now.date(), leaning):
        raise Unclear("Add the time too, like Friday 2pm")
    for day_text, time_text in _splits(text):
        try:
            at = parse_time(time_text)
        except Unclear:
            continue
        day = now.date()
        if re.search(r"\d", day_text) and re.fullmatch(r"(19|20)\d{2}", time_text):
            raise Unclear("could mean a year or a time. Type the time like 20:26")
        if day_text:
            day = parse_day(day_text, today=day, leaning=leaning)
        return _in_reach(_local, datetime.combine, day, at)
    raise Unclear("must be a day and a time, like today 2pm or 17 November 14:30")


def _is_day(text: str, today: date, leaning: Leaning) -> bool:
    try:
        parse_day(text, today=today, leaning=leaning)
    except Unclear:
        return False
    return True


def _local(read: Callable[..., datetime], *args: Any) -> datetime:
    """Return a moment here. Raises Unclear for an hour that is not one hour."""
    told = read(*args)
    at = told.astimezone()
    if told.tzinfo is None:
        if at.replace(tzinfo=None) != told:
            raise Unclear("The clocks skip that hour on that night. Type another time")
        second = told.replace(fold=1).astimezone()
        if second != at:
            raise Unclear(
                "That hour comes twice, as the clocks go back. Type "
                f"{_exact(at)} for the first, or {_exact(second)} for the second"
            )
    return at


def _exact(at: datetime) -> str:
    return at.isoformat(timespec="minutes")


def _in_reach(read: Callable[..., T], *args: Any) -> T:
    """Return what is read. Raises Unclear past either end of the calendar."""
    try:
        return read(*args)
    except (ValueError, OverflowError) as error:
        if isinstance(error, Unclear):
            raise
        raise Unclear("must be a day that is in the calendar") from None


def _tidy(raw: str) -> str:
    text = re.sub(r"[,\s]+", " ", raw.casefold()).strip()
    return re.sub(r"\b(on|at|the)\b ?", "", text).strip()


def _splits(text: str) -> list[tuple[str, str]]:
    """Return every way to read text as a day and a time, in either order."""
    parts = text.split()
    cuts = range(len(parts) + 1)
    day_first = [(" ".join(parts[:n]), " ".join(parts[n:])) for n in cuts]
    time_first = [(" ".join(parts[n:]), " ".join(parts[:n])) for n in cuts]
    return [pair for pair in (*day_first, *time_first) if pair[1]]


# --- days ---------------------------------------------------------------------------

ReadDay = Callable[[re.Match[str], date, Leaning], date]


def _near(found: re.Match[str], today: date, _leaning: Leaning) -> date:
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[found[0]]
    return today + timedelta(days=shift)


def _weekday(found: re.Match[str], today: date, leaning: Leaning) -> date:
    wanted = _index(found["day"], DAYS)
    which = found["which"]
    if which == "next":
        raise Unclear("can be meant in two ways. Type the date, like 27 November")
    if which == "last" or (not which and leaning is Leaning.BACK):
        back = (today.weekday() - wanted) % 7
        return today - timedelta(days=back or (7 if which else 0))
    ahead = (wanted - today.weekday()) % 7
    if which == "this" and leaning is Leaning.BACK:
        return today + timedelta(days=wanted - today.weekday())
    if not ahead:
        raise Unclear("is today. Type today, or the date you mean")
    return today + timedelta(days=ahead)


def _ago(found: re.Match[str], today: date, _leaning: Leaning) -> date:
    return _shift(today, -_count(found["n"]), found["unit"])


def _hence(found: re.Match[str], today: date, _leaning: Leaning) -> date:
    return _shift(today, _count(found["n"]), found["unit"])


def _calendar(found: re.Match[str], today: date, leaning: Leaning) -> date:
    parts = found.groupdict()
    month = parts["month"]
    number = int(month) if month.isdigit() else _index(month, MONTHS) + 1
    day = _dated(int(parts["d"]), number, parts.get("year"), today, leaning)
    named = parts.get("day")
    if named and _index(named, DAYS) != day.weekday():
        raise Unclear(f"does not fit: {say_day(day)} is the day with that date")
    return day


def _dated(
    day: int, month: int, year: str | None, today: date, leaning: Leaning
) -> date:
    if year:
        return _real(int(year) + (2000 if len(year) == 2 else 0), month, day)
    step = -1 if leaning is Leaning.BACK else 1
    for distance in range(2):
        try:
            found = date(today.year + step * distance, month, day)
        except ValueError:
            continue
        if (found - today).days * step >= 0:
            return found
    return _real(today.year, month, day)


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unclear("must be a day that is in the calendar") from None


def _shift(today: date, number: int, unit: str) -> date:
    if unit.startswith("m"):
        months = today.year * 12 + today.month - 1 + number
        year, month = divmod(months, 12)
        for back in range(4):
            try:
                return date(year, month + 1, today.day - back)
            except ValueError:
                continue
    return today + timedelta(days=number * (7 if unit.startswith("w") else 1))


def _count(text: str) -> int:
    return int(text) if text.isdigit() else (_NUMBER_WORDS | _A_OR_AN)[text]


def _index(text: str, names: list[str]) -> int:
    return next(n for n, name in enumerate(names) if name.casefold()[:3] == text[:3])


_UNIT = "(?P<unit>days?|weeks?|months?)"
_YEAR = r"(?P<year>(?:19|20)\d{2}|\d{2})"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_DAY_FORMS: tuple[tuple[str, ReadDay], ...] = (
    ("today|yesterday|tomorrow", _near),
    (rf"(?:(?P<which>last|this|next) )?(?P<day>{_WEEKDAY})", _weekday),
    (rf"(?P<n>{_COUNT}) {_UNIT} ago", _ago),
    (rf"in (?P<n>{_COUNT}) {_UNIT}", _hence),
    (r"\+(?P<n>\d{1,3})(?P<unit>[dwm])", _hence),
    (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<d>\d{2})", _calendar),
    (rf"(?P<d>\d{{1,2}})[/.-](?P<month>\d{{1,2}})(?:[/.-]{_YEAR})?", _calendar),
    (rf"(?:(?P<day>{_WEEKDAY}) )?{_D} (?P<month>{_MONTH})(?: {_YEAR})?", _calendar),
    (rf"(?P<month>{_MONTH}) {_D}(?: (?P<year>(?:19|20)\d{{2}}))?", _calendar),
)

# --- times --------------------------------------------------------------------------

ReadTime = Callable[[re.Match[str]], time]
_FIRST_MORNING_HOUR = 7  # without am or pm, 1 to 6 is the afternoon of a working day


def _twelve_hour(found: re.Match[str]) -> time:
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if not 1 <= hour <= 12 or minute > 59:
        raise Unclear("must be a time, like 2pm, 2:30pm or 14:30")
    return time(hour % 12 + (12 if found["half"] == "p" else 0), minute)


def _clock(found: re.Match[str]) -> time:
    text, hour, minute = found["h"], int(found["h"]), int(found["m"])
    if hour > 23 or minute > 59:
        raise Unclear("must be a time, like 2pm, 2:30pm or 14:30")
    return time(hour if len(text) == 2 else _working(hour), minute)


def _spoken(found: re.Match[str]) -> time:
    hour = _count(found["h"])
    if not 1 <= hour <= 12:
        raise Unclear("must be a time, like 2pm, 2:30pm or 14:30")
    past = {"half past": 30, "quarter past": 15, "quarter to": -15}[found["part"]]
    minutes = hour * 60 + past
    return time(_working(minutes // 60 or 12), minutes % 60)


def _working(hour: int) -> int:
    return hour + 12 if 0 < hour < _FIRST_MORNING_HOUR else hour


def _noon(_found: re.Match[str]) -> time:
    return time(12)


_TIME_FORMS: tuple[tuple[str, ReadTime], ...] = (
    (r"(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))? ?(?P<half>[ap])\.?m\.?", _twelve_hour),
    (r"(?P<h>\d{1,2})[:.](?P<m>\d{2})", _clock),
    (r"(?P<h>\d{2})(?P<m>\d{2})", _clock),
    (rf"(?P<part>half past|quarter past|quarter to) (?P<h>{_NUMBER})", _spoken),
    ("noon|midday|12 noon", _noon),
)
