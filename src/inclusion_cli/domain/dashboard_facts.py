"""Numbers as sentences: with how many they are of, and how many are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dashboard_lines import Fact
from inclusion_cli.domain.number_incidents import before_words
from inclusion_cli.domain.number_kinds import Spread, say_tenths
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.numbers import ServiceNumbers

CHANGES = {
    "accompaniment": say("Company, from the first step to now"),
    "worry_before_change": say("Worry before going, first 3 ratings to last 3"),
    "loneliness": say("Loneliness by UCLA-3, first score to latest"),
    "worry_peak_change": say("Worry at its worst, first 3 ratings to last 3"),
}


def fact(says: str, records: tuple[str, ...] = ()) -> Fact:
    """Return a sentence with the records behind it, each once."""
    return Fact(says, tuple(dict.fromkeys(records)))


def people_of(numbers: ServiceNumbers, name: str) -> str:
    """Return of how many people a count is, "" where there is one person."""
    if numbers.people + numbers.others < 2 or not numbers.counts[name].n:
        return ""
    return say(
        " In the files of {people} of {all}.",
        people=numbers.counts[name].people,
        all=say_many("{number} person", "{number} people", numbers.people),
    )


def spread_facts(what: str, spread: Spread) -> Iterator[Fact]:
    """Return the middle of some values, of how many it is, and how many are missing.

    Nothing is said where there was nothing to be told.
    """
    if spread.n or spread.missing:
        yield _spread(what, spread)


def _spread(what: str, spread: Spread) -> Fact:
    if spread.median is None:
        says = say(
            "{what}: no number. Missing: {missing}.", what=what, missing=spread.missing
        )
        return fact(says)
    if spread.n == 1:
        says = say(
            "{what}: {value} (n 1, missing {missing}).",
            what=what,
            value=say_tenths(spread.median),
            missing=spread.missing,
        )
        return fact(says, spread.ids)
    least, most = spread.tally[0][0], spread.tally[-1][0]
    return fact(
        say(
            "{what}: half are {median} or less, from {least} to {most} (n {n}, missing "
            "{missing}).",
            what=what,
            median=say_tenths(spread.median),
            least=least,
            most=most,
            n=spread.n,
            missing=spread.missing,
        ),
        spread.ids,
    )


def change_fact(numbers: ServiceNumbers, name: str) -> Fact:
    """Return how a value changed: by how much for one person, else for how many."""
    change = numbers.changes[name]
    compared = change.lower + change.same + change.higher
    if numbers.people + numbers.others < 2:
        return _own_change(name, numbers)
    return fact(
        say(
            "{what}: lower for {lower}, the same for {same}, higher for {higher} of "
            "{people}. Missing: {missing}.",
            what=CHANGES[name],
            lower=change.lower,
            same=change.same,
            higher=change.higher,
            people=say_many("{number} person", "{number} people", compared),
            missing=change.missing,
        ),
        change.ids,
    )


def _own_change(name: str, numbers: ServiceNumbers) -> Fact:
    change = numbers.changes[name]
    if change.missing or not change.change.n:
        return fact(say("{what}: too few to compare.", what=CHANGES[name]))
    moved = change.change.tally[0][0]
    way = {-1: say("lower by {by}"), 0: say("the same"), 1: say("higher by {by}")}
    said = way[(moved > 0) - (moved < 0)].format(by=say_tenths(abs(moved)))
    return fact(say("{what}: {said}.", what=CHANGES[name], said=said), change.ids)


def rate_facts(numbers: ServiceNumbers) -> Iterator[Fact]:
    """Return signs, crisis calls and incidents in 30 person-days, and before."""
    told = (
        ("crisis_calls", say("Crisis calls"), say("Before the plan")),
        ("signs", say("Signs seen"), say("In as many days before")),
        (
            "incident_rate",
            say("Incidents"),
            _before_step(numbers),
        ),
    )
    for name, what, before in told:
        now, then = numbers.rates[name], numbers.rates[f"{name}_before"]
        asked = name != "incident_rate"
        many = asked and numbers.people + numbers.others > 1
        if not now.people:
            yield fact(
                say("{what}: no days to count yet.", what=what)
                if not asked
                else say("{what}: nobody asked.", what=what)
            )
            continue
        yield fact(
            say(
                "{what}: {now}.{since} {before}: {then}.{unknown}",
                what=what,
                now=_then(now.n, now.days, now.per_30),
                since="" if asked else _since_step(numbers),
                before=before,
                then=_then(then.n, then.days, then.per_30),
                unknown=_unknown(now.unknown) if many else "",
            ),
            now.ids,
        )


def _before_step(numbers: ServiceNumbers) -> str:
    rate = numbers.rates["incident_rate_before"]
    return before_words(rate.days, rate.people)


def _since_step(numbers: ServiceNumbers) -> str:
    """Return those since the first step, "" where that is the whole time, or no step.

    Those before it stand in both of the other numbers where the step began in the time.
    """
    now, since = numbers.rates["incident_rate"], numbers.rates["incident_rate_since"]
    if not since.people or since.days == now.days:
        return ""
    told = _then(since.n, since.days, since.per_30)
    return say(" Since the first step: {told}.", told=told)


def _unknown(people: int) -> str:
    number = say_many("{number} person", "{number} people", people)
    return say(" Not asked: {number}.", number=number)


def _then(n: int, days: int, rate: int | None) -> str:
    if not days:
        return say("not known")
    told = say_many("{number} person-day", "{number} person-days", days)
    if rate is None:
        return say("{n} in {days}", n=n, days=told)
    return say("{n} in {days}, {rate} in 30", n=n, days=told, rate=say_tenths(rate))
