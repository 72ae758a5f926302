"""The hold: what starts it, how its days run, what ends it and when it is complete."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.facts import PauseEvent
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET
from tests.builders import ATTENDED_3_OF_4, a_debrief, day
from tests.domain.making import (
    CHOSE_NOT,
    ONE_ATTENDED,
    PEAK_7,
    PEAK_OVER_7,
    PLACE,
    agreed,
    clock,
    good,
    planned,
    stop_for,
)

CALM = agreed(PEAK_7, days=14, sessions=1)
WATCHFUL = agreed(
    {"attended_at_least": {"n": 1, "of_last": 2}}, pause=[stop_for(PEAK_OVER_7)]
)


def test_it_starts_with_the_entry_after_which_stability_is_first_met() -> None:
    """Three attended of the last four are first there on the 8th."""
    held = clock(9, *good(1, 4, 8), rules=agreed(ATTENDED_3_OF_4))

    assert held.started == day(8)


def test_its_sessions_count_from_that_entry_which_is_one_of_them() -> None:
    """The two that came before the hold are not in it."""
    held = clock(12, *good(1, 4, 8, 10), rules=agreed(ATTENDED_3_OF_4))

    assert held.sessions == 2


def test_begun_on_the_1st_it_has_run_14_days_on_the_15th() -> None:
    """A day counts once it has passed."""
    the_14th = clock(14, *good(1), rules=CALM)
    the_15th = clock(15, *good(1), rules=CALM)

    assert (the_14th.days, the_14th.complete) == (13, False)
    assert (the_15th.days, the_15th.complete) == (14, True)
    assert the_15th.completed == day(15)


def test_on_its_first_day_no_day_has_passed() -> None:
    """The day it starts is not yet a good day behind anyone."""
    held = clock(1, *good(1), rules=CALM)

    assert (held.started, held.days, held.sessions) == (day(1), 0, 1)


def test_it_begins_anew_when_stability_is_lost() -> None:
    """A hard session on the 10th ends it; a calm one on the 12th starts another."""
    hard = a_debrief(10, worry_peak=9)

    lost = clock(11, *good(1), hard, rules=CALM)
    anew = clock(15, *good(1), hard, *good(12), rules=CALM)

    assert (lost.started, lost.days, lost.sessions) == (None, 0, 0)
    assert (anew.started, anew.days, anew.sessions) == (day(12), 3, 1)


def test_time_alone_can_lose_stability() -> None:
    """A card looked at on the 1st has left its 10 days on the 11th."""
    rules = agreed({"all_of": [PEAK_7, {"card_reviewed_within": {"days": 10}}]})

    before = clock(10, *good(2), rules=rules, card_days=(day(1),))
    after = clock(11, *good(2), rules=rules, card_days=(day(1),))

    assert (before.started, after.started) == (day(2), None)


def test_time_alone_starts_no_hold() -> None:
    """The window is full on the 7th; the hold starts with the entry of the 9th."""
    rules = agreed({"no_concern": {"days": 7}})

    quiet = clock(8, *good(3), rules=rules)
    told = clock(10, *good(3, 9), rules=rules)

    assert quiet.started is None
    assert (told.started, told.sessions) == (day(9), 1)


def test_an_entry_that_is_no_session_starts_it_too() -> None:
    """The card of the 5th was the last thing missing."""
    rules = agreed({"all_of": [PEAK_7, {"card_reviewed_within": {"days": 30}}]})

    held = clock(9, *good(1, 3, 7), rules=rules, card_days=(day(5),))

    assert (held.started, held.sessions) == (day(5), 1)


def test_a_session_not_gone_to_can_start_it_without_being_in_it() -> None:
    """It was asked about on the 3rd, and nobody was hurt: that is what was agreed."""
    rules = agreed({"no_concern": {"days": 7}})
    at_home = a_debrief(3, outcome=CHOSE_NOT)

    held = clock(5, at_home, rules=rules, began=-40)

    assert (held.started, held.days, held.sessions) == (day(3), 2, 0)


def test_only_sessions_gone_to_are_its_sessions() -> None:
    """A day at home and a cancelled one leave the count as it is."""
    others = (a_debrief(3, outcome=CHOSE_NOT), a_debrief(4, outcome=PLACE))

    held = clock(6, *good(1), *others, *good(5), rules=CALM)

    assert held.sessions == 2


def test_two_sessions_of_one_day_count_in_order_of_time() -> None:
    """A hard morning and a calm afternoon start it; the other way round ends it."""
    calm = a_debrief(5, id="calm", hour=14)
    hard = a_debrief(5, id="hard", worry_peak=9)
    late_hard = a_debrief(5, id="late", hour=16, worry_peak=9)

    started = clock(6, hard, calm, rules=CALM)
    ended = clock(6, calm, late_hard, rules=CALM)

    assert (started.started, started.sessions) == (day(5), 1)
    assert ended.started is None


# --- pause signs and pauses ---------------------------------------------------------


def test_a_pause_sign_begins_it_anew() -> None:
    """Stability holds on the 5th, and yet the sign of that day ends the hold."""
    held = clock(6, *good(1), a_debrief(5, worry_peak=9), rules=WATCHFUL)

    assert (held.started, held.days, held.sessions) == (None, 0, 0)


def test_after_a_sign_it_starts_with_the_next_attended_session() -> None:
    """What the place cancelled on the 6th starts nothing; going on the 8th does."""
    hard, cancelled = a_debrief(5, worry_peak=9), a_debrief(6, outcome=PLACE)

    waiting = clock(7, *good(1), hard, cancelled, rules=WATCHFUL)
    begun = clock(9, *good(1), hard, cancelled, *good(8), rules=WATCHFUL)

    assert waiting.started is None
    assert (begun.started, begun.days, begun.sessions) == (day(8), 1, 1)


def test_a_pause_that_was_decided_ends_it_without_any_sign() -> None:
    """The hold of the 1st ends on the 6th; the session of the 9th starts another."""
    paused = (PauseEvent(day(6), "decision-6"),)

    before = clock(5, *good(1), rules=CALM, pause_events=())
    after = clock(8, *good(1), rules=CALM, pause_events=paused)
    again = clock(9, *good(1, 9), rules=CALM, pause_events=paused)

    assert before.started == day(1)
    assert after.started is None
    assert again.started == day(9)


def test_a_crisis_call_on_a_day_between_sessions_ends_it() -> None:
    """Told in a debrief written late, the call of the 9th loses stability that day."""
    no_calls = {"crisis_contacts_max": {"n": 0, "days": 7}}
    rules = agreed({"all_of": [ONE_ATTENDED, no_calls]}, days=5, sessions=1)
    late = a_debrief(5, contacts=(day(9),))

    held = clock(10, *good(1), late, rules=rules, began=-40)

    assert (held.started, held.days) == (None, 0)


# --- complete -----------------------------------------------------------------------

THREE_IN_A_WEEK = agreed(PEAK_7, days=7, sessions=3)


def test_it_is_complete_when_days_and_sessions_are_both_reached() -> None:
    """The days are there on the 8th, the third session on the 10th."""
    days_only = clock(9, *good(1, 4), rules=THREE_IN_A_WEEK)
    both = clock(12, *good(1, 4, 10), rules=THREE_IN_A_WEEK)
    early_sessions = clock(12, *good(1, 2, 3), rules=THREE_IN_A_WEEK)

    assert days_only.completed is None
    assert (both.completed, early_sessions.completed) == (day(10), day(8))


def test_it_stays_complete_when_nobody_asks_later() -> None:
    """A score that is missing on the 10th does not undo what was reached on the 8th."""
    unrated = a_debrief(10, worry_peak=None)

    held = clock(30, *good(1, 2, 3), unrated, rules=THREE_IN_A_WEEK)

    assert (held.completed, held.complete) == (day(8), True)


def test_a_complete_hold_ends_when_stability_is_lost() -> None:
    """It stays complete until it begins anew, and no longer."""
    hard = a_debrief(10, worry_peak=9)

    held = clock(11, *good(1, 2, 3), hard, rules=THREE_IN_A_WEEK)

    assert (held.completed, held.earliest) == (None, None)


def test_a_hold_of_nothing_is_complete_as_it_starts() -> None:
    """No days and no sessions were agreed."""
    held = clock(3, *good(3), rules=agreed(PEAK_7, days=0, sessions=0))

    assert held.completed == day(3)


@pytest.mark.parametrize(
    ("on", "told", "answer", "shows"),
    [
        (2, (), CANNOT_TELL, "Not started"),
        (5, (1, 4), NOT_MET, "4 of 7 days, 2 of 3 sessions"),
        (9, (1, 2, 3, 4), MET, "7 of 7 days, 3 of 3 sessions"),
    ],
)
def test_it_says_how_far_it_has_run(
    on: int, told: tuple[int, ...], answer: Any, shows: str
) -> None:
    """Never more than was agreed, and never a percentage."""
    held = clock(on, *good(*told), rules=THREE_IN_A_WEEK)

    assert (held.answer, held.shows()) == (answer, shows)


def test_a_debrief_that_is_still_to_come_stops_the_days() -> None:
    """Planned for the 4th and not written yet: until it is late, it cannot be told."""
    rules = agreed({"debrief_done": {"last": 1, "within_hours": 72}})
    waiting = {"waiting": (planned(4),), "now": planned(6).happened_at}

    held = clock(6, *good(1), rules=rules, **waiting)

    assert (held.started, held.days, held.frozen) == (day(1), 3, 2)
