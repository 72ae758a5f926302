"""Sessions counted: planned, countable, gone to; what others cancelled stands apart.

What the service, the place or an outside cause cancelled never counts against the
person (practice reference 2.3). The one place where sessions are counted.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Debrief, Outcome, Session
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.number_kinds import Amount, Count, Stretch, counted
from inclusion_cli.domain.record import record
from inclusion_cli.domain.reductions import minutes_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.casefile import Casefile

Told = Kept[Debrief] | Kept[Session]
"""A session as it was told, or as it was planned and not told yet."""
Calls = tuple[tuple[date, str], ...]
STAFF_IS_THERE = 4
"""From this accompaniment on a worker is there the whole time; reference 2.2.

Travel, calls and talks before and after are not in it: nobody records their minutes.
"""
WEEK = timedelta(days=7)


@record
class Attendance:
    """Sessions by what became of them; `untold` are due and have no debrief."""

    planned: Count
    countable: Count
    attended: Count
    left_by_choice: Count
    chose_not: Count
    no_show: Count
    cancelled_by_service: Count
    cancelled_by_venue: Count
    cancelled_outside: Count
    paused_by_plan: Count
    untold: Count


def attendance_of(told: Iterable[Told]) -> Attendance:
    """Return the sessions counted by what became of them, each with its records."""
    told = tuple(told)
    done = debriefed(told)

    def with_outcome(*outcomes: Outcome) -> Count:
        return counted(d.id for d in done if d.record.outcome in outcomes)

    return Attendance(
        planned=counted(kept.id for kept in told),
        countable=counted(d.id for d in done if d.record.outcome.countable),
        attended=counted(d.id for d in done if d.record.outcome.attended),
        left_by_choice=with_outcome(Outcome.LEFT_BY_CHOICE),
        chose_not=with_outcome(Outcome.CHOSE_NOT_TO),
        no_show=with_outcome(Outcome.NO_SHOW),
        cancelled_by_service=with_outcome(Outcome.CANCELLED_BY_SERVICE),
        cancelled_by_venue=with_outcome(Outcome.CANCELLED_BY_VENUE),
        cancelled_outside=with_outcome(Outcome.CANCELLED_EXTERNAL),
        paused_by_plan=with_outcome(Outcome.PAUSED_BY_PLAN),
        untold=counted(k.id for k in told if not isinstance(k.record, Debrief)),
    )


def debriefed(told: Iterable[Told]) -> tuple[Kept[Debrief], ...]:
    """Return the sessions that have a debrief."""
    return tuple(kept for kept in told if isinstance(kept.record, Debrief))


def community_minutes(case: Casefile, debriefs: Iterable[Kept[Debrief]]) -> Amount:
    """Return the minutes that sessions gone to took.

    As they were told; of one that went as planned and has none, those planned.
    """
    return _minutes(case, [d for d in debriefs if d.record.outcome.attended])


def staff_minutes(case: Casefile, debriefs: Iterable[Kept[Debrief]]) -> Amount:
    """Return the minutes of them with a worker there: beside, nearby, in the building.

    It is of the same sessions as the community minutes: of one without a worker, none.
    """
    gone = [d for d in debriefs if d.record.outcome.attended]
    there = _minutes(case, [d for d in gone if _level(case, d) >= STAFF_IS_THERE])
    all_of = _minutes(case, gone)
    return Amount(there.total, all_of.n, all_of.missing, there.ids)


def _minutes(case: Casefile, gone: list[Kept[Debrief]]) -> Amount:
    found = [(d.id, _took(case, d)) for d in gone]
    told = [(kept_id, minutes) for kept_id, minutes in found if minutes is not None]
    return Amount(
        total=sum(minutes for _id, minutes in told),
        n=len(told),
        missing=len(found) - len(told),
        ids=tuple(kept_id for kept_id, _minutes in told),
    )


def _took(case: Casefile, debrief: Kept[Debrief]) -> int | None:
    """Return how long a session took, None where nobody knows."""
    told, step = debrief.record, case.step(debrief.record.step)
    if told.minutes is None and told.outcome is Outcome.ATTENDED_FULL and step:
        return minutes_on(case, step, debrief.on)
    return told.minutes


def _level(case: Casefile, debrief: Kept[Debrief]) -> int:
    step = case.step(debrief.record.step)
    return step.record.accompaniment if step else 0


def weeks(
    case: Casefile, told: Iterable[Told], calls: Calls, *, first: date, last: date
) -> tuple[Stretch, ...]:
    """Return what was counted from Monday to Sunday, the whole period long."""
    monday, told = first - timedelta(days=first.weekday()), tuple(told)
    found = []
    while monday <= last:
        start, end = max(monday, first), min(monday + WEEK - timedelta(days=1), last)
        found.append(stretch(case, told, calls, start, end))
        monday += WEEK
    return tuple(found)


def months(
    case: Casefile, told: Iterable[Told], calls: Calls, *, first: date, last: date
) -> tuple[Stretch, ...]:
    """Return what was counted in each month, the first and last one perhaps in part."""
    start, told, found = first, tuple(told), []
    while start <= last:
        after = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
        end = min(after - timedelta(days=1), last)
        found.append(stretch(case, told, calls, start, end))
        start = after
    return tuple(found)


def stretch(
    case: Casefile, told: tuple[Told, ...], calls: Calls, first: date, last: date
) -> Stretch:
    """Return what was counted from a first to a last day."""
    own = [kept for kept in told if first <= kept.record.at.date() <= last]
    went, done = attendance_of(own), debriefed(own)
    return Stretch(
        first=first,
        last=last,
        attended=went.attended,
        countable=went.countable,
        cancelled_by_service=went.cancelled_by_service,
        community=community_minutes(case, done),
        staff=staff_minutes(case, done),
        crisis_calls=counted(by for day, by in calls if first <= day <= last),
    )
