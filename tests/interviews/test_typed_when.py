"""When was it? The table of phrases, at the question itself and at a fixed clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.debrief_about import About
from inclusion_cli.interviews.debrief_parts import facts
from tests.conftest import NOW
from tests.interviews import peek
from tests.interviews.script import ALL, MENU
from tests.interviews.typist import FANCY, Typist

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.check(11)

WHEN = next(iter(facts(About(NOW), {})))
"""The question of a debrief, on Wednesday 18 November 2026, 5:40pm."""

RIGHT = {
    "today 2pm": "Wednesday 18 November 2026, 2pm",
    "2pm today": "Wednesday 18 November 2026, 2pm",
    "today, 2.30pm": "Wednesday 18 November 2026, 2:30pm",
    "2pm": "Wednesday 18 November 2026, 2pm",
    "14:30": "Wednesday 18 November 2026, 2:30pm",
    "1430": "Wednesday 18 November 2026, 2:30pm",
    "noon": "Wednesday 18 November 2026, 12pm",
    "half past 2": "Wednesday 18 November 2026, 2:30pm",
    "quarter to 3": "Wednesday 18 November 2026, 2:45pm",
    "ten past 2": "Wednesday 18 November 2026, 2:10pm",
    "an hour ago": "Wednesday 18 November 2026, 4:40pm",
    "half an hour ago": "Wednesday 18 November 2026, 5:10pm",
    "yesterday 10am": "Tuesday 17 November 2026, 10am",
    "yesterday at half past two": "Tuesday 17 November 2026, 2:30pm",
    "10:30 yesterday": "Tuesday 17 November 2026, 10:30am",
    "the day before yesterday at 2pm": "Monday 16 November 2026, 2pm",
    "wed 10am": "Wednesday 18 November 2026, 10am",
    "wednesday 2pm": "Wednesday 18 November 2026, 2pm",
    "Monday 2pm": "Monday 16 November 2026, 2pm",
    "on monday at 2": None,
    "mon 1400": "Monday 16 November 2026, 2pm",
    "friday 2pm": "Friday 13 November 2026, 2pm",
    "last friday 2pm": "Friday 13 November 2026, 2pm",
    "last wednesday 2pm": "Wednesday 11 November 2026, 2pm",
    "2 days ago 2pm": "Monday 16 November 2026, 2pm",
    "a week ago 2pm": "Wednesday 11 November 2026, 2pm",
    "17 November 2pm": "Tuesday 17 November 2026, 2pm",
    "17 nov 2pm": "Tuesday 17 November 2026, 2pm",
    "17th of november 2pm": None,
    "the 17th november, 2pm": "Tuesday 17 November 2026, 2pm",
    "november 17 2pm": "Tuesday 17 November 2026, 2pm",
    "Tuesday 17 November 2pm": "Tuesday 17 November 2026, 2pm",
    "17/11 2pm": "Tuesday 17 November 2026, 2pm",
    "17/11/26 2pm": "Tuesday 17 November 2026, 2pm",
    "17.11.2026 14:00": "Tuesday 17 November 2026, 2pm",
    "2026-11-17 14:00": "Tuesday 17 November 2026, 2pm",
    "3/11 2pm": "Tuesday 3 November 2026, 2pm",
    "29 february 2024 2pm": "Thursday 29 February 2024, 2pm",
    "31 december 2pm": "Wednesday 31 December 2025, 2pm",
}
"""What is meant by each phrase. None: it may be refused, and is never anything else."""

REFUSED = {
    "blursday": "Type a day and a time, like today 2pm",
    "31/02": "Type a day and a time, like today 2pm",
    "31/02 2pm": "must be a day that is in the calendar",
    "29 february 2026 2pm": "must be a day that is in the calendar",
    "half 2": "can be 1:30 or 2:30.",
    "half 2 yesterday": "can be 1:30 or 2:30.",
    "2-3pm": "is more than one. Type when it began",
    "9 to 13 November": "is more than one day.",
    "3/11": "Add the time too",
    "tomorrow": "Add the time too",
    "tomorrow 2pm": "is later than now",
    "today 11pm": "is later than now",
    "next friday 2pm": "can be meant in two ways",
    "monday 17 november 2pm": "does not fit: Tuesday 17 November 2026 is that date.",
    "25:00 today": "The time must be from 0:00 to 23:59, like",
    "when it rained": "Type a day and a time, like today 2pm",
    "asdf": "Type a day and a time, like today 2pm",
    "2": "Type a day and a time, like today 2pm",
    "17 11 2026 2pm": "Type a day and a time, like today 2pm",
    "99/99/9999 2pm": "Type a day and a time, like today 2pm",
}


def test_there_are_43_phrases_and_more() -> None:
    """As many as were measured, the nonsense among them, and those that were missed."""
    assert len(RIGHT) + len(REFUSED) >= 43 + 7


@pytest.mark.parametrize(("typed", "meant"), RIGHT.items())
def test_a_phrase_is_read_right_and_said_back_with_its_weekday(
    typed: str, meant: str | None
) -> None:
    """Right or refused, none wrong; the weekday shows a slip at once."""
    try:
        said = WHEN.say(WHEN.read(typed, {}))
    except ValueError:
        assert meant is None
        return
    assert said == meant


@pytest.mark.parametrize(("typed", "told"), REFUSED.items())
def test_what_could_be_wrong_is_refused_with_what_to_type(
    typed: str, told: str
) -> None:
    """Nonsense, two meanings and a time to come are asked again, and repeated."""
    with pytest.raises(ValueError, match=r".") as refused:
        WHEN.read(typed, {})

    sentence = str(refused.value)
    assert told in sentence
    assert f"You typed {typed}." in sentence


def test_a_session_of_long_ago_is_asked_about_and_said_back(cases: Path) -> None:
    """More than 7 days ago: it asks, keeps it when typed again, says the weekday."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("Check before you save")
        typist.answer("1")
        typist.asked("When was it")
        typist.answer("9/11 3pm")
        typist.asked("Check: Monday 9 November 2026 is 9 days ago.", "type it again")
        assert "when" not in peek.drafted(cases)
        typist.answer("9/11 3pm")
        page = typist.asked("Check before you save")

    assert "That is Monday 9 November 2026, 3pm." in page
    assert "1 When Monday 9 November 2026, 3pm" in page
