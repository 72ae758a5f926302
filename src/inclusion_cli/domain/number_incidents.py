"""Incidents in 30 days: of a time, since the first step, and the 12 weeks before it.

The days are counted on both sides, from the day the file was begun: before that nobody
wrote anything down. Near misses are counted apart. Never a cause.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.number_days import person_days
from inclusion_cli.domain.number_kinds import Count, Rate, counted, say_tenths
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.incident import Incident
    from inclusion_cli.domain.kept import Kept


@record
class OfService:
    """The incidents and near misses of a period that are of nobody in particular."""

    incidents: Count = Count()
    near_misses: Count = Count()


NONE_OF_SERVICE = OfService()
BEFORE_DAYS = 84
"""12 weeks: the worked cases, PR-003."""
ONE_DAY = timedelta(days=1)


def of_service(
    found: Iterable[Kept[Incident]], *, now: datetime, first: date, last: date
) -> OfService:
    """Return those in the service's own file, counted as those of a person are."""
    own = [k for k in found if k.happened_at <= now and first <= k.on <= last]
    near = [k for k in own if k.record.level is Level.NEAR_MISS]
    return OfService(
        counted(k.id for k in own if k not in near), counted(k.id for k in near)
    )


def says_of_service(number: int) -> str:
    """Return how many more are of the service, "" for none."""
    if not number:
        return ""
    return say(" And {number} of the service, of nobody in particular.", number=number)


def incident_rate(case: Casefile, *, now: datetime, first: date, last: date) -> Rate:
    """Return the incidents of a period, in all the person-days of it."""
    days = person_days(case, now, first, last)
    return _between(case, last - timedelta(days=days - 1), last, now)


def incident_rate_since(
    case: Casefile, *, now: datetime, first: date, last: date
) -> Rate:
    """Return those of a period from the day the first step began."""
    began = began_on(case, now=now)
    start = max(first, began) if began else last + ONE_DAY
    return _between(case, start, last, now)


def incident_rate_before(case: Casefile, *, now: datetime) -> Rate:
    """Return those of the 12 weeks before it, as far back as the file goes."""
    began = began_on(case, now=now)
    if began is None:
        return Rate()
    told = (kept.on for kept in case.safety.incidents)
    opened = min((case.person.on, *told))
    start = max(began - timedelta(days=BEFORE_DAYS), opened)
    return _between(case, start, began - ONE_DAY, now)


def began_on(case: Casefile, *, now: datetime) -> date | None:
    """Return the day of the first step, or of the first session, if any was."""
    moves = (move.at.date() for move in case.all_moves() if move.at <= now)
    went = (kept.on for kept in case.debriefs if kept.happened_at <= now)
    return min((*moves, *went), default=None)


def incidents_said(
    case: Casefile, *, now: datetime, first: date, last: date
) -> Iterator[str]:
    """Return all of them in a sentence, nothing where there is no step and none."""
    own, since, before = (
        incident_rate(case, now=now, first=first, last=last),
        incident_rate_since(case, now=now, first=first, last=last),
        incident_rate_before(case, now=now),
    )
    if own.known and (since.known or own.count.n):
        told = say("{own}.", own=_told(own))
        if since.known and since.days != own.days:
            told += say(" Since the first step: {since}.", since=_told(since))
        if since.known:
            earlier = _told(before) if before.known else say("not known")
            window = before_words(before.days, 1)
            told += say(" {window}: {earlier}.", window=window, earlier=earlier)
        yield told


def before_words(days: int, people: int) -> str:
    """Return the time before the first step that was looked at, of so many people.

    A file that was begun later than 12 weeks before it goes back no further.
    """
    if days == people * BEFORE_DAYS or not days:
        return say("In the 12 weeks before the first step")
    if people == 1:
        return say("Before the first step, as far back as the file goes")
    return say("In the 12 weeks before the first step, or as far back as a file goes")


def _told(rate: Rate) -> str:
    n = say_many("{number} incident", "{number} incidents", rate.count.n)
    days = say_many("{number} day", "{number} days", rate.days)
    if rate.per_30 is None:
        return say("{n} in {days}", n=n, days=days)
    return say(
        "{n} in {days}, {rate} in 30", n=n, days=days, rate=say_tenths(rate.per_30)
    )


def _between(case: Casefile, start: date, last: date, now: datetime) -> Rate:
    days = (last - start).days + 1
    if days < 1:
        return Rate()
    ids = (
        kept.id
        for kept in case.safety.incidents
        if start <= kept.on <= last
        and kept.happened_at <= now
        and kept.record.level is not Level.NEAR_MISS
    )
    return Rate(counted(ids), days, known=True)
