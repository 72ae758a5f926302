"""Questions for a day or a time: one that has been, or one to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.typed_dates import Leaning, parse_day, parse_when
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.question import Question, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from inclusion_cli.interviews.question import Answers

AHEAD_HINT = say("For example: Friday 2pm, tomorrow 10am, 4 December 2pm.")


def day_been(key: str, label: str, short: str, today: date, **more: Any) -> Question:
    """Return a question for a day that has been; `more` may hold a stricter check."""
    checked = {"constraint": lambda day, _a: checks.not_ahead(day, today)} | more
    return Question(
        key,
        label,
        short,
        lambda raw: parse_day(raw, today=today, leaning=Leaning.BACK),
        "day",
        **checked,
    )


def day_lately(key: str, label: str, short: str, today: date, **more: Any) -> Question:
    """Return a question for a day within a year: today, unless another is typed."""
    year = checks.FURTHEST_DAYS
    usual: dict[str, Any] = {
        "default": raw_of(today),
        "constraint": lambda day, _a: checks.recent(day, today, within=year),
    }
    return day_been(key, label, short, today, **usual | more)


def day_ahead(key: str, label: str, short: str, today: date, **more: Any) -> Question:
    """Return a question for a day to come; `more` may hold another check."""
    checked = {"constraint": lambda day, _a: checks.ahead(day, today)} | more
    return Question(
        key,
        label,
        short,
        lambda raw: parse_day(raw, today=today, leaning=Leaning.AHEAD),
        "day",
        **checked,
    )


def time_been(key: str, label: str, short: str, now: datetime, **more: Any) -> Question:
    """Return a question for a time that has been; `more` may hold a stricter check."""
    checked = {"constraint": lambda at, _a: checks.has_been(at, now)} | more
    return Question(
        key,
        label,
        short,
        lambda raw: parse_when(raw, now=now, leaning=Leaning.BACK),
        "when",
        **checked,
    )


def time_lately(
    key: str, label: str, short: str, now: datetime, **more: Any
) -> Question:
    """Return a question for a time within a year; `more` may hold another check."""
    checked = {"constraint": lambda at, _a: checks.lately(at, now)} | more
    return time_been(key, label, short, now, **checked)


def time_ahead(
    key: str, label: str, short: str, now: datetime, **more: Any
) -> Question:
    """Return a question for a time to come; `more` may hold another check."""
    checked = {"constraint": lambda at, _a: checks.is_to_come(at, now)} | more
    return Question(
        key,
        label,
        short,
        lambda raw: parse_when(raw, now=now, leaning=Leaning.AHEAD),
        "when",
        **checked,
    )


def next_session(
    now: datetime, relevant: Callable[[Answers], bool], asked: str
) -> Question:
    """Return the question when the next session is, where the worker adds it."""
    return time_ahead(
        "next",
        say("When is the next session?"),
        say("Next session"),
        now,
        hint=AHEAD_HINT,
        relevant=relevant,
        asked=asked,
        required=False,
        extra=True,
    )


def this_minute(now: datetime) -> str:
    """Return now as it would be typed, to the minute."""
    return raw_of(now.replace(second=0, microsecond=0))
