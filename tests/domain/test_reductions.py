"""Less for a while: what calls for it, and that it is never a ban."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.alarms import alarms
from inclusion_cli.domain.debrief import LimitKept
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.due import Group
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.event_plan import EventPlan, Reduction, UseGoal
from inclusion_cli.domain.money_weeks import unreviewed_breaches
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.reductions import (
    calls_for_less,
    minutes_now,
    no_ban,
    says_reduction,
    standing_reduction,
)
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.safety import Safety
from tests.builders import a_debrief, at, day
from tests.domain.making import a_case, decided, keep, noon, observed, slept, stands

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

BROKEN = (LimitKept("l1", kept=False),)


def less(number: int = 10, look: int = 17, **told: Any) -> Kept[Reduction]:
    """Return a reduction of the n-th day, to be looked at again on another."""
    facts = {"step": "step-1", "why": "Short nights", "minutes": 10, **told}
    return keep(Reduction(on=day(number), look_again=day(look), **facts), number)


def evening(number: int, **told: Any) -> Kept[EventPlan]:
    """Return an evening of the n-th day, planned that morning."""
    at_ = at(number, 19)
    facts: dict[str, Any] = {
        "place": "The Railway",
        "minutes": 60,
        "goal": UseGoal.SAFER,
        "next_day": at(number + 1, 10),
        **told,
    }
    return keep(EventPlan(at=at_, **facts), number, hour=9)


def with_safety(case: Casefile, **kinds: Any) -> Casefile:
    """Return a file with such records beside the ladder."""
    return replace(case, safety=Safety(**kinds))


def called(case: Casefile, on: int) -> list[str]:
    """Return the ids of what calls for less on a day."""
    return [one.record for one in calls_for_less(case, None, on=day(on))]


def test_a_broken_limit_calls_for_less() -> None:
    """Told in a debrief, or between sessions."""
    debrief = a_debrief(5, limits=BROKEN)
    seen = observed(6, Seen.SUBSTANCE_USE, what="Beer", within_limit=False)
    case = a_case(debrief, observations=(seen,))
    assert called(case, 7) == [debrief.id, seen.id]
    assert called(case, 20) == []


def test_one_high_craving_is_not_two() -> None:
    """A craving of 6 or more, twice in 7 days; 5 never counts."""
    once = a_case(observations=(observed(5, Seen.CRAVING, craving=8),))
    assert called(once, 6) == []
    seen = (
        observed(5, Seen.CRAVING, craving=6),
        observed(6, Seen.CRAVING, craving=5),
        observed(7, Seen.CRAVING, craving=7),
    )
    assert called(a_case(observations=seen), 8) == [seen[0].id, seen[2].id]


def test_three_short_nights_of_seven() -> None:
    """Two are not three; five hours are not under five."""
    two = (slept(5, 4), slept(6, 4.5), slept(7, 5))
    assert called(a_case(observations=two), 8) == []
    three = (*two, slept(8, 3))
    assert len(called(a_case(observations=three), 8)) == 3
    assert called(a_case(observations=three), 20) == []


def test_a_decision_or_a_reduction_answers_it() -> None:
    """What was answered does not call again."""
    debrief = a_debrief(5, limits=BROKEN)
    case = a_case(debrief)
    held = decided(6, Choice.HOLD, cites=(debrief.id,))
    assert called(replace(case, decisions=(*case.decisions, held)), 7) == []
    reduced = with_safety(case, reductions=(less(6, because=(debrief.id,)),))
    assert called(reduced, 7) == []


@pytest.mark.parametrize(
    "text",
    [
        "Banned from the pub",
        "He is not allowed out",
        "No evening events",
        "No more gigs for him",
        "It is forbidden",
        "She may not go",
        "Barred until further notice",
        "Never again",
        "He can't go",
    ],
)
def test_a_ban_is_no_reason(text: str) -> None:
    """The words of a ban are sent back, and what is wanted is said."""
    with pytest.raises(ValueError, match="no ban"):
        no_ban(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three short nights and a craving of 7. Back to the hour.",
        "An hour for now, a worker near. The music goes on.",
        "No alcohol is his own limit",
        "The urban band was loud",
    ],
)
def test_less_for_a_while_can_be_said(text: str) -> None:
    """Ordinary reasons pass, and are kept as they are said."""
    no_ban(text)

    assert less(why=text).record.why == text


def test_what_is_less_stands_until_it_ends() -> None:
    """Minutes are fewer while it stands, and as they were after it."""
    case = with_safety(a_case(), reductions=(less(),))
    step = case.steps[0]
    assert minutes_now(case, step) == 10
    assert says_reduction(less().record, step.record) == "10 minutes of 15 at most"
    ended = with_safety(a_case(), reductions=(less(ended_on=day(12)),))
    assert standing_reduction(ended) is None
    assert minutes_now(ended, step) == 15


def dues(case: Casefile, on: int) -> list[tuple[Group, str, str]]:
    """Return what is due of it on a day."""
    return [
        (due.group, due.alarm, due.says)
        for due in due_for(case, now=noon(on))
        if due.command[0] in ("event", "observe")
    ]


def test_past_its_day_it_is_a_caution_alarm() -> None:
    """On its day it is due, before that it is coming, after it the alarm rings."""
    case = with_safety(a_case(), reductions=(less(10, 17),))
    assert dues(case, 12)[0][:2] == (Group.COMING, "")
    assert dues(case, 17)[0][:2] == (Group.TODAY, "")
    ((group, alarm, says),) = dues(case, 19)
    assert (group, alarm) == (Group.TODAY, "caution")
    assert "That is 2 days ago" in says


def test_the_day_after_an_evening_asks_about_sleep_and_craving() -> None:
    """Until one of them is told, for a week; another day's night is no answer.

    Before it, home says that it is coming up.
    """
    case = with_safety(a_case(), event_plans=(evening(10),))
    assert [says for _g, _a, says in dues(case, 9)] == [
        "Evening, tomorrow, 7pm: The Railway."
    ]
    assert dues(case, 2) == []
    assert [says for _g, _a, says in dues(case, 11)] == [
        (
            "The day after The Railway: ask about sleep and craving. "
            "Planned for today, 10am."
        )
    ]
    before = replace(case, observations=(slept(10, 8),))
    assert len(dues(before, 12)) == 1
    told = replace(case, observations=(slept(11, 8),))
    assert dues(told, 12) == []
    assert dues(case, 30) == []


def test_home_offers_less_where_something_calls_for_it() -> None:
    """With an evening planned not long ago; not while something is less already."""
    broken = a_debrief(11, limits=BROKEN)
    case = with_safety(a_case(broken), event_plans=(evening(10, next_day=None),))
    (offer,) = dues(case, 12)
    assert offer[2].startswith("A limit was not kept on ")
    assert offer[2].endswith("No ban.")
    reduced = with_safety(case, event_plans=(evening(10),), reductions=(less(11, 14),))
    assert not any("can help" in says for _g, _a, says in dues(reduced, 12))


def test_an_open_pause_sign_about_craving_calls_for_less() -> None:
    """It is one of the signs that were agreed for the step."""
    rules = {
        "stability": {"attended_at_least": {"n": 3, "of_last": 4}},
        "pause": [
            {
                "when": {"not": {"cravings_max": {"x": 6, "last": 1}}},
                "response": "pause",
            }
        ],
        "hold": {"days": 14, "min_sessions": 3},
    }
    seen = observed(5, Seen.CRAVING, craving=7)
    case = a_case(rules=rules, observations=(seen,))
    there = calls_for_less(case, stands(case, 6), on=day(6))
    assert [one.record for one in there] == [seen.id]
    later = day(6) + timedelta(days=40)
    assert calls_for_less(case, stands(case, 46), on=later) == ()


def test_a_broken_limit_rings_until_it_is_answered() -> None:
    """A risk alarm, at once; a decision answers it, and so does less for a while."""
    seen = observed(6, Seen.SUBSTANCE_USE, what="Beer", within_limit=False)
    case = a_case(observations=(seen,))

    def rings(it: Casefile, on: int) -> list[str]:
        found = alarms(it, stands(it, on), on=day(on))
        return [one.says for one in found if "limit was not kept" in one.says]

    assert rings(case, 6) == [
        "On Sunday 6 September a limit was not kept. No review has looked at it."
    ]
    assert seen.id in review_table(case, stands(case, 6)).cites
    held = decided(6, Choice.HOLD, cites=(seen.id,))
    assert rings(replace(case, decisions=(*case.decisions, held)), 7) == []
    assert rings(with_safety(case, reductions=(less(6, because=(seen.id,)),)), 7) == []
    assert rings(case, 30) == []


def test_a_breach_is_reviewed_the_same_day_or_late() -> None:
    """By a decision or a reduction; of another day it is late, and without one open."""
    broken = a_debrief(5, limits=BROKEN)
    case = a_case(broken)
    (open_,) = unreviewed_breaches(case, on=day(9))
    assert (open_.id, open_.reviewed_on, open_.days_late) == (broken.id, None, 4)
    same = with_safety(case, reductions=(less(5, because=(broken.id,)),))
    assert unreviewed_breaches(same, on=day(9)) == ()
    late = with_safety(case, reductions=(less(7, because=(broken.id,)),))
    assert unreviewed_breaches(late, on=day(9))[0].days_late == 2
