"""The charts of a pack: data, numbers and words. A gap is a gap, never a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.chart import Chart, Series, Shape
from inclusion_cli.domain.dates import short_day
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.debrief_words import RATED
from inclusion_cli.domain.number_sessions import attendance_of, debriefed
from inclusion_cli.domain.pack_between import cravings, nights
from inclusion_cli.domain.pack_chart_days import (
    Span,
    crisis_chart,
    daily_chart,
    days_in,
    span_words,
    spans,
)
from inclusion_cli.domain.pack_sessions import NOT_GIVEN, rated
from inclusion_cli.domain.values import HIGHEST, capital
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.number_sessions import Told

LEAST_POINTS = 2
ATTENDANCE_DAYS = 28


def charts(
    case: Casefile, told: tuple[Told, ...], *, first: date, last: date
) -> tuple[Chart, ...]:
    """Return the charts there are numbers for, from a first to a last day."""
    debriefs = debriefed(told)
    slept = nights(case, debriefs, first=first, last=last)
    craved = cravings(case, debriefs, first=first, last=last)
    found = (
        _worry(case, told),
        _ratings(told),
        _attendance(told, last),
        crisis_chart(case, told, first, last),
        daily_chart(slept, "sleep", say("Sleep, by night"), say("Hours"), scale=60),
        daily_chart(craved, "craving", say("Craving, by day"), say("Craving, 0 to 10")),
    )
    return tuple(chart for chart in found if chart)


# --- worry --------------------------------------------------------------------------


def _worry(case: Casefile, told: tuple[Told, ...]) -> Chart | None:
    """Return worry before, at its worst and after, by the session's number."""
    records = [
        kept.record if isinstance(kept.record, Debrief) else None for kept in told
    ]
    series = (
        Series("before", tuple(r.worry_before if r else None for r in records)),
        Series(
            say("at its worst"), tuple(r.worry_peak if r else None for r in records)
        ),
        Series("after", tuple(r.worry_after if r else None for r in records)),
    )
    known = zip(*(one.points for one in series), strict=True)
    if sum(any(p is not None for p in three) for three in known) < LEAST_POINTS:
        return None
    missed = tuple(
        place
        for place, record in enumerate(records)
        if record and record.outcome.countable and not _went(record)
    )
    off = tuple(
        place
        for place, record in enumerate(records)
        if record and not record.outcome.countable
    )
    untold = tuple(place for place, record in enumerate(records) if record is None)
    return Chart(
        key="worry",
        title=say("Worry by session"),
        shape=Shape.LINES,
        unit=say("Worry, 0 to 10"),
        places=say("Session, as numbered in the table"),
        labels=tuple(str(number) for number in range(1, len(told) + 1)),
        series=series,
        top=HIGHEST,
        says=" ".join(_worry_said(series, missed, off, untold)),
        missed=missed,
        missed_name=say("not gone to"),
        unknown=untold,
        unknown_name=say("no debrief"),
        begins=tuple(_begins(case, told)),
    )


def _worry_said(
    series: tuple[Series, ...],
    missed: tuple[int, ...],
    off: tuple[int, ...],
    untold: tuple[int, ...],
) -> Iterator[str]:
    """Return the chart in words: each line, then why a session has no score."""
    yield say(
        "Worry, 0 to 10, at {told}, first to last.",
        told=say_many("{number} session", "{number} sessions", len(series[0].points)),
    )
    for one in series:
        yield f"{capital(one.name)}: {_points(one.points, (*missed, *off), untold)}."
    for what, places in (
        (say("Planned and not gone to"), missed),
        (say("Called off by others"), off),
        (say("No debrief"), untold),
    ):
        if places:
            numbers = ", ".join(str(place + 1) for place in places)
            yield say("{what}: session {numbers}.", what=what, numbers=numbers)


def _went(debrief: Debrief) -> bool:
    return debrief.outcome.attended


def _points(
    points: tuple[int | None, ...], missed: tuple[int, ...], untold: tuple[int, ...]
) -> str:
    why = {**dict.fromkeys(missed, "none"), **dict.fromkeys(untold, say("not known"))}
    return ", ".join(
        why.get(place, NOT_GIVEN) if point is None else str(point)
        for place, point in enumerate(points)
    )


def _begins(case: Casefile, told: tuple[Told, ...]) -> Iterator[tuple[int, str]]:
    """Return where the step changes, with its number."""
    before = ""
    for place, kept in enumerate(told):
        step = case.step(kept.record.step)
        number = say("step {number}", number=step.record.number) if step else ""
        if place and number and number != before:
            yield place, number
        before = number or before


# --- own ratings --------------------------------------------------------------------


def _ratings(told: tuple[Told, ...]) -> Chart | None:
    """Return how it was in the person's own ratings, by the session's number."""
    if len(rated(debriefed(told))) < LEAST_POINTS:
        return None
    names = {name: words for name, words in RATED.items() if name != "craving"}
    series = tuple(
        Series(words.lower(), tuple(_rating(kept, name) for kept in told), look=n)
        for n, (name, words) in enumerate(names.items())
    )
    series = tuple(one for one in series if set(one.points) != {None})
    places = [
        place
        for place in range(len(told))
        if any(one.points[place] is not None for one in series)
    ]
    rows = tuple(
        (str(place + 1), *(_said(one.points[place]) for one in series))
        for place in places
    )
    says = [
        f"{capital(one.name)}: "
        + ", ".join(_said(one.points[place]) for place in places)
        for one in series
    ]
    numbers = ", ".join(str(place + 1) for place in places)
    return Chart(
        key="ratings",
        title=say("Own ratings by session"),
        shape=Shape.LINES,
        unit=say("Rating, 0 to 10"),
        places=say("Session, as numbered in the table"),
        labels=tuple(str(number) for number in range(1, len(told) + 1)),
        series=series,
        top=HIGHEST,
        says=say(
            "Own ratings, 0 to 10, at session {numbers}. {says}.",
            numbers=numbers,
            says=". ".join(says),
        ),
        heads=(say("Session"), *(capital(one.name) for one in series)),
        rows=rows,
    )


def _rating(kept: Told, name: str) -> int | None:
    rating: int | None = getattr(kept.record, name, None)
    return rating


def _said(point: int | None) -> str:
    return NOT_GIVEN if point is None else str(point)


# --- attendance ---------------------------------------------------------------------

ATTENDED = (
    say("Went"),
    say("Did not go"),
    say("Called off by others"),
    say("No debrief"),
)


def _attendance(told: tuple[Told, ...], last: date) -> Chart | None:
    """Return how many sessions were gone to, in stretches of 4 weeks."""
    if not told:
        return None
    began = told[0].record.at.date()
    parts = spans(began, last, ATTENDANCE_DAYS, least=ATTENDANCE_DAYS // 2)
    if len(parts) < LEAST_POINTS:
        return None
    counts = [_attended(told, part) for part in parts]
    rows = tuple(
        (span_words(part), str(days_in(part)), *map(str, four))
        for part, four in zip(parts, counts, strict=True)
    )
    says = [
        say(
            "{days}: went to {went} of {planned}, {off} called "
            "off by others, {untold} with no debrief.",
            days=span_words(part),
            went=four[0],
            planned=sum(four[:2]),
            off=four[2],
            untold=four[3],
        )
        for part, four in zip(parts, counts, strict=True)
    ]
    most = max(sum(four) for four in counts)
    return Chart(
        key="attendance",
        title=say("Sessions gone to"),
        shape=Shape.COLUMNS,
        unit=say("Sessions"),
        places=say("Last day of each 4 weeks"),
        labels=tuple(map(_ends, parts)),
        series=tuple(
            Series(name, tuple(four[n] for four in counts), look=n)
            for n, name in enumerate(ATTENDED)
            if any(four[n] for four in counts) or n == 0
        ),
        top=most + most % 2,
        says=" ".join((say("Sessions in stretches of about 4 weeks."), *says)),
        heads=(say("When"), say("Days"), *ATTENDED),
        rows=rows,
    )


def _ends(part: Span) -> str:
    """Return the last day of a stretch, and its days where they are not 4 weeks."""
    days = days_in(part)
    if days == ATTENDANCE_DAYS:
        return short_day(part[1])
    return say("{short_day} ({days} days)", short_day=short_day(part[1]), days=days)


def _attended(told: tuple[Told, ...], part: Span) -> tuple[int, int, int, int]:
    own = [kept for kept in told if part[0] <= kept.record.at.date() <= part[1]]
    went = attendance_of(own)
    apart = went.planned.n - went.countable.n - went.untold.n
    stayed = went.chose_not.n + went.no_show.n
    return went.attended.n, stayed, apart, went.untold.n
