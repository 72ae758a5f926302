"""How sessions went, in words: counts with their n, and never a cause."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Happened, Outcome
from inclusion_cli.domain.pack_between import crisis
from inclusion_cli.domain.pack_fears import fears
from inclusion_cli.domain.pack_sessions import attendance, session_line
from inclusion_cli.domain.plan import Plan
from tests.builders import a_debrief, day
from tests.domain.making import (
    CHOSE_NOT,
    LATE_SIGN,
    NO_SHOW,
    OURS,
    OUTSIDE,
    PLACE,
    a_case,
    good,
    keep,
)


def test_attendance_is_counted_of_what_was_countable() -> None:
    """What others cancelled stands apart, and so does leaving early by choice."""
    outcomes = (CHOSE_NOT, NO_SHOW, OURS, OURS, PLACE, OUTSIDE)
    debriefs = [a_debrief(n, outcome=o) for n, o in enumerate(outcomes, start=3)]
    early = a_debrief(2, outcome=Outcome.LEFT_BY_CHOICE)

    assert list(attendance([*good(1), early, *debriefs])) == [
        "2 of 4 sessions went ahead.",
        "1 left early by choice, counted as gone to.",
        "1 not gone to by their own choice.",
        "1 not gone to, and nobody knows why.",
        "2 cancelled by us, not counted.",
        "1 cancelled by the place, not counted.",
        "1 cancelled by an outside cause, not counted.",
    ]


def test_nothing_to_count_is_not_nought() -> None:
    """Nobody stayed away when everything was cancelled."""
    assert list(attendance([a_debrief(1, outcome=OURS)])) == [
        "No session to count in this time.",
        "1 cancelled by us, not counted.",
    ]


def test_how_often_a_fear_came_true_has_its_n() -> None:
    """Of those asked, not of all."""
    said = (Happened.NO, Happened.YES, Happened.PARTLY, None)
    debriefs = [a_debrief(n, feared=feared) for n, feared in enumerate(said, start=1)]

    assert fears(debriefs) == (
        "What was feared came true 1 of 3 times, and partly 1 time."
    )
    assert fears(good(1)) == ""


def test_a_session_is_told_in_words() -> None:
    """A missing score is said, not drawn as nought; a question not asked is said so."""
    unrated = a_debrief(2, worry_peak=None, signs=None)
    seen = a_debrief(3, signs=(LATE_SIGN,), feared=Happened.NO, helped="Her list")

    first, second = (session_line(a_case(), kept) for kept in (unrated, seen))

    assert (first.day, first.step, first.outcome) == (
        "Wednesday 2 September 2026, 10am",
        "1",
        "went ahead as planned",
    )
    assert (first.before, first.peak, first.after) == ("5", "not given", "4")
    assert (first.signs, second.signs) == ("not asked", "Three bad nights")
    assert (second.feared, second.helped) == ("no", "Her list")


def test_a_session_that_was_not_gone_to_lacks_no_score() -> None:
    """Nothing was to be rated."""
    missed = a_debrief(
        2, outcome=OURS, worry_before=None, worry_peak=None, worry_after=None
    )

    line = session_line(a_case(), missed)

    assert (line.before, line.peak, line.after) == ("", "", "")
    assert line.outcome == "cancelled by us"


# --- crisis calls -------------------------------------------------------------------


def said(
    *debriefs: Any, plan: Plan | None = None, first: int = 1, last: int = 10
) -> str:
    """Return what a pack says of crisis calls."""
    case = a_case(*debriefs, plan=keep(plan) if plan else None)
    return crisis(case, debriefs, first=day(first), last=day(last))


def test_calls_have_their_days_on_both_sides() -> None:
    """Asked from the 1st to the 10th, held against the 56 days before."""
    told = a_debrief(5, contacts=(day(4), day(5)))

    assert said(*good(1), told, plan=Plan("Out", 3, 56)) == (
        "2 crisis calls in 10 days, asked in 2 debriefs. "
        "Before the plan: 3 crisis calls in 56 days."
    )


@pytest.mark.parametrize("plan", [None, Plan("Out"), Plan("Out", 3)])
def test_without_a_baseline_nothing_is_held_against_it(plan: Plan | None) -> None:
    """No count from before, no comparison."""
    assert said(*good(1), plan=plan) == (
        "0 crisis calls in 10 days, asked in 1 debrief. "
        "Not asked since Tuesday 1 September 2026."
    )


def test_nobody_asked_is_not_none() -> None:
    """Silence is not a quiet time."""
    mute = a_debrief(1, concerns=None)

    assert said(mute) == "Crisis calls were not asked about in this time."


def test_a_call_from_before_the_days_counted_is_not_among_them() -> None:
    """The first debrief of the time tells of a call before the time."""
    told = a_debrief(5, contacts=(day(2),))

    assert said(told, first=4) == "0 crisis calls in 6 days, asked in 1 debrief."


def test_a_call_lies_in_the_days_it_is_counted_over() -> None:
    """A call of the 8th cannot be 1 call in the 1 day that is the 10th."""
    told = a_debrief(10, contacts=(day(8),))

    assert not said(told).startswith("1 crisis call in 1 day,")
