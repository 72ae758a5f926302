"""One person's file as an audit looks at it: read once, reckoned once for all rules.

What happened is of the month; how things stand is of the day of the audit.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.formulation_events import happenings
from inclusion_cli.domain.met import met_in
from inclusion_cli.domain.number_sessions import Attendance, attendance_of
from inclusion_cli.domain.record import record
from inclusion_cli.domain.safety import NO_SERVICE_RECORDS, ServiceRecords
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.domain.wording.rules import Rules

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile, Move, Rung
    from inclusion_cli.domain.debrief import Debrief, Session
    from inclusion_cli.domain.decision import Decision
    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.formulation_events import Happening
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

QUARTER_DAYS = 90
"""How far back "in 90 days" looks; practice reference 6.4 (9, 10)."""


@record
class Span:
    """The month of an audit, and the moment it is run."""

    month: str
    first: date
    last: date
    now: datetime

    @property
    def on(self) -> date:
        """Return the day of the audit."""
        return self.now.date()

    @property
    def until(self) -> date:
        """Return the last day of the month that has been."""
        return min(self.last, self.on)

    def has(self, day: date) -> bool:
        """Say whether a day is in the month, and has been."""
        return self.first <= day <= self.until


def span_of(month: str, now: datetime) -> Span:
    """Return the days of a month such as "2026-10", for an audit run now."""
    year, number = (int(part) for part in month.split("-"))
    first = date(year, number, 1)
    after = date(year + number // 12, number % 12 + 1, 1)
    return Span(month, first, after - timedelta(days=1), now)


@record
class Proof:
    """What the check of the log itself found: faults in words, entries by their id.

    `checked` is False where nobody ran it. `jumped` are entries that were written while
    the clock of the computer had jumped.
    """

    checked: bool = False
    faults: tuple[str, ...] = ()
    jumped: frozenset[str] = frozenset()


NO_PROOF = Proof()


@record
class Means:
    """What an audit looks with: the service's numbers, the word list, the proof."""

    defaults: Defaults = SHIPPED
    words: Rules | None = None
    proof: Proof = NO_PROOF


@record
class Whole:
    """What belongs to no one person: the month, the service's records, the means."""

    span: Span
    service: ServiceRecords = NO_SERVICE_RECORDS
    means: Means = Means()


class Look:
    """One file in one audit; what several rules need is reckoned once."""

    def __init__(self, case: Casefile, whole: Whole) -> None:
        self.case, self.whole, self.span = case, whole, whole.span
        self.on, self.now = whole.span.on, whole.span.now
        self.code = case.person.record.code
        self.file = case.person.file

    @property
    def closed(self) -> bool:
        """Say whether support has ended."""
        return self.case.person.record.closed_on is not None

    @cached_property
    def standing(self) -> Standing | None:
        """Return where the person stands on the step that is on."""
        return standing(self.case, now=self.now, defaults=self.whole.means.defaults)

    @cached_property
    def rungs(self) -> tuple[Rung, ...]:
        """Return the ladder, each step with where it stands."""
        return self.case.rungs()

    @cached_property
    def debriefs(self) -> tuple[Kept[Debrief], ...]:
        """Return the debriefs of the month."""
        return tuple(d for d in self.case.debriefs if self.span.has(d.on))

    @cached_property
    def went(self) -> tuple[Kept[Debrief], ...]:
        """Return the sessions of the month that were gone to."""
        return tuple(d for d in self.debriefs if d.record.outcome.attended)

    @cached_property
    def waiting(self) -> tuple[Kept[Session], ...]:
        """Return the past sessions of the month that have no debrief."""
        return tuple(
            s
            for s in self.case.open_sessions()
            if s.record.at <= self.now and self.span.has(s.record.at.date())
        )

    @cached_property
    def attendance(self) -> Attendance:
        """Return the sessions of the month, counted as everywhere else."""
        return attendance_of((*self.debriefs, *self.waiting))

    @cached_property
    def decisions(self) -> tuple[Kept[Decision], ...]:
        """Return the decisions of the month."""
        return tuple(d for d in self.case.decisions if self.span.has(d.record.on))

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Return what decisions did to the ladder, in order of time."""
        return tuple(sorted(self.case.all_moves(), key=lambda move: move.at))

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """Return what brings the review of the formulation forward, in order."""
        return happenings(self.case)

    @cached_property
    def formulation(self) -> Formulation | None:
        """Return the formulation that stands."""
        return self.case.formulation.record if self.case.formulation else None

    @cached_property
    def formulation_ids(self) -> tuple[str, ...]:
        """Return the id of the formulation that stands, if there is one."""
        return (self.case.formulation.id,) if self.case.formulation else ()

    @cached_property
    def met_lately(self) -> frozenset[str]:
        """Return the situations that a session met in the last 90 days, by id."""
        since = self.on - timedelta(days=QUARTER_DAYS)
        lately = (d for d in self.case.debriefs if since <= d.on <= self.on)
        return frozenset[str]().union(*(met_in(self.case, d) for d in lately))

    def step(self, step_id: str) -> Step | None:
        """Return a step by its id."""
        kept = self._steps.get(step_id)
        return kept.record if kept else None

    @cached_property
    def _steps(self) -> dict[str, Kept[Step]]:
        return {step.id: step for step in self.case.steps}

    @cached_property
    def cited(self) -> dict[str, datetime]:
        """Return of each record when a decision first cited it."""
        found: dict[str, datetime] = {}
        for kept in sorted(self.case.decisions, key=lambda one: one.order):
            for entry in kept.record.cites:
                found.setdefault(entry, kept.happened_at)
        return found
