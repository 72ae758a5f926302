"""The charts of a pack: data, numbers and words. A gap is a gap, never a line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.chart import Chart, Series, Shape
from inclusion_cli.domain.dates import MONTHS, say_day
from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.pack_between import contacts, cravings, nights
from inclusion_cli.domain.pack_sessions import NOT_GIVEN, debriefs_of
from inclusion_cli.domain.values import HIGHEST, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.pack_sessions import Told

LEAST_POINTS = 2
LEAST_DAYS = 3
CRISIS_DAYS, ATTENDANCE_DAYS = 30, 28
TENTHS = 10
CALLS_TOP = 4
"""The least height of the axis of calls: 1 call must not fill the chart."""

Span = tuple[date, date]


def charts(
    case: Casefile, told: tuple[Told, ...], *, first: date, last: date
) -> tuple[Chart, ...]:
    """Return the charts there are numbers for, from a first to a last day."""
    debriefs = debriefs_of(told)
    slept = nights(case, debriefs, first=first, last=last)
    craved = cravings(case, debriefs, first=first, last=last)
    found = (
        _worry(case, told),
        _attendance(told, last),
        _crisis(case, told, first, last),
        _daily(slept, "sleep", "Sleep, by night", "Hours", scale=60),
        _daily(craved, "craving", "Craving, by day", "Craving, 0 to 10"),
    )
    return tuple(chart for chart in found if chart)


def spans(first: date, last: date, days: int) -> tuple[Span, ...]:
    """Return stretches of days that end on the last, the oldest first.

    A remainder of less than half a stretch is part of the oldest.
    """
    found: list[Span] = []
    end = last
    while end >= first:
        start = max(first, end - timedelta(days=days - 1))
        found.append((start, end))
        end = start - timedelta(days=1)
    short = (found[-1][1] - found[-1][0]).days + 1 < (days + 1) // 2 if found else False
    if short and len(found) > 1:
        remainder = found.pop()
        found[-1] = (remainder[0], found[-1][1])
    return tuple(reversed(found))


# --- worry --------------------------------------------------------------------------


def _worry(case: Casefile, told: tuple[Told, ...]) -> Chart | None:
    """Return worry before, at its worst and after, by the session's number."""
    records = [
        kept.record if isinstance(kept.record, Debrief) else None for kept in told
    ]
    series = (
        Series("before", tuple(r.worry_before if r else None for r in records)),
        Series("at its worst", tuple(r.worry_peak if r else None for r in records)),
        Series("after", tuple(r.worry_after if r else None for r in records)),
    )
    if sum(point is not None for one in series for point in one.points) < LEAST_POINTS:
        return None
    missed = tuple(
        place for place, record in enumerate(records) if not (record and _went(record))
    )
    says = [f"Worry, 0 to 10, at {counted(len(told), 'session')}, first to last."]
    says += [
        f"{one.name.capitalize()}: {_points(one.points, missed)}." for one in series
    ]
    if missed:
        numbers = ", ".join(str(place + 1) for place in missed)
        says.append(f"Planned and not gone to: session {numbers}.")
    return Chart(
        key="worry",
        title="Worry by session",
        shape=Shape.LINES,
        unit="Worry, 0 to 10",
        places="Session, as numbered in the table",
        labels=tuple(str(number) for number in range(1, len(told) + 1)),
        series=series,
        top=HIGHEST,
        says=" ".join(says),
        missed=missed,
        missed_name="not gone to",
        begins=tuple(_begins(case, told)),
    )


def _went(debrief: Debrief) -> bool:
    return debrief.outcome.attended


def _points(points: tuple[int | None, ...], missed: tuple[int, ...]) -> str:
    return ", ".join(
        str(point) if point is not None else "none" if place in missed else NOT_GIVEN
        for place, point in enumerate(points)
    )


def _begins(case: Casefile, told: tuple[Told, ...]) -> Iterator[tuple[int, str]]:
    """Return where the step changes, with its number."""
    before = ""
    for place, kept in enumerate(told):
        step = case.step(kept.record.step)
        number = f"step {step.record.number}" if step else ""
        if place and number and number != before:
            yield place, number
        before = number or before


# --- attendance ---------------------------------------------------------------------

ATTENDED = ("Went", "Did not go", "Called off by others", "No debrief")


def _attendance(told: tuple[Told, ...], last: date) -> Chart | None:
    """Return how many sessions were gone to, in stretches of 4 weeks."""
    if not told:
        return None
    parts = spans(told[0].record.at.date(), last, ATTENDANCE_DAYS)
    if len(parts) < LEAST_POINTS:
        return None
    counts = [_attended(told, part) for part in parts]
    rows = tuple(
        (_span_words(part), *map(str, four))
        for part, four in zip(parts, counts, strict=True)
    )
    says = [
        f"{_span_words(part)}: went to {four[0]} of {sum(four[:2])}, "
        f"{four[2]} called off by others, {four[3]} with no debrief."
        for part, four in zip(parts, counts, strict=True)
    ]
    most = max(sum(four) for four in counts)
    return Chart(
        key="attendance",
        title="Sessions gone to",
        shape=Shape.COLUMNS,
        unit="Sessions",
        places="4 weeks up to",
        labels=tuple(_short(part[1]) for part in parts),
        series=tuple(
            Series(name, tuple(four[n] for four in counts))
            for n, name in enumerate(ATTENDED)
            if any(four[n] for four in counts) or n == 0
        ),
        top=most + most % 2,
        says=" ".join(("Sessions in stretches of about 4 weeks.", *says)),
        heads=("When", *ATTENDED),
        rows=rows,
    )


def _attended(told: tuple[Told, ...], part: Span) -> tuple[int, int, int, int]:
    own = [kept for kept in told if part[0] <= kept.record.at.date() <= part[1]]
    outcomes = [d.record.outcome for d in debriefs_of(own)]
    went = sum(outcome.attended for outcome in outcomes)
    stayed = sum(o in (Outcome.CHOSE_NOT_TO, Outcome.NO_SHOW) for o in outcomes)
    return went, stayed, len(outcomes) - went - stayed, len(own) - len(outcomes)


# --- crisis calls -------------------------------------------------------------------


def _crisis(
    case: Casefile, told: tuple[Told, ...], first: date, last: date
) -> Chart | None:
    """Return crisis calls in 30 days beside what was counted before the plan."""
    debriefs = debriefs_of(told)
    asked = [d.on for d in debriefs if d.record.asked_about_crisis]
    calls = [day for day, _id in contacts(case, debriefs, first=first, last=last)]
    if not asked and not calls:
        return None
    parts = spans(min((*asked, *calls)), last, CRISIS_DAYS)
    level, level_name, said = _before_plan(case)
    if len(parts) < LEAST_POINTS:
        return None
    points: list[int | None] = []
    rows: list[tuple[str, ...]] = []
    says: list[str] = []
    for part in parts:
        days = (part[1] - part[0]).days + 1
        number = sum(part[0] <= day <= part[1] for day in calls)
        times = sum(part[0] <= day <= part[1] for day in asked)
        known = bool(times or number)
        points.append(_rate(number, days) if known else None)
        rate = _tenths(_rate(number, days)) if known else "not asked"
        found = str(number) if known else "not asked"
        rows.append((_span_words(part), found, str(days), str(times), rate))
        says.append(f"{_span_words(part)}: {found} in {counted(days, 'day')}.")
    if said:
        rows.insert(0, ("Before the plan", *said))
    tallest = max((*(p for p in points if p is not None), level or 0)) // TENTHS + 1
    top = max(CALLS_TOP, tallest)
    return Chart(
        key="crisis",
        title="Crisis calls in 30 days",
        shape=Shape.COLUMNS,
        unit="Calls in 30 days",
        places="30 days up to",
        labels=tuple(_short(part[1]) for part in parts),
        series=(Series("crisis calls", tuple(points)),),
        top=top + top % 2,
        says=" ".join(("Crisis calls.", f"{level_name}." if said else "", *says)),
        scale=TENTHS,
        missed=tuple(place for place, point in enumerate(points) if point is None),
        missed_name="not asked",
        level=level,
        level_name=level_name,
        heads=("When", "Calls", "Days", "Debriefs that asked", "In 30 days"),
        rows=tuple(rows),
    )


def _before_plan(case: Casefile) -> tuple[int | None, str, tuple[str, ...]]:
    """Return the rate before the plan in tenths, its name, and its cells."""
    plan = case.plan.record if case.plan else None
    if not plan or not plan.baseline_days or plan.baseline_contacts is None:
        return None, "", ()
    rate = _rate(plan.baseline_contacts, plan.baseline_days)
    days = counted(plan.baseline_days, "day")
    cells = (str(plan.baseline_contacts), str(plan.baseline_days), "", _tenths(rate))
    return rate, f"Before the plan: {plan.baseline_contacts} in {days}", cells


def _rate(number: int, days: int) -> int:
    """Return calls in 30 days, in tenths, a half rounded up."""
    return (2 * number * CRISIS_DAYS * TENTHS + days) // (2 * days)


def _tenths(rate: int) -> str:
    return f"{rate // TENTHS}.{rate % TENTHS}" if rate % TENTHS else str(rate // TENTHS)


# --- day by day ---------------------------------------------------------------------


def _daily(
    told: Mapping[date, int], key: str, title: str, unit: str, *, scale: int = 1
) -> Chart | None:
    """Return what was written of days, each day in its place, the others empty."""
    if len(told) < LEAST_DAYS:
        return None
    first, last = min(told), max(told)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    say = _hours if scale > 1 else str
    listed = ", ".join(f"{_short(day)} {say(told[day])}" for day in sorted(told))
    of = f"written on {len(told)} of {counted(len(days), 'day')}"
    highest = -(-max(told.values()) // scale)
    return Chart(
        key=key,
        title=title,
        shape=Shape.LINES,
        unit=unit,
        places="Day",
        labels=tuple(map(_short, days)),
        series=(Series(of, tuple(told.get(day) for day in days)),),
        top=HIGHEST if scale == 1 else max(HIGHEST, highest + highest % 2),
        says=f"{title}, {of}: {listed}.",
        scale=scale,
        heads=("Week from", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        rows=tuple(_weeks(told, first, last, say)),
    )


def _weeks(
    told: Mapping[date, int], first: date, last: date, say: object
) -> Iterator[tuple[str, ...]]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        week = [monday + timedelta(days=n) for n in range(7)]
        cells = (say(told[day]) if day in told else "" for day in week)  # type: ignore[operator]
        yield (say_day(monday), *cells)
        monday += timedelta(days=7)


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _span_words(part: Span) -> str:
    start, end = part
    year = "" if start.year == end.year else f" {start.year}"
    return f"{_short(start)}{year} to {_short(end)} {end.year}"


def _hours(minutes: int) -> str:
    """Return "6h", "6h30": short, to stand beside a point."""
    return f"{minutes // 60}h{minutes % 60:02}" if minutes % 60 else f"{minutes // 60}h"
