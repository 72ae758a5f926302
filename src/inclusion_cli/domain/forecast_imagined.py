"""Sessions imagined to go as well as they can: when the hold would be complete."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Debrief, Happened, LimitKept, Outcome
from inclusion_cli.domain.facts import Looked
from inclusion_cli.domain.hold import hold_clock
from inclusion_cli.domain.judging import seen_by
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.moments import MONEY_LOOKS
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.criteria import Criteria
    from inclusion_cli.domain.facts import Facts, Observed
    from inclusion_cli.domain.plan import Step


def imagined_end(facts: Facts, step: Step, days: Iterable[date]) -> date | None:
    """Return the day the hold is complete, if sessions on these days go well."""
    own = step.agreed
    ahead = sorted(day for day in days if day > facts.on)
    sessions = [
        _good(step, day, len(facts.sessions) + n) for n, day in enumerate(ahead)
    ]
    last = (ahead[-1] if ahead else facts.on) + timedelta(days=own.hold.days + 1)
    went_well = replace(
        facts,
        on=last,
        now=datetime.combine(last, time(23, 59)).astimezone(),
        sessions=(*facts.sessions, *sessions),
        observations=(*facts.observations, *_nights(own, facts.on, last)),
        card_days=(*facts.card_days, *ahead),
        looks=(*facts.looks, *_looks(own, facts.on, last)),
    )
    return hold_clock(own, went_well).completed


def _nights(criteria: Criteria, after: date, last: date) -> Iterator[Observed]:
    """Return a good night before each day, where nights are counted."""
    if Seen.SLEEP not in seen_by(criteria.stability):
        return
    for number in range(1, (last - after).days + 1):
        day = after + timedelta(days=number)
        at = datetime.combine(day, time(7)).astimezone()
        night = Observation(Seen.SLEEP, at, minutes_slept=9 * 60)
        yield Kept(f"night-{day}", "", "", night, "", at, at)


def _looks(criteria: Criteria, after: date, last: date) -> Iterator[Looked]:
    """Return a look at each week as it ends, where weeks of money are counted."""
    names = {rule.name for rule in criteria.stability.walk()}
    if not MONEY_LOOKS & names:
        return
    monday = after + timedelta(days=-after.weekday() % 7)
    while monday <= last:
        at = datetime.combine(monday, time(7)).astimezone()
        week = monday - timedelta(days=7)
        yield Looked(week, at, f"look-{week}", done=True, unexplained=0)
        monday += timedelta(days=7)


def _good(step: Step, day: date, place: int) -> Kept[Debrief]:
    """Return a session that goes as well as it can; the first two set the baseline."""
    at = datetime.combine(day, time(12)).astimezone()
    worry = 10 if place < 2 and _falls(step.agreed) else 0
    told = Debrief(
        step="",
        at=at,
        outcome=Outcome.ATTENDED_FULL,
        worry_before=worry,
        worry_peak=worry,
        worry_after=0,
        feared=Happened.NO,
        signs=(),
        concerns=(),
        minutes=step.minutes,
        belief_before=100,
        belief_after=0,
        coped=10,
        confidence=10,
        craving=0,
        behaviours=(),
        limits=tuple(LimitKept(limit.id, kept=True) for limit in step.limits),
        minutes_slept=9 * 60,
        stage=1,
    )
    return Kept(f"imagined-{day}", "", "", told, "", at, at)


def _falls(criteria: Criteria) -> bool:
    return any(rule.name == "suds_drop_from_baseline" for rule in criteria.rules())
