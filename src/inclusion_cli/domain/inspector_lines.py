"""The lines of an inspector's pack: each carries its records, or says there are none.

Source: practice reference 6.3, the no-claim rule; 6.6, the grammar of claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.inspector_gather import IDS_KEPT
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.number_kinds import Spread
from inclusion_cli.domain.numbers_total import Sum, SumRate
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.domain.record import record
from inclusion_cli.domain.trace import GAP
from inclusion_cli.tongue import say_many

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from inclusion_cli.domain.numbers_total import ServiceNumbers

LACKS = GAP.partition(":")[0]


@record
class InspectorPart:
    """One numbered part of the pack, by the key that lenses name it with."""

    key: str
    number: int
    title: str
    lines: tuple[PaperLine, ...]

    @property
    def shows(self) -> bool:
        """Say whether anything in it rests on a record."""
        return any(line.ids for line in self.lines)

    @property
    def gaps(self) -> tuple[PaperLine, ...]:
        """Return the lines that say that no evidence was found, whole or in part."""
        return tuple(
            line
            for line in self.lines
            if (line.strong and not line.ids) or LACKS in line.says
        )


def told(says: str, ids: Iterable[str], *, of: int | None = None) -> PaperLine:
    """Return a sentence with the records it rests on; many are named in part.

    `of` is how many there are, where not all are kept.
    """
    found = tuple(dict.fromkeys(ids))
    shown = tuple(map(short_id, found[:IDS_KEPT]))
    more = (of if of is not None else len(found)) - len(shown)
    if more > 0:
        also = say_many("and {number} more", "and {number} more", more)
        shown = (*shown, also)
    return PaperLine(says, ids=shown)


def gap(what: str) -> PaperLine:
    """Return the line that says that no evidence was found."""
    return PaperLine(GAP.format(what=what), strong=True)


def counted(
    number: Collection[str],
    says: str,
    none: str,
    *,
    of: Collection[str] = (),
    total: int | None = None,
) -> Iterator[PaperLine]:
    """Return a sentence about some records, or that none was found.

    Where there are none of them but some of those they are `of`, these stand behind it.
    `total` is how many there are, where not all are kept.
    """
    if number:
        yield told(says, number, of=total)
    elif of:
        yield told(says, of)
    else:
        yield gap(none)


def count_of(numbers: ServiceNumbers, name: str) -> Sum:
    """Return a count by its name, none where nobody was counted."""
    return numbers.counts.get(name) or Sum()


def spread_in(numbers: ServiceNumbers, name: str) -> Spread:
    """Return a spread by its name, an empty one where nobody was counted."""
    return numbers.spreads.get(name) or Spread()


def rate_of(numbers: ServiceNumbers, name: str) -> SumRate:
    """Return a rate by its name, an empty one where nobody was counted."""
    return numbers.rates.get(name) or SumRate()
