"""What is due of incidents: calls nobody has ticked, a level, and a look back.

Home says whom to ring, and not what happened: the screen may be seen by others.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.due import Due, Group, Urgency
from inclusion_cli.domain.incident_owed import Owed, owed
from inclusion_cli.domain.incident_words import rung_words
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.limit_added import unplaced
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.due import About
    from inclusion_cli.domain.incident import AfterAction, Incident
    from inclusion_cli.domain.incidents import ToRing
    from inclusion_cli.domain.kept import Kept

CLOSE_DAYS = 28
"""Days after which an incident that was looked back on is closed. Service default."""
Make = "Callable[..., Due]"


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due of the incidents of a person."""
    held = about.case.safety
    yield from of_incidents(about, held.incidents, held.after_actions, now=now)
    for kept in held.incidents:
        waits = unplaced(kept, held.after_actions, held.restrictions)
        if waits:
            yield _to_place(about, kept, waits, now.date())


def _to_place(
    about: About, kept: Kept[Incident], waits: Kept[AfterAction], today: date
) -> Due:
    """Return that a limit was added after an incident, and answers for nothing yet."""
    says = say(
        "A limit was added after the incident of {day}. It is not in the register.",
        day=say_near(kept.on, today=today),
    )
    command = ("restriction", "place", about.code)
    records, alarm = (kept.id, waits.id), Side.CAUTION.value
    on = waits.record.on
    return about(Group.TODAY, says, command, on=on, records=records, alarm=alarm)


def of_incidents(
    make: Callable[..., Due],
    incidents: Iterable[Kept[Incident]],
    reviews: Iterable[Kept[AfterAction]],
    *,
    now: datetime,
) -> Iterator[Due]:
    """Return what is due of some incidents; `make` says whose they are."""
    reviews = tuple(reviews)
    for kept in incidents:
        left, closed = owed(kept, reviews, now=now), kept.record.closed_on is not None
        yield from _ring(make, left, now)
        if not closed:
            yield from _level(make, kept, now.date())
        if left.review_by:
            yield _look_back(make, left, left.review_by, now.date())
        elif not closed and any(r.record.incident == kept.id for r in reviews):
            yield from _to_close(make, kept, now.date())


def _ring(make: Callable[..., Due], left: Owed, now: datetime) -> Iterator[Due]:
    """Return whom to ring: at once, before all else; past its time; in its time."""
    kept, waiting = left.kept, left.calls
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
            at=min(step.by for step in steps).astimezone(),
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


def _look_back(make: Callable[..., Due], left: Owed, due: date, today: date) -> Due:
    """Return that the after-action review is owed, of one that is closed, too."""
    kept = left.kept
    says = say(
        "After-action review of the incident of {day}.",
        day=say_near(kept.on, today=today),
    )
    group = Group.TODAY if due <= today else Group.COMING
    command = ("incident", "review", short_id(kept.id))
    return make(group, says, command, on=due, records=(kept.id,))


def _to_close(
    make: Callable[..., Due], kept: Kept[Incident], today: date
) -> Iterator[Due]:
    """Return that one that was looked back on long ago is still open."""
    if kept.on + timedelta(days=CLOSE_DAYS) <= today:
        says = say(
            "Incident of {day}: looked back on, and still open.",
            day=say_near(kept.on, today=today),
        )
        command = ("incident", "close", short_id(kept.id))
        yield make(Group.LOOK, says, command, on=kept.on, records=(kept.id,))
