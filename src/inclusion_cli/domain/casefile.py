"""Everything that stands in one person's file today, in one piece."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.decision import Choice, Decision, Review
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.paper import Paper
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, Plan, Step, in_order
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.recheck import Recheck
from inclusion_cli.domain.record import record
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.safety import Safety

if TYPE_CHECKING:
    from collections.abc import Iterable


class State(Enum):
    """Where a step stands.

    Decisions move it. That an active step is holding, or ready for review, is what the
    records show: see `Standing.state`.
    """

    PLANNED = "planned"
    ACTIVE = "active"
    HOLDING = "holding"
    READY = "ready_for_review"
    PAUSED = "paused"
    DONE = "done"
    STOPPED = "stopped"


STARTABLE = (State.PLANNED, State.STOPPED)


@record
class Rung:
    """A step of the ladder and where it stands.

    `began` is its latest start or resume; evidence before `since` is not counted.
    `last` is the latest decision about it, and `last_on` its day.
    """

    step: Kept[Step]
    state: State
    began: date | None = None
    since: datetime | None = None
    last: Choice | None = None
    last_on: date | None = None

    @property
    def current(self) -> bool:
        """Say whether this is the step that is on."""
        return self.state in (State.ACTIVE, State.PAUSED)

    @property
    def stands_since(self) -> date | None:
        """Return the day it came to stand where it stands, None for a planned step."""
        if self.state in (State.PAUSED, State.DONE, State.STOPPED):
            return self.last_on
        return self.began if self.current else None


@record
class Move:
    """What a decision does to the ladder, without its words."""

    step: str
    choice: Choice
    to_step: str
    at: datetime


@record
class Casefile:
    """One person's records as they stand, each in order of time.

    `card_days` are the days the card was written or renewed. `formulations` are all
    that were written, of which `formulation` is the one that stands. `moves` are what
    earlier decisions did, where those themselves were not read. `safety` is what stands
    beside the ladder: consents, restrictions, incidents and the like.
    `formulation_times` are when versions of the formulation were written, for an audit.
    """

    person: Kept[Person]
    formulation: Kept[Formulation] | None = None
    plan: Kept[Plan] | None = None
    steps: tuple[Kept[Step], ...] = ()
    debriefs: tuple[Kept[Debrief], ...] = ()
    sessions: tuple[Kept[Session], ...] = ()
    reviews: tuple[Kept[Review], ...] = ()
    decisions: tuple[Kept[Decision], ...] = ()
    card: Kept[Card] | None = None
    card_days: tuple[date, ...] = ()
    aways: tuple[Kept[Away], ...] = ()
    papers: tuple[Kept[Paper], ...] = ()
    observations: tuple[Kept[Observation], ...] = ()
    formulations: tuple[Kept[Formulation], ...] = ()
    preparations: tuple[Kept[Preparation], ...] = ()
    rechecks: tuple[Kept[Recheck], ...] = ()
    replies: tuple[Kept[Reply], ...] = ()
    moves: tuple[Move, ...] = ()
    safety: Safety = Safety()
    formulation_times: tuple[datetime, ...] = ()

    @property
    def label(self) -> str:
        """Return the name and code of the person."""
        return self.person.record.label

    @property
    def known_as(self) -> str:
        """Return how the person likes to be called."""
        return self.person.record.known_as

    @property
    def closed_on(self) -> date | None:
        """Return the day support ended, None while the file is open."""
        return self.person.record.closed_on

    def rungs(self) -> tuple[Rung, ...]:
        """Return the ladder, first rung first, each with where it stands."""
        stand = _stands(self.all_moves())
        return tuple(
            Rung(step, *stand.get(step.id, _PLANNED)) for step in in_order(self.steps)
        )

    def all_moves(self) -> tuple[Move, ...]:
        """Return what every decision did to the ladder, in order."""
        known = [
            Move(d.record.step, d.record.choice, d.record.to_step, d.happened_at)
            for d in self.decisions
        ]
        return (*self.moves, *known)

    def current(self) -> Rung | None:
        """Return the step that is on, if any."""
        return next((rung for rung in self.rungs() if rung.current), None)

    def step(self, step_id: str) -> Kept[Step] | None:
        """Return the step with that id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def after(self, step: Kept[Step]) -> Kept[Step] | None:
        """Return the next rung up."""
        return next(iter(self._beyond(step, up=True)), None)

    def before(self, step: Kept[Step]) -> Kept[Step] | None:
        """Return the next rung down."""
        return next(iter(self._beyond(step, up=False)), None)

    def _beyond(self, step: Kept[Step], *, up: bool) -> tuple[Kept[Step], ...]:
        number = step.record.number
        rungs = in_order(self.steps)
        if up:
            return tuple(s for s in rungs if s.record.number > number)
        return tuple(s for s in reversed(rungs) if s.record.number < number)

    def open_sessions(self) -> tuple[Kept[Session], ...]:
        """Return the planned sessions that have no debrief yet."""
        done = {debrief.record.session for debrief in self.debriefs}
        return tuple(s for s in self.sessions if s.id not in done)

    def away_days(self) -> frozenset[date]:
        """Return the days in hospital, on holiday, or lost by the service."""
        return frozenset(
            away.record.first + timedelta(days=n)
            for away in self.aways
            for n in range((away.record.last - away.record.first).days + 1)
        )


Stand = tuple[State, date | None, datetime | None, Choice | None, date | None]


_PLANNED: Stand = (State.PLANNED, None, None, None, None)


def _stands(moves: Iterable[Move]) -> dict[str, Stand]:
    """Fold what was decided, in order, into where each step stands."""
    stand: dict[str, Stand] = {}
    for move in moves:
        on = move.at.date()
        state, began, since, *_rest = stand.get(move.step, _PLANNED)
        left = LEAVES.get(move.choice, state)
        stand[move.step] = (left, began, since, move.choice, on)
        if move.choice in ENTERS:
            again = move.choice in (Choice.RESUME, Choice.STEP_BACK)
            since = move.at if again else None
            stand[move.to_step] = (State.ACTIVE, on, since, move.choice, on)
    return stand


LEAVES = {
    Choice.PROGRESS: State.DONE,
    Choice.PAUSE: State.PAUSED,
    Choice.STEP_BACK: State.PLANNED,
    Choice.COMPLETE: State.DONE,
    Choice.PERSON_STOPPED: State.STOPPED,
}
"""What becomes of the step that a decision is about."""
ENTERS = frozenset({Choice.START, Choice.PROGRESS, Choice.RESUME, Choice.STEP_BACK})
"""Decisions that put a step on."""
