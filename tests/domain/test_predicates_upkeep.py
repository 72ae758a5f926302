"""The record-keeping itself: debriefs in time, and the card looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET
from tests.builders import a_debrief, at, day
from tests.domain.making import UNCOUNTED, found, planned

IN_A_DAY = {"last": 2, "within_hours": 24}


def written_after(number: int, hours: float, **told: Any) -> Any:
    """Return a debrief written so many hours after its session."""
    return a_debrief(number, recorded=at(number) + timedelta(hours=hours), **told)


def test_within_a_day_includes_the_last_minute_of_it() -> None:
    """24 hours are within 24 hours; a minute more is late."""
    on_time = found(
        "debrief_done", 5, written_after(1, 24), written_after(2, 24), args=IN_A_DAY
    )
    late = found(
        "debrief_done", 5, written_after(1, 24), written_after(2, 24.1), args=IN_A_DAY
    )

    assert (on_time.answer, on_time.shows) == (MET, "2 of 2 in time")
    assert (late.answer, late.shows) == (NOT_MET, "1 debrief late or missing")


def test_a_late_one_fails_before_the_rest_are_known() -> None:
    """One late of the last two fails whatever the next one is."""
    result = found("debrief_done", 5, written_after(1, 30), args=IN_A_DAY)

    assert result.answer is NOT_MET


def test_too_few_sessions_cannot_be_told() -> None:
    """One in time is not two."""
    result = found("debrief_done", 5, written_after(1, 2), args=IN_A_DAY)

    assert (result.answer, result.shows) == (CANNOT_TELL, "1 so far, in time")
    assert result.missing == "1 debrief"


def test_an_old_late_one_leaves_the_last_two() -> None:
    """Good habits outgrow one bad evening."""
    debriefs = (written_after(1, 99), written_after(2, 1), written_after(3, 1))

    assert found("debrief_done", 5, *debriefs, args=IN_A_DAY).answer is MET


@pytest.mark.parametrize(
    ("hour_of_day_4", "answer"), [(9, CANNOT_TELL), (10, CANNOT_TELL), (11, NOT_MET)]
)
def test_a_session_without_a_debrief_is_open_until_it_is_late(
    hour_of_day_4: int, answer: object
) -> None:
    """Planned for 10am on the 3rd, it is late after 10am on the 4th."""
    result = found(
        "debrief_done",
        4,
        written_after(2, 1),
        waiting=(planned(3),),
        now=at(4, hour_of_day_4),
        args=IN_A_DAY,
    )

    assert result.answer is answer
    assert result.used == ("debrief-2", "session-3")


@pytest.mark.parametrize("outcome", UNCOUNTED)
def test_a_cancellation_written_down_late_never_counts_against_the_person(
    outcome: Any,
) -> None:
    """What others cancelled is not among the sessions that are judged."""
    debriefs = (written_after(1, 1), written_after(2, 1))
    cancelled = written_after(3, 99, outcome=outcome)

    assert found("debrief_done", 9, *debriefs, cancelled, args=IN_A_DAY).answer is MET


@pytest.mark.parametrize(("on", "answer"), [(30, MET), (31, NOT_MET)])
def test_the_card_is_fresh_on_the_last_day_of_its_window(
    on: int, answer: object
) -> None:
    """Looked at on the 1st, it is in a window of 30 days until the 30th."""
    result = found("card_reviewed_within", on, card_days=(day(1),), args={"days": 30})

    assert result.answer is answer
    assert result.shows == "On Tuesday 1 September 2026"


def test_no_card_cannot_be_told() -> None:
    """Where there is no card there is nothing that was looked at."""
    result = found("card_reviewed_within", 9, args={"days": 30})

    assert (result.answer, result.shows) == (CANNOT_TELL, "There is no card")
    assert result.missing == "a card"
