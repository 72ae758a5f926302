"""Days that count neither for nor against: gaps nobody can be blamed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import a_debrief, day
from tests.domain.making import (
    CHOSE_NOT,
    NO_SHOW,
    OURS,
    OUTSIDE,
    PAUSED,
    PEAK_7,
    PLACE,
    agreed,
    clock,
    good,
)

if TYPE_CHECKING:
    from inclusion_cli.domain.debrief import Outcome

CALM = agreed(PEAK_7, days=14, sessions=1)
QUIET = agreed({"no_concern": {"days": 30}}, days=14, sessions=1)
LONG_AGO = -60


def test_it_stands_still_while_stability_cannot_be_told() -> None:
    """No score on the 5th; from there to the calm session of the 9th no day counts."""
    unrated = a_debrief(5, worry_peak=None)

    held = clock(11, *good(1), unrated, *good(9), rules=CALM)

    assert (held.started, held.days, held.frozen) == (day(1), 6, 4)


def test_a_silent_window_stands_still_until_someone_asks_again() -> None:
    """Asked on the 1st; the week is silent on the 8th; asked again on the 10th."""
    rules = agreed({"no_concern": {"days": 7}})

    held = clock(12, *good(1, 10), rules=rules, began=LONG_AGO)

    assert (held.started, held.days, held.frozen) == (day(1), 9, 2)


def test_a_session_we_cancelled_stops_it_until_the_next_one() -> None:
    """Cancelled for the 5th, gone to on the 12th: seven days stand still."""
    held = clock(15, *good(1), a_debrief(5, outcome=OURS), *good(12), rules=CALM)

    assert (held.days, held.frozen) == (7, 7)
    assert held.earliest == day(1 + 14 + 7)


@pytest.mark.parametrize("outcome", [CHOSE_NOT, NO_SHOW])
def test_the_next_countable_session_ends_the_gap_gone_to_or_not(
    outcome: Outcome,
) -> None:
    """We were there on the 12th; the person chose, and the days run again."""
    sessions = (a_debrief(5, outcome=OURS), a_debrief(12, outcome=outcome))

    held = clock(15, *good(1), *sessions, rules=CALM)

    assert (held.days, held.frozen) == (7, 7)


@pytest.mark.parametrize("outcome", [OURS, PLACE, OUTSIDE, PAUSED])
def test_another_cancellation_does_not_end_the_gap(outcome: Outcome) -> None:
    """Nothing went ahead on the 8th either; no day stands still twice."""
    sessions = (a_debrief(5, outcome=OURS), a_debrief(8, outcome=outcome))

    held = clock(15, *good(1), *sessions, *good(12), rules=CALM)

    assert (held.days, held.frozen) == (7, 7)


def test_a_gap_that_is_still_open_stands_still_so_far() -> None:
    """On the 10th, the 5th to the 9th have stood still."""
    held = clock(10, *good(1), a_debrief(5, outcome=OURS), rules=CALM)

    assert (held.days, held.frozen) == (4, 5)
    assert held.shows() == "4 of 14 days, 1 of 1 session (5 days stood still)"


@pytest.mark.parametrize("outcome", [PLACE, OUTSIDE])
def test_only_what_the_service_cancelled_stops_it(outcome: Outcome) -> None:
    """A closed cafe does not count against anyone, and does not stop the days."""
    held = clock(10, *good(1), a_debrief(5, outcome=outcome), rules=CALM)

    assert (held.days, held.frozen) == (9, 0)


def test_a_gap_open_at_the_start_stops_it_from_the_start() -> None:
    """The hold starts with the very cancellation; the next session is on the 9th."""
    held = clock(12, a_debrief(2, outcome=OURS), *good(9), rules=QUIET, began=LONG_AGO)

    assert (held.started, held.days, held.frozen) == (day(2), 3, 7)


def test_a_recorded_gap_open_at_the_start_stops_it_too() -> None:
    """Away from the 1st to the 5th, started on the 3rd."""
    held = clock(10, *good(3), rules=CALM, away=range(1, 6))

    assert (held.started, held.days, held.frozen) == (day(3), 4, 3)


def test_first_and_last_day_away_stand_still() -> None:
    """In hospital from the 5th to the 7th: three days."""
    held = clock(10, *good(1), rules=CALM, away=range(5, 8))

    assert (held.days, held.frozen) == (6, 3)


def test_a_day_stands_still_once_whatever_the_reasons() -> None:
    """Cancelled by us and in hospital on the same days."""
    sessions = (*good(1), a_debrief(5, outcome=OURS), *good(8))

    held = clock(10, *sessions, rules=CALM, away=range(5, 8))

    assert (held.days, held.frozen) == (6, 3)


def test_days_away_that_are_still_to_come_move_nothing_yet() -> None:
    """The earliest date reckons with the days so far."""
    held = clock(4, *good(1), rules=CALM, away=range(6, 9))

    assert (held.frozen, held.earliest) == (0, day(15))


def test_days_that_stood_still_before_the_hold_do_not_move_it() -> None:
    """A hospital stay that ended before it started is over."""
    held = clock(12, *good(10), rules=CALM, away=range(2, 6))

    assert (held.days, held.frozen) == (2, 0)


def test_standing_still_does_not_begin_anew() -> None:
    """The days before the gap still count after it."""
    held = clock(22, *good(1), rules=CALM, away=range(5, 12))

    assert (held.days, held.completed) == (14, day(22))


# --- the earliest date --------------------------------------------------------------

THREE = agreed(PEAK_7, days=14, sessions=3)


def test_the_earliest_date_is_start_and_days_and_days_that_stood_still() -> None:
    """Enough sessions: only time is missing."""
    held = clock(5, *good(1, 2, 3), rules=THREE, away=(2, 3))

    assert held.earliest == day(1 + 14 + 2)
    assert held.missing == "time"


def test_a_session_planned_later_than_the_days_is_the_earliest_date() -> None:
    """The third session is planned for the 20th."""
    later = clock(5, *good(1, 4), rules=THREE, planned=[20])
    sooner = clock(5, *good(1, 4), rules=THREE, planned=[11])

    assert (later.earliest, later.missing) == (day(20), "1 more session")
    assert sooner.earliest == day(15)


def test_the_planned_date_of_the_session_still_missing_is_the_last_needed() -> None:
    """Two are missing; the second that is planned is on the 25th, a third later."""
    held = clock(5, *good(1), rules=THREE, planned=[30, 18, 25])

    assert held.earliest == day(25)


def test_with_too_few_planned_it_says_how_many() -> None:
    """There is no date to promise."""
    none = clock(5, *good(1), rules=THREE)
    one = clock(5, *good(1), rules=THREE, planned=[20])

    assert (none.earliest, none.missing) == (None, "2 more sessions, none planned")
    assert (one.earliest, one.missing) == (None, "2 more sessions, 1 planned")


def test_a_hold_that_has_not_started_promises_no_date() -> None:
    """It says what would start it."""
    held = clock(5, rules=THREE, planned=[6, 7, 8])

    assert held.earliest is None
    assert held.missing == "a session after which all of it is met"


def test_once_complete_the_earliest_date_is_the_day_it_was_completed() -> None:
    """The past does not move."""
    held = clock(40, *good(1, 4, 20), rules=THREE, planned=[45])

    assert (held.completed, held.earliest, held.missing) == (day(20), day(20), "")
