"""The charts of a pack that go by days: crisis calls, sleep, craving."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from inclusion_cli.domain.chart import Chart, Series, Shape
from inclusion_cli.domain.crisis_calls import crisis_calls
from inclusion_cli.domain.dates import say_day, short_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.number_kinds import per_30, rate_of, say_tenths
from inclusion_cli.domain.number_sessions import debriefed
from inclusion_cli.domain.values import HIGHEST
from inclusion_cli.tongue import say as in_words
from inclusion_cli.tongue import say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.number_sessions import Told
    from inclusion_cli.domain.pack_between import Daily

LEAST_SPANS, LEAST_DAYS = 2, 3
CRISIS_DAYS, TENTHS = 30, 10
CALLS_TOP = 4
"""The least height of the axis of calls: 1 call must not fill the chart."""

Span = tuple[date, date]


def spans(first: date, last: date, days: int, *, least: int = 1) -> tuple[Span, ...]:
    """Return stretches of days that end on the last, the oldest first.

    A remainder of fewer days than `least` is part of the oldest.
    """
    found: list[Span] = []
    end = last
    while end >= first:
        start = max(first, end - timedelta(days=days - 1))
        found.append((start, end))
        end = start - timedelta(days=1)
    if len(found) > 1 and (found[-1][1] - found[-1][0]).days + 1 < least:
        remainder = found.pop()
        found[-1] = (remainder[0], found[-1][1])
    return tuple(reversed(found))


def days_in(part: Span) -> int:
    """Return how many days a stretch has, its last one included."""
    return (part[1] - part[0]).days + 1


def span_words(part: Span) -> str:
    """Return "2 Sep to 1 Oct 2026"."""
    start, end = part
    year = "" if start.year == end.year else f" {start.year}"
    return in_words(
        "{first} to {last}",
        first=f"{short_day(start)}{year}",
        last=f"{short_day(end)} {end.year}",
    )


# --- crisis calls -------------------------------------------------------------------


def crisis_chart(
    case: Casefile, told: tuple[Told, ...], first: date, last: date
) -> Chart | None:
    """Return crisis calls in 30 days, what was counted before the plan first.

    Where there were none, then and now, a sentence says so and nothing is drawn.
    """
    debriefs = debriefed(told)
    asked = [d.on for d in debriefs if d.record.asked_about_crisis]
    told_of = crisis_calls(case, debriefs, first=first, last=last)
    calls = [day for day, _id in told_of.calls]
    if not asked and not calls:
        return None
    since = min((*asked, *calls))  # a rate of fewer days would count a call twice
    parts = spans(since, last, CRISIS_DAYS, least=CRISIS_DAYS)
    before = _before_plan(case)
    level = before.tenths if before else None
    # one question on the first day does not tell of the month after it
    short = len(parts) == 1 and days_in((since, max((*asked, *calls)))) < CRISIS_DAYS
    if short or len(parts) + bool(before) < LEAST_SPANS or not (calls or level):
        return None
    found = [_calls_in(part, asked, calls) for part in parts]
    return _calls_drawn([before, *found] if before else found, before)


def _calls_drawn(found: list[_Calls], before: _Calls | None) -> Chart:
    """Return the chart of calls; what was counted before the plan is a line, too."""
    points = [one.tenths for one in found]
    tallest = max((p for p in points if p is not None), default=0) // TENTHS + 1
    top = max(CALLS_TOP, tallest)
    return Chart(
        key="crisis",
        title=in_words("Crisis calls in 30 days"),
        shape=Shape.COLUMNS,
        unit=in_words("Calls in 30 days"),
        places=in_words("Last day of each stretch of days"),
        labels=tuple(one.label for one in found),
        series=(Series(in_words("crisis calls"), tuple(points)),),
        top=top + top % 2,
        says=" ".join(
            (
                in_words("Crisis calls."),
                *(one.says for one in found),
            )
        ),
        scale=TENTHS,
        unknown=tuple(place for place, point in enumerate(points) if point is None),
        unknown_name=in_words("not asked"),
        level=before.tenths if before else None,
        level_name=before.says.removesuffix(".") if before else "",
        heads=(
            in_words("When"),
            in_words("Calls"),
            in_words("Days"),
            in_words("Debriefs that asked"),
            in_words("In 30 days"),
        ),
        rows=tuple(one.cells for one in found),
    )


class _Calls(NamedTuple):
    """Crisis calls in some days: its name on the axis, a rate in tenths, cells, words.

    `says` is a whole sentence.
    """

    label: str
    tenths: int | None
    cells: tuple[str, ...]
    says: str


def _calls_in(part: Span, asked: list[date], calls: list[date]) -> _Calls:
    """Return the calls of a stretch of days; None and "not asked" for no asking."""
    days = days_in(part)
    number = sum(part[0] <= day <= part[1] for day in calls)
    times = sum(part[0] <= day <= part[1] for day in asked)
    tenths = per_30(number, days) if times or number else None
    unknown = in_words("not asked")
    found = unknown if tenths is None else str(number)
    rate = unknown if tenths is None else say_tenths(tenths)
    says = in_words(
        "{span_words}: {found} in {days}.",
        span_words=span_words(part),
        found=found,
        days=say_many("{number} day", "{number} days", days),
    )
    cells = (span_words(part), found, str(days), str(times), rate)
    return _Calls(short_day(part[1]), tenths, cells, says)


def _before_plan(case: Casefile) -> _Calls | None:
    """Return the calls that were counted before the plan; None of too few days."""
    plan = case.plan.record if case.plan else None
    if not plan or not plan.baseline_days or plan.baseline_contacts is None:
        return None
    calls, days = plan.baseline_contacts, plan.baseline_days
    rate = rate_of(calls, days)
    if rate is None:
        return None
    says = in_words(
        "Before the plan: {baseline_contacts} in {days}",
        baseline_contacts=calls,
        days=say_many("{number} day", "{number} days", days),
    )
    cells = (in_words("Before the plan"), str(calls), str(days), "", say_tenths(rate))
    return _Calls(in_words("Before"), rate, cells, f"{says}.")


# --- day by day ---------------------------------------------------------------------


def daily_chart(
    days_told: Mapping[date, Daily], key: str, title: str, unit: str, *, scale: int = 1
) -> Chart | None:
    """Return what was written of days, each day in its place, the others empty."""
    if len(days_told) < LEAST_DAYS:
        return None
    told = {day: number for day, (number, _id) in days_told.items()}
    first, last = min(told), max(told)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    say = _hours if scale > 1 else str
    listed = ", ".join(f"{short_day(day)} {say(told[day])}" for day in sorted(told))
    of = in_words(
        "written on {told}", told=say_many("{number} day", "{number} days", len(told))
    )
    highest = -(-max(told.values()) // scale)
    return Chart(
        key=key,
        title=title,
        shape=Shape.LINES,
        unit=unit,
        places=in_words("Day"),
        labels=tuple(map(short_day, days)),
        series=(Series(of, tuple(told.get(day) for day in days)),),
        top=HIGHEST if scale == 1 else max(HIGHEST, highest + highest % 2),
        says=f"{title}, {of}: {listed}.",
        scale=scale,
        heads=(
            in_words("Week from"),
            in_words("Mon"),
            in_words("Tue"),
            in_words("Wed"),
            in_words("Thu"),
            in_words("Fri"),
            in_words("Sat"),
            in_words("Sun"),
            in_words("Records"),
        ),
        rows=tuple(_weeks(days_told, first, last, say)),
    )


def _weeks(
    told: Mapping[date, Daily], first: date, last: date, say: Callable[[int], str]
) -> Iterator[tuple[str, ...]]:
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        week = [monday + timedelta(days=n) for n in range(7)]
        cells = (say(told[day][0]) if day in told else "" for day in week)
        ids = (told[day][1] for day in week if day in told)
        yield (say_day(monday), *cells, ", ".join(map(short_id, dict.fromkeys(ids))))
        monday += timedelta(days=7)


def _hours(minutes: int) -> str:
    """Return "6h", "6h30": short, to stand beside a point."""
    return f"{minutes // 60}h{minutes % 60:02}" if minutes % 60 else f"{minutes // 60}h"
