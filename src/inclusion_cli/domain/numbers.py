"""The one place where anything is counted: for home, dashboard, audit, packs and JSON.

`person_numbers` counts one person's file over a period, as known at a moment; each
number keeps the records behind it. `total` adds people up as they come. What is counted
and how: practice reference 6.2 and 6.5; the words are in `number_words`.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain import number_care as care
from inclusion_cli.domain.caution_cost import CautionCost, Lost, caution_cost
from inclusion_cli.domain.crisis_calls import crisis_calls
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.number_days import person_days
from inclusion_cli.domain.number_engaged import engaged, level_at_start, level_now
from inclusion_cli.domain.number_incidents import (
    incident_rate,
    incident_rate_before,
    incident_rate_since,
)
from inclusion_cli.domain.number_kinds import (
    TENTHS,
    Amount,
    Change,
    Count,
    Rate,
    Spread,
    Stretch,
    counted,
)
from inclusion_cli.domain.number_measures import (
    AskedDirectly,
    asked_directly,
    loneliness,
)
from inclusion_cli.domain.number_sessions import (
    Told,
    attendance_of,
    community_minutes,
    debriefed,
    months,
    staff_minutes,
    weeks,
)
from inclusion_cli.domain.numbers_total import ServiceNumbers, total
from inclusion_cli.domain.pack_sessions import told_sessions
from inclusion_cli.domain.record import record
from inclusion_cli.domain.standing import Standing, standing

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept

__all__ = [
    "PersonNumbers",
    "ServiceNumbers",
    "person_days",
    "person_numbers",
    "total",
]

ONE_DAY = timedelta(days=1)


@record
class PersonNumbers:
    """One person's numbers over [first, last]; each keeps the ids of its records.

    `days` are the person-days, from the first thing recorded (see `number_days`), 0
    where there is nothing. Worry is 0 to 10, accompaniment 0 (on their own) to 6.
    """

    file: str
    code: str
    first: date
    last: date
    days: int
    # sessions
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
    community_minutes: Amount
    staff_minutes: Amount
    weeks: tuple[Stretch, ...]
    months: tuple[Stretch, ...]
    # engagement
    activities: Count
    sustained: Count
    sessions_in_sustained: Count
    sessions_one_off: Count
    once_only: Count
    begun_12_weeks_ago: Count
    lasting_12_weeks: Count
    begun_26_weeks_ago: Count
    lasting_26_weeks: Count
    accompaniment: Change
    # how it is
    worry_before: Spread
    worry_peak: Spread
    worry_before_change: Change
    worry_peak_change: Change
    loneliness: Change
    lonely_directly: Change
    lonely_asked: Count
    lonely_often: Count
    signs: Rate
    signs_before: Rate
    crisis_calls: Rate
    crisis_calls_before: Rate
    crisis_days: tuple[date, ...]
    suicide_talks: Count
    # keeping safe
    incidents: Count
    near_misses: Count
    incident_rate: Rate
    incident_rate_since: Rate
    incident_rate_before: Rate
    concerns: Count
    concerns_with_outcome: Count
    hours_to_manager: Spread
    restrictions_opened: Count
    restrictions_lifted: Count
    restrictions_in_force: Count
    restrictions_without_authority: Count
    days_limited: int
    days_to_lift: Spread
    # pace
    pauses: Count
    resumed: Count
    pauses_open: Count
    days_to_resume: Spread
    progressed: Count
    progressed_with_evidence: Count
    progressed_by_override: Count
    stalled: Count
    idle_days: int
    # the cost of caution
    lost: tuple[Lost, ...]
    lost_sessions: Count
    lost_events: Count
    lost_minutes: Amount


def person_numbers(
    case: Casefile,
    *,
    now: datetime,
    first: date,
    last: date,
    defaults: Defaults = SHIPPED,
) -> PersonNumbers:
    """Return a person's numbers over [first, last], as known at `now`."""
    told = _told(case, now, first, last)
    done = debriefed(told)
    calls = crisis_calls(case, _known(case, now), first=first, last=last)
    period = {"first": first, "last": last}
    return PersonNumbers(
        file=case.person.file,
        code=case.person.record.code,
        first=first,
        last=last,
        days=person_days(case, now, first, last),
        **_fields(attendance_of(told)),
        community_minutes=community_minutes(case, done),
        staff_minutes=staff_minutes(case, done),
        weeks=weeks(case, told, calls.calls, **period),
        months=months(case, told, calls.calls, **period),
        **_fields(engaged(case, now=now, **period)),
        accompaniment=_company(case),
        **_worry(done),
        loneliness=loneliness(case, now=now, last=last),
        **_fields(_directly(case, now, first, last)),
        signs=care.signs_rate(case, done, **period),
        signs_before=_signs_before(case, now, first, last),
        crisis_calls=care.crisis_rate(calls),
        crisis_calls_before=care.crisis_before(case),
        crisis_days=tuple(day for day, _id in calls.calls),
        suicide_talks=care.suicide_talks(case, now=now, **period),
        **_fields(care.harms(case, now=now, **period)),
        incident_rate=incident_rate(case, now=now, **period),
        incident_rate_since=incident_rate_since(case, now=now, **period),
        incident_rate_before=incident_rate_before(case, now=now),
        **_restrictions(care.limits(case, now=now, **period)),
        **_fields(care.pauses(case, now=now, **period)),
        **_stalled(standing(case, now=now, defaults=defaults)),
        **_lost(caution_cost(case, now=now, **period)),
    )


def _fields(part: object) -> dict[str, Any]:
    """Return what a part counts, by name."""
    return dict(vars(part))


def _told(case: Casefile, now: datetime, first: date, last: date) -> tuple[Told, ...]:
    """Return the sessions of the period: those told, and those due and not told."""
    told = told_sessions(case, first=first, now=now)
    return tuple(kept for kept in told if kept.record.at.date() <= last)


def _known(case: Casefile, now: datetime) -> tuple[Kept[Debrief], ...]:
    return tuple(d for d in case.debriefs if d.happened_at <= now)


def _worry(done: tuple[Kept[Debrief], ...]) -> dict[str, Any]:
    """Return worry before going and at its worst, and how each of them changed."""
    return {
        "worry_before": care.ratings(done, _before),
        "worry_peak": care.ratings(done, _peak),
        "worry_before_change": care.rating_change(done, _before),
        "worry_peak_change": care.rating_change(done, _peak),
    }


def _restrictions(limits: care.Limits) -> dict[str, Any]:
    """Return the restrictions of the period, and the days that they stood."""
    return {
        "restrictions_opened": limits.opened,
        "restrictions_lifted": limits.lifted,
        "restrictions_in_force": limits.in_force,
        "restrictions_without_authority": limits.without_authority,
        "days_limited": limits.days_limited,
        "days_to_lift": limits.days_to_lift,
    }


def _lost(cost: CautionCost) -> dict[str, Any]:
    """Return what caution cost: line by line, and in all."""
    return {
        "lost": cost.lines,
        "lost_sessions": cost.sessions,
        "lost_events": cost.events,
        "lost_minutes": cost.minutes,
    }


def _directly(case: Casefile, now: datetime, first: date, last: date) -> AskedDirectly:
    """Return what was answered to the direct question, of those the period tells of."""
    if not person_days(case, now, first, last):
        return AskedDirectly()
    return asked_directly(case, now=now, last=last)


def _before(debrief: Debrief) -> int | None:
    return debrief.worry_before


def _peak(debrief: Debrief) -> int | None:
    return debrief.worry_peak


def _signs_before(case: Casefile, now: datetime, first: date, last: date) -> Rate:
    """Return the signs of as many days before the period, where anybody asked."""
    length = last - first
    start, end = first - length - ONE_DAY, first - ONE_DAY
    earlier = debriefed(_told(case, now, start, end))
    return care.signs_rate(case, earlier, first=start, last=end)


def _company(case: Casefile) -> Change:
    """Return the accompaniment of the step begun first and of the one that is on."""
    start, on = level_at_start(case), level_now(case)
    if start is None or on is None:
        return Change()
    ids = (move.to_step for move in case.all_moves() if move.to_step)
    return Change(start * TENTHS, on * TENTHS, tuple(dict.fromkeys(ids)))


def _stalled(stands: Standing | None) -> dict[str, Any]:
    """Return the step that is ready with nothing offered: the over-caution alarm."""
    if stands is None or not stands.over_cautious:
        return {"stalled": Count(), "idle_days": 0}
    return {"stalled": counted((stands.rung.step.id,)), "idle_days": stands.idle}
