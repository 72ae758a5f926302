"""Many people's numbers added up as they come, so that memory does not grow with them.

Counts keep their records only where that is wanted: a service of ten thousand people
has them told again, one number at a time, when somebody asks why.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.number_incidents import NONE_OF_SERVICE, OfService
from inclusion_cli.domain.number_kinds import (
    Amount,
    Change,
    Count,
    Rate,
    Spread,
    Stretch,
    from_tally,
    rate_of,
)
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.numbers import PersonNumbers

ALL = 1_000_000_000
T = TypeVar("T")


@record
class Sum:
    """How many in all, how many people have at least one, and the ids kept of them."""

    n: int = 0
    people: int = 0
    ids: tuple[str, ...] = ()


@record
class SumRate:
    """A rate over all the people it is known of: `people`, and `unknown` the others."""

    n: int = 0
    days: int = 0
    people: int = 0
    unknown: int = 0
    with_any: int = 0
    ids: tuple[str, ...] = ()

    @property
    def per_30(self) -> int | None:
        """Return how often in 30 person-days, in tenths; None of fewer days."""
        return rate_of(self.n, self.days)


@record
class SumChange:
    """How many people's value is lower, the same, higher; of how many nobody knows.

    `change` is the spread of the differences, in tenths.
    """

    lower: int = 0
    same: int = 0
    higher: int = 0
    missing: int = 0
    change: Spread = Spread()
    ids: tuple[str, ...] = ()


@record
class SumStretch:
    """Some days, and what was counted in them over all people."""

    first: date
    last: date
    attended: int = 0
    countable: int = 0
    cancelled_by_service: int = 0
    community_minutes: int = 0
    staff_minutes: int = 0
    minutes_known: int = 0
    minutes_missing: int = 0
    crisis_calls: int = 0


@record
class ServiceNumbers:
    """The numbers of many people: each by its name among a person's numbers.

    `people` are those with at least one person-day in the period, `others` the rest.
    `ours` are the incidents of the service itself; they are in no count of people.
    """

    people: int
    others: int
    days: int
    counts: Mapping[str, Sum]
    amounts: Mapping[str, Amount]
    spreads: Mapping[str, Spread]
    rates: Mapping[str, SumRate]
    changes: Mapping[str, SumChange]
    days_limited: int
    weeks: tuple[SumStretch, ...]
    months: tuple[SumStretch, ...]
    ours: OfService = NONE_OF_SERVICE


def total(numbers: Iterable[PersonNumbers], *, records: int = ALL) -> ServiceNumbers:
    """Return the numbers of many people, keeping so many record ids of each."""
    adding = Adding(records)
    for one in numbers:
        adding.add(one)
    return adding.done()


class Empty(dict[str, T]):
    """Numbers by name; of what nobody had, nothing was counted."""

    def __init__(self, nothing: T, known: Mapping[str, T] | None = None) -> None:
        super().__init__(known or {})
        self._nothing = nothing

    def __missing__(self, _name: str) -> T:
        return self._nothing


class Adding:
    """Adds people up one by one and keeps none of them."""

    def __init__(self, records: int = ALL) -> None:
        self.records = records
        self.people = self.others = self.days = self.days_limited = 0
        self.counts: dict[str, Sum] = Empty(Sum())
        self.amounts: dict[str, Amount] = Empty(Amount())
        self.spreads: dict[str, _Spreading] = {}
        self.rates: dict[str, SumRate] = Empty(SumRate())
        self.changes: dict[str, _Changing] = {}
        self.stretches: dict[str, dict[date, SumStretch]] = {}

    def add(self, one: PersonNumbers) -> None:
        """Add one person."""
        self.people += one.days > 0
        self.others += one.days == 0
        self.days += one.days
        self.days_limited += one.days_limited
        for name, value in vars(one).items():
            if one.days or not isinstance(value, Rate | Change):
                self._add(name, value)

    def _add(self, name: str, value: Any) -> None:
        match value:
            case Count():
                self.counts[name] = self._sum(self.counts.get(name, Sum()), value)
            case Amount():
                self.amounts[name] = self._amount(name, value)
            case Spread():
                known = self.spreads.setdefault(name, _Spreading())
                known.add(value.tally, value.missing, self._more(known.ids, value.ids))
            case Rate():
                self.rates[name] = self._rate(self.rates.get(name, SumRate()), value)
            case Change():
                changing = self.changes.setdefault(name, _Changing())
                changing.add(value, self._more(changing.spread.ids, value.ids))
            case (Stretch(), *_rest):
                for stretch in value:
                    self._stretch(name, stretch)

    def _more(self, known: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
        """Return which ids are kept beside those that are."""
        return new[: max(self.records - len(known), 0)]

    def _sum(self, known: Sum, new: Count) -> Sum:
        ids = known.ids + self._more(known.ids, new.ids)
        return Sum(known.n + new.n, known.people + (new.n > 0), ids)

    def _amount(self, name: str, new: Amount) -> Amount:
        known = self.amounts.get(name, Amount())
        return Amount(
            known.total + new.total,
            known.n + new.n,
            known.missing + new.missing,
            known.ids + self._more(known.ids, new.ids),
        )

    def _rate(self, known: SumRate, new: Rate) -> SumRate:
        counts = new.known and new.days > 0
        return SumRate(
            n=known.n + (new.count.n if counts else 0),
            days=known.days + (new.days if counts else 0),
            people=known.people + counts,
            unknown=known.unknown + (not counts),
            with_any=known.with_any + (counts and new.count.n > 0),
            ids=known.ids + self._more(known.ids, new.count.ids),
        )

    def _stretch(self, name: str, new: Stretch) -> None:
        found = self.stretches.setdefault(name, {})
        old = found.get(new.first, SumStretch(new.first, new.last))
        found[new.first] = SumStretch(
            new.first,
            new.last,
            old.attended + new.attended.n,
            old.countable + new.countable.n,
            old.cancelled_by_service + new.cancelled_by_service.n,
            old.community_minutes + new.community.total,
            old.staff_minutes + new.staff.total,
            old.minutes_known + new.community.n,
            old.minutes_missing + new.community.missing,
            old.crisis_calls + new.crisis_calls.n,
        )

    def done(self) -> ServiceNumbers:
        """Return what it all comes to."""
        weeks, months = (self.stretches.get(n, {}) for n in ("weeks", "months"))
        return ServiceNumbers(
            people=self.people,
            others=self.others,
            days=self.days,
            counts=self.counts,
            amounts=self.amounts,
            spreads=Empty(Spread(), {n: s.done() for n, s in self.spreads.items()}),
            rates=self.rates,
            changes=Empty(SumChange(), {n: c.done() for n, c in self.changes.items()}),
            days_limited=self.days_limited,
            weeks=tuple(weeks[day] for day in sorted(weeks)),
            months=tuple(months[day] for day in sorted(months)),
        )


class _Spreading:
    """A tally that grows by values, not by people."""

    def __init__(self) -> None:
        self.tally: dict[int, int] = {}
        self.missing = 0
        self.ids: tuple[str, ...] = ()

    def add(
        self, pairs: Iterable[tuple[int, int]], missing: int, ids: tuple[str, ...]
    ) -> None:
        for value, times in pairs:
            self.tally[value] = self.tally.get(value, 0) + times
        self.missing += missing
        self.ids += ids

    def done(self) -> Spread:
        return from_tally(self.tally, missing=self.missing, ids=self.ids)


class _Changing:
    """People by which way their value went."""

    def __init__(self) -> None:
        self.ways = {-1: 0, 0: 0, 1: 0}
        self.spread = _Spreading()

    def add(self, change: Change, ids: tuple[str, ...]) -> None:
        if change.first is None or change.last is None:
            self.spread.add((), 1, ())
            return
        self.ways[change.way] += 1
        self.spread.add(((change.last - change.first, 1),), 0, ids)

    def done(self) -> SumChange:
        found = self.spread.done()
        lower, same, higher = (self.ways[way] for way in (-1, 0, 1))
        return SumChange(lower, same, higher, found.missing, found, found.ids)
