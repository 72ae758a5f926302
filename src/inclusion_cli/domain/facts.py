"""The facts a criterion may read: this step's sessions, up to one day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

Debriefed = Kept[Debrief]


@record
class Baseline:
    """Crisis contacts counted before the plan began."""

    contacts: int
    days: int


@record
class PauseEvent:
    """A pause sign that fired, or a decision to pause."""

    on: date
    entry: str


@record
class Facts:
    """What is known on a day about a step since its latest start or resume.

    `sessions` are its debriefs, in order; `waiting` the planned sessions that have
    passed without one; `card_days` the days the card was written or renewed; `now` is
    the moment lateness is judged at.
    """

    on: date
    began: date
    sessions: tuple[Debriefed, ...] = ()
    waiting: tuple[Kept[Session], ...] = ()
    pause_events: tuple[PauseEvent, ...] = ()
    card_days: tuple[date, ...] = ()
    baseline: Baseline | None = None
    now: datetime | None = None

    @property
    def countable(self) -> tuple[Debriefed, ...]:
        """Return the sessions that say something about attendance."""
        return tuple(s for s in self.sessions if s.record.outcome.countable)

    @property
    def attended(self) -> tuple[Debriefed, ...]:
        """Return the sessions the person went to."""
        return tuple(s for s in self.sessions if s.record.outcome.attended)

    @property
    def card_reviewed_on(self) -> date | None:
        """Return the last day the card was written or renewed."""
        return max(self.card_days, default=None)

    def first_day(self, days: int) -> date:
        """Return the first day of a window that ends today and includes it."""
        return self.on - timedelta(days=days - 1)

    def within(self, days: int) -> tuple[Debriefed, ...]:
        """Return the sessions in the window."""
        first = self.first_day(days)
        return tuple(s for s in self.sessions if first <= s.on <= self.on)

    def younger_than(self, days: int) -> bool:
        """Say whether the step began after the window's first day."""
        return self.began > self.first_day(days)

    def contacts(self, days: int) -> tuple[tuple[date, str], ...]:
        """Return the crisis contacts in the window, since the step began, with ids."""
        first = max(self.first_day(days), self.began)
        return tuple(
            (day, s.id)
            for s in self.sessions
            for day in s.record.contacts
            if first <= day <= self.on
        )

    def as_of(self, on: date, sessions: Iterable[Debriefed]) -> Facts:
        """Return the facts as they were on a day, with the sessions known then."""
        return replace(
            self,
            on=on,
            sessions=tuple(sessions),
            waiting=tuple(w for w in self.waiting if w.on <= on),
            pause_events=tuple(e for e in self.pause_events if e.on <= on),
            card_days=tuple(day for day in self.card_days if day <= on),
            now=min(self.now, _end_of(on)) if self.now else None,
        )


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max).astimezone()
