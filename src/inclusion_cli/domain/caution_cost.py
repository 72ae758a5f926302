"""The cost of caution: what service cancellations and pauses took from a person.

Sessions, hours and event evenings that did not take place, in the person's words where
there are any; practice reference 7 (2). It is a ledger, not an accusation: a pause may
be right and still cost something.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.number_kinds import Amount, Count, counted
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.decision import Decision
    from inclusion_cli.domain.kept import Kept


class Took(Enum):
    """What took a session away."""

    SERVICE = "service"
    PAUSE = "pause"
    PAUSE_DECIDED = "pause_decided"


TOOK_WORDS = {
    Took.SERVICE: say("cancelled by us"),
    Took.PAUSE: say("paused, as planned"),
    Took.PAUSE_DECIDED: say("a pause was decided"),
}


@record
class Lost:
    """One thing that was lost: when, to what, how long, and what the person said.

    `event` says that it was an evening or event where drink or drugs are near.
    """

    on: date
    took: Took
    step: str
    minutes: int
    event: bool
    words: str
    record: str


@record
class CautionCost:
    """All that was lost in a period, and what it adds up to."""

    lines: tuple[Lost, ...]
    sessions: Count
    events: Count
    minutes: Amount


def caution_cost(
    case: Casefile, *, now: datetime, first: date, last: date
) -> CautionCost:
    """Return what was lost to service cancellations and pauses in a period."""
    lines = tuple(sorted(_lines(case, now, first, last), key=lambda line: line.on))
    lost = [line for line in lines if line.took is not Took.PAUSE_DECIDED]
    return CautionCost(
        lines=lines,
        sessions=counted(line.record for line in lost),
        events=counted(line.record for line in lost if line.event),
        minutes=Amount(
            total=sum(line.minutes for line in lost),
            n=len(lost),
            ids=tuple(line.record for line in lost),
        ),
    )


def _lines(case: Casefile, now: datetime, first: date, last: date) -> Iterator[Lost]:
    took = {
        Outcome.CANCELLED_BY_SERVICE: Took.SERVICE,
        Outcome.PAUSED_BY_PLAN: Took.PAUSE,
    }
    for kept in case.debriefs:
        known = kept.happened_at <= now and first <= kept.on <= last
        if known and kept.record.outcome in took:
            yield _session(case, kept, took[kept.record.outcome])
    for decision in case.decisions:
        known = decision.happened_at <= now and first <= decision.on <= last
        if known and decision.record.choice is Choice.PAUSE:
            yield _pause(case, decision)


def _session(case: Casefile, kept: Kept[Debrief], took: Took) -> Lost:
    step = case.step(kept.record.step)
    return Lost(
        on=kept.on,
        took=took,
        step=step.record.title if step else "",
        minutes=step.record.minutes if step else 0,
        event=_is_event(case, kept),
        words=kept.record.words,
        record=kept.id,
    )


def _pause(case: Casefile, decision: Kept[Decision]) -> Lost:
    """Return a pause with what the person said of it: their wish, else their reply."""
    step = case.step(decision.record.step)
    review = next((r for r in case.reviews if r.id == decision.record.review), None)
    return Lost(
        on=decision.on,
        took=Took.PAUSE_DECIDED,
        step=step.record.title if step else "",
        minutes=0,
        event=False,
        words=review.record.wish if review else "",
        record=decision.id,
    )


def _is_event(case: Casefile, kept: Kept[Debrief]) -> bool:
    """Say whether a session was an event: planned as one, or where drink is near."""
    plans = {p.record.session for p in case.safety.event_plans if p.record.session}
    if kept.record.session and kept.record.session in plans:
        return True
    step, stands = case.step(kept.record.step), case.formulation
    if step is None or stands is None:
        return False
    near = {
        trigger.id
        for trigger in stands.record.triggers
        if trigger.kind is TriggerKind.SUBSTANCE_SETTING
    }
    return bool(near & {*step.record.triggers})
