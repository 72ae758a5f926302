"""Pause signs that fired. Source: practice reference 2.3.

Each fires on the date of the entry that makes it true, once for an episode: true again
after it was not is a new firing. Missing records never fire.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from inclusion_cli.domain.criteria import Criteria, PauseSign
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.facts import Debriefed, Facts, Observed, PauseEvent
from inclusion_cli.domain.finding import MET
from inclusion_cli.domain.judging import judge, may_fire, quick, seen_by
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.predicates.speaks import Entry


@record
class Firing:
    """A pause sign that came true: which, when, and the entry that made it so."""

    sign: PauseSign
    on: date
    entry: str
    shows: str


def firings(criteria: Criteria, facts: Facts) -> tuple[Firing, ...]:
    """Return the pause signs that fired, each on the entry that made it true.

    An entry is a debrief, or an observation of a kind that the sign reads.
    """
    watched = [_Watched(sign, facts) for sign in dict.fromkeys(criteria.pause)]
    return tuple(
        Firing(watch.sign, entry.on, entry.id, shows)
        for entry, sessions, observed in facts.entries
        for watch in watched
        if watch.may(entry.record)
        and watch.reads(entry.record)
        and (shows := watch.came_true(_Known(entry, sessions, observed)))
    )


class _Known(NamedTuple):
    """An entry, and how many of both kinds were known after it."""

    entry: Debriefed | Observed
    sessions: int
    observed: int


class _Watched:
    """One pause sign, watched over the facts."""

    def __init__(self, sign: PauseSign, facts: Facts) -> None:
        self.sign, self.facts = sign, facts
        self._answer, self._seen = quick(sign.when), seen_by(sign.when)
        self.may = may_fire(sign.when)

    def reads(self, entry: Entry) -> bool:
        """Say whether the sign reads such an entry at all."""
        return isinstance(entry, Debrief) or entry.seen in self._seen

    def came_true(self, known: _Known) -> str:
        """Return what shows that an entry made it true, "" where it did not."""
        entry = known.entry
        told = isinstance(entry.record, Debrief)
        before = (known.sessions - told, known.observed - (not told))
        for day in _tells_of(entry, self.facts.on):
            after = self.facts.at(
                day, known.sessions, known.observed, entry.happened_at
            )
            if self._answer(after) is not MET:
                continue
            earlier = self.facts.at(day, *before, entry.happened_at)
            if self._answer(earlier) is not MET:
                return judge(self.sign.when, after).shows
        return ""


def _tells_of(entry: Debriefed | Observed, today: date) -> tuple[date, ...]:
    """Return the day of an entry, and the day of a later call that it tells of."""
    on = entry.on
    if not isinstance(entry.record, Debrief):
        return (on,)
    later = min(entry.record.tells_until, today)
    return (on,) if later == on else (on, later)


def with_firings(facts: Facts, fired: Iterable[Firing]) -> Facts:
    """Return the facts with the pause signs that fired among their pause events."""
    return facts.with_events(PauseEvent(f.on, f.entry) for f in fired)
