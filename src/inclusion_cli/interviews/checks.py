"""Checks of a value against the day and the other answers, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


def not_ahead(day: date, today: date) -> None:
    """Refuse a day after today."""
    if day > today:
        raise ValueError("cannot be later than today")


def ahead(day: date, today: date) -> None:
    """Refuse a day that is not after today."""
    if day <= today:
        raise ValueError("must be later than today")


def has_been(at: datetime, now: datetime) -> None:
    """Refuse a moment that is still to come."""
    if at > now:
        raise ValueError("is later than now. Type when it was")


def is_to_come(at: datetime, now: datetime) -> None:
    """Refuse a moment that has been."""
    if at <= now:
        raise ValueError("must be later than now")
