"""Keeping safe, pace, and what caution cost: families of a dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.caution_cost import Took
from inclusion_cli.domain.dashboard_facts import fact, people_of, spread_facts
from inclusion_cli.domain.dashboard_lines import Fact, Part, filled
from inclusion_cli.domain.dashboard_tables import lost_table
from inclusion_cli.domain.number_incidents import says_of_service
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from inclusion_cli.domain.caution_cost import Lost
    from inclusion_cli.domain.numbers import PersonNumbers, ServiceNumbers


def safe_part(numbers: ServiceNumbers) -> Part:
    """Return incidents, concerns and restrictions."""
    counts = numbers.counts
    told = (
        ("incidents", say("Incidents: {n}.{people}")),
        ("near_misses", say("Near misses: {n}.{people}")),
        ("concerns", say("Safeguarding concerns: {n}.{people}")),
        ("concerns_with_outcome", say("Of these, with what came of it written: {n}.")),
        ("restrictions_opened", say("Restrictions placed: {n}.{people}")),
        ("restrictions_lifted", say("Restrictions lifted: {n}.{people}")),
        (
            "restrictions_in_force",
            say("Restrictions in force on the last day: {n}.{people}"),
        ),
        (
            "restrictions_without_authority",
            say("Of these, in force without current authority: {n}."),
        ),
    )
    ours = {
        "incidents": numbers.ours.incidents,
        "near_misses": numbers.ours.near_misses,
    }
    facts = [
        fact(
            says.format(n=counts[name].n, people=people_of(numbers, name))
            + (says_of_service(ours[name].n) if name in ours else ""),
            (*counts[name].ids, *(ours[name].ids if name in ours else ())),
        )
        for name, says in told
    ]
    facts += _days_and_hours(numbers)
    return Part("safe", say("Keeping safe"), tuple(facts))


def _days_and_hours(numbers: ServiceNumbers) -> Iterator[Fact]:
    """Return how long restrictions stood, and how soon a manager knew."""
    limited = say_many("{number} day", "{number} days", numbers.days_limited)
    yield fact(
        say(
            "Days with a restriction: {limited} of {days}.",
            limited=limited,
            days=numbers.days,
        )
    )
    stood, late = numbers.spreads["days_to_lift"], numbers.spreads["hours_to_manager"]
    yield from spread_facts(say("Days a restriction stood that was lifted"), stood)
    yield from spread_facts(say("Hours until a manager knew"), late)


def pace_part(numbers: ServiceNumbers, more: tuple[Fact, ...]) -> Part:
    """Return pauses, moves up with their evidence, and who is ready and waits."""
    counts = numbers.counts
    facts = (
        fact(
            say(
                "Pauses: {pauses}. Taken up again: {resumed}. Still paused: {open}.",
                pauses=counts["pauses"].n,
                resumed=counts["resumed"].n,
                open=counts["pauses_open"].n,
            ),
            counts["pauses"].ids,
        ),
        *spread_facts(
            say("Days from pause to going on"), numbers.spreads["days_to_resume"]
        ),
        fact(
            say(
                "Moved up a step: {up}. With all that was agreed met: {shown}. Against "
                "what was agreed, with the reason written: {over}.",
                up=say_many("{number} time", "{number} times", counts["progressed"].n),
                shown=counts["progressed_with_evidence"].n,
                over=counts["progressed_by_override"].n,
            ),
            counts["progressed"].ids,
        ),
    )
    return Part("pace", say("Pauses, and moving on"), (*facts, *more))


def idle(one: PersonNumbers) -> Iterator[Fact]:
    """Return whether a person is ready and nobody has offered the next step."""
    if not one.stalled.n:
        yield fact(say("Ready, with nothing offered for too long: no."))
        return
    yield fact(
        say(
            "Ready, and for {days} nobody has offered the next step.",
            days=say_many("{number} day", "{number} days", one.idle_days),
        ),
        one.stalled.ids,
    )


WHY_CODES = say(
    "Codes stand here and no names: others may read these numbers, too. "
    "To see who it is, type: inclusion person list"
)


def waiting_facts(
    numbers: ServiceNumbers, waiting: Sequence[tuple[str, int]]
) -> Iterator[Fact]:
    """Return who is ready and waits, by code, with the days."""
    stalled = numbers.counts["stalled"]
    who = ", ".join(
        say(
            "{code} for {days}",
            code=code,
            days=say_many("{number} day", "{number} days", days),
        )
        for code, days in waiting
    )
    yield fact(
        say(
            "Ready, with nothing offered for too long: {n} of {people}. {who}",
            n=stalled.n,
            people=say_many("{number} person", "{number} people", numbers.people),
            who=f"{who}." if who else "",
        ).strip(),
        stalled.ids,
    )
    if waiting:
        yield fact(WHY_CODES)


def cost_part(one: PersonNumbers, numbers: ServiceNumbers) -> Part:
    """Return what caution cost one person, line by line."""
    return Part(
        "caution",
        say("What caution cost"),
        (*cost_facts(numbers), *_pauses_decided(one.lost)),
        filled(lost_table(one.lost)),
    )


def _pauses_decided(lost: tuple[Lost, ...]) -> Iterator[Fact]:
    """Return how many lines of what was lost are no session: a pause that began."""
    if began := [line for line in lost if line.took is Took.PAUSE_DECIDED]:
        says = say_many(
            "{number} pause was decided. It is in the list, too, and is no session.",
            "{number} pauses were decided. They are in the list, too, and are no "
            "sessions.",
            len(began),
        )
        yield fact(says, tuple(line.record for line in began))


def cost_facts(numbers: ServiceNumbers) -> Iterator[Fact]:
    """Return what was lost to service cancellations and pauses, added up."""
    lost, events = numbers.counts["lost_sessions"], numbers.counts["lost_events"]
    yield fact(
        say(
            "Lost because we cancelled, or to a pause: {lost}, {minutes} minutes. "
            "Of these {events} where drink or drugs are near.",
            lost=say_many("{number} session", "{number} sessions", lost.n),
            minutes=numbers.amounts["lost_minutes"].total,
            events=say_many("{number} was an event", "{number} were events", events.n),
        ),
        lost.ids,
    )
