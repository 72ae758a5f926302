"""Pause signs: what makes one fire, how often, and what never does."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.firing import firings
from tests.builders import A_CRISIS_CALL, a_debrief, day, facts
from tests.domain.making import (
    CHOSE_NOT,
    LATE_SIGN,
    NO_SHOW,
    ONE_ATTENDED,
    PEAK_OVER_7,
    agreed,
    fired,
    good,
    stop_for,
)

A_LATE_SIGN: dict[str, Any] = {"not": {"signs_stage_max": {"stage": 2, "days": 7}}}
A_CONCERN: dict[str, Any] = {"not": {"no_concern": {"days": 7}}}


def hard(number: int, peak: int | None = 9) -> Any:
    """Return a session with a worst worry."""
    return a_debrief(number, worry_before=0, worry_peak=peak, worry_after=0)


def called(told_on: int, *days: int) -> Any:
    """Return a debrief that tells of crisis calls."""
    return a_debrief(told_on, contacts=tuple(day(n) for n in days))


def test_a_sign_fires_on_the_day_of_the_entry_that_makes_it_true() -> None:
    """The call was on the 3rd; the debrief of the 5th told of it."""
    assert fired(9, *good(1), called(5, 3), when=A_CRISIS_CALL) == [day(5)]


def test_it_fires_once_for_one_episode() -> None:
    """Still over on the 3rd is the same episode."""
    assert fired(9, hard(2), hard(3), hard(4), when=PEAK_OVER_7) == [day(2)]


def test_true_again_is_a_new_firing() -> None:
    """Over, calm, and over again."""
    assert fired(9, hard(2), *good(3), hard(4), when=PEAK_OVER_7) == [day(2), day(4)]


def test_a_call_in_the_window_of_another_is_the_same_episode() -> None:
    """Calls on the 1st and the 5th lie in one week; the 20th is a new one."""
    sessions = (called(2, 1), called(6, 5), *good(14), called(21, 20))

    assert fired(25, *sessions, when=A_CRISIS_CALL) == [day(2), day(21)]


def test_it_never_fires_on_missing_data() -> None:
    """No score, no question asked, no session: nothing is known, and nothing fires."""
    mute = a_debrief(2, worry_peak=None, signs=None, concerns=None)

    for when in (PEAK_OVER_7, A_LATE_SIGN, A_CONCERN, A_CRISIS_CALL):
        assert fired(9, mute, when=when) == []
        assert fired(9, when=when) == []


def test_an_opposite_fires_when_the_predicate_becomes_not_met() -> None:
    """Two of the last three missed: fewer than two go ahead, whatever comes."""
    when = {"not": {"attended_at_least": {"n": 2, "of_last": 3}}}
    missed = (a_debrief(1, outcome=NO_SHOW), a_debrief(2, outcome=CHOSE_NOT))

    assert fired(9, *missed, *good(3), when=when) == [day(2)]


def test_each_sign_fires_by_itself() -> None:
    """One entry can make two signs true, each with its own response."""
    rules = agreed(
        ONE_ATTENDED,
        pause=[stop_for(PEAK_OVER_7), stop_for(A_CRISIS_CALL, "review_same_day")],
    )
    both = a_debrief(2, worry_peak=9, contacts=(day(2),))

    found = firings(rules, facts(9, both))

    assert [firing.sign for firing in found] == list(rules.pause)
    assert {firing.entry for firing in found} == {"debrief-2"}
    assert [firing.shows for firing in found] == ["9", "1 in 7 days"]


def test_a_call_after_the_session_fires_with_its_debrief() -> None:
    """A debrief of the 5th, written late, tells of a call on the 7th."""
    assert fired(9, *good(1), called(5, 7), when=A_CRISIS_CALL) == [day(5)]


def test_a_later_call_never_hides_the_sign_that_was_seen_at_the_session() -> None:
    """Three bad nights seen on the 3rd, and a call on the 12th in the same debrief."""
    told = a_debrief(3, signs=(LATE_SIGN,), contacts=(day(12),))

    assert fired(13, told, when=A_LATE_SIGN) == [day(3)]


def test_a_later_call_never_hides_that_someone_was_hurt() -> None:
    """Harm on the 3rd, and a call on the 12th in the same debrief."""
    told = a_debrief(3, concerns=(Concern.HURT, Concern.CRISIS), contacts=(day(12),))

    assert fired(13, told, when=A_CONCERN) == [day(3)]


def test_what_happens_after_the_day_asked_about_is_not_known_yet() -> None:
    """On the 4th nobody knows of the session of the 5th."""
    assert fired(4, *good(1), when=PEAK_OVER_7) == []
