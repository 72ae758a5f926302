"""Where a person stands: what counts, the person's word, eligible, over-caution."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.finding import CANNOT_TELL, MET
from inclusion_cli.domain.plan import Plan
from inclusion_cli.domain.standing import standing
from tests.builders import A_CRISIS_CALL, a_card, a_debrief, at, criteria, day
from tests.domain.making import (
    PEAK_7,
    a_case,
    decided,
    good,
    keep,
    planned,
    reviewed,
    stands,
    stop_for,
)

WEEK = criteria(PEAK_7, days=7, sessions=1)
"""Reached on the 8th by a session of the 1st."""


def test_no_step_on_is_no_standing() -> None:
    """There is nothing to compare."""
    assert standing(a_case(decisions=()), now=at(5)) is None


# --- what counts --------------------------------------------------------------------


def test_only_this_steps_sessions_since_its_start_count() -> None:
    """Another step's, and those of before, are shown and not counted."""
    other = a_debrief(3, step="step-2", id="other")
    begun = (decided(3, Choice.START, hour=8),)

    where = stands(a_case(*good(1, 2, 4), other, decisions=begun), 5)

    assert [session.id for session in where.sessions] == ["debrief-4"]


def test_after_a_resume_only_what_follows_it_counts() -> None:
    """Also on the day of the resume itself: by time."""
    decisions = (
        decided(1, Choice.START, hour=8),
        decided(4, Choice.PAUSE),
        decided(8, Choice.RESUME),
    )
    morning = a_debrief(8, id="morning", hour=9)
    evening = a_debrief(8, id="evening", hour=15)

    where = stands(a_case(*good(2), morning, evening, decisions=decisions), 8)

    assert [session.id for session in where.sessions] == ["evening"]


def test_sessions_stand_in_order_of_time_then_of_entry() -> None:
    """However they were listed."""
    late, first = a_debrief(2, id="b", hour=15), a_debrief(2, id="c", hour=9)
    same = a_debrief(2, id="a", hour=15)

    where = stands(a_case(late, first, same), 3)

    assert [session.id for session in where.sessions] == ["c", "a", "b"]


def test_what_has_not_happened_yet_is_not_read() -> None:
    """At noon of the 3rd, the session of 2pm is still to come."""
    afternoon = a_debrief(3, id="later", hour=14)

    where = stands(a_case(*good(1), afternoon), 3, hour=12)

    assert [session.id for session in where.sessions] == ["debrief-1"]


def test_a_session_that_passed_before_the_resume_is_not_missed_now() -> None:
    """Nobody wrote up the 3rd; since the resume of the 8th, one is in time."""
    rules = criteria({"debrief_done": {"last": 2, "within_hours": 24}})
    decisions = (
        decided(1, Choice.START, hour=8),
        decided(4, Choice.PAUSE),
        decided(8, Choice.RESUME),
    )
    case = a_case(*good(9), sessions=(planned(3),), decisions=decisions, rules=rules)

    assert stands(case, 10).stability.answer is CANNOT_TELL


def test_a_pause_before_the_resume_of_the_same_day_is_not_counted() -> None:
    """Paused at 9 and resumed at noon: the step begins anew, with no pause in it."""
    rules = criteria({"no_pause_event": {"days": 1}})
    decisions = (
        decided(1, Choice.START, hour=8),
        decided(8, Choice.PAUSE, hour=9),
        decided(8, Choice.RESUME),
    )
    evening = a_debrief(8, hour=15)

    where = stands(a_case(evening, decisions=decisions, rules=rules), 8)

    assert where.stability.answer is MET


def test_the_baseline_is_the_plans_count() -> None:
    """Three calls in 56 days before: one in 28 days is no more than before."""
    rules = criteria({"crisis_contacts_max": {"n": "baseline", "days": 28}})
    plan = keep(Plan("A hot chocolate out", 3, 56))
    call = a_debrief(30, contacts=(day(29),))

    counted = stands(a_case(call, plan=plan, rules=rules), 40)
    uncounted = stands(a_case(call, plan=keep(Plan("Out")), rules=rules), 40)

    assert counted.stability.answer is MET
    assert uncounted.stability.answer is CANNOT_TELL


# --- the card -----------------------------------------------------------------------

CARD_30 = {"all_of": [PEAK_7, {"card_reviewed_within": {"days": 30}}]}


def renewed(first: int, latest: int) -> dict[str, Any]:
    """Return a card written on one day and renewed on another."""
    card = keep(a_card(version=2), latest, recorded_at=at(first), amended=1)
    return {"card": card, "card_days": (day(first), day(latest))}


def test_a_renewed_card_was_looked_at_when_it_was_renewed() -> None:
    """Written 60 days ago and renewed on the 2nd: looked at in the last 30 days."""
    case = a_case(*good(1, 3), **renewed(-60, 2), rules=criteria(CARD_30))

    assert stands(case, 4).stability.answer is MET


def test_renewing_a_card_takes_no_good_day_away() -> None:
    """It was fresh before and after; the hold of the 1st goes on."""
    case = a_case(*good(1, 3), **renewed(-10, 9), rules=criteria(CARD_30))

    hold = stands(case, 11).hold

    assert (hold.started, hold.days, hold.frozen) == (day(1), 10, 0)


# --- the person's word, eligible ----------------------------------------------------


def test_reached_and_yes_is_eligible_for_review() -> None:
    """The hold is complete, no sign is open, and the latest word is yes."""
    case = a_case(*good(1), reviews=(reviewed(6, Word.YES),), rules=WEEK)

    before, after = stands(case, 7), stands(case, 8)

    assert (before.reached, before.eligible) == (False, False)
    assert (after.reached, after.eligible) == (True, True)
    assert (after.word, after.word_on) == (Word.YES, day(6))


@pytest.mark.parametrize("word", [None, Word.NO, Word.NOT_SURE])
def test_without_a_yes_nobody_is_eligible(word: Word | None) -> None:
    """The word is never inferred."""
    reviews = (reviewed(6, word),) if word else ()

    where = stands(a_case(*good(1), reviews=reviews, rules=WEEK), 8)

    assert (where.reached, where.eligible, where.word) == (True, False, word)


def test_the_latest_word_stands_wherever_it_was_said() -> None:
    """Yes at the review of the 4th, no after the session of the 6th."""
    debrief = a_debrief(6, ready=Word.NO)
    case = a_case(*good(1), debrief, reviews=(reviewed(4, Word.YES),), rules=WEEK)

    assert (stands(case, 8).word, stands(case, 8).word_on) == (Word.NO, day(6))


def test_a_debrief_without_the_question_leaves_the_word() -> None:
    """Not asked again is not a new answer."""
    case = a_case(*good(1, 6), reviews=(reviewed(4, Word.YES),), rules=WEEK)

    assert stands(case, 8).word is Word.YES


def test_a_word_about_another_step_or_from_before_does_not_count() -> None:
    """It counts from the latest start or resume, and about this step."""
    old = reviewed(1, Word.YES)
    other = reviewed(6, Word.YES, step="step-2")
    begun = (decided(3, Choice.START, hour=8),)

    where = stands(a_case(decisions=begun, reviews=(old, other)), 8)

    assert where.word is None


def test_a_word_of_the_morning_before_the_resume_does_not_count() -> None:
    """A session of that morning is not counted; what was said in it is not either."""
    decisions = (
        decided(1, Choice.START, hour=8),
        decided(4, Choice.PAUSE),
        decided(8, Choice.RESUME),
    )
    morning = a_debrief(8, hour=9, ready=Word.YES)

    assert stands(a_case(morning, decisions=decisions), 9).word is None


CALLS = criteria(PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL)])
CALLED = a_debrief(2, contacts=(day(2),))


def test_an_open_pause_sign_stands_in_the_way_until_a_decision_cites_it() -> None:
    """Reached again after the call of the 2nd, and not answered yet."""
    yes = (reviewed(12, Word.YES),)
    start = decided(1, Choice.START, hour=8)
    answer = decided(3, Choice.HOLD, cites=("debrief-2",))

    opened = a_case(CALLED, *good(4), reviews=yes, rules=CALLS)
    answered = a_case(
        CALLED, *good(4), reviews=yes, rules=CALLS, decisions=(start, answer)
    )

    assert [sign.entry for sign in stands(opened, 13).open_signs] == ["debrief-2"]
    assert (stands(opened, 13).hold.complete, stands(opened, 13).eligible) == (
        True,
        False,
    )
    assert (stands(answered, 13).open_signs, stands(answered, 13).eligible) == (
        (),
        True,
    )


def test_a_paused_step_is_not_eligible() -> None:
    """A pause ends the hold; nothing is reached while it lasts."""
    decisions = (decided(1, Choice.START, hour=8), decided(9, Choice.PAUSE))
    yes = (reviewed(8, Word.YES),)

    where = stands(a_case(*good(1), decisions=decisions, reviews=yes, rules=WEEK), 20)

    assert (where.hold.started, where.reached, where.eligible) == (None, False, False)
