"""Days and times in words."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.dates import say_day, say_near, say_time, say_when
from inclusion_cli.domain.typed_dates import Leaning, parse_day, parse_time
from tests.conftest import NOW

TODAY = date(2026, 11, 18)


def test_a_day_is_said_with_its_weekday_and_year() -> None:
    """The year is left out only where it is this one."""
    assert say_day(date(2026, 11, 17)) == "Tuesday 17 November 2026"
    assert say_day(date(2026, 11, 17), today=TODAY) == "Tuesday 17 November"
    assert say_day(date(2027, 1, 1), today=TODAY) == "Friday 1 January 2027"


@pytest.mark.parametrize(
    ("shift", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "Friday 20 November"),
        (-2, "Monday 16 November"),
    ],
)
def test_near_days_have_their_names(shift: int, said: str) -> None:
    """Two days away it is a weekday again."""
    assert say_near(TODAY + timedelta(days=shift), today=TODAY) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(14), "2pm"),
        (time(14, 5), "2:05pm"),
        (time(0), "12am"),
        (time(12), "12pm"),
        (time(9, 30), "9:30am"),
        (time(23, 59), "11:59pm"),
    ],
)
def test_a_time_is_said_as_people_read_it(at: time, said: str) -> None:
    """No minutes where there are none."""
    assert say_time(at) == said


def test_a_moment_is_its_day_and_its_time() -> None:
    """As it is read back."""
    assert say_when(NOW, today=TODAY) == "Wednesday 18 November, 5:40pm"


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_as_it_is_said_is_read_as_the_same_day(day: date) -> None:
    """What is read back can be typed."""
    assert parse_day(say_day(day), today=TODAY, leaning=Leaning.BACK) == day


@given(at=st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_time_as_it_is_said_is_read_as_the_same_time(at: time) -> None:
    """What is read back can be typed."""
    assert parse_time(say_time(at)) == at
