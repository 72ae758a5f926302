"""Days counted from now, as the practice cases tell them."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta

from inclusion_cli.domain.dates import say_day

DAYS = tuple(calendar.day_name)
WEDNESDAY = 2
_DAY = re.compile(rf"(?<!till )(?:{'|'.join(DAYS)})")
"""A day that moves along; "just till Friday" is what people say on any day."""
_DATE = re.compile(r"\{(-?\d+)\}")


def moment(told: str, now: datetime) -> datetime:
    """Return the moment "-12 10:00" stands for: 12 days ago at 10."""
    days, _space, time = told.partition(" ")
    return datetime.fromisoformat(
        f"{_day(days, now).isoformat()}T{time or '00:00'}"
    ).astimezone()


def _day(days: str, now: datetime) -> date:
    return now.date() + timedelta(days=int(days))


def told_now(raw: str | None, now: datetime) -> str | None:
    """Return an answer, its days counted from now: "@-12 10:00", "@14".

    In a sentence, "{-12}" is that day in words. The cases are written as on a
    Wednesday; on other days "Tuesday" moves along.
    """
    if raw is None:
        return None
    if not raw.startswith("@"):
        moved = now.weekday() - WEDNESDAY
        text = _DAY.sub(lambda day: DAYS[(DAYS.index(day[0]) + moved) % len(DAYS)], raw)
        return _DATE.sub(lambda days: say_day(_day(days[1], now)), text)
    at = moment(raw[1:], now)
    return at.isoformat() if " " in raw else at.date().isoformat()
