"""Statistics are honest: few points make no rule, and the published sums come out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.spc import (
    LEAST_POINTS,
    Signal,
    chart,
    median,
    signals,
    time_between,
    told,
    xmr,
)
from tests.builders import DAY_ONE

LEVEL = [5.0, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6]

# Montgomery, Introduction to Statistical Quality Control, example 6.5 (viscosity of
# aircraft primer paint): mean 33.52, mean moving range 0.48, limits 34.80 and 32.24.
PAINT = [
    33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20,
    33.62, 33.00, 33.54, 33.12, 33.84,
]  # fmt: skip


def test_the_published_example_of_single_values_comes_out() -> None:
    """Limits of Montgomery's paint are those of the book, to its two places."""
    limits = xmr(PAINT)

    assert round(limits.mean, 2) == 33.52
    assert round(limits.moving_range, 2) == 0.48
    assert (round(limits.upper, 2), round(limits.lower, 2)) == (34.80, 32.24)
    assert round(limits.range_upper, 2) == 1.57  # 3.267 x 0.48 in the book
    assert not tuple(signals(PAINT, limits))


def test_under_twelve_points_there_is_a_median_and_no_rule() -> None:
    """Eleven points, one of them wild, show no limit and no signal."""
    few = chart([*LEVEL[:10], 60])

    assert few.limits is None
    assert few.signals == ()
    assert few.median == 6


def test_a_point_outside_the_limits_stands_out() -> None:
    """A single wild point is named by its place."""
    found = chart([*LEVEL, 30]).signals

    assert [(s.place, s.up) for s in found if s.rule is Signal.OUTSIDE] == [(12, True)]


def test_seven_in_a_row_on_one_side_are_a_signal_and_six_are_none() -> None:
    """The rule needs seven; a point on the mean neither ends nor lengthens a run."""
    seven = [4.0, 6, 4, 6, 4, 6, 4, 5.5, 5.6, 5.5, 5.6, 5.5, 5.6, 5.5]
    limits = xmr(seven)
    limits = type(limits)(5.0, -100, 100, 1.0, 1.0)

    assert _of(Signal.ONE_SIDE, seven, limits) == list(range(7, 14))
    assert _of(Signal.ONE_SIDE, seven[:-1], limits) == []
    assert _of(Signal.ONE_SIDE, [*seven[:10], 5.0, *seven[10:]], limits) == [
        7, 8, 9, 11, 12, 13, 14,
    ]  # fmt: skip


def test_seven_in_a_row_rising_or_falling_are_a_signal() -> None:
    """Seven points that go one way are a trend; alike neighbours count once."""
    rising = [3.0, 1, 2, 3, 4, 5, 6, 7, 2]
    falling = [point * -1 for point in rising]
    wide = type(xmr(LEVEL))(0.0, -100, 100, 1.0, 1.0)

    assert _of(Signal.TREND, rising, wide) == list(range(1, 8))
    assert _of(Signal.TREND, falling, wide) == list(range(1, 8))
    assert _of(Signal.TREND, [3.0, 1, 2, 3, 4, 5, 6, 2], wide) == []
    assert len(_of(Signal.TREND, [1.0, 2, 3, 3, 4, 5, 6, 7], wide)) == 7


def test_two_of_three_near_a_limit_are_a_signal_on_one_side_only() -> None:
    """Two of three beyond two sigma; one above and one below are none."""
    limits = type(xmr(LEVEL))(0.0, -3.0, 3.0, 1.0, 1.0)

    assert _of(Signal.TWO_OF_THREE, [0.0, 2.5, 0, 2.5, 0], limits) == [1, 3]
    assert _of(Signal.TWO_OF_THREE, [0.0, 2.5, 0, -2.5, 0], limits) == []


def test_rare_events_are_told_by_the_days_between_them() -> None:
    """The gaps are shown, the last one is not over, and few gaps have no limit."""
    days = [DAY_ONE + timedelta(days=n) for n in (0, 3, 10)]

    found = time_between(days, on=DAY_ONE + timedelta(days=30))

    assert (found.gaps, found.since, found.limits) == ((3, 7), 20, None)
    assert time_between([], on=DAY_ONE).since is None


def test_the_t_chart_turns_its_limits_back_into_days() -> None:
    """Even gaps have their limits around them; one far longer gap stands out as up."""
    gaps = [9, 11, 10, 12, 8, 10, 11, 9, 10, 12, 9, 11, 90]
    days, at = [DAY_ONE], DAY_ONE
    for gap in gaps:
        at += timedelta(days=gap)
        days.append(at)

    found = time_between(days, on=at)

    assert found.limits is not None
    assert 9 < found.limits.mean < 14
    assert found.limits.lower < min(gaps)
    assert max(gaps[:-1]) < found.limits.upper < gaps[-1]
    assert [(s.place, s.up) for s in found.signals if s.rule is Signal.OUTSIDE] == [
        (12, True)
    ]


@given(st.lists(st.integers(0, 50), min_size=LEAST_POINTS, max_size=40))
def test_moving_all_points_moves_the_limits_and_no_signal(points: list[int]) -> None:
    """What stands out does not hang on where zero is."""
    here, there = chart(points), chart([point + 1000 for point in points])

    assert here.limits
    assert there.limits
    assert there.limits.mean == pytest.approx(here.limits.mean + 1000)
    trends = [s for s in here.signals if s.rule is Signal.TREND]
    assert [s for s in there.signals if s.rule is Signal.TREND] == trends


@given(st.lists(st.integers(0, 50), max_size=40))
def test_a_series_that_never_changes_has_no_signal(points: list[int]) -> None:
    """A flat line says nothing, however long."""
    flat = [points[0]] * len(points) if points else []

    assert chart(flat).signals == ()
    assert median(flat) == (flat[0] if flat else None)


def _of(rule: Signal, points: list[float], limits: object) -> list[int]:
    return [s.place for s in signals(points, limits) if s.rule is rule]  # type: ignore[arg-type]


def test_a_series_that_hardly_changes_has_no_rule() -> None:
    """Once a week, with one week missed, is no signal however long the run."""
    weekly = [1.0] * 11 + [0.0, 1.0]

    found = chart(weekly, floor=0)

    assert found.limits
    assert found.limits.steps == 1
    assert found.signals == ()


def test_a_limit_is_told_so_that_no_point_outside_looks_inside() -> None:
    """At limits of 5.05 and 7.95 a point of 8 or 5 is outside, and is seen to be."""
    assert told(7.95, (5, 6, 8)) == "7.95"
    assert told(5.05, (5, 6, 8)) == "5.05"
    assert told(7.95, (6, 7)) == "8"
    assert told(6.5, (5, 8)) == "6.5"


@given(st.lists(st.integers(0, 10), min_size=LEAST_POINTS, max_size=40))
def test_as_they_are_told_the_limits_have_the_same_points_outside(
    points: list[int],
) -> None:
    """Whoever reads the mean, the limits and the points sees what stands out."""
    found = chart([float(point) for point in points], floor=0)
    assert found.limits is not None
    mean, lower, upper = (
        float(told(one, points))
        for one in (found.limits.mean, found.limits.lower, found.limits.upper)
    )
    outside = {n for n, point in enumerate(points) if point > upper or point < lower}
    if found.limits.steps >= 2:
        assert outside == {
            one.place for one in found.signals if one.rule is Signal.OUTSIDE
        }
    for point in points:
        assert (point > mean, point < mean) == (
            point > found.limits.mean,
            point < found.limits.mean,
        )
