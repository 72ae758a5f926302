"""The facts a criterion may read: what is recorded about this step, up to one day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from inclusion_cli.domain.calls import once
from inclusion_cli.domain.dates import end_of
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.facts_index import (
    Debriefed,
    Index,
    Observed,
    Request,
    tells_of_request,
)
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.record import field, record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Debriefed", "Observed", "Request", "tells_of_request"]


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
class Restricted:
    """From which day on limits stand, and when the first is looked at.

    It is of a formulation, of a limit or of a look. `review_on` is None where there is
    no limit.
    """

    written_on: date
    entry: str
    review_on: date | None


@record
class Looked:
    """A look at a week's money: which week, when, and what was unexplained."""

    week: date
    at: datetime
    id: str
    done: bool
    unexplained: int

    @property
    def checked(self) -> bool:
        """Say whether the whole week was looked at: after it had ended."""
        return self.done and self.at.date() >= self.week + timedelta(days=7)


@record
class Facts:
    """What is known on a day about a step since its latest start or resume.

    `sessions` are its debriefs, in order; `observations` what was recorded between
    sessions since then, in order; `waiting` the planned sessions that have passed
    without a debrief; `card_days` the days the card was written or renewed. `now` is
    the moment lateness is judged at, `moment` that of the entry just read, None where
    the day is over. `minutes` is how long a session is planned to last. `requests` are
    older than the step; `reviewed` tells of any record when a decision first cited it.
    `again` says that the step, `step` by its id, began before and was resumed.
    `earlier` are debriefs and observations from before it began, `earlier_pauses` the
    pauses: they are shown where nothing newer is known, and never counted. `looks` are
    the weeks of money that were looked at, or were said not to be.
    """

    on: date
    began: date
    sessions: tuple[Debriefed, ...] = ()
    waiting: tuple[Kept[Session], ...] = ()
    pause_events: tuple[PauseEvent, ...] = ()
    card_days: tuple[date, ...] = ()
    baseline: Baseline | None = None
    now: datetime | None = None
    observations: tuple[Observed, ...] = ()
    minutes: int = 0
    requests: tuple[Request, ...] = ()
    reviewed: Mapping[str, datetime] = field(default_factory=dict, hash=False)
    restricted: tuple[Restricted, ...] = ()
    moment: datetime | None = None
    again: bool = False
    step: str = ""
    earlier: tuple[Debriefed | Observed, ...] = ()
    earlier_pauses: tuple[PauseEvent, ...] = ()
    looks: tuple[Looked, ...] = ()

    # --- sessions -------------------------------------------------------------------

    @cached_property
    def countable(self) -> tuple[Debriefed, ...]:
        """Return the sessions that say something about attendance."""
        return self._index.countable

    @cached_property
    def attended(self) -> tuple[Debriefed, ...]:
        """Return the sessions the person went to."""
        return self._index.attended

    @property
    def lateness_at(self) -> datetime | None:
        """Return the moment lateness is judged at on this day."""
        if self.now is None or self.on == self.now.date():
            return self.now
        return min(self.now, end_of(self.on))

    @property
    def card_reviewed_on(self) -> date | None:
        """Return the last day the card was written or renewed."""
        return max((day for day in self.card_days if day <= self.on), default=None)

    # --- windows --------------------------------------------------------------------

    def first_day(self, days: int) -> date:
        """Return the first day of a window that ends today and includes it."""
        return self.on - timedelta(days=days - 1)

    def telling(
        self, tells: Callable[[Debrief], object], days: int
    ) -> tuple[Debriefed, ...]:
        """Return the sessions in the window whose debrief tells of something.

        `tells` is one function for one question: what it finds is reckoned once.
        """
        index = self._index
        places = index.telling(tells)
        if not places:
            return ()
        first = self._ordinal - days
        days_of, known = index.session_days, len(self.sessions)
        return tuple(
            self.sessions[place]
            for place in places
            if place < known and first < days_of[place] <= self._ordinal
        )

    def asked(self, asks: Callable[[Debrief], object], days: int) -> bool:
        """Say whether a debrief in the window asked a question."""
        first, days_of = self._ordinal - days, self._index.session_days
        for place in range(len(self.sessions) - 1, -1, -1):
            day = days_of[place]
            if day <= first:
                return False
            if day <= self._ordinal and asks(self.sessions[place].record):
                return True
        return False

    def observed(self, days: int, kind: Seen) -> tuple[Observed, ...]:
        """Return the observations of a kind in the window."""
        if not self.observations:
            return ()
        first = self._ordinal - days
        known = len(self.observations)
        return tuple(
            o
            for place, day, o in self._index.observed[kind.value]
            if place < known and first < day <= self._ordinal
        )

    def younger_than(self, days: int) -> bool:
        """Say whether the step began after the window's first day."""
        return self._index.began > self._ordinal - days + 1

    def contacts(self, days: int) -> tuple[tuple[date, str], ...]:
        """Return the crisis contacts in the window, since the step began, with ids.

        A call that was noted when it came and told again at a debrief is one call.
        """
        noted = self.observed(days, Seen.CRISIS_CONTACT)
        if not noted and not self._index.calls:
            return ()
        first = max(self.first_day(days), self.began)
        told = [
            (day, session_id)
            for place, day, session_id in self._index.calls
            if place < len(self.sessions) and first <= day <= self.on
        ]
        return once(told, [(o.on, o.id) for o in noted if first <= o.on])

    # --- requests, restrictions -----------------------------------------------------

    def open_requests(self) -> tuple[Request, ...]:
        """Return the requests for money or things that no decision has looked at."""
        return tuple(r for r in self._known_requests() if not self.looked_at(r.entry))

    def _known_requests(self) -> Iterator[Request]:
        yield from (r for r in self.requests if r.on <= self.on)
        for place, request in self._index.session_requests:
            if place < len(self.sessions):
                yield request
        for place, request in self._index.observed_requests:
            if place < len(self.observations):
                yield request

    def looked_at(self, entry: str) -> bool:
        """Say whether a decision had cited a record by now."""
        at = self.reviewed.get(entry)
        if at is None:
            return False
        return at.date() <= self.on if self.moment is None else at <= self.moment

    def known_looks(self) -> Iterator[Looked]:
        """Return the looks at a week's money that were written down by now."""
        for look in self.looks:
            moment = self.moment
            if look.at.date() <= self.on and (moment is None or look.at <= moment):
                yield look

    def in_force(self) -> Restricted | None:
        """Return the formulation that stood on this day."""
        written = [r for r in self.restricted if r.written_on <= self.on]
        return written[-1] if written else None

    # --- as it was ------------------------------------------------------------------

    @cached_property
    def _index(self) -> Index:
        return Index(self.began, self.sessions, self.observations)

    def with_events(self, events: Iterable[PauseEvent]) -> Facts:
        """Return the facts with more pause events, in order of their days."""
        both = sorted((*self.pause_events, *events), key=lambda event: event.on)
        made = object.__new__(Facts)
        made.__dict__.update(
            self.__dict__, pause_events=tuple(both), _index=self._index
        )
        return made

    @cached_property
    def _ordinal(self) -> int:
        return self.on.toordinal()

    def went(self, last: int) -> tuple[int, int]:
        """Return how many of the last countable sessions went ahead, of how many."""
        count = len(self.countable)
        first = max(count - last, 0)
        went = self._index.went_in
        return went[count] - went[first], count - first

    @property
    def entries(self) -> tuple[tuple[Debriefed | Observed, int, int], ...]:
        """Return every entry in order, and how many of both kinds it makes."""
        return self._index.entries

    def known(self, session: Debriefed) -> tuple[int, int]:
        """Return how many sessions and observations were known after a session."""
        return self._index.after[session.id]

    def at(
        self,
        on: date,
        sessions: int,
        observations: int,
        moment: datetime | None = None,
    ) -> Facts:
        """Return the facts as they were on a day, with so many entries known then.

        It is made without its constructor: a year of a step looks back a thousand
        times.
        """
        index, view = self._index, object.__new__(Facts)
        view.__dict__.update(
            self.__dict__,
            on=on,
            moment=moment,
            sessions=self.sessions[:sessions],
            countable=index.countable[: index.countable_in[sessions]],
            attended=index.attended[: index.attended_in[sessions]],
            observations=self.observations[:observations],
            _index=index,
            _ordinal=on.toordinal(),
        )
        return view
