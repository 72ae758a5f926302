"""What was seen between sessions, with how many days were written of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.crisis_calls import crisis_calls
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.number_incidents import incidents_said
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.observed import observed_line
from inclusion_cli.domain.pack_lines import BetweenPart, Table
from inclusion_cli.domain.pack_marks import listed, mark, plus
from inclusion_cli.domain.sleep import say_minutes
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept

Debriefs = tuple["Kept[Debrief]", ...]
Seens = tuple["Kept[Observation]", ...]

Daily = tuple[int, str]
"""What was written of a day, and the id of the record that tells it."""

NO_MORE = say("no more was written")
WEEK = 7
OVER_TIME = (Seen.SLEEP, Seen.CRAVING)
"""Told by their numbers over time; the others one by one."""


def between_part(
    case: Casefile, debriefs: Debriefs, *, now: datetime, first: date, last: date
) -> BetweenPart:
    """Return what was seen outside sessions from a first to a last day."""
    seen = tuple(o for o in case.observations if first <= o.on <= last)
    return BetweenPart(
        crisis=crisis(case, debriefs, first=first, last=last),
        lines=(
            *_lines(case, debriefs, seen, first, last),
            *incidents_said(case, now=now, first=first, last=last),
        ),
        table=_table(seen),
    )


def crisis(
    case: Casefile, debriefs: Iterable[Kept[Debrief]], *, first: date, last: date
) -> str:
    """Return crisis calls with the days counted on both sides; never a cause."""
    before = baseline(case)
    calls = crisis_calls(case, debriefs, first=first, last=last)
    if not calls.known:
        return say(
            "Crisis calls were not asked about in this time.{before}", before=before
        ).strip()
    return say(
        "{calls} in {days}, asked in {asked}.{since}{before}",
        calls=say_many("{number} crisis call", "{number} crisis calls", calls.n),
        days=say_many("{number} day", "{number} days", calls.days),
        asked=say_many("{number} debrief", "{number} debriefs", len(calls.asked)),
        since=_since(calls.asked, last),
        before=before,
    )


def _since(asked: tuple[date, ...], last: date) -> str:
    """Return since when nobody asked, where that is over a week."""
    if not asked or (last - max(asked)).days <= WEEK:
        return ""
    return say(" Not asked since {max}.", max=say_day(max(asked)))


def baseline(case: Casefile) -> str:
    """Return what was counted before the plan, in words, "" where nothing was."""
    plan = case.plan.record if case.plan else None
    if not plan or not plan.baseline_days or plan.baseline_contacts is None:
        return ""
    days = say_many("{number} day", "{number} days", plan.baseline_days)
    return say(
        " Before the plan: {baseline_contacts} in {days}.",
        baseline_contacts=say_many(
            "{number} crisis call", "{number} crisis calls", plan.baseline_contacts
        ),
        days=days,
    )


def nights(
    case: Casefile, debriefs: Debriefs, *, first: date, last: date
) -> dict[date, Daily]:
    """Return the minutes slept by the morning the night ended, the latest told."""
    told = [(d.on, d.record.minutes_slept, d.id) for d in debriefs]
    told += [(p.on, p.record.minutes_slept, p.id) for p in case.preparations]
    told += [(o.on, o.record.minutes_slept, o.id) for o in case.observations]
    return {d: (m, by) for d, m, by in told if m is not None and first <= d <= last}


def cravings(
    case: Casefile, debriefs: Debriefs, *, first: date, last: date
) -> dict[date, Daily]:
    """Return the highest craving told of each day, 0 to 10."""
    told = [(d.on, d.record.craving, d.id) for d in debriefs]
    told += [(p.on, p.record.craving, p.id) for p in case.preparations]
    told += [(o.on, o.record.craving, o.id) for o in case.observations]
    found: dict[date, Daily] = {}
    for day, craving, by in told:
        if craving is None or not first <= day <= last:
            continue
        if day not in found or craving > found[day][0]:
            found[day] = (craving, by)
    return found


def _lines(
    case: Casefile, debriefs: Debriefs, seen: Seens, first: date, last: date
) -> Iterator[str]:
    days = (last - first).days + 1
    if slept := nights(case, debriefs, first=first, last=last):
        minutes = [night[0] for night in slept.values()]
        low, high = say_minutes(min(minutes)), say_minutes(max(minutes))
        spread = low if low == high else say("from {low} to {high}", low=low, high=high)
        yield say(
            "Sleep was written for {slept} of {days} nights: {spread}.",
            slept=len(slept),
            days=days,
            spread=spread,
        )
    if craved := cravings(case, debriefs, first=first, last=last):
        scores = [daily[0] for daily in craved.values()]
        least, most = min(scores), max(scores)
        spread = (
            str(least)
            if least == most
            else say("from {least} to {most}", least=least, most=most)
        )
        yield say(
            "Craving was written on {craved} of {days} days: {spread} of 10.",
            craved=len(craved),
            days=days,
            spread=spread,
        )
    asked = sum(bool(d.record.money) for d in debriefs)
    asked += sum(bool(o.record.money) for o in seen)
    if asked:
        yield say(
            "Asked for money or things {asked}, as it was told.",
            asked=say_many("{number} time", "{number} times", asked),
        )
    if not seen:
        yield say("Nothing was written between sessions in this time.")


def _table(seen: Seens) -> Table | None:
    rows = tuple(
        (
            plus(line.when, mark(o)),
            line.what,
            line.says or NO_MORE,
            listed((o.id,)),
        )
        for o in sorted(seen, key=lambda kept: kept.order)
        for line in (observed_line(o),)
        if o.record.seen not in OVER_TIME or o.record.note or o.record.words
    )
    return (
        Table(
            (say("When"), say("What"), say("In words"), say("Record")),
            rows,
            (3, 2, 5, 0),
        )
        if rows
        else None
    )
