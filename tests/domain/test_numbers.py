"""Each number counts what it says, keeps its records, and counts against nobody."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.dashboard import person_dashboard
from inclusion_cli.domain.dashboard_facts import spread_facts
from inclusion_cli.domain.debrief import Outcome, Word
from inclusion_cli.domain.decision import Choice, Evidence, Review
from inclusion_cli.domain.event_plan import Reduction
from inclusion_cli.domain.incident import Incident, Level
from inclusion_cli.domain.measure import Measure, Mode
from inclusion_cli.domain.number_kinds import Count, Rate, Spread, spread_of
from inclusion_cli.domain.numbers import PersonNumbers, person_numbers, total
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.plan import AwayKind, Plan
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.restriction import Restriction, RestrictionReview, Verdict
from inclusion_cli.domain.safety import Safety
from tests.builders import a_debrief, at, day
from tests.domain.making import (
    CHOSE_NOT,
    NO_SHOW,
    OURS,
    OUTSIDE,
    PAUSED,
    PLACE,
    a_case,
    decided,
    gone,
    good,
    keep,
    ladder,
    observed,
    planned,
)
from tests.domain.strategies import lives
from tests.domain.test_measures import UCLA

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

WEEKLY = tuple(range(1, 64, 7))


def numbers(case: Casefile, first: int = 1, last: int = 90) -> PersonNumbers:
    """Return the numbers from one day of the step to another, known that evening."""
    return person_numbers(case, now=at(last, 20), first=day(first), last=day(last))


def test_what_others_cancelled_stands_apart_and_never_counts_against() -> None:
    """Six sessions that count, four that others or a pause took, one not told yet."""
    off = [
        a_debrief(10 + n, outcome=outcome)
        for n, outcome in enumerate((OURS, PLACE, OUTSIDE, PAUSED))
    ]
    missed = a_debrief(20, outcome=CHOSE_NOT), a_debrief(21, outcome=NO_SHOW)
    case = a_case(*good(1, 2, 3, 4), *off, *missed, sessions=(planned(30),))

    found = numbers(case)

    assert (found.attended.n, found.countable.n, found.planned.n) == (4, 6, 11)
    assert found.cancelled_by_service.ids == ("debrief-10",)
    assert (found.cancelled_by_venue.n, found.cancelled_outside.n) == (1, 1)
    assert (found.paused_by_plan.n, found.untold.n) == (1, 1)


def test_a_session_to_come_and_one_after_the_period_are_not_counted() -> None:
    """What is later than the last day is not in it, nor what nobody could know."""
    case = a_case(*good(1, 40, 80), sessions=(planned(85),))

    assert numbers(case, last=50).planned.n == 2


def test_six_sessions_over_eight_weeks_are_sustained() -> None:
    """Nine weekly sessions last; five of them, or seven weeks of them, do not."""
    assert numbers(a_case(*good(*WEEKLY))).sustained.n == 1
    assert numbers(a_case(*good(1, 15, 30, 45, 60))).sustained.n == 0
    assert numbers(a_case(*good(*WEEKLY[:8]))).sustained.n == 0
    assert numbers(a_case(*good(*WEEKLY[:8]))).sessions_one_off.n == 8


def test_a_gap_over_three_weeks_ends_it_unless_something_explains_it() -> None:
    """A service cancellation, or days in hospital, explain the days they cover."""
    broken = (1, 8, 15, 22, 50, 57, 64, 71)
    ours = a_debrief(24, outcome=OURS)

    assert numbers(a_case(*good(*broken))).sustained.n == 0
    assert numbers(a_case(*good(*broken), ours)).sustained.n == 1
    away = gone(25, 40, AwayKind.HOSPITAL)
    assert numbers(a_case(*good(*broken), aways=(away,))).sustained.n == 1


def test_the_same_place_on_another_step_is_the_same_activity() -> None:
    """Moving up at one place goes on; another place is another activity."""
    steps = ladder("A walk", "The same walk, alone")
    first, later = good(1, 8, 15, 22), good(29, 36, 43, 50, 57, 64, step="step-2")

    assert numbers(a_case(*first, *later, steps=steps)).activities.n == 1
    elsewhere = good(29, 36, 43, step="step-2", place="The library")
    assert numbers(a_case(*first, *elsewhere, steps=steps)).activities.n == 2


def test_a_call_noted_and_told_again_is_one_call() -> None:
    """The log has it twice; the person rang once."""
    told = a_debrief(10, contacts=(day(9),))
    case = a_case(*good(1), told, observations=(observed(9, Seen.CRISIS_CONTACT),))

    assert numbers(case).crisis_calls.count.n == 1


def test_crisis_calls_are_held_against_the_days_before_the_plan() -> None:
    """Both sides have their own days, and nobody asked is not none."""
    plan = keep(Plan("A tea", baseline_contacts=3, baseline_days=56), id="plan-1")
    case = a_case(*good(1), a_debrief(30, contacts=(day(25),)), plan=plan)

    found = numbers(case, last=30)

    assert (found.crisis_calls.count.n, found.crisis_calls.days) == (1, 30)
    assert found.crisis_calls.per_30 == 10
    assert (found.crisis_calls_before.days, found.crisis_calls_before.per_30) == (
        56,
        16,
    )
    unasked = a_case(a_debrief(1, concerns=None), plan=plan)
    assert not numbers(unasked).crisis_calls.known


def test_a_pause_is_counted_with_the_days_until_it_was_taken_up() -> None:
    """Paused on day 10, taken up on day 16; a second one is open."""
    moves = (
        decided(1, Choice.START, hour=8),
        decided(10, Choice.PAUSE),
        decided(16, Choice.RESUME),
        decided(30, Choice.PAUSE),
    )

    found = numbers(a_case(*good(2, 3), decisions=moves))

    assert (found.pauses.n, found.resumed.n, found.pauses_open.n) == (2, 1, 1)
    assert found.days_to_resume.tally == ((6, 1),)


def test_time_with_staff_is_that_of_sessions_where_they_are_there() -> None:
    """15 minutes with a worker beside; on call, none; an early end says less."""
    beside = a_case(
        *good(1, 2), a_debrief(3, outcome=Outcome.LEFT_BY_CHOICE, minutes=5)
    )
    on_call = a_case(*good(1, 2), steps=ladder(accompaniment=2))
    unknown = a_case(a_debrief(3, outcome=Outcome.LEFT_OTHER))

    assert numbers(beside).staff_minutes.total == 35
    assert numbers(on_call).staff_minutes.total == 0
    assert numbers(on_call).community_minutes.total == 30
    assert numbers(unknown).community_minutes.missing == 1


def test_worry_is_compared_only_where_there_are_six_ratings() -> None:
    """The first three against the last three; five make no comparison."""
    falling = [a_debrief(n, worry_before=9 - n) for n in range(1, 7)]

    change = numbers(a_case(*falling)).worry_before_change

    assert (change.first, change.last, change.way) == (70, 40, -1)
    assert not numbers(a_case(*falling[:5])).worry_before_change.known


@pytest.mark.parametrize(
    ("answers", "against", "counts"),
    [
        (("met", "met"), (), (1, 0)),
        (("met", "not_met"), (), (0, 0)),
        (("met", "met"), ('Amina wishes it: "Now"',), (1, 0)),
        (("met", "not_met"), ("Three go ahead. The records: one.",), (0, 1)),
        (("met", "met"), ("Amina says: not sure.",), (0, 1)),
    ],
)
def test_a_move_up_against_what_was_agreed_has_not_met_it(
    answers: tuple[str, ...], against: tuple[str, ...], counts: tuple[int, int]
) -> None:
    """Met is met on each line; what went against it with a reason is an override."""
    lines = tuple(Evidence("agreed", answer, "seen", ("d1",)) for answer in answers)
    review = keep(Review("step-1", day(20), lines, Word.YES, "Now"), 20, id="review-1")
    up = decided(
        20,
        Choice.PROGRESS,
        to_step="step-2",
        review="review-1",
        cites=("d1",),
        overrides=against,
        why="It was the person's wish, and the team lead agreed.",
    )
    start = decided(1, Choice.START, hour=8)

    found = numbers(a_case(*good(1), reviews=(review,), decisions=(start, up)))

    assert found.progressed.n == 1
    told = found.progressed_with_evidence.n, found.progressed_by_override.n
    assert told == counts


def test_a_near_miss_is_no_incident_and_a_limit_has_its_days() -> None:
    """Each is counted on its own; a limit lifted is not in force."""
    safety = Safety(
        incidents=(
            keep(Incident("A fall", at(5), Level.HARM), 5, id="i1"),
            keep(Incident("Nearly", at(6), Level.NEAR_MISS), 6, id="i2"),
            keep(Incident("No level yet", at(7)), 7, id="i3"),
        ),
        restrictions=(keep(Restriction("No evenings", day(10)), 10, id="r1"),),
        restriction_reviews=(
            keep(
                RestrictionReview(
                    "r1", day(24), Verdict.LIFT, "Not needed", lifts="r1"
                ),
                24,
            ),
        ),
    )

    found = numbers(a_case(*good(1), safety=safety))

    assert (found.incidents.n, found.near_misses.n) == (2, 1)
    assert (found.restrictions_opened.n, found.restrictions_lifted.n) == (1, 1)
    assert found.restrictions_in_force.n == 0
    assert (found.days_limited, found.days_to_lift.tally) == (15, ((15, 1),))


def test_what_caution_cost_is_told_in_the_persons_words() -> None:
    """A session we cancelled is lost time; what they said of it stands beside it."""
    lost = a_debrief(5, outcome=OURS, words="I had my coat on")

    found = numbers(a_case(*good(1), lost))

    assert (found.lost_sessions.n, found.lost_minutes.total) == (1, 15)
    assert found.lost[0].words == "I had my coat on"


def test_somebody_with_nothing_yet_has_no_days() -> None:
    """A file with no step and no session is no person-day, and counts for nobody."""
    empty = a_case(decisions=())

    assert numbers(empty).days == 0
    assert total((numbers(empty),)).people == 0


@given(lives(60), st.integers(1, 60), st.integers(0, 59))
def test_every_count_is_as_many_as_its_parts(
    life: Any, first: int, length: int
) -> None:
    """Planned is all there was; what counts, and what others took, make it up."""
    debriefs, seen = life
    last = min(first + length, 60)

    found = numbers(a_case(*debriefs, observations=seen), first, last)

    off = found.cancelled_by_service.n + found.cancelled_by_venue.n
    off += found.cancelled_outside.n + found.paused_by_plan.n + found.untold.n
    assert found.planned.n == found.countable.n + off
    stayed = found.chose_not.n + found.no_show.n
    assert found.countable.n == found.attended.n + stayed
    kept = found.sessions_in_sustained.n + found.sessions_one_off.n
    assert found.attended.n == kept
    assert found.worry_before.n + found.worry_before.missing == found.attended.n
    assert sum(week.attended.n for week in found.weeks) == found.attended.n
    assert sum(month.countable.n for month in found.months) == found.countable.n
    for name, value in vars(found).items():
        if isinstance(value, Count):
            assert len(value.ids) == value.n, name


@given(st.lists(lives(40), max_size=4))
def test_a_total_is_what_its_people_add_up_to(many: list[Any]) -> None:
    """Everybody together is the sum of each, in any order, with every record."""
    people = [numbers(a_case(*d, observations=seen), last=40) for d, seen in many]

    together = total(people)

    assert total(reversed(people)).counts.keys() == together.counts.keys()
    for name, sum_of in together.counts.items():
        each = [getattr(one, name) for one in people]
        assert sum_of.n == sum(count.n for count in each) == len(sum_of.ids), name
        assert sum_of.people == sum(count.n > 0 for count in each), name
    assert together.days == sum(one.days for one in people)
    few = total(people, records=2)
    assert all(len(one.ids) <= 2 for one in few.counts.values())
    assert {n: one.n for n, one in few.counts.items()} == {
        n: one.n for n, one in together.counts.items()
    }


@given(st.lists(st.integers(0, 10)))
def test_the_middle_is_that_of_the_values_in_order(values: list[int]) -> None:
    """Half are as low or lower; of an even number it lies half way."""
    ordered, found = sorted(values), spread_of(values)

    if not values:
        assert found == Spread()
        return
    middle = (ordered[(len(values) - 1) // 2] + ordered[len(values) // 2]) * 5
    assert (found.median, found.n) == (middle, len(values))


def test_a_period_before_anything_began_is_empty() -> None:
    """No number is made of days that were not lived here."""
    case = a_case(*good(1, 2))
    first = day(1) - timedelta(days=60)

    found = person_numbers(
        case, now=at(5), first=first, last=first + timedelta(days=20)
    )

    assert (found.days, found.planned.n) == (0, 0)


def test_loneliness_is_compared_from_the_first_score_to_the_latest() -> None:
    """Two whole scores make a change; a missing item makes no score, so no change."""

    def asked(on: int, *items: int | None) -> Any:
        measure = Measure("ucla_3", day(on), Mode.SELF, items, terms=UCLA)
        return keep(measure, on, id=f"measure-{on}")

    both = Safety(measures=(asked(1, 3, 3, 2), asked(60, 2, 2, 2)))
    half = Safety(measures=(asked(1, 3, 3, 2), asked(60, 2, None, 2)))

    change = numbers(a_case(*good(1), safety=both)).loneliness

    assert (change.first, change.last, change.way) == (80, 60, -1)
    assert not numbers(a_case(*good(1), safety=half)).loneliness.known


def test_a_rate_in_30_days_is_told_from_30_days_on() -> None:
    """Ten signs in 12 days are no 25 in 30: the number and the days are told alone."""
    assert Rate(Count(10), 12, known=True).per_30 is None
    assert Rate(Count(10), 30, known=True).per_30 == 100
    case = a_case(*good(1, 5), a_debrief(12, contacts=(day(10),)))
    found = numbers(case, last=12)

    (says,) = (
        fact.says
        for part in person_dashboard(case, found).parts
        for fact in part.facts
        if fact.says.startswith("Crisis calls: ")
    )

    assert says.startswith("Crisis calls: 1 in 12 person-days. ")
    assert "in 30" not in says


def test_of_one_value_no_half_and_no_range_is_told() -> None:
    """Half of one number is nothing: it is told alone, with its n."""
    (one,) = spread_facts("Hours until a manager knew", spread_of([4], missing=2))
    assert one.says == "Hours until a manager knew: 4 (n 1, missing 2)."
    (two,) = spread_facts("Hours until a manager knew", spread_of([4, 6]))
    assert "half are 5 or less, from 4 to 6 (n 2, missing 0)" in two.says


def test_a_session_in_the_days_of_less_has_the_minutes_that_were_agreed() -> None:
    """It went as planned, and planned was 10 of 15: before it and after it 15."""
    less = Reduction("step-1", day(5), "Short nights", day(9), minutes=10)
    ended = replace(less, ended_on=day(9))
    case = a_case(*good(2, 6, 10), safety=Safety(reductions=(keep(ended, 5),)))

    assert numbers(case).community_minutes.total == 15 + 10 + 15


def test_a_pause_in_the_list_of_what_was_lost_is_said_to_be_no_session() -> None:
    """The number above the list and the lines of it agree: each kind is counted."""
    lost = a_debrief(5, outcome=OURS)
    start, paused = decided(1, Choice.START, hour=8), decided(6, Choice.PAUSE)
    case = a_case(*good(1), lost, decisions=(start, paused))

    found = numbers(case)
    board = person_dashboard(case, found)

    (part,) = [part for part in board.parts if part.key == "caution"]
    says = " ".join(fact.says for fact in part.facts)
    assert len(found.lost) == 2
    assert "to a pause: 1 session, " in says
    assert "1 pause was decided. It is in the list, too, and is no session." in says
