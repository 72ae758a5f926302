"""What was answered before a step began is never counted, and never left unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import LimitKept, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.finding import CANNOT_TELL
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.review import review_table
from tests.builders import a_debrief, criteria, day
from tests.domain.making import (
    PEAK_7,
    a_case,
    decided,
    observed,
    slept,
    stands,
    stop_for,
)

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

CALLS = criteria(
    PEAK_7, pause=[stop_for({"not": {"crisis_contacts_max": {"n": 0, "days": 7}}})]
)
RESUMED = (
    decided(1, Choice.START, hour=8),
    decided(9, Choice.PAUSE),
    decided(12, Choice.RESUME),
)


def the_pause_sign(case: Casefile, on: int) -> str:
    """Return what a review says of crisis calls on the n-th day."""
    standing = stands(case, on)
    line = review_table(case, standing).pause_signs[0]
    assert standing.pause_now[0].answer is CANNOT_TELL
    assert line.missing
    return line.shows


def test_a_call_before_a_resume_is_told_beside_what_was_not_asked() -> None:
    """A call on the 8th, resumed on the 12th: not counted on the 13th, and shown."""
    told = a_debrief(8, contacts=(day(8),))

    case = a_case(told, rules=CALLS, decisions=RESUMED)

    assert the_pause_sign(case, 13) == (
        "Not asked since this step began again on Saturday 12 September 2026. "
        "Before that: a crisis call on Tuesday 8 September 2026"
    )


def test_a_call_noted_between_sessions_is_told_after_a_debrief_that_heard_none() -> (
    None
):
    """The call of the 10th lies in the 7 days; a later debrief does not hide it."""
    noted = observed(10, Seen.CRISIS_CONTACT)

    case = a_case(a_debrief(11), rules=CALLS, decisions=RESUMED, observations=(noted,))

    assert the_pause_sign(case, 13).endswith(
        "Before that: a crisis call on Thursday 10 September 2026"
    )


def test_a_step_that_begins_says_what_was_answered_on_the_one_before() -> None:
    """Asked on the 8th, on step 1; step 2 began on the 12th."""
    moved = (
        decided(1, Choice.START, hour=8),
        decided(12, Choice.PROGRESS, to_step="step-2"),
    )

    case = a_case(a_debrief(8), rules=CALLS, decisions=moved)

    assert the_pause_sign(case, 13) == (
        "Not asked since this step began on Saturday 12 September 2026. "
        "Before that, asked on Tuesday 8 September 2026: no crisis call"
    )


def test_a_call_before_stands_beside_none_so_far() -> None:
    """Asked on the 14th, and none; the call of the 8th is in the 7 days."""
    called = a_debrief(8, contacts=(day(8),))

    case = a_case(called, a_debrief(14), rules=CALLS, decisions=RESUMED)

    assert the_pause_sign(case, 14) == (
        "None so far, in 3 days. Before that: a crisis call on Tuesday 8 September 2026"
    )


def test_sessions_before_a_resume_are_not_denied() -> None:
    """It is not "no session yet" where there was one before the pause."""
    rules = criteria({"attended_at_least": {"n": 1, "of_last": 1}})

    case = a_case(a_debrief(8), rules=rules, decisions=RESUMED)

    assert stands(case, 13).stability.shows == (
        "No session since this step began again on Saturday 12 September 2026"
    )


def test_short_nights_and_craving_before_a_step_back_are_told() -> None:
    """3 hours on the 10th and 4 on the 11th; craving 7 on the 10th."""
    rules = criteria(
        {
            "all_of": [
                {"sleep_nights_below": {"h": 5, "max_nights": 2, "days": 7}},
                {"cravings_max": {"x": 6, "last": 1}},
                {"limit_kept": {"limit_id": "l1", "last": 1}},
            ]
        }
    )
    seen = (slept(10, 3), slept(11, 4), observed(10, Seen.CRAVING, craving=7))
    told = a_debrief(8, limits=(LimitKept("l1", kept=True),))

    case = a_case(told, rules=rules, decisions=RESUMED, observations=seen)

    nights, craving, limit = stands(case, 13).stability.lines()
    again = "since this step began again on Saturday 12 September 2026. Before that: "
    assert nights.shows == (
        f"No night recorded {again}under 5 hours on 2 of 2 recorded nights"
    )
    assert craving.shows == (f"Nothing recorded {again}7 on Thursday 10 September 2026")
    assert limit.shows == f"Nothing recorded {again}kept on Tuesday 8 September 2026"


def test_a_word_from_before_a_resume_is_not_denied() -> None:
    """They were asked on the 8th; that is before the step began again."""
    told = a_debrief(8, ready=Word.YES)
    case = a_case(told, decisions=RESUMED)

    line = review_table(case, stands(case, 13)).agreed[-1]

    assert line.shows == (
        "Not asked since this step began again on Saturday 12 September 2026"
    )
