"""What is due of incidents: calls nobody has ticked, a level, and a look back.

Home says whom to ring, and not what happened: the screen may be seen by others.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.due import Due, Group, Urgency
from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.incident_words import rung_words
from inclusion_cli.domain.incidents import at_least, highest, still_open, to_ring
from inclusion_cli.domain.kept import short_id
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.due import About
    from inclusion_cli.domain.incident import AfterAction, Incident
    from inclusion_cli.domain.incidents import ToRing
    from inclusion_cli.domain.kept import Kept

LOOK_BACK_DAYS = 3
"""Days after which an incident with harm has had its after-action review. Service
default (the 72 hours of practice reference 6.4 rule 4)."""
CLOSE_DAYS = 28
"""Days after which an incident that was looked back on is closed. Service default."""
Make = "Callable[..., Due]"


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due of the incidents of a person."""
    held = about.case.safety
    yield from of_incidents(about, held.incidents, held.after_actions, now=now)


def of_incidents(
    make: Callable[..., Due],
    incidents: Iterable[Kept[Incident]],
    reviews: Iterable[Kept[AfterAction]],
    *,
    now: datetime,
) -> Iterator[Due]:
    """Return what is due of some incidents; `make` says whose they are."""
    reviewed = {kept.record.incident for kept in reviews}
    for kept in still_open(incidents):
        yield from _ring(make, kept, now)
        yield from _level(make, kept, now.date())
        yield from _look_back(make, kept, now.date(), reviewed)


def _ring(
    make: Callable[..., Due], kept: Kept[Incident], now: datetime
) -> Iterator[Due]:
    """Return whom to ring: at once, before all else; past its time; in its time."""
    waiting = to_ring(kept, now=now)
    at_once = [step for step in waiting if not step.rung.within]
    late = [step for step in waiting if step.rung.within and step.late]
    soon = [step for step in waiting if step.rung.within and not step.late]
    command, today = ("incident", "call", short_id(kept.id)), now.date()
    for steps, lead, alarm, urgency in (
        (at_once, say("Ring now"), Side.RISK.value, Urgency.NOW),
        (late, say("Not rung in time"), Side.RISK.value, Urgency.USUAL),
        (soon, say("Ring"), "", Urgency.USUAL),
    ):
        if not steps:
            continue
        says = say(
            "{lead}, for the incident of {day}: {whom}.",
            lead=lead,
            day=say_near(kept.on, today=today),
            whom="; ".join(_whom(step, today) for step in steps),
        )
        yield make(
            Group.TODAY,
            says,
            command,
            on=steps[0].by.astimezone().date(),
            records=(kept.id,),
            alarm=alarm,
            urgency=urgency,
        )


def _whom(step: ToRing, today: date) -> str:
    if not step.rung.within:
        return rung_words(step.rung)
    by = step.by.astimezone()
    return say(
        "{whom}, by {time} {day}",
        whom=rung_words(step.rung),
        time=say_time(by),
        day=say_near(by.date(), today=today),
    )


def _level(
    make: Callable[..., Due], kept: Kept[Incident], today: date
) -> Iterator[Due]:
    if kept.record.level is None:
        says = say(
            "Incident of {day}: nobody has said how serious it was.",
            day=say_near(kept.on, today=today),
        )
        command = ("incident", "raise", short_id(kept.id))
        yield make(Group.TODAY, says, command, on=kept.on, records=(kept.id,))


def _look_back(
    make: Callable[..., Due], kept: Kept[Incident], today: date, reviewed: set[str]
) -> Iterator[Due]:
    level, ids = highest(kept.record), (kept.id,)
    day = say_near(kept.on, today=today)
    if kept.id in reviewed:
        if kept.on + timedelta(days=CLOSE_DAYS) <= today:
            says = say("Incident of {day}: looked back on, and still open.", day=day)
            command = ("incident", "close", short_id(kept.id))
            yield make(Group.LOOK, says, command, on=kept.on, records=ids)
        return
    if level is None or not at_least(level, Level.HARM):
        return
    due = kept.on + timedelta(days=LOOK_BACK_DAYS)
    says = say("After-action review of the incident of {day}.", day=day)
    group = Group.TODAY if due <= today else Group.COMING
    command = ("incident", "review", short_id(kept.id))
    yield make(group, says, command, on=due, records=ids)
