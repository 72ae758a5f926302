"""What a number is made of: a count, a spread, a rate, a change, each with records.

Every number says of how many it is, and how many are missing (practice reference 6.5).
Whole numbers only: a median is kept in tenths.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TENTHS = 10
RATE_DAYS = 30


@record
class Count:
    """How many, and the ids of the records that tell it; a record may tell of two."""

    n: int = 0
    ids: tuple[str, ...] = ()


@record
class Amount:
    """Minutes added up over `n` records, and how many more did not say."""

    total: int = 0
    n: int = 0
    missing: int = 0
    ids: tuple[str, ...] = ()


@record
class Spread:
    """Values that were told: of how many, how many are missing, and the one between.

    `tally` holds each value and how often it was told, lowest first. `median` is in
    tenths, None where there is no value.
    """

    n: int = 0
    missing: int = 0
    median: int | None = None
    tally: tuple[tuple[int, int], ...] = ()
    ids: tuple[str, ...] = ()


@record
class Rate:
    """How often something came in so many person-days. `asked` is how often one asked.

    `known` is False where nobody asked: then none is not zero.
    """

    count: Count = Count()
    days: int = 0
    asked: int = 0
    known: bool = False

    @property
    def per_30(self) -> int | None:
        """Return how often in 30 person-days, in tenths; None of fewer days."""
        return rate_of(self.count.n, self.days) if self.known else None


@record
class Change:
    """One person's value first and last, in tenths; None where too few were told."""

    first: int | None = None
    last: int | None = None
    ids: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Say whether both are there to be compared."""
        return self.first is not None and self.last is not None

    @property
    def way(self) -> int:
        """Return 1 for higher, -1 for lower, 0 for the same."""
        first, last = self.first or 0, self.last or 0
        return (last > first) - (last < first)


@record
class Stretch:
    """Some days, and what was counted in them."""

    first: date
    last: date
    attended: Count = Count()
    countable: Count = Count()
    cancelled_by_service: Count = Count()
    community: Amount = Amount()
    staff: Amount = Amount()
    crisis_calls: Count = Count()


def counted(ids: Iterable[str]) -> Count:
    """Return how many there are, with their records."""
    told = tuple(ids)
    return Count(len(told), told)


def per_30(number: int, days: int) -> int:
    """Return how often in 30 days, in tenths, a half rounded up."""
    return (2 * number * RATE_DAYS * TENTHS + days) // (2 * days)


def rate_of(number: int, days: int) -> int | None:
    """Return how often in 30 days, in tenths; a rate of fewer days would be a guess."""
    return per_30(number, days) if days >= RATE_DAYS else None


def spread_of(
    values: Iterable[int], *, missing: int = 0, ids: Iterable[str] = ()
) -> Spread:
    """Return the spread of some values."""
    tally: dict[int, int] = {}
    for value in values:
        tally[value] = tally.get(value, 0) + 1
    return from_tally(tally, missing=missing, ids=tuple(ids))


def from_tally(
    tally: Mapping[int, int], *, missing: int = 0, ids: tuple[str, ...] = ()
) -> Spread:
    """Return the spread of values told so many times each."""
    pairs = tuple(sorted(tally.items()))
    number = sum(times for _value, times in pairs)
    return Spread(number, missing, _median(pairs, number), pairs, ids)


def _median(pairs: tuple[tuple[int, int], ...], number: int) -> int | None:
    """Return the value in the middle, or half way between the two there, in tenths."""
    if not number:
        return None
    low, high = _at(pairs, (number - 1) // 2), _at(pairs, number // 2)
    return (low + high) * TENTHS // 2


def _at(pairs: tuple[tuple[int, int], ...], place: int) -> int:
    for value, times in pairs:
        if place < times:
            return value
        place -= times
    raise IndexError(place)


def say_tenths(tenths: int) -> str:
    """Return "4" or "4.5"."""
    sign, tenths = ("-", -tenths) if tenths < 0 else ("", tenths)
    whole, rest = divmod(tenths, TENTHS)
    return f"{sign}{whole}.{rest}" if rest else f"{sign}{whole}"


def hundredths(part: int, whole: int) -> str:
    """Return a part of a whole with two places, such as "0.75"; "" of nothing."""
    return f"{(part * 200 + whole) // (2 * whole) / 100:.2f}" if whole else ""
