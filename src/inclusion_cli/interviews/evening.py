"""What an evening is asked about, where drink or drugs are near."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Session
from inclusion_cli.domain.event_plan import (
    FIRST_MINUTES,
    LONGER_BY,
    EventPlan,
)
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.reductions import standing_reduction
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.debrief import planned
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import (
        Answers,
    )

ANOTHER = "another"
ANOTHER_EVENING = Choice(ANOTHER, say("Another evening"))
DAY_AFTER = time(10)
NEXT_DAY_HOURS = 48
EARLY = datetime(2000, 1, 1).astimezone()


@dataclass(frozen=True)
class Evening:
    """What an evening is asked about: whose, the step, the sessions, the last plan."""

    now: datetime
    name: str = say("the person")
    step: Kept[Step] | None = None
    sessions: tuple[Kept[Session], ...] = ()
    last: EventPlan | None = None
    reduced: int | None = None
    place: str = ""
    travel: str = ""

    @property
    def usual_minutes(self) -> int:
        """Return how long it is unless another time is typed."""
        usual = self.last.minutes if self.last else FIRST_MINUTES
        step = self.step.record.minutes if self.step else usual
        return min(usual if self.last else min(usual, step), self.reduced or usual)

    @property
    def longest(self) -> int:
        """Return how long it can be without a reason of its own."""
        return self.last.minutes + LONGER_BY if self.last else FIRST_MINUTES


def evening(case: Casefile, *, now: datetime, but: str = "") -> Evening:
    """Return what an evening is asked about; `but` is one that is mended."""
    rung = case.current()
    step = rung.step if rung else None
    own = planned(case, step, None) if step else None
    before = [k for k in case.safety.event_plans if k.id != but]
    less = standing_reduction(case)
    return Evening(
        now=now,
        name=case.known_as,
        step=step,
        sessions=tuple(
            s
            for s in sorted(case.open_sessions(), key=lambda kept: kept.record.at)
            if s.record.at > now and step and s.record.step == step.id
        ),
        last=before[-1].record if before else None,
        reduced=less.record.minutes if less else None,
        place=own.place if own else "",
        travel=own.travel if own else "",
    )


def chosen(it: Evening, answers: Answers) -> Session | None:
    """Return the planned session that was chosen, None for another evening."""
    wanted = answers.get("session")
    return next((kept.record for kept in it.sessions if kept.id == wanted), None)


def when_of(it: Evening, answers: Answers) -> datetime | None:
    """Return when the evening begins, None where that is not known yet."""
    session = chosen(it, answers)
    return session.at if session else answers.get("when")


def day_after(at: datetime) -> datetime:
    """Return ten o'clock on the day after an evening."""
    return datetime.combine(at.date() + timedelta(days=1), DAY_AFTER).astimezone()
