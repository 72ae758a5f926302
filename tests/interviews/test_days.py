"""A day and a time are asked in one way, wherever one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.days import (
    day_ahead,
    day_been,
    day_lately,
    next_session,
    this_minute,
    time_ahead,
    time_been,
    time_lately,
)
from inclusion_cli.interviews.question import Form, Question, raw_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

TODAY = NOW.date()


@pytest.mark.parametrize("ask", [day_been, day_lately])
def test_a_day_that_has_been_is_not_to_come(
    ask: Callable[[str, str, str, date], Question],
) -> None:
    """A weekday alone is the last one; a day to come is refused."""
    asked = ask("on", "On which day?", "Day", TODAY)

    assert asked.read("friday", {}) < TODAY
    with pytest.raises(ValueError, match="cannot be later than today"):
        asked.read("tomorrow", {})


def test_a_day_of_lately_is_today_unless_another_is_typed() -> None:
    """Over a year ago is a slip of the pen, and is refused in good English."""
    asked = day_lately("on", "On which day?", "Day", TODAY)

    assert asked.read(asked.default, {}) == TODAY
    with pytest.raises(ValueError, match="must be within the last year"):
        asked.read("2024-01-01", {})


def test_a_day_to_come_is_later_than_today() -> None:
    """A weekday alone is the next one."""
    asked = day_ahead("on", "On which day?", "Day", TODAY)

    assert asked.read("friday", {}) > TODAY
    with pytest.raises(ValueError, match="must be later than today"):
        asked.read("today", {})


@pytest.mark.parametrize("ask", [time_been, time_lately])
def test_a_time_that_has_been_is_not_to_come(
    ask: Callable[..., Question],
) -> None:
    """What is now has been; what is tomorrow has not."""
    asked = ask("when", "When was it?", "When", NOW)

    assert asked.read(this_minute(NOW), {}) <= NOW
    with pytest.raises(ValueError, match="is later than now"):
        asked.read("tomorrow 9am", {})


def test_the_next_session_is_to_come_and_can_be_left_out() -> None:
    """It is asked where the worker adds it, and only of a time that is not past."""
    asked = next_session(NOW, lambda _a: True, "always")

    assert not asked.required
    assert asked.read("friday 2pm", {}) > NOW
    for one in (asked, time_ahead("at", "When?", "When", NOW)):
        with pytest.raises(ValueError, match="must be later than now"):
            one.read(raw_of(NOW), {})


def test_more_may_hold_a_check_of_its_own() -> None:
    """A question that knows better than "not later than today" says so itself."""

    def never(_day: date, _answers: object) -> None:
        raise ValueError("is no day for it")

    asked = day_been("on", "On which day?", "Day", TODAY, constraint=never)

    with pytest.raises(ValueError, match="Day is no day for it"):
        asked.read("yesterday", {})


def test_the_save_line_says_for_whom() -> None:
    """Nobody saves on the wrong person; a form that makes a paper says that instead."""
    about = Form("small", "Small", lambda _a: (), who="Robin Practice, PR-001")

    assert about.saving == "save for Robin Practice, PR-001"
    assert Form("small", "Small", lambda _a: (), save="make it").saving == "make it"
    assert Form("small", "Small", lambda _a: ()).saving == "save"
