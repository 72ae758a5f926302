"""The month of an audit: as it is typed, and as it is said."""

from __future__ import annotations

from datetime import date, timedelta

from inclusion_cli.domain.dates import MONTHS
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

_NUMBERS = late(r"(\d{4})-(\d{1,2})|(\d{1,2})[/.-](\d{4})")
_NAMED = late(r"([a-z]{3,9})\.?(?:\s+(\d{4}))?")
FIRST_YEAR = 2000


def last_month(today: date) -> str:
    """Return the month that has just ended, such as "2026-10"."""
    return f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"


def read_month(typed: str, today: date) -> str:
    """Return the month that was typed: "this", "last", "2026-10", "october", "10/2026".

    A name alone is the latest month of that name. Raises ValueError, the end of a
    sentence.
    """
    said = folded(typed).strip()
    if said in ("", "last", "last month"):
        return last_month(today)
    if said in ("this", "this month", "now"):
        return f"{today:%Y-%m}"
    year, number = _numbers(said) or _named(said, today) or (0, 0)
    if not 1 <= number <= len(MONTHS) or year < FIRST_YEAR:
        raise ValueError(say("must be a month, such as 2026-10, october, this or last"))
    if date(year, number, 1) > today:
        raise ValueError(say("cannot be a month that is still to come"))
    return f"{year:04}-{number:02}"


def _numbers(said: str) -> tuple[int, int] | None:
    found = _NUMBERS.fullmatch(said)
    if found is None:
        return None
    year, number, other, later = found.groups()
    return (int(year), int(number)) if year else (int(later), int(other))


def _named(said: str, today: date) -> tuple[int, int] | None:
    found = _NAMED.fullmatch(said)
    names = [m for m in MONTHS if found and m.lower().startswith(found[1])]
    if found is None or not names:
        return None
    number = MONTHS.index(names[0]) + 1
    if found[2]:
        return int(found[2]), number
    return today.year if number <= today.month else today.year - 1, number


def say_month(month: str) -> str:
    """Return a month in words: "October 2026"."""
    year, number = month.split("-")
    return f"{MONTHS[int(number) - 1].title()} {year}"
