"""One evening on one page for the person: what was agreed, and how to get home.

Source: practice reference 4.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.event_page import says_less, says_units
from inclusion_cli.domain.event_plan import GOAL_WORDS
from inclusion_cli.domain.event_reach import reach_gaps
from inclusion_cli.domain.harm_reduction import STOPPING_KILLS
from inclusion_cli.domain.leaf import Leaf, Part
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.event_plan import EventPlan
    from inclusion_cli.domain.sheet import Sheet

PURPOSE = say("your evening out")


def event_sheet(sheet: Sheet, case: Casefile, event: EventPlan) -> Leaf:
    """Return the page of an evening, to the person whose evening it is."""
    parts = (
        Part(say("What we agreed"), tuple(_agreed(case, event)), listed=True),
        Part(say("There and back"), _some(event.travel)),
        Part(say("To leave"), tuple(_to_leave(event)), listed=True),
        Part(say("Who answers the phone"), tuple(_answers(event)), listed=True),
        Part(say("Afterwards"), tuple(_after(event)), listed=True),
        Part(say("If you stop drinking, or begin again"), STOPPING_KILLS, listed=True),
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


def _some(*texts: str) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def _stop(text: str) -> str:
    return f"{text.rstrip('.')}."


def _agreed(case: Casefile, event: EventPlan) -> Iterator[str]:
    minutes = say_many("{number} minute", "{number} minutes", event.minutes)
    yield say("You stay for {minutes} at most.", minutes=minutes)
    yield say("What you want: {goal}.", goal=GOAL_WORDS[event.goal])
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
