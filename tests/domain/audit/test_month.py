"""The month of an audit, as it is typed and said."""

from __future__ import annotations

from datetime import date

import pytest

from inclusion_cli.domain.audit_look import span_of
from inclusion_cli.domain.audit_month import read_month, say_month
from tests.builders import at

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("", "2026-10"),
        ("last", "2026-10"),
        ("this", "2026-11"),
        ("2026-9", "2026-09"),
        ("9/2026", "2026-09"),
        ("October", "2026-10"),
        ("oct", "2026-10"),
        ("dec", "2025-12"),
        ("March 2024", "2024-03"),
    ],
)
def test_a_month_is_read_as_people_type_it(typed: str, month: str) -> None:
    """A name alone is the latest month of that name that has begun."""
    assert read_month(typed, TODAY) == month


@pytest.mark.parametrize("typed", ["soon", "2026-13", "0/2026", "1999-01", "2026"])
def test_nonsense_is_refused_in_words(typed: str) -> None:
    """What a month looks like is told."""
    with pytest.raises(ValueError, match="is a month, such as"):
        read_month(typed, TODAY)


def test_a_month_to_come_is_refused() -> None:
    """Nobody can look at what has not been."""
    with pytest.raises(ValueError, match="still to come"):
        read_month("2026-12", TODAY)


def test_a_month_has_its_days() -> None:
    """From the first to the last, over the end of a year too."""
    span = span_of("2026-12", at(200))

    assert (span.first, span.last) == (date(2026, 12, 1), date(2026, 12, 31))
    assert say_month("2026-12") == "December 2026"


def test_only_days_that_have_been_count() -> None:
    """In the month that runs, tomorrow is not looked at."""
    span = span_of("2026-09", at(10, 12))

    assert span.has(date(2026, 9, 10))
    assert not span.has(date(2026, 9, 11))
    assert not span.has(date(2026, 8, 31))
