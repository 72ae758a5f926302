"""What a debrief is about, and when its session can have been."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.own_card import Actions
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.interviews import checks
from inclusion_cli.tongue import say, say_many

OLD_DAYS = 7


@dataclass(frozen=True)
class Planned:
    """Where, with whom and how it was to be: what stands unless it differed."""

    place: str = ""
    company: str = ""
    travel: str = ""


@dataclass(frozen=True)
class About:
    """What a debrief is about: the person, the step, the session and the moment.

    Without a step it stands for any debrief, for flags and for `--questions`. `needed`
    are the answers that what was agreed for the step needs. `fearful` are the signs of
    fear or suspicion. `ended` is the day the step ended, None while it is on,
    `paused` what is said where it is paused. `latest`
    is when anything of the person was recorded last, `called` the days of crisis calls
    that are known. `evening` are the limits planned for the evening it was, `minutes`
    how long it was to be on that day.
    """

    now: datetime
    name: str = say("the person")
    step: Kept[Step] | None = None
    session: Kept[Session] | None = None
    signs: tuple[SignSeen, ...] = ()
    actions: Actions = field(default_factory=dict)
    fearful: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    substances: bool = False
    planned: Planned = field(default_factory=Planned)
    prepared: Preparation | None = None
    ask_ready: bool = True
    began: date | None = None
    ended: date | None = None
    paused: str = ""
    recorded: frozenset[datetime] = frozenset()
    called: frozenset[date] = frozenset()
    latest: datetime | None = None
    next_planned: bool = False
    evening: str = ""
    minutes: int = 0

    @property
    def anybody(self) -> bool:
        """Say whether it is about any debrief at all."""
        return self.step is None

    @property
    def fear(self) -> str:
        """Return what the person feared would happen, "" for nothing named."""
        return self.step.record.fear if self.step else say("the feared thing")


def can_have_been(it: About, at: datetime) -> None:
    """Refuse a session to come, one before or after the step, and the same twice."""
    checks.clock_is_back(at, it.now, it.latest)
    checks.has_been(at, it.now)
    number = it.step.record.number if it.step else 0
    if it.began and at.date() < it.began:
        raise ValueError(
            say(
                "is before step {number} began, on {began}. "
                "If it began earlier, take the start back: inclusion undo",
                number=number,
                began=say_day(it.began),
            )
        )
    if it.ended and at.date() > it.ended:
        raise ValueError(
            say(
                "is after step {number} ended, on {ended}",
                number=number,
                ended=say_day(it.ended),
            )
        )
    if at in it.recorded:
        raise ValueError(
            say("is that of a session that is recorded already. Type another")
        )


def unlikely(it: About, at: datetime) -> str | None:
    """Return what is odd about a time that is possible, None for nothing."""
    days = (it.now.date() - at.date()).days
    if days > OLD_DAYS:
        return say(
            "{date} is {days} ago.",
            date=say_day(at.date()),
            days=say_many("{number} day", "{number} days", days),
        )
    for other in it.recorded:
        if other.date() == at.date():
            return say(
                "A session at {other} on that day is recorded already.",
                other=say_time(other),
            )
    return None
