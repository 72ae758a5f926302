"""One evening on one page for the person: what was agreed, and how to get home.

Source: practice reference 4.5.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.event_page import says_less, says_units
from inclusion_cli.domain.event_plan import GOALS_TO_YOU, UseGoal
from inclusion_cli.domain.event_reach import reach_gaps
from inclusion_cli.domain.for_now import evening_now
from inclusion_cli.domain.harm_reduction import STOPPING_KILLS
from inclusion_cli.domain.leaf import Leaf, Part
from inclusion_cli.domain.observation import Seen
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.event_plan import EventPlan
    from inclusion_cli.domain.sheet import Sheet

PURPOSE = say("your evening out")
LATELY = timedelta(days=28)
"""For so long stopping matters after drink or drugs were recorded. Service default."""


def event_sheet(sheet: Sheet, case: Casefile, event: EventPlan, *, on: date) -> Leaf:
    """Return the page of an evening, to the person whose evening it is."""
    stopping = STOPPING_KILLS if stopping_matters(case, event, on=on) else ()
    parts = (
        Part(say("What we agreed"), tuple(_agreed(case, event)), listed=True),
        Part(say("There and back"), _some(event.travel)),
        Part(say("To leave"), tuple(_to_leave(event)), listed=True),
        Part(say("Who answers the phone"), tuple(_answers(event)), listed=True),
        Part(say("Afterwards"), tuple(_after(event)), listed=True),
        Part(say("If you stop drinking, or begin again"), stopping, listed=True),
    )
    return Leaf(
        sheet,
        say("Your evening"),
        (
            say("{when}. {where}", when=say_when(event.at), where=_stop(event.place)),
            say("This page is yours. You can change your mind at any time."),
        ),
        tuple(part for part in parts if part.lines),
    )


def stopping_matters(case: Casefile, event: EventPlan, *, on: date) -> bool:
    """Say whether stopping all at once is a danger to tell of on the page.

    It is where drink is in the plan, or was recorded lately. To somebody who drinks
    nothing it would be frightening, and speak against what they want.
    """
    debriefs = (k for k in case.debriefs if on - LATELY <= k.on <= on)
    drank = any(used.what or used.stopped for k in debriefs if (used := k.record.used))
    seen = (k for k in case.observations if on - LATELY <= k.on <= on)
    planned = event.goal is not UseGoal.ABSTAIN or bool(event.units)
    return planned or drank or any(k.record.seen is Seen.SUBSTANCE_USE for k in seen)


def _some(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _stop(text: str) -> str:
    return f"{text.rstrip('.')}."


def _agreed(case: Casefile, event: EventPlan) -> Iterator[str]:
    minutes = evening_now(case, event)
    yield say("You stay at most: {minutes}.", minutes=minutes)
    yield GOALS_TO_YOU[event.goal]
    for name, text in (
        (say("Drink"), says_units(event)),
        (say("Your own drink"), event.own_drink),
        (say("Eating first"), event.eat_first),
        (say("Money"), event.money_cap),
        (say("Who is there"), event.people),
    ):
        if text:
            yield f"{name}: {_stop(text)}"
    if less := says_less(case, event.step):
        yield less


def _to_leave(event: EventPlan) -> Iterator[str]:
    yield say("You can leave when you want, and need give no reason.")
    if event.leave_phrase:
        yield say('Your words to leave with: "{words}"', words=event.leave_phrase)


def _answers(event: EventPlan) -> Iterator[str]:
    if event.contact:
        who = f"{event.contact}, {event.phone}" if event.phone else event.contact
        yield say(
            "{who}, from {first} to {last}.",
            who=who,
            first=event.reachable_from,
            last=event.reachable_to,
        )
    yield from reach_gaps(event)
    if event.check_ins:
        yield say("How we keep in touch: {how}", how=_stop(event.check_ins))
    yield say("999 where a life is in danger.")


def _after(event: EventPlan) -> Iterator[str]:
    if event.after:
        yield _stop(event.after)
    if event.next_day:
        yield say("We talk the day after: {when}.", when=say_when(event.next_day))
