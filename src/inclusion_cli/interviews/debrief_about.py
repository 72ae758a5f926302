"""What a debrief is about, and when its session can have been."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.values import counted
from inclusion_cli.interviews import checks

OLD_DAYS = 7


@dataclass(frozen=True)
class About:
    """What a debrief is about: the person, the step, the session and the moment.

    Without a casefile it stands for any debrief, for flags and for `--questions`.
    """

    now: datetime
    name: str = "the person"
    step: Kept[Step] | None = None
    session: Kept[Session] | None = None
    signs: tuple[SignSeen, ...] = ()
    ask_ready: bool = True
    began: date | None = None
    recorded: frozenset[datetime] = frozenset()
    next_planned: bool = False

    @property
    def fear(self) -> str:
        """Return what the person feared would happen, "" for nothing named."""
        return self.step.record.fear if self.step else "the feared thing"


def can_have_been(it: About, at: datetime) -> None:
    """Refuse a session to come, one before the step, and the same one twice."""
    checks.has_been(at, it.now)
    step = f"step {it.step.record.number} began" if it.step else ""
    checks.not_before(at.date(), it.began, step)
    if at in it.recorded:
        raise ValueError("is that of a session that is recorded already. Type another")


def unlikely(it: About, at: datetime) -> str | None:
    """Return what is odd about a time that is possible, None for nothing."""
    days = (it.now.date() - at.date()).days
    if days > OLD_DAYS:
        return f"{say_day(at.date())} is {counted(days, 'day')} ago."
    for other in it.recorded:
        if other.date() == at.date():
            return f"A session at {say_time(other)} on that day is recorded already."
    return None
