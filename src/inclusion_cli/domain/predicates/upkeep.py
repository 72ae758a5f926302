"""Predicates over the record-keeping itself: debriefs done, card looked at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Finding
from inclusion_cli.domain.predicates.registry import COUNT, DAYS, Kind, predicate
from inclusion_cli.domain.predicates.sessions import each_of
from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Facts

LONGEST_HOURS = 24 * 14


@predicate(
    lambda last, within_hours: (
        f"{each_of(last)} has a debrief within {within_hours} hours"
    ),
    lambda last, within_hours: (
        f"a debrief is missing, or later than {within_hours} hours, "
        f"in the last {counted(last, 'session')}"
    ),
    last=COUNT,
    within_hours=Kind(1, LONGEST_HOURS),
)
def debrief_done(facts: Facts, last: int, within_hours: int) -> Finding:
    """Judge whether each of the last sessions was debriefed in time."""
    limit = timedelta(hours=within_hours)
    done = [
        (s.happened_at, s.id, s.recorded_at - s.happened_at) for s in facts.countable
    ]
    now = facts.now
    waiting = [
        (w.happened_at, w.id, now - w.happened_at if now else None)
        for w in facts.waiting
    ]
    known = sorted([*done, *waiting], key=lambda item: item[:2])[-last:]
    used = tuple(item_id for _at, item_id, _took in known)
    late = sum(took is not None and took > limit for _at, _id, took in known)
    if late:
        return Finding(NOT_MET, f"{counted(late, 'debrief')} late or missing", used)
    still = last - sum(item in done for item in known)
    if still:
        so_far = f"{last - still} so far, in time"
        return Finding(CANNOT_TELL, so_far, used, counted(still, "debrief"))
    return Finding(MET, f"{last} of {last} in time", used)


@predicate(
    lambda days: f"the card was looked at in the last {counted(days, 'day')}",
    lambda days: f"the card was not looked at in the last {counted(days, 'day')}",
    days=DAYS,
)
def card_reviewed_within(facts: Facts, days: int) -> Finding:
    """Judge whether the early-warning card was written or renewed in the window."""
    day = facts.card_reviewed_on
    if day is None:
        return Finding(CANNOT_TELL, "There is no card", (), "a card")
    fresh = day >= facts.first_day(days)
    return Finding(MET if fresh else NOT_MET, f"On {say_day(day)}")
