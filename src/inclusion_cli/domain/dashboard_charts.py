"""The charts of a dashboard: run charts, limits from 12 points, time between calls.

A chart never stands without its table, and says in words what it shows.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain import spc
from inclusion_cli.domain.chart import Chart, Series, Shape
from inclusion_cli.domain.dashboard_facts import fact
from inclusion_cli.domain.dashboard_lines import Fact, Rows
from inclusion_cli.domain.dates import say_day, short_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.domain.spc import LEAST_POINTS, SIGNAL_WORDS
from inclusion_cli.domain.values import HIGHEST
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.numbers import PersonNumbers
    from inclusion_cli.domain.numbers_total import SumStretch

SCALE = 100
"""A drawn limit is as near as a hundredth, or a point just outside lies on it."""
LEAST_DRAWN = 3
MOST_SAID = 4
A_WEEK = timedelta(days=6)


@record
class Drawn:
    """What a chart gives to its part: sentences, itself, the table of its numbers."""

    facts: tuple[Fact, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Rows, ...] = ()


def week_chart(weeks: Sequence[SumStretch]) -> Drawn:
    """Return sessions gone to in each whole week, since the first that counts."""
    whole = whole_weeks(weeks)
    if len(whole) < LEAST_DRAWN:
        return Drawn()
    points = [float(week.attended) for week in whole]
    labels = tuple(short_day(week.first) for week in whole)
    found = spc.chart(points, floor=0)
    title = say("Sessions gone to in each whole week")
    says = series_words(found, labels, say("week of {label}"))
    table = Rows(
        caption=say("The numbers: {title}", title=title.lower()),
        heads=(say("Week from"), say("Went"), say("Of"), say("Cancelled by us")),
        rows=tuple(
            (
                say_day(week.first),
                str(week.attended),
                str(week.countable),
                str(week.cancelled_by_service),
            )
            for week in whole
        ),
    )
    drawn = lined(found, key="weeks", title=title, unit=say("Sessions"), labels=labels)
    return Drawn((fact(f"{title}: {says}"),), (drawn,), (table,))


def whole_weeks(weeks: Sequence[SumStretch]) -> list[SumStretch]:
    """Return the weeks that have all their days, since the first that counts."""
    whole = [week for week in weeks if week.last - week.first == A_WEEK]
    begun = next((n for n, week in enumerate(whole) if week.countable), len(whole))
    return whole[begun:]


def worry_chart(case: Casefile, one: PersonNumbers) -> Drawn:
    """Return worry before going and at its worst, one point for each session."""
    attended = {*one.attended.ids}
    gone = sorted(
        (d for d in case.debriefs if d.id in attended), key=lambda kept: kept.order
    )
    before = tuple(d.record.worry_before for d in gone)
    peak = tuple(d.record.worry_peak for d in gone)
    told = [
        (d, float(d.record.worry_peak)) for d in gone if d.record.worry_peak is not None
    ]
    if len(told) < LEAST_DRAWN:
        return Drawn()
    found = spc.chart([value for _d, value in told], floor=0)
    labels = tuple(short_day(d.on) for d, _value in told)
    title = say("Worry at each session gone to")
    says = series_words(found, labels, say("{label}"))
    chart = Chart(
        key="worry",
        title=title,
        shape=Shape.LINES,
        unit=say("Worry, 0 to 10"),
        places=say("Session"),
        labels=tuple(short_day(d.on) for d in gone),
        series=(
            Series(say("before going"), _scaled(before)),
            Series(say("at its worst"), _scaled(peak)),
        ),
        top=HIGHEST,
        scale=SCALE,
        says=say("{title}. At its worst: {says}", title=title, says=says),
        levels=_levels(found, HIGHEST),
    )
    table = Rows(
        caption=say("The numbers: {title}", title=title.lower()),
        heads=(say("When"), say("Before going"), say("At its worst"), say("Record")),
        rows=tuple(
            (say_day(d.on), _said(b), _said(p), short_id(d.id))
            for d, b, p in zip(gone, before, peak, strict=True)
        ),
    )
    return Drawn((fact(say("At its worst: {says}", says=says)),), (chart,), (table,))


def crisis_chart(days: Sequence[date], last: date) -> Drawn:
    """Return the days between crisis calls, where there are enough to draw."""
    found = spc.time_between(days, on=last)
    if len(found.gaps) < LEAST_DRAWN:
        return Drawn()
    ordered = sorted(days)
    labels = tuple(short_day(day) for day in ordered[1:])
    title = say("Days between crisis calls")
    points = tuple(float(gap) for gap in found.gaps)
    series = spc.Chart(points, found.median, found.limits, found.signals)
    chart = lined(series, key="crisis", title=title, unit=say("Days"), labels=labels)
    table = Rows(
        caption=say("The numbers: {title}", title=title.lower()),
        heads=(say("Call on"), say("Days since the one before")),
        rows=tuple(
            (say_day(day), str(gap))
            for day, gap in zip(ordered[1:], found.gaps, strict=True)
        ),
    )
    return Drawn((), (chart,), (table,))


def between_fact(days: Sequence[date], last: date) -> Fact:
    """Return how long ago the last crisis call was, and how far apart they were."""
    found = spc.time_between(days, on=last)
    if found.since is None:
        return fact(say("No crisis call is recorded in this time."))
    since = say_many("{number} day", "{number} days", found.since)
    if not found.gaps:
        return fact(
            say("The one crisis call was {since} before the last day.", since=since)
        )
    labels = tuple(short_day(day) for day in sorted(days)[1:])
    series = spc.Chart(
        tuple(map(float, found.gaps)), found.median, found.limits, found.signals
    )
    return fact(
        say(
            "Days between crisis calls: {says} The last one was {since} before the "
            "last day.",
            says=series_words(series, labels, say("call on {label}")),
            since=since,
        )
    )


def lined(
    found: spc.Chart, *, key: str, title: str, unit: str, labels: tuple[str, ...]
) -> Chart:
    """Return one series as a line with its median, or with its limits."""
    upper = found.limits.upper if found.limits else 0
    tallest = max((*found.points, upper, 1.0))
    top = int(tallest) + 1
    top += top % 2
    says = series_words(found, labels, say("{label}"))
    return Chart(
        key=key,
        title=title,
        shape=Shape.LINES,
        unit=unit,
        places=say("From oldest to newest"),
        labels=labels,
        series=(Series(unit.lower(), tuple(round(p * SCALE) for p in found.points)),),
        top=top,
        scale=SCALE,
        says=f"{title}. {says}",
        levels=_levels(found, top),
    )


def _levels(found: spc.Chart, top: int) -> tuple[tuple[int, str], ...]:
    """Return the lines across: the median, or from 12 points the mean and limits."""
    if found.limits is None:
        if found.median is None:
            return ()
        return ((round(found.median * SCALE), say("the middle")),)
    limits = found.limits
    lines = (
        (limits.mean, say("mean")),
        (limits.upper, say("upper limit")),
        (limits.lower, say("lower limit")),
    )
    return tuple(
        (
            round(value * SCALE),
            say("{name} {value}", name=name, value=spc.told(value, found.points)),
        )
        for value, name in lines
        if 0 <= value <= top
    )


def series_words(found: spc.Chart, labels: tuple[str, ...], where: str) -> str:
    """Return what a series shows: its middle or limits, and what stands out."""
    number = len(found.points)
    if number == 1:
        return say("{value}.", value=spc.told(found.points[0], ()))
    if found.limits is None:
        return say(
            "{n} points, half are {median} or less. Limits are drawn from {least} "
            "points on.",
            n=number,
            median=spc.told(found.median or 0, ()),
            least=LEAST_POINTS,
        )
    limits = found.limits
    usual = say(
        "{n} points, mean {mean}, usual from {lower} to {upper}.",
        n=number,
        mean=spc.told(limits.mean, found.points),
        lower=spc.told(limits.lower, found.points),
        upper=spc.told(limits.upper, found.points),
    )
    if limits.steps < spc.STILL:
        return say("{usual} It hardly changes, so no rule is used.", usual=usual)
    if limits.steps < spc.ROUGH:
        usual = say("{usual} The numbers are small, so this is rough.", usual=usual)
    if not found.signals:
        return say("{usual} No point stands out.", usual=usual)
    return say(
        "{usual} Stands out: {what}. Something changed. This does not say why.",
        usual=usual,
        what="; ".join(_stands_out(found, labels, where)),
    )


def _stands_out(found: spc.Chart, labels: tuple[str, ...], where: str) -> list[str]:
    said = []
    for rule in spc.Signal:
        places = [one.place for one in found.signals if one.rule is rule]
        if places:
            told = ", ".join(where.format(label=labels[n]) for n in places[:MOST_SAID])
            more = say(" and more") if len(places) > MOST_SAID else ""
            said.append(f"{SIGNAL_WORDS[rule]} ({told}{more})")
    return said


def _scaled(points: tuple[int | None, ...]) -> tuple[int | None, ...]:
    return tuple(None if point is None else point * SCALE for point in points)


def _said(point: int | None) -> str:
    return say("not given") if point is None else str(point)
