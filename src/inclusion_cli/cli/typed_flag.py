"""What was typed behind a flag: a day, or what else can be read wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews.checks import not_ahead
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from inclusion_cli.desk import Desk

V = TypeVar("V")


def refuse_late_start(flags: tuple[str, str], start: date, end: date) -> None:
    """Refuse a first day after the last. Raises NotUnderstood."""
    if start > end:
        raise NotUnderstood(
            say(
                "{first} is later than {last}, {end}. Type an earlier first day.",
                first=flags[0],
                last=flags[1],
                end=say_day(end),
            )
        )


def day_typed(desk: Desk, flag: str, typed: str | None) -> date | None:
    """Return a day that was typed, None where none was. Raises NotUnderstood."""
    return None if typed is None else flag_typed(flag, typed, lambda x: _day(desk, x))


def past_day_typed(desk: Desk, flag: str, typed: str | None) -> date | None:
    """Return the same, where it can be no day to come."""
    return None if typed is None else flag_typed(flag, typed, lambda x: _past(desk, x))


def _day(desk: Desk, text: str) -> date:
    return parse_day(text, today=desk.clock.today(), leaning=Leaning.BACK)


def _past(desk: Desk, text: str) -> date:
    day = _day(desk, text)
    not_ahead(day, desk.clock.today())
    return day


def flag_typed(flag: str, typed: str, read: Callable[[str], V]) -> V:
    """Return what was typed behind a flag, as `read` reads it. Raises NotUnderstood."""
    try:
        return read(typed)
    except ValueError as reason:
        raise NotUnderstood(
            say(
                "{flag} {reason}. You typed {typed}.",
                flag=flag,
                reason=reason,
                typed=one_line(typed),
            )
        ) from None
