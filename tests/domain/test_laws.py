"""Laws that hold for whatever was agreed and whatever was recorded."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Outcome, Word
from inclusion_cli.domain.facts import Baseline, Facts
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET
from inclusion_cli.domain.judging import judge
from tests.builders import a_debrief, criteria, day, facts
from tests.domain.making import (
    NO_SHOW,
    UNCOUNTED,
    a_case,
    agreed,
    clock,
    gone,
    planned,
    reviewed,
    rule,
    stands,
)
from tests.domain.strategies import (
    RULES,
    RULES_WITH_NOT,
    debriefs,
    predicates,
    stretches,
    trees,
)

ON = 31
ATTENDANCE = predicates("attended_at_least")
BY_SESSION = predicates(
    "attended_at_least",
    "peak_suds_max",
    "post_le_pre",
    "prediction_outcome_in",
    "suds_drop_from_baseline",
)
"""The predicates that read sessions by their place, not by their day."""


def no_data(on: int, base: Baseline | None) -> Facts:
    """Return a step about which nothing at all is recorded."""
    return facts(on, baseline=base)


@settings(max_examples=150)
@given(
    data=RULES | RULES_WITH_NOT,
    on=st.integers(1, 400),
    base=st.none() | st.builds(Baseline, st.integers(0, 5), st.integers(0, 90)),
)
def test_no_data_is_never_an_answer(
    data: dict[str, Any], on: int, base: Baseline | None
) -> None:
    """Whatever was agreed, with `not` or without: silence cannot be told."""
    assert judge(rule(data), no_data(on, base)).answer is CANNOT_TELL


@st.composite
def with_cancellations(draw: st.DrawFn) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """Return sessions, and the same with cancelled ones anywhere between them."""
    sessions = draw(stretches())
    outcomes = st.sampled_from(UNCOUNTED)
    slots = draw(st.lists(st.tuples(st.integers(1, 30), outcomes), max_size=6))
    cancelled = [
        a_debrief(number, outcome=outcome, hour=12, id=f"cancelled-{n}")
        for n, (number, outcome) in enumerate(slots)
    ]
    both = sorted((*sessions, *cancelled), key=lambda kept: kept.order)
    return sessions, tuple(both)


@settings(max_examples=100)
@given(data=BY_SESSION, pair=with_cancellations())
def test_what_others_cancelled_changes_no_answer_and_no_count(
    data: dict[str, Any], pair: tuple[tuple[Any, ...], tuple[Any, ...]]
) -> None:
    """Service, place, outside cause or pause: the finding is the same in every part."""
    without, among = pair

    assert judge(rule(data), facts(ON, *among)) == judge(
        rule(data), facts(ON, *without)
    )


@given(data=trees(BY_SESSION, opposites=True), pair=with_cancellations())
def test_nor_does_it_change_a_tree_of_them(
    data: dict[str, Any], pair: tuple[tuple[Any, ...], tuple[Any, ...]]
) -> None:
    """Joined, turned and running, the answer is the same."""
    without, among = pair
    agreed_rule = rule(data)

    with_them = judge(agreed_rule, facts(ON, *among)).answer
    assert with_them is judge(agreed_rule, facts(ON, *without)).answer


@given(data=ATTENDANCE, sessions=stretches(last=28))
def test_going_once_more_never_loses_attendance(
    data: dict[str, Any], sessions: tuple[Any, ...]
) -> None:
    """One more good session turns nothing that is met, and nothing open, to not met."""
    agreed_rule = rule(data)
    before = judge(agreed_rule, facts(29, *sessions)).answer
    after = judge(agreed_rule, facts(29, *sessions, a_debrief(29))).answer

    assert not (before is MET and after is not MET)
    assert not (before is CANNOT_TELL and after is NOT_MET)


@given(
    data=ATTENDANCE,
    sessions=stretches(last=28),
    outcome=st.sampled_from([Outcome.ATTENDED_FULL, NO_SHOW]),
)
def test_what_is_settled_stays_settled_until_the_window_is_full(
    data: dict[str, Any], sessions: tuple[Any, ...], outcome: Outcome
) -> None:
    """MET and NOT_MET hold whatever the missing sessions bring."""
    agreed_rule = rule(data)
    before = judge(agreed_rule, facts(29, *sessions))
    more = facts(29, *sessions, a_debrief(29, outcome=outcome))

    full = len(before.used) == data["attended_at_least"]["of_last"]
    if before.answer is not CANNOT_TELL and not full:
        assert judge(agreed_rule, more).answer is before.answer


@settings(max_examples=100)
@given(data=RULES_WITH_NOT, sessions=stretches())
def test_an_answer_names_only_records_there_are(
    data: dict[str, Any], sessions: tuple[Any, ...]
) -> None:
    """Every id can be opened, and an open answer says what would settle it."""
    found = judge(rule(data), facts(ON, *sessions, baseline=Baseline(1, 56)))

    assert set(found.used) <= {session.id for session in sessions}
    assert found.agreed == rule(data).words()
    assert bool(found.missing) == (found.answer is CANNOT_TELL)


# --- the hold -----------------------------------------------------------------------


@settings(max_examples=100)
@given(
    data=RULES_WITH_NOT,
    sessions=stretches(),
    away=st.sets(st.integers(1, ON), max_size=5),
    on=st.integers(1, ON),
)
def test_every_day_since_the_start_has_counted_or_stood_still(
    data: dict[str, Any], sessions: tuple[Any, ...], away: set[int], on: int
) -> None:
    """Days run and days that stood still are all the days that have passed."""
    known = [session for session in sessions if session.on <= day(on)]

    held = clock(on, *known, rules=agreed(data), away=away)

    if held.started is None:
        assert (held.days, held.frozen, held.sessions) == (0, 0, 0)
    else:
        assert held.days + held.frozen == (day(on) - held.started).days
        went = [s for s in known if s.record.outcome.attended]
        assert held.sessions == sum(s.on >= held.started for s in went)


@given(data=RULES_WITH_NOT, sessions=stretches(), ahead=st.sets(st.integers(32, 50)))
def test_a_hold_is_complete_exactly_when_both_are_reached(
    data: dict[str, Any], sessions: tuple[Any, ...], ahead: set[int]
) -> None:
    """And a date is promised only where it can be kept."""
    held = clock(ON, *sessions, rules=agreed(data, days=5, sessions=2), planned=ahead)

    assert held.complete == (held.days >= 5 and held.sessions >= 2)
    if held.complete:
        assert held.earliest == held.completed
    elif held.earliest:
        assert held.earliest >= day(ON)


# --- the whole file -----------------------------------------------------------------


@st.composite
def shuffled_cases(draw: st.DrawFn) -> tuple[Any, Any]:
    """Return a casefile, and the same one with its records listed otherwise."""
    numbers = draw(st.lists(st.integers(1, 20), max_size=6))
    told = [
        draw(debriefs(number, id=f"d-{n}", ready=draw(st.sampled_from([None, *Word]))))
        for n, number in enumerate(numbers)
    ]
    lists: dict[str, Any] = {
        "sessions": [planned(n) for n in draw(st.sets(st.integers(15, 40)))],
        "aways": [
            gone(n, n + 2) for n in draw(st.sets(st.integers(1, 20), max_size=2))
        ],
        "reviews": [reviewed(n, Word.YES) for n in draw(st.sets(st.integers(1, 20)))],
        "debriefs": told,
    }
    rules = criteria(draw(RULES_WITH_NOT), days=3, sessions=1)
    other = {name: tuple(draw(st.permutations(items))) for name, items in lists.items()}
    one = {name: tuple(items) for name, items in lists.items()}
    return a_case(rules=rules, **one), a_case(rules=rules, **other)


@given(pair=shuffled_cases(), on=st.integers(1, 30))
def test_nothing_depends_on_the_order_in_which_records_are_listed(
    pair: tuple[Any, Any], on: int
) -> None:
    """Time orders them, then the order of entry; the list does not."""
    one, other = pair

    assert stands(one, on) == stands(other, on)
