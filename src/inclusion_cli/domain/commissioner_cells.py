"""The counts of a commissioner's pack as cells, and how they add up to each other.

Every sum makes a tree with the others: so what can be worked out of a hidden cell is
known exactly (see `small_counts`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.domain.small_counts import LEAST, AddsUp, hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.numbers import ServiceNumbers

OF_PEOPLE = (
    "attended",
    "incidents",
    "near_misses",
    "concerns",
    "restrictions_opened",
    "restrictions_lifted",
    "restrictions_in_force",
    "pauses",
    "stalled",
    "lost_sessions",
    "begun_12_weeks_ago",
    "begun_26_weeks_ago",
    "lonely_asked",
)
"""Counts told as so many of all people."""
CHANGES = (
    "accompaniment",
    "worry_before_change",
    "worry_peak_change",
    "loneliness",
    "lonely_directly",
)
RATES = ("crisis_calls", "signs")
LASTING = (12, 26)
WHOLE_AND_PART = {
    "progressed": ("progressed_with_evidence", "progressed_by_override"),
    "concerns": ("concerns_with_outcome",),
}
"""Counts of events, and how many of them had something more; no event has two."""
SPREADS = {
    "days_to_lift": "restrictions_lifted",
    "days_to_resume": "resumed",
    "hours_to_manager": "concerns",
}
"""Lengths of time, and the count that says how many people stand behind them."""
OFF = (
    "cancelled_by_service",
    "cancelled_by_venue",
    "cancelled_outside",
    "paused_by_plan",
)
UNTOLD = "untold.missing"
MISSING = ("others", "missing", "unknown")
"""Names of counts of what is not known: of none of these, nobody is told anything."""


@record
class Cells:
    """The counts by their names, the sums, and what is not told of them."""

    values: dict[str, int]
    sums: tuple[AddsUp, ...]
    kept_back: frozenset[str]


def cells_of(numbers: ServiceNumbers) -> Cells:
    """Return every count of a pack, and which of them are not told."""
    values: dict[str, int] = {
        "people": numbers.people,
        "others": numbers.others,
        "days": numbers.days,
    }
    sums = tuple(_sums(numbers, values))
    few = {
        f"{name}.n"
        for name, one in numbers.counts.items()
        if one.people < LEAST and f"{name}.n" in values
    }
    few |= {f"{n}.n" for n in RATES if numbers.rates[n].with_any < LEAST}
    earlier = {n: numbers.rates[f"{n}_before"].with_any for n in RATES}
    few |= {f"{n}.before" for n, people in earlier.items() if people < LEAST}
    few |= {f"{n}.n" for n, of in SPREADS.items() if numbers.counts[of].people < LEAST}
    if numbers.counts["attended"].people < LEAST:
        few |= {"minutes.n"}
    none = {key for key in values if key.rpartition(".")[2] in MISSING}
    none |= {f"{whole}.rest" for whole in WHOLE_AND_PART}
    kept_back = hidden(values, sums, few=few, none=none)
    if numbers.people < LEAST:
        kept_back = frozenset(values)
    return Cells(values, sums, kept_back)


def _sums(numbers: ServiceNumbers, values: dict[str, int]) -> Iterator[AddsUp]:
    """Enter the counts into `values`; return how they add up."""
    yield from _of_people(numbers, values)
    yield from _changes(numbers, values)
    yield from _rates(numbers, values)
    yield from _sessions(numbers, values)
    yield from _events(numbers, values)


def _of_people(numbers: ServiceNumbers, values: dict[str, int]) -> Iterator[AddsUp]:
    for name in OF_PEOPLE:
        people = numbers.counts[name].people
        values[f"{name}.people"] = people
        values[f"{name}.rest"] = numbers.people - people
        yield AddsUp("people", (f"{name}.people", f"{name}.rest"))
    parts = [("attended", "sustained"), ("lonely_asked", "lonely_often")]
    parts += [(f"begun_{n}_weeks_ago", f"lasting_{n}_weeks") for n in LASTING]
    for whole, part in parts:
        number, of = numbers.counts[part].people, numbers.counts[whole].people
        values[f"{part}.people"], values[f"{part}.rest"] = number, of - number
        yield AddsUp(f"{whole}.people", (f"{part}.people", f"{part}.rest"))


def _changes(numbers: ServiceNumbers, values: dict[str, int]) -> Iterator[AddsUp]:
    for name in CHANGES:
        change = numbers.changes[name]
        ways = ("lower", "same", "higher")
        values |= {f"{name}.{way}": getattr(change, way) for way in ways}
        values[f"{name}.compared"] = change.lower + change.same + change.higher
        values[f"{name}.missing"] = numbers.people - values[f"{name}.compared"]
        yield AddsUp("people", (f"{name}.compared", f"{name}.missing"))
        yield AddsUp(f"{name}.compared", tuple(f"{name}.{way}" for way in ways))


def _rates(numbers: ServiceNumbers, values: dict[str, int]) -> Iterator[AddsUp]:
    for name in RATES:
        rate = numbers.rates[name]
        values[f"{name}.n"] = rate.n
        values[f"{name}.known"] = rate.people
        values[f"{name}.unknown"] = numbers.people - rate.people
        values[f"{name}.any"] = rate.with_any
        values[f"{name}.none"] = rate.people - rate.with_any
        yield AddsUp("people", (f"{name}.known", f"{name}.unknown"))
        yield AddsUp(f"{name}.known", (f"{name}.any", f"{name}.none"))
        before = numbers.rates[f"{name}_before"]
        values[f"{name}.before"] = before.n


def _sessions(numbers: ServiceNumbers, values: dict[str, int]) -> Iterator[AddsUp]:
    names = ["planned", "countable", "attended", "chose_not", "no_show", *OFF]
    names += ["sessions_in_sustained", "sessions_one_off"]
    for name in names:
        values[f"{name}.n"] = numbers.counts[name].n
    out = numbers.amounts["community_minutes"]
    values["minutes.n"], values["minutes.missing"] = out.n, out.missing
    yield AddsUp("attended.n", ("minutes.n", "minutes.missing"))
    values[UNTOLD] = numbers.counts["untold"].n
    off = (f"{name}.n" for name in OFF)
    yield AddsUp("planned.n", ("countable.n", *off, UNTOLD))
    yield AddsUp("countable.n", ("attended.n", "chose_not.n", "no_show.n"))
    yield AddsUp("attended.n", ("sessions_in_sustained.n", "sessions_one_off.n"))


def _events(numbers: ServiceNumbers, values: dict[str, int]) -> Iterator[AddsUp]:
    for whole, parts in WHOLE_AND_PART.items():
        told = {f"{part}.n": numbers.counts[part].n for part in parts}
        values |= {f"{whole}.n": numbers.counts[whole].n, **told}
        values[f"{whole}.rest"] = values[f"{whole}.n"] - sum(told.values())
        yield AddsUp(f"{whole}.n", (*told, f"{whole}.rest"))
    for name in SPREADS:
        spread = numbers.spreads[name]
        values[f"{name}.n"] = spread.n
        values[f"{name}.missing"] = spread.missing
        values[f"{name}.all"] = spread.n + spread.missing
        yield AddsUp(f"{name}.all", (f"{name}.n", f"{name}.missing"))
