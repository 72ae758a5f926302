"""Days as people type them: understood exactly, or refused. See `typed_dates`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from difflib import get_close_matches
from enum import Enum
from typing import Any, TypeVar

from inclusion_cli.domain.dates import DAYS, MONTHS, say_day
from inclusion_cli.tongue import say

T = TypeVar("T")

WEEKDAY = (
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
NUMBER = rf"\d{{1,3}}|{'|'.join(_NUMBER_WORDS)}"
COUNT = rf"{NUMBER}|{'|'.join(_A_OR_AN)}"


class Leaning(Enum):
    """Which way a day without a year or a weekday without a date is meant."""

    BACK = "back"
    AHEAD = "ahead"


class Unclear(ValueError):
    """A day or a time that cannot be understood without guessing."""


class NoForm(Unclear):
    """Text in which no day or time is seen at all."""


def parse_day(raw: str, *, today: date, leaning: Leaning) -> date:
    """Return the day meant. Raises Unclear with what to type instead."""
    text = tidy(raw)
    for pattern, read in _DAY_FORMS:
        if found := re.fullmatch(pattern, text):
            return in_reach(read, found, today, leaning)
    if is_range(text, lambda part: is_day(part, today, leaning)):
        raise Unclear(say("is more than one day. Type one of them, like 17 November"))
    if near := nearest(text):
        raise NoForm(say("is no day as it stands. For {near}, type {near}", near=near))
    raise NoForm(say("must be a day, like today, Friday, 17 November or 17/11/2026"))


def nearest(text: str) -> str:
    """Return the day word that a slip in typing comes nearest to, "" for none.

    It is offered, and never taken: a guess puts a wrong day on a record.
    """
    known = [*("today", "yesterday", "tomorrow"), *(day.casefold() for day in DAYS)]
    for word in text.split():
        if word not in known and (found := get_close_matches(word, known, 1, _LIKELY)):
            return found[0].capitalize() if found[0].endswith("sday") else found[0]
    return ""


_LIKELY = 0.8


def is_day(text: str, today: date, leaning: Leaning) -> bool:
    """Say whether text reads as a day."""
    try:
        parse_day(text, today=today, leaning=leaning)
    except Unclear:
        return False
    return True


def is_range(text: str, reads: Callable[[str], bool]) -> bool:
    """Say whether text names a first and a last, as in "2 to 3pm" or "mon-fri"."""
    for found in _BETWEEN.finditer(text):
        first, last = text[: found.start()].strip(), text[found.end() :].strip()
        first = first.removeprefix("from ").strip()
        if reads(last) and (
            re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", first) or reads(first)
        ):
            return True
    return False


_BARE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_BETWEEN = re.compile(r"\s*[-–—]\s*|\s(?:to|until|till|and)\s")


def in_reach(read: Callable[..., T], *args: Any) -> T:
    """Return what is read. Raises Unclear past either end of the calendar."""
    try:
        return read(*args)
    except (ValueError, OverflowError) as error:
        if isinstance(error, Unclear):
            raise
        raise Unclear(say("must be a day that is in the calendar")) from None


def tidy(raw: str) -> str:
    """Return typed text in small letters, without the words that say nothing."""
    text = re.sub(r"[,\s]+", " ", raw.casefold()).strip()
    return re.sub(r"\b(on|at|the)\b ?", "", text).strip()


def count_of(text: str) -> int:
    """Return the number in figures or in words; a and an are 1."""
    return int(text) if text.isdigit() else (_NUMBER_WORDS | _A_OR_AN)[text]


# --- forms --------------------------------------------------------------------------

_NEAR = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
ReadDay = Callable[[re.Match[str], date, Leaning], date]


def _near(found: re.Match[str], today: date, _leaning: Leaning) -> date:
    return today + timedelta(days=_NEAR[found[0]])


def _weekday(found: re.Match[str], today: date, leaning: Leaning) -> date:
    wanted = _index(found["day"], DAYS)
    which = found["which"]
    if which == "next":
        raise Unclear(say("can be meant in two ways. Type the date, like 27 November"))
    if which == "last" or (not which and leaning is Leaning.BACK):
        back = (today.weekday() - wanted) % 7
        return today - timedelta(days=back or (7 if which else 0))
    ahead = (wanted - today.weekday()) % 7
    if which == "this" and leaning is Leaning.BACK:
        return today + timedelta(days=wanted - today.weekday())
    if not ahead:
        raise Unclear(say("is today. Type today, or the date you mean"))
    return today + timedelta(days=ahead)


def _ago(found: re.Match[str], today: date, _leaning: Leaning) -> date:
    return _shift(today, -count_of(found["n"]), found["unit"])


def _hence(found: re.Match[str], today: date, _leaning: Leaning) -> date:
    return _shift(today, count_of(found["n"]), found["unit"])


def _calendar(found: re.Match[str], today: date, leaning: Leaning) -> date:
    parts = found.groupdict()
    month = parts["month"]
    number = int(month) if month.isdigit() else _index(month, MONTHS) + 1
    day = _dated(int(parts["d"]), number, parts.get("year"), today, leaning)
    named = parts.get("day")
    if named and _index(named, DAYS) != day.weekday():
        raise Unclear(
            say(
                "does not fit: {day} is that date. Type the right day", day=say_day(day)
            )
        )
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
        raise Unclear(say("must be a day that is in the calendar")) from None


def _shift(today: date, number: int, unit: str) -> date:
    if unit.startswith("m"):
        months = today.year * 12 + today.month - 1 + number
        year, month = divmod(months, 12)
        for back in range(4):
            try:
                return date(year, month + 1, today.day - back)
            except ValueError:
                continue
    lengths = {"d": 1, "w": 7, "f": 14}
    return today + timedelta(days=number * lengths[unit[0]])


def _index(text: str, names: list[str]) -> int:
    return next(n for n, name in enumerate(names) if name.casefold()[:3] == text[:3])


_UNIT = "(?P<unit>days?|weeks?|fortnights?|months?)"
_YEAR = r"(?P<year>(?:19|20)\d{2}|\d{2})"
_D = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_DAY_FORMS: tuple[tuple[str, ReadDay], ...] = (
    ("|".join(_NEAR), _near),
    (rf"(?:(?P<which>last|this|next) )?(?P<day>{WEEKDAY})", _weekday),
    (rf"(?P<n>{COUNT}) {_UNIT} ago", _ago),
    (rf"in (?P<n>{COUNT}) {_UNIT}", _hence),
    (r"\+(?P<n>\d{1,3})(?P<unit>[dwm])", _hence),
    (r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<d>\d{2})", _calendar),
    (rf"(?P<d>\d{{1,2}})[/.-](?P<month>\d{{1,2}})(?:[/.-]{_YEAR})?", _calendar),
    (rf"(?:(?P<day>{WEEKDAY}) )?{_D} (?P<month>{_MONTH})(?: {_YEAR})?", _calendar),
    (rf"(?P<month>{_MONTH}) {_D}(?: (?P<year>(?:19|20)\d{{2}}))?", _calendar),
)
