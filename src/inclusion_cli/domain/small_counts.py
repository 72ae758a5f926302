"""Counts under 5 that are not told, and those beside them that would give them away.

A cell is hidden where it is under 5, or where a few people stand behind it. A cell that
could then be worked out from totals is protected by hiding another one (secondary
suppression), until of every hidden cell at least 6 values are still possible. Both look
the same on paper: nobody can tell which is which. Source: practice reference 6.5; the
rule of 5 is that of the Office for National Statistics for health statistics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

LEAST = 5
"""The smallest count that is told."""
UNSURE = 5
"""How far apart the least and the most that is possible must be: 6 values."""
ENDLESS = 10**9

Bounds = dict[str, tuple[int, int]]


@record
class AddsUp:
    """A total, and the parts that make it up: all of them, with nothing left over."""

    total: str
    parts: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the parts, then the total."""
        return (*self.parts, self.total)


def hidden(
    cells: Mapping[str, int],
    sums: Sequence[AddsUp],
    *,
    few: Collection[str] = (),
    none: Collection[str] = (),
) -> frozenset[str]:
    """Return the cells that are not told. `few` are those few people stand behind.

    `none` are cells of which "none" may be told: nothing missing is about nobody.
    """
    empty = {key for key in none if not cells[key]}
    small = {key for key, value in cells.items() if value < LEAST} - empty
    kept_back = small | set(few)
    while True:
        possible = bounds(cells, sums, kept_back)
        more = next(_more(cells, sums, kept_back, possible), None)
        if more is None:
            return frozenset(kept_back)
        kept_back.add(more)


def _more(
    cells: Mapping[str, int],
    sums: Sequence[AddsUp],
    kept_back: set[str],
    possible: Bounds,
) -> Iterator[str]:
    """Return what else to hide: the smallest beside a cell that could be worked out."""
    for key in sorted(kept_back):
        low, high = possible[key]
        if high - low >= UNSURE:
            continue
        for reach in _reaching(key, sums):
            open_cells = [c for c in reach if c not in kept_back]
            if open_cells:
                yield min(open_cells, key=lambda c: (_is_total(c, sums), cells[c], c))


def _reaching(key: str, sums: Sequence[AddsUp]) -> Iterator[tuple[str, ...]]:
    """Return the cells of the sums a cell is in, then of the sums those are in."""
    seen, edge = {key}, {key}
    while edge:
        near = tuple(
            dict.fromkeys(c for s in sums if edge & {*s.cells} for c in s.cells)
        )
        yield near
        edge = {*near} - seen
        seen |= edge


def _is_total(cell: str, sums: Sequence[AddsUp]) -> bool:
    return any(one.total == cell for one in sums)


def bounds(
    cells: Mapping[str, int], sums: Sequence[AddsUp], kept_back: Collection[str]
) -> Bounds:
    """Return the least and the most each cell can be, from what is told.

    The bounds are exact where the sums make a tree: no cell leads back to itself.
    """
    found: Bounds = {
        key: (0, ENDLESS) if key in kept_back else (value, value)
        for key, value in cells.items()
    }
    changed = True
    while changed:
        changed = False
        for one in sums:
            changed |= _tighten(found, one)
    return found


def _tighten(found: Bounds, one: AddsUp) -> bool:
    """Narrow the bounds of a sum's cells by each other; say whether any changed."""
    before = {key: found[key] for key in one.cells}
    low = sum(found[part][0] for part in one.parts)
    high = sum(found[part][1] for part in one.parts)
    found[one.total] = _meet(found[one.total], low, high)
    least, most = found[one.total]
    for part in one.parts:
        own_low, own_high = found[part]
        found[part] = _meet(
            found[part], least - (high - own_high), most - (low - own_low)
        )
    return any(found[key] != before[key] for key in one.cells)


def _meet(own: tuple[int, int], low: int, high: int) -> tuple[int, int]:
    return max(own[0], low), min(own[1], high, ENDLESS)
