"""Parts 1 and 3 of an inspector's pack: risk and limits. Practice reference 6.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.inspector_lines import (
    count_of,
    counted,
    gap,
    spread_in,
    told,
)
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.inspector_gather import Gathered
    from inclusion_cli.domain.numbers_total import ServiceNumbers
    from inclusion_cli.domain.paper_parts import PaperLine
    from inclusion_cli.domain.registered import Registered


def risk(it: Gathered, numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return how risk and restriction are worked with, in what is written."""
    yield from _written(it)
    yield from _moved(numbers)
    weighed, ended = it.of("risk_decisions"), it.of("risk_outcomes")
    yield from counted(
        weighed,
        say(
            "Positive risk decisions, written before the outcome was known: {n}. With "
            "an outcome since: {ended}.",
            n=len(weighed),
            ended=len(ended),
        ),
        say("a positive risk decision in this year"),
    )
    yield gap(say("the service's written policies, which are not held here"))


def _written(it: Gathered) -> Iterator[PaperLine]:
    """Return for how many people there is a signed formulation, and a card."""
    people = it.people
    signed, drafts, cards = it.of("signed"), it.of("draft"), it.of("cards")
    yield from counted(
        signed,
        say(
            "People with a formulation that is signed: {n} of {people}. It says "
            "what is hard, what helps, and which limit answers which situation.",
            n=len(signed),
            people=people,
        ),
        say("a formulation that is signed"),
        of=drafts,
    )
    yield from counted(
        cards,
        say(
            "People with an early-warning card: {n} of {people}.",
            n=len(cards),
            people=people,
        ),
        say("an early-warning card"),
    )


def _moved(numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return the moves up with what they rest on, and how pauses ended."""
    moved, shown, over = (
        count_of(numbers, "progressed"),
        count_of(numbers, "progressed_with_evidence"),
        count_of(numbers, "progressed_by_override"),
    )
    yield from counted(
        moved.ids,
        say(
            "Moves to a next step with what was agreed and met beside them: {n} of "
            "{moved}. Against what was agreed, with the reason written: {over}.",
            n=shown.n,
            moved=moved.n,
            over=over.n,
        ),
        say("a move to a next step in this year"),
        total=moved.n,
    )
    paused, resumed = count_of(numbers, "pauses"), count_of(numbers, "resumed")
    if paused.n:
        yield told(
            say(
                "Pauses of a step: {n}. Gone on with afterwards: {resumed}.",
                n=paused.n,
                resumed=resumed.n,
            ),
            (*paused.ids, *resumed.ids),
            of=paused.n + resumed.n,
        )


def restrictions(it: Gathered, numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return the register of limits: those in force, and those that were lifted."""
    force = [one for one in it.limits if one.in_force]
    lifted = [one for one in it.limits if one.lifted_on]
    if not it.limits:
        yield gap(say("a limit on anybody in this year, in force or lifted"))
        return
    yield told(
        say(
            "Limits in force when this was made: {n}. Lifted in this year: {lifted}.",
            n=len(force),
            lifted=len(lifted),
        ),
        [one.id for one in (*force, *lifted)],
    )
    bare = [one for one in force if one.without_authority]
    if bare:
        yield told(
            say("In force without current authority: {n}.", n=len(bare)),
            [one.id for one in bare],
        )
    days = spread_in(numbers, "days_to_lift")
    if days.median is not None:
        long = say_many("{number} day", "{number} days", days.median // 10)
        says = say("Half of those that were lifted stood for {days} at the most.")
        if days.n == 1:
            says = say("The one that was lifted stood for {days}.")
        yield told(says.format(days=long), days.ids, of=days.n)
    for one in sorted((*force, *lifted), key=lambda one: (one.began, one.id)):
        yield told(_limit(one), [one.id, *(review.id for review in one.reviews)])


def _limit(one: Registered) -> str:
    """Return one limit without its words: how long, how often looked at, its end."""
    parts = [
        say(
            "Since {day}: {days}.",
            day=say_day(one.began),
            days=say_many("{number} day", "{number} days", one.days_limited),
        )
    ]
    if one.closed_on:
        day = say_day(one.closed_on)
        parts.append(say("Ended when the file was closed on {day}.", day=day))
    if one.lifted_on:
        parts.append(say("Lifted on {day}.", day=say_day(one.lifted_on)))
    parts.append(
        say_many(
            "Looked at {number} time.", "Looked at {number} times.", len(one.reviews)
        )
    )
    if missing := lacks(one):
        parts.append(say("No evidence found: {lacks}.", lacks=and_list(missing)))
    return " ".join(parts)


def lacks(one: Registered) -> tuple[str, ...]:
    """Return what nothing is written of about a limit, in words."""
    asked = (
        (say("how it ends"), bool(one.ends_when)),
        (say("a lawful basis"), bool(one.lawful_basis)),
        (say("the day the harm was last seen"), one.days_since_harm is not None),
    )
    return tuple(words for words, there in asked if not there)
