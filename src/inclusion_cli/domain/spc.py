"""Honest statistics of a series: a run chart, control limits, time between events.

Under 12 points there is a run chart and no rule. From 12 points there are XmR limits
and the four rules NHS England uses in "Making Data Count" (practice reference 6.5):
one point outside the limits; two of three within one sigma of a limit, on one side;
seven in a row on one side of the mean; seven in a row rising, or falling.

XmR: Shewhart's chart of individual values; limits are the mean and 2.66 times the mean
moving range, the upper limit of a moving range is 3.268 times its mean (Wheeler and
Chambers, Understanding Statistical Process Control, 2nd ed., 1992). Sigma is a third of
the way to a limit. Whole numbers of few different sizes make limits that are rough
("chunky data", Wheeler and Chambers: under 4 steps of the range lie within its limit),
and a series that hardly changes at all has no rule. T chart: days between rare events,
made even by their 1/3.6th power (Nelson 1994, J Quality Technology 26(3); Provost and
Murray, The Health Care Data Guide, 2011), then an XmR chart, turned back. A signal says
that something changed. It does not say why.
"""

from __future__ import annotations

import itertools
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

LEAST_POINTS = 12
"""Points before limits are drawn; reference 6.5 says 12 to 15."""
TO_LIMIT, RANGE_LIMIT = 2.66, 3.268
POWER = 3.6
ROUGH, STILL = 4, 2
"""Whole steps of the moving range within its limit: under 4 rough, under 2 no rule."""
RUN = 7
EXACT_PLACES = 9
"""Places to which a sum of floating point is held to be exact."""


class Signal(Enum):
    """The four rules by which a point stands out."""

    OUTSIDE = "outside"
    TWO_OF_THREE = "two_of_three"
    ONE_SIDE = "one_side"
    TREND = "trend"


SIGNAL_WORDS = {
    Signal.OUTSIDE: say("a point outside the limits"),
    Signal.TWO_OF_THREE: say("2 of 3 points near a limit"),
    Signal.ONE_SIDE: say("7 or more points in a row on one side of the mean"),
    Signal.TREND: say("7 or more points in a row going up, or down"),
}


@record
class Limits:
    """The mean of a series, its limits, and the limit of its moving range."""

    mean: float
    lower: float
    upper: float
    moving_range: float
    range_upper: float

    @property
    def sigma(self) -> float:
        """Return a third of the way from the mean to a limit."""
        return (self.upper - self.mean) / 3

    @property
    def steps(self) -> int:
        """Return how many sizes a move between whole numbers may have within limits."""
        return int(self.range_upper) + 1


@record
class Stands:
    """A point that stands out: its place in the series, and by which rule."""

    place: int
    rule: Signal
    up: bool


@record
class Chart:
    """A series as it may be shown: a run chart with a median, or one with limits.

    `limits` is None under 12 points. `signals` are the points that stand out.
    """

    points: tuple[float, ...]
    median: float | None
    limits: Limits | None
    signals: tuple[Stands, ...] = ()


def chart(points: Sequence[float], *, floor: float | None = None) -> Chart:
    """Return a series with what may be said of it; no limit goes under a floor."""
    points = tuple(points)
    if len(points) < LEAST_POINTS:
        return Chart(points, median(points), None)
    limits = xmr(points, floor=floor)
    found = tuple(signals(points, limits)) if limits.steps >= STILL else ()
    return Chart(points, median(points), limits, found)


def median(points: Sequence[float]) -> float | None:
    """Return the value in the middle, None for no value."""
    ordered, count = sorted(points), len(points)
    if not count:
        return None
    return (ordered[(count - 1) // 2] + ordered[count // 2]) / 2


def xmr(points: Sequence[float], *, floor: float | None = None) -> Limits:
    """Return the limits of single values by their mean moving range."""
    mean = sum(points) / len(points)
    moves = [abs(after - before) for before, after in itertools.pairwise(points)]
    moving = sum(moves) / len(moves) if moves else 0.0
    lower, upper = mean - TO_LIMIT * moving, mean + TO_LIMIT * moving
    if floor is not None:
        lower = max(lower, floor)
    mean, lower, upper = (round(one, EXACT_PLACES) for one in (mean, lower, upper))
    return Limits(mean, lower, upper, moving, RANGE_LIMIT * moving)


def told(value: float, points: Sequence[float]) -> str:
    """Return a mean or a limit with so many places that each point keeps its side.

    At 7.95 a point of 8 is outside, so that is not told as 8.
    """
    for places in range(1, EXACT_PLACES + 1):
        said = f"{value:.{places}f}"
        if all(_side(point, float(said)) == _side(point, value) for point in points):
            break
    return said.rstrip("0").rstrip(".")


def _side(point: float, value: float) -> int:
    return (point > value) - (point < value)


def signals(points: Sequence[float], limits: Limits) -> Iterator[Stands]:
    """Return the points that stand out, each rule in turn."""
    yield from _outside(points, limits)
    yield from _two_of_three(points, limits)
    yield from _one_side(points, limits)
    yield from _trend(points)


def _outside(points: Sequence[float], limits: Limits) -> Iterator[Stands]:
    for place, point in enumerate(points):
        if point > limits.upper or point < limits.lower:
            yield Stands(place, Signal.OUTSIDE, point > limits.mean)


def _two_of_three(points: Sequence[float], limits: Limits) -> Iterator[Stands]:
    """Return points of which two of three lie within a sigma of one limit."""
    near = limits.sigma * 2
    for up in (True, False):
        sign = 1 if up else -1
        beyond = [sign * (point - limits.mean) > near for point in points]
        found = {
            place
            for start in range(len(points) - 2)
            if sum(beyond[start : start + 3]) >= 2
            for place in range(start, start + 3)
            if beyond[place]
        }
        yield from (Stands(place, Signal.TWO_OF_THREE, up) for place in sorted(found))


def _one_side(points: Sequence[float], limits: Limits) -> Iterator[Stands]:
    """Return the points of runs on one side of the mean.

    A point on it ends no run and adds to none (Perla, Provost and Murray 2011, BMJ
    Quality and Safety 20:46).
    """
    places = [n for n, point in enumerate(points) if point != limits.mean]
    run: list[int] = []
    for place in (*places, None):
        same = (
            place is not None
            and run
            and (points[place] > limits.mean) == (points[run[-1]] > limits.mean)
        )
        if not same:
            if len(run) >= RUN:
                up = points[run[0]] > limits.mean
                yield from (Stands(one, Signal.ONE_SIDE, up) for one in run)
            run = []
        if place is not None:
            run.append(place)


def _trend(points: Sequence[float]) -> Iterator[Stands]:
    """Return the points of runs that rise or fall; of two that are alike one counts."""
    kept = [n for n, point in enumerate(points) if n == 0 or point != points[n - 1]]
    for up in (True, False):
        run = kept[:1]
        for before, place in zip(kept, (*kept[1:], None), strict=True):
            goes = place is not None and (points[place] > points[before]) is up
            if goes and place is not None:
                run.append(place)
                continue
            if len(run) >= RUN:
                yield from (Stands(one, Signal.TREND, up) for one in run)
            run = [] if place is None else [place]


@record
class Between:
    """Days between rare events: the gaps, their middle and limits, the days since.

    `limits` are in days again, None under 12 gaps. The latest gap is not over: it is no
    point of the chart, and is told beside it. A gap above the upper limit is longer
    than usual: fewer events.
    """

    gaps: tuple[int, ...]
    since: int | None
    median: float | None
    limits: Limits | None
    signals: tuple[Stands, ...] = ()


def time_between(events: Sequence[date], *, on: date) -> Between:
    """Return the days between events, and since the last of them."""
    days = sorted(events)
    gaps = tuple((after - before).days for before, after in itertools.pairwise(days))
    since = (on - days[-1]).days if days else None
    if len(gaps) < LEAST_POINTS:
        return Between(gaps, since, median(gaps), None)
    even = [gap ** (1 / POWER) for gap in gaps]
    limits = xmr(even, floor=0.0)
    back = Limits(
        mean=limits.mean**POWER,
        lower=limits.lower**POWER,
        upper=limits.upper**POWER,
        moving_range=limits.moving_range,
        range_upper=limits.range_upper,
    )
    return Between(gaps, since, median(gaps), back, tuple(signals(even, limits)))
