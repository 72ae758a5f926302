"""The clock of good time. Source: practice reference 2.3.

The clock starts with the entry after which stability is first met. It begins anew when
a pause sign fires, a pause is decided or stability is lost; it stands still while
stability cannot be told and in gaps that are nobody's fault. A day counts once it has
passed: a hold begun on the 1st has run 14 days on the 15th.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Answer
from inclusion_cli.domain.judging import quick, seen_by
from inclusion_cli.domain.moments import moments
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.criteria import Criteria
    from inclusion_cli.domain.facts import Debriefed, Facts, Observed

ONE_DAY = timedelta(days=1)


@record
class HoldClock:
    """How far the hold has run. `earliest` is the first day it can be complete."""

    days: int
    days_needed: int
    sessions: int
    sessions_needed: int
    frozen: int = 0
    started: date | None = None
    completed: date | None = None
    earliest: date | None = None
    missing: str = ""

    @property
    def complete(self) -> bool:
        """Say whether days and sessions are both reached."""
        return self.completed is not None

    @property
    def answer(self) -> Answer:
        """Return the hold as a finding's answer."""
        return MET if self.complete else NOT_MET if self.started else CANNOT_TELL

    def change(self) -> str:
        """Return what would change the hold's answer."""
        if self.complete:
            return say("begins again, if a pause sign fires or a line above is not met")
        if self.earliest:
            return say(
                "complete on {earliest} at the earliest",
                earliest=say_day(self.earliest),
            )
        return self.missing

    def shows(self) -> str:
        """Return in words how far the hold has run."""
        if self.started is None:
            return say("Not started")
        so_far = say(
            "{days} of {days_needed}, {sessions} of {sessions_needed}",
            days=min(self.days, self.days_needed),
            days_needed=say_many("{number} day", "{number} days", self.days_needed),
            sessions=min(self.sessions, self.sessions_needed),
            sessions_needed=say_many(
                "{number} session", "{number} sessions", self.sessions_needed
            ),
        )
        still = (
            say(
                " ({frozen} stood still)",
                frozen=say_many("{number} day", "{number} days", self.frozen),
            )
            if self.frozen
            else ""
        )
        return so_far + still


def hold_clock(
    criteria: Criteria,
    facts: Facts,
    *,
    away: Iterable[date] = (),
    planned: Iterable[date] = (),
) -> HoldClock:
    """Return the clock on the day of the facts.

    `facts.pause_events` are the firings and pauses so far; `away` the days nobody is
    to answer for; `planned` the days of sessions still to come.
    """
    run = _Run(criteria, facts, frozenset(away) | service_gaps(facts))
    for day in sorted(day for day in run.busy if facts.began <= day <= facts.on):
        run.pass_days(day)
        run.read(day)
    run.pass_days(facts.on)
    return run.clock(tuple(sorted(planned)))


class _Run:
    """Walk the days of a step, holding where the clock stands."""

    def __init__(
        self, criteria: Criteria, facts: Facts, stands_still: frozenset[date]
    ) -> None:
        self.criteria, self.facts = criteria, facts
        self.stands_still = stands_still
        self.days = self.sessions = self.frozen = 0
        self.started: date | None = None
        self.completed: date | None = None
        self.needs_attended = False
        self.stable = CANNOT_TELL
        self.known = (0, 0)
        self.today = facts.began
        self.answer, self.seen = quick(criteria.stability), seen_by(criteria.stability)
        self.entries: dict[date, list[tuple[Debriefed | Observed, int, int]]] = {}
        for item in facts.entries:
            self.entries.setdefault(item[0].on, []).append(item)
        own = {entry.id for entry, _sessions, _observed in facts.entries}
        self.fired = {e.entry for e in facts.pause_events if e.entry in own}
        self.pauses = {e.on for e in facts.pause_events if e.entry not in own}
        self.time, self.acts = moments(criteria.stability, facts)
        self.busy = self.entries.keys() | self.pauses | self.time | self.acts

    def pass_days(self, day: date) -> None:
        """Move on to a day on which something may change: those before have passed."""
        if self.started and not self.completed:
            while self.today < day and not self.completed:
                self._count_day(self.today)
                self.today += ONE_DAY
                self._complete(self.today)
        if self.started and self.today < day:
            self._count_days(self.today, day)
        self.today = day

    def read(self, day: date) -> None:
        """Read the entries of a day, and what time and other acts bring with it."""
        for entry, sessions, observed in self.entries.get(day, ()):
            self.known = (sessions, observed)
            self._enter(entry, day)
        if day in self.time or day in self.acts:
            self._judge(self.facts.at(day, *self.known))
        if day in self.acts:
            self._may_start(day, 0)
        if day in self.pauses:
            self._stop()
        self._complete(day)

    def _judge(self, view: Facts) -> None:
        self.stable = self.answer(view)
        if self.stable is NOT_MET:
            self._reset()

    def _enter(self, entry: Debriefed | Observed, day: date) -> None:
        record = entry.record
        if isinstance(record, Debrief) or not self.started or record.seen in self.seen:
            self._judge(self.facts.at(day, *self.known, entry.happened_at))
        if entry.id in self.fired:
            self._stop()
            return
        attended = isinstance(record, Debrief) and record.outcome.attended
        if self.started:
            self.sessions += attended
        else:
            self._may_start(day, int(attended))

    def _may_start(self, day: date, attended: int) -> None:
        """Start with an entry after which stability is met, if it may."""
        may = attended or not self.needs_attended
        if self.started is None and self.stable is MET and may:
            self.started, self.sessions = day, attended
            self.needs_attended = False

    def _stop(self) -> None:
        self._reset()
        self.needs_attended = True

    def _reset(self) -> None:
        self.started = self.completed = None
        self.days = self.sessions = self.frozen = 0

    def _count_day(self, passed: date) -> None:
        if passed in self.stands_still or self.stable is CANNOT_TELL:
            self.frozen += 1
        else:
            self.days += 1

    def _count_days(self, first: date, until: date) -> None:
        """Count the days from one to the day before another, all at once."""
        days = (until - first).days
        if self.stable is CANNOT_TELL:
            self.frozen += days
            return
        still = sum(first <= day < until for day in self.stands_still)
        self.frozen += still
        self.days += days - still

    def _complete(self, day: date) -> None:
        hold = self.criteria.hold
        reached = self.days >= hold.days and self.sessions >= hold.min_sessions
        if self.started and reached and not self.completed:
            self.completed = day

    def clock(self, planned: tuple[date, ...]) -> HoldClock:
        hold = self.criteria.hold
        return HoldClock(
            days=self.days,
            days_needed=hold.days,
            sessions=self.sessions,
            sessions_needed=hold.min_sessions,
            frozen=self.frozen,
            started=self.started,
            completed=self.completed,
            earliest=self._earliest(planned),
            missing=self._missing(planned),
        )

    def _short(self) -> int:
        return max(self.criteria.hold.min_sessions - self.sessions, 0)

    def _earliest(self, planned: tuple[date, ...]) -> date | None:
        if self.completed or self.started is None:
            return self.completed
        by_days = self.started + timedelta(days=self.criteria.hold.days + self.frozen)
        short = self._short()
        if not short:
            return max(by_days, self.facts.on)
        if len(planned) < short:
            return None
        return max(by_days, planned[short - 1])

    def _missing(self, planned: tuple[date, ...]) -> str:
        if self.completed:
            return ""
        if self.started is None:
            return say("a session after which all of it is met")
        short, known = self._short(), len(planned)
        if not short:
            return "time"
        more = f"{say_many('{number} more session', '{number} more sessions', short)}"
        return (
            more
            if known >= short
            else say("{more}, {part} planned", more=more, part=known or say("none"))
        )


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + number * ONE_DAY


def service_gaps(facts: Facts) -> frozenset[date]:
    """Return the days from a session we cancelled to the next countable one."""
    ours = Outcome.CANCELLED_BY_SERVICE
    return days_lost(facts.sessions, ours, until=facts.on)


def days_lost(
    sessions: tuple[Debriefed, ...], cause: Outcome, *, until: date
) -> frozenset[date]:
    """Return the days from sessions lost to a cause to the next countable one each.

    Where none came, the days go on until a last one.
    """
    gap: set[date] = set()
    for number, session in enumerate(sessions):
        if session.record.outcome is not cause:
            continue
        later = (s for s in sessions[number + 1 :] if s.record.outcome.countable)
        found = next(later, None)
        end = found.on if found else until + ONE_DAY
        gap.update(_days(session.on, end - ONE_DAY))
    return frozenset(gap)
