"""The one page for a stand-in worker: read in a minute or two, gone after the shift.

A line is left out only where the page is full, the least needed first, and the sheet
says so. What must be there and does not fit is refused. Source: practice reference 7
(14).
"""

from __future__ import annotations

from bisect import bisect_left
from math import ceil
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.values import and_list
from inclusion_cli.domain.visit_rows import ORDER, Row
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile

WORDS_A_MINUTE = 240
"""A grown-up's plain reading pace, to say how long the page takes; our default."""
LONGEST_ROW = 40
"""Words of one line that can be taken in at a look."""
LONGEST_LETTERS = 320
LONGEST_WORD = 70
"""Letters of one word that a line of the page can hold."""


@record
class VisitPart:
    """One part of the sheet."""

    title: str
    lines: tuple[str, ...]


@record
class VisitSheet:
    """The sheet. `until` is printed large; `left_out` says what had no room."""

    sheet: Sheet
    title: str
    until: str
    lead: str
    parts: tuple[VisitPart, ...]
    left_out: str
    agreed: str


def too_long(row: Row) -> bool:
    """Say whether a line cannot be taken in at a look."""
    return len(row.text.split()) > LONGEST_ROW or len(row.text) > LONGEST_LETTERS


def too_wide(row: Row) -> bool:
    """Say whether a word of a line would run off the page."""
    return any(len(word) > LONGEST_WORD for word in row.text.split())


def filled(
    rows: tuple[Row, ...], fits: Callable[[tuple[Row, ...]], bool]
) -> tuple[Row, ...] | None:
    """Return the rows that fill the page: what is left out would not fit on it.

    Lines that cannot be taken in at a look go on last, but for the most needed. None
    where the musts are too many for a page.
    """
    must = [number for number, row in enumerate(rows) if row.must]
    may = [n for n, row in enumerate(rows) if not row.must and not too_wide(row)]
    turns = sorted(may, key=lambda n: rows[n].rank > 0 and too_long(rows[n]))

    def page(kept: list[int]) -> tuple[Row, ...]:
        return tuple(rows[number] for number in sorted(kept))

    if fits(page(must + turns)):
        return page(must + turns)
    if not fits(page(must)):
        return None
    first = bisect_left(
        range(len(turns)),
        1,
        key=lambda count: not fits(page(must + turns[: count + 1])),
    )
    kept = must + turns[:first]
    for number in turns[first:]:
        kept = [*kept, number] if fits(page([*kept, number])) else kept
    return page(kept)


def page_order(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return rows in the order of the page, each with its part, to be shown first."""
    found = sorted(rows, key=lambda row: ORDER.index(row.part))
    return tuple(f"{row.part}: {row.text}" for row in found)


def refused(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return what must be on the page and is too long for it, and where to shorten."""
    return tuple(
        dict.fromkeys(
            say("{part}: shorten {mend}", part=row.part, mend=row.mend or say("it"))
            for row in rows
            if row.must and (too_long(row) or too_wide(row))
        )
    )


def visit_sheet(
    case: Casefile,
    sheet: Sheet,
    kept: tuple[Row, ...],
    every: tuple[Row, ...],
    *,
    until: datetime,
) -> VisitSheet:
    """Return the sheet of the rows that fit; `every` are all there were."""
    name = case.known_as
    return VisitSheet(
        sheet=sheet,
        title=say("With {name}", name=name),
        until=say("Use until {until}. Then destroy it.", until=say_when(until)),
        lead=lead_of(kept),
        parts=tuple(
            VisitPart(part, tuple(row.text for row in kept if row.part == part))
            for part in ORDER
            if any(row.part == part for row in kept)
        ),
        left_out=left_out(kept, every),
        agreed=say("{name} has seen this page and agreed to it.", name=name),
    )


def lead_of(rows: tuple[Row, ...]) -> str:
    """Return how long the page takes to read."""
    words = sum(len(row.text.split()) for row in rows)
    minutes = ceil(words / WORDS_A_MINUTE) or 1
    return say_many(
        "You stand in. Read this once; it takes a minute.",
        "You stand in. Read this once; it takes {number} minutes.",
        minutes,
    )


def left_out(kept: tuple[Row, ...], every: tuple[Row, ...]) -> str:
    """Return what had no room, by its parts; "" where all of it is there."""
    gone = [row for row in every if row not in kept]
    if not gone:
        return ""
    counts = [
        say(
            "{part} ({lines})",
            part=part,
            lines=say_many("{number} line", "{number} lines", number),
        )
        for part in ORDER
        if (number := sum(row.part == part for row in gone))
    ]
    return say("No room for: {counts}. Ask on call.", counts=and_list(counts))
