"""What is due around an evening: the day itself, the day after, less for a while."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.dates import say_day, say_near, say_time
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Group
from inclusion_cli.domain.event_reach import reach_gaps
from inclusion_cli.domain.for_now import evening_now
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.reductions import (
    calls_for_less,
    says_reduction,
    standing_reduction,
)
from inclusion_cli.domain.standing import standing
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.due import About, Due
    from inclusion_cli.domain.event_plan import EventPlan
    from inclusion_cli.domain.kept import Kept

ASKED_FOR_DAYS = 7
"""Days for which the next-day check is asked for; after that the night is forgotten."""

RECENT_DAYS = 60
"""Days for which somebody who planned an evening is offered less; home looks back
further (domain.near)."""


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due around one person's evenings."""
    for kept in about.case.safety.event_plans:
        yield from _evening(about, kept, now)
    yield from _reductions(about, now.date())
    yield from _suggested(about, now)


def _evening(about: About, kept: Kept[EventPlan], now: datetime) -> Iterator[Due]:
    event, on = kept.record, now.date()
    yield from _to_come(about, kept, now)
    if event.at.date() == on and event.at > now:
        says = say(
            "Evening, {time}: {place}. At most: {minutes}.",
            time=say_time(event.at),
            place=event.place,
            minutes=evening_now(about.case, event),
        )
        show = ("event", "show", about.code)
        yield about(Group.TODAY, says, show, on=on, records=(kept.id,), at=event.at)
    check = event.next_day
    if check is None or check.date() > on:
        return
    if (on - check.date()).days > ASKED_FOR_DAYS or checked(about.case, event):
        return
    says = say(
        "The day after {place}: ask about sleep and craving. "
        "Planned for {day}, {time}.",
        place=event.place,
        day=say_near(check.date(), today=on),
        time=say_time(check),
    )
    observe = ("observe", about.code)
    yield about(Group.TODAY, says, observe, on=check.date(), records=(kept.id,))


def _to_come(about: About, kept: Kept[EventPlan], now: datetime) -> Iterator[Due]:
    """Return an evening of the days to come, and what lacks of its phone.

    One of a planned session is on home as that session.
    """
    event, on = kept.record, now.date()
    day, lacks = event.at.date(), " ".join(reach_gaps(event))
    if event.at <= now or day > on + timedelta(days=LOOKS_AHEAD_DAYS):
        return
    of_session = any(s.id == event.session for s in about.case.open_sessions())
    when = say(
        "Evening, {day}, {time}: {place}.",
        day=say_near(day, today=on),
        time=say_time(event.at),
        place=event.place,
    )
    if lacks:
        amend = ("amend", short_id(kept.id))
        group = Group.TODAY if day == on else Group.COMING
        says, alarm = f"{when} {lacks}", Side.RISK.value
        yield about(group, says, amend, on=day, records=(kept.id,), alarm=alarm)
    elif day > on and not of_session:
        show = ("event", "show", about.code, "--evening", short_id(kept.id))
        yield about(Group.COMING, when, show, on=day, records=(kept.id,))


def checked(case: Casefile, event: EventPlan) -> bool:
    """Say whether sleep or craving was asked about on the day after, or later."""
    assert event.next_day is not None, "there is a check to be made"
    first = event.next_day.date()
    last = first + timedelta(days=ASKED_FOR_DAYS)
    seen = (
        kept.on
        for kept in case.observations
        if kept.record.seen in (Seen.SLEEP, Seen.CRAVING)
    )
    return any(first <= day <= last for day in seen)


def _reductions(about: About, on: date) -> Iterator[Due]:
    for kept in about.case.safety.reductions:
        less = kept.record
        if less.ended_on:
            continue
        step = about.case.step(less.step)
        what = says_reduction(less, step.record if step else None)
        look, command = less.look_again, ("event", "look", about.code)
        if look < on:
            late = say_many("{number} day", "{number} days", (on - look).days)
            says = say(
                "Less for a while ({what}) was to be looked at again on {day}. "
                "That is {late} ago.",
                what=what,
                day=say_day(look, today=on),
                late=late,
            )
            yield about(
                Group.TODAY,
                says,
                command,
                on=look,
                records=(kept.id,),
                alarm=Side.CAUTION.value,
            )
        elif look <= on + timedelta(days=LOOKS_AHEAD_DAYS):
            group = Group.TODAY if look == on else Group.COMING
            says = say(
                "Less for a while ({what}): look at it again, {day}.",
                what=what,
                day=say_near(look, today=on),
            )
            yield about(group, says, command, on=look, records=(kept.id,))


def _suggested(about: About, now: datetime) -> Iterator[Due]:
    """Return the offer to do less for a while, where something calls for it."""
    case = about.case
    recent = now.date() - timedelta(days=RECENT_DAYS)
    if not any(kept.on >= recent for kept in case.safety.event_plans):
        return
    if standing_reduction(case) is not None or case.current() is None:
        return
    calls = calls_for_less(case, standing(case, now=now), on=now.date())
    if not calls:
        return
    says = say(
        "{calls}. Less for a while can help, with a day to look again. No ban.",
        calls="; ".join(one.says for one in calls),
    )
    records = tuple(one.record for one in calls)
    command = ("event", "reduce", about.code)
    yield about(Group.TODAY, says, command, on=calls[0].on, records=records)
