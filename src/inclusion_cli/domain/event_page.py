"""One evening on one page: limits, the way there and back, words to leave with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.event_plan import GOAL_WORDS
from inclusion_cli.domain.event_reach import reach_gaps
from inclusion_cli.domain.for_now import evening_now, titled_now
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.domain.reductions import says_reduction, standing_reduction
from inclusion_cli.domain.units import say_units
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.event_plan import EventPlan
    from inclusion_cli.domain.kept import Kept


@record
class EventPage:
    """The plan of one evening, in lines of a name and words; and what is less now.

    `others` were planned before, `ahead` are to come; `missing` is what lacks of a
    phone that is answered.
    """

    code: str
    name: str
    known_as: str
    record: str
    lines: tuple[tuple[str, str], ...]
    less: str
    others: tuple[tuple[str, str], ...]
    ahead: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()


def next_event(case: Casefile, *, now: datetime) -> Kept[EventPlan] | None:
    """Return the evening that comes next, or else the latest that was."""
    if ahead := events_ahead(case, now=now):
        return ahead[0]
    return max(case.safety.event_plans, key=lambda kept: kept.record.at, default=None)


def event_of(case: Casefile, session: str) -> Kept[EventPlan] | None:
    """Return the plan of an evening that was tied to a session, the latest."""
    found = [
        k for k in case.safety.event_plans if session and k.record.session == session
    ]
    return found[-1] if found else None


def events_ahead(case: Casefile, *, now: datetime) -> tuple[Kept[EventPlan], ...]:
    """Return the evenings that are to come, the soonest first."""
    ahead = (kept for kept in case.safety.event_plans if kept.record.at >= now)
    return tuple(sorted(ahead, key=lambda kept: kept.record.at))


def event_page(
    case: Casefile, *, now: datetime, found: Kept[EventPlan] | None = None
) -> EventPage | None:
    """Return the evening to look at now, None where none was ever planned.

    It is the one `found`, else the next one, else the latest that was.
    """
    found = found or next_event(case, now=now)
    if found is None:
        return None
    plans = sorted(case.safety.event_plans, key=lambda kept: kept.record.at)
    others = [kept for kept in plans if kept.id != found.id]
    return EventPage(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        record=short_id(found.id),
        lines=tuple(event_lines(case, found.record)),
        less=says_less(case),
        others=tuple(_other(case, k) for k in reversed(others) if k.record.at < now),
        ahead=tuple(_other(case, k) for k in others if k.record.at >= now),
        missing=tuple(reach_gaps(found.record)),
    )


def _other(case: Casefile, kept: Kept[EventPlan]) -> tuple[str, str]:
    event = kept.record
    limits = f"{event.place}, {limits_of(case, event)} ({short_id(kept.id)})"
    return say_when(event.at), limits


def limits_of(case: Casefile, event: EventPlan) -> str:
    """Return the limits of an evening: minutes, and units where they are limited."""
    minutes = evening_now(case, event)
    if event.units is None:
        return minutes
    units = say_units(event.units) if event.units else say("no alcohol")
    return f"{minutes}, {units}"


def event_lines(case: Casefile, event: EventPlan) -> Iterator[tuple[str, str]]:
    """Return what was planned, name by name; what was not said is left out."""
    step = case.step(event.step)
    minutes = evening_now(case, event)
    longer = f". {event.why_longer}" if event.why_longer else ""
    reach = say(
        "{contact}, from {first} to {last}",
        contact=f"{event.contact}, {event.phone}" if event.phone else event.contact,
        first=event.reachable_from,
        last=event.reachable_to,
    )
    told = (
        (say("When"), say_when(event.at)),
        (say("Where"), event.place),
        (say("Step"), titled_now(case, step) if step else ""),
        (say("Who is there"), event.people),
        (say("What {name} wants", name=case.known_as), GOAL_WORDS[event.goal]),
        (
            say("How long"),
            say("At most: {minutes}{longer}", minutes=minutes, longer=longer),
        ),
        (say("Drink"), says_units(event)),
        (say("Eating first"), event.eat_first),
        (say("Own drink"), event.own_drink),
        (say("Money"), event.money_cap),
        (say("There and back"), event.travel),
        (say("Words to leave with"), event.leave_phrase and f'"{event.leave_phrase}"'),
        (say("Answers the phone"), reach if event.contact else ""),
        (say("Check-ins"), event.check_ins),
        (say("Afterwards"), event.after),
        (say("The day after"), say_when(event.next_day) if event.next_day else ""),
    )
    yield from ((name, words) for name, words in told if words)


def says_units(event: EventPlan) -> str:
    """Return the limit of drink of an evening, "" where none was set."""
    if event.units is None:
        return ""
    if not event.units:
        return say("None")
    return say("{units} at most", units=say_units(event.units))


def says_less(case: Casefile, step: str = "") -> str:
    """Return what is less for now, why, and when it is looked at again."""
    found = standing_reduction(case, step)
    if found is None:
        return ""
    less, own = found.record, case.step(found.record.step)
    return say(
        "Less for a while, since {day}: {what}. Why: {why}. Look again on {look}.",
        day=say_day(less.on),
        what=says_reduction(less, own.record if own else None),
        why=less.why.rstrip("."),
        look=say_day(less.look_again),
    )
