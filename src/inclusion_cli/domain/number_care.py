"""What keeps inclusion safe, counted: restrictions, incidents, pauses, progress, signs.

Source of what is counted: practice reference 6.2 and 6.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.decision import Choice, goes_against
from inclusion_cli.domain.number_kinds import (
    Change,
    Count,
    Rate,
    Spread,
    counted,
    spread_of,
)
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restrictions import register
from inclusion_cli.domain.unanswered import talks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.crisis_calls import CrisisCalls
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.decision import Decision
    from inclusion_cli.domain.kept import Kept

COMPARED = 3
"""So many ratings at each end make a first and a last; the two never share one."""
AN_HOUR = 3600
MET = "met"
"""What a line of a review answers, as it is kept (see `finding`)."""

Debriefs = tuple["Kept[Debrief]", ...]


def ratings(debriefs: Debriefs, worry: Callable[[Debrief], int | None]) -> Spread:
    """Return the ratings of sessions gone to, with how many were not given."""
    gone = [d for d in debriefs if d.record.outcome.attended]
    told = [(d.id, worry(d.record)) for d in gone]
    given = [(kept_id, rating) for kept_id, rating in told if rating is not None]
    return spread_of(
        (rating for _id, rating in given),
        missing=len(gone) - len(given),
        ids=(kept_id for kept_id, _rating in given),
    )


def rating_change(debriefs: Debriefs, worry: Callable[[Debrief], int | None]) -> Change:
    """Return the medians of the first and the last three ratings of a period.

    Nothing is compared where there are fewer than six.
    """
    told = [(d.id, worry(d.record)) for d in debriefs if d.record.outcome.attended]
    given = [(kept_id, rating) for kept_id, rating in told if rating is not None]
    if len(given) < 2 * COMPARED:
        return Change()
    first, last = given[:COMPARED], given[-COMPARED:]
    return Change(
        spread_of(rating for _id, rating in first).median,
        spread_of(rating for _id, rating in last).median,
        tuple(kept_id for kept_id, _rating in (*first, *last)),
    )


def signs_rate(case: Casefile, debriefs: Debriefs, *, first: date, last: date) -> Rate:
    """Return the signs seen in a period, told in debriefs or noted between."""
    asked = [d for d in debriefs if d.record.signs is not None and _in(d, first, last)]
    seen = [o for o in case.observations if o.record.signs and _in(o, first, last)]
    told: tuple[Kept[Any], ...] = (*asked, *seen)
    if not told:
        return Rate()
    ids = [kept.id for kept in told for _sign in kept.record.signs or ()]
    began = max(first, min(kept.on for kept in told))
    return Rate(counted(ids), (last - began).days + 1, len(asked), known=True)


def suicide_talks(case: Casefile, *, now: datetime, first: date, last: date) -> Count:
    """Return the talks about thoughts of suicide of a period."""
    known = (k for k in talks(case) if k.happened_at <= now)
    return counted(k.id for k in known if _in(k, first, last))


def crisis_rate(calls: CrisisCalls) -> Rate:
    """Return the crisis calls of a period as a rate."""
    ids = counted(by for _day, by in calls.calls)
    return Rate(ids, calls.days, len(calls.asked), known=calls.known)


def crisis_before(case: Casefile) -> Rate:
    """Return the crisis calls counted before the plan, with their own days."""
    plan = case.plan
    if not plan or not plan.record.baseline_days:
        return Rate()
    contacts = plan.record.baseline_contacts
    if contacts is None:
        return Rate()
    return Rate(Count(contacts, (plan.id,)), plan.record.baseline_days, 1, known=True)


@record
class Pauses:
    """Pauses and moves up, as they were decided.

    A move up is with evidence where all that was agreed was met, by override where it
    went against what was agreed and says why; it may be neither.
    """

    pauses: Count
    resumed: Count
    pauses_open: Count
    days_to_resume: Spread
    progressed: Count
    progressed_with_evidence: Count
    progressed_by_override: Count


def pauses(case: Casefile, *, now: datetime, first: date, last: date) -> Pauses:
    """Return the pauses decided in a period, how they ended, and the moves up."""
    known = tuple(d for d in case.decisions if d.happened_at <= now and d.on <= last)
    decided = [d for d in known if first <= d.on]
    paused = [d for d in decided if d.record.choice is Choice.PAUSE]
    back = [d for d in decided if d.record.choice is Choice.RESUME]
    up = [d for d in decided if d.record.choice is Choice.PROGRESS]
    days = [(d.id, _paused_on(known, d)) for d in back]
    told = [(kept_id, n) for kept_id, n in days if n is not None]
    return Pauses(
        pauses=counted(d.id for d in paused),
        resumed=counted(d.id for d in back),
        pauses_open=counted(_still_paused(known)),
        days_to_resume=spread_of(
            (n for _id, n in told),
            missing=len(days) - len(told),
            ids=(kept_id for kept_id, _n in told),
        ),
        progressed=counted(d.id for d in up),
        progressed_with_evidence=counted(d.id for d in up if _met(case, d)),
        progressed_by_override=counted(d.id for d in up if goes_against(d.record)),
    )


def _paused_on(known: tuple[Kept[Decision], ...], back: Kept[Decision]) -> int | None:
    """Return the days from the pause that a decision ended."""
    before = [
        d
        for d in known
        if d.record.choice is Choice.PAUSE
        and d.record.step == back.record.step
        and d.happened_at <= back.happened_at
    ]
    return (back.on - before[-1].on).days if before else None


def _still_paused(known: tuple[Kept[Decision], ...]) -> Iterator[str]:
    """Return the pauses that nothing has ended by the last day."""
    stands: dict[str, Kept[Decision]] = {}
    for kept in known:
        if kept.record.choice is not Choice.HOLD:
            stands[kept.record.step] = kept
        if kept.record.to_step and kept.record.to_step != kept.record.step:
            stands[kept.record.to_step] = kept
    for kept in stands.values():
        if kept.record.choice is Choice.PAUSE:
            yield kept.id


def _met(case: Casefile, decision: Kept[Decision]) -> bool:
    """Say whether a move up rests on a review at which all that was agreed was met."""
    review = next((r for r in case.reviews if r.id == decision.record.review), None)
    if review is None or not decision.record.cites or goes_against(decision.record):
        return False
    lines = review.record.evidence
    shown = any(line.records for line in lines)
    return shown and all(line.answer == MET for line in lines)


@record
class Harms:
    """Incidents and concerns of a period, and how soon a manager knew."""

    incidents: Count
    near_misses: Count
    concerns: Count
    concerns_with_outcome: Count
    hours_to_manager: Spread


def harms(case: Casefile, *, now: datetime, first: date, last: date) -> Harms:
    """Return the incidents and safeguarding concerns of a period."""
    incidents = [
        i for i in case.safety.incidents if i.happened_at <= now and _in(i, first, last)
    ]
    near = [i for i in incidents if i.record.level and _near_miss(i.record.level.value)]
    concerns = [
        c for c in case.safety.concerns if c.happened_at <= now and _in(c, first, last)
    ]
    heard = [
        (c.id, c.record.told_manager_at - c.record.at)
        for c in concerns
        if c.record.told_manager_at is not None
    ]
    return Harms(
        incidents=counted(i.id for i in incidents if i not in near),
        near_misses=counted(i.id for i in near),
        concerns=counted(c.id for c in concerns),
        concerns_with_outcome=counted(
            c.id for c in concerns if c.record.achieved is not None
        ),
        hours_to_manager=spread_of(
            (max(int(late.total_seconds()) // AN_HOUR, 0) for _id, late in heard),
            missing=len(concerns) - len(heard),
            ids=(kept_id for kept_id, _late in heard),
        ),
    )


def _near_miss(level: str) -> bool:
    return level == "near_miss"


def _in(kept: Kept[object], first: date, last: date) -> bool:
    return first <= kept.on <= last


@record
class Limits:
    """Restrictions opened and lifted in a period, those in force, and the days.

    A day counts once, however many limits stood on it: see `days_stood`.
    """

    opened: Count
    lifted: Count
    in_force: Count
    without_authority: Count
    days_limited: int
    days_to_lift: Spread


def limits(case: Casefile, *, now: datetime, first: date, last: date) -> Limits:
    """Return the limits of the register, as they stood on a period's last day."""
    on = min(last, now.date())
    known = register(case, on=on)
    lifted = [(r, r.lifted_on) for r in known if r.lifted_on is not None]
    own = [(r, day) for r, day in lifted if first <= day <= last]
    spans = [(r.began, r.ended_on or on) for r in known]
    return Limits(
        opened=counted(r.id for r in known if r.began >= first),
        lifted=counted(r.id for r, _day in own),
        in_force=counted(r.id for r in known if r.in_force),
        without_authority=counted(
            r.id for r in known if r.in_force and r.without_authority
        ),
        days_limited=days_of(spans, first, last),
        days_to_lift=spread_of(
            (r.days_limited for r, _day in own), ids=(r.id for r, _day in own)
        ),
    )


def days_of(spans: Iterable[tuple[date, date]], first: date, last: date) -> int:
    """Return the days of a period on which at least one of the spans ran."""
    days: set[int] = set()
    for start, end in spans:
        low, high = max(start, first).toordinal(), min(end, last).toordinal()
        days.update(range(low, high + 1))
    return len(days)
