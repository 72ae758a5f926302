"""The one page for a stand-in worker: read in 60 seconds, gone after the shift.

What does not fit is left out, the least needed first, and the sheet says so. What must
be there and does not fit is refused. Source: practice reference 7 (14).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.values import and_list
from inclusion_cli.domain.visit_rows import ORDER, Row
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile

WORDS_A_MINUTE = 240
"""What is read in 60 seconds, a grown-up's plain reading pace; a service default."""
LONGEST_ROW = 40
"""Words of one line that can be taken in at a look."""
LONGEST_LETTERS = 320


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


def fitting(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows that are read in 60 seconds: the most needed, in their order."""
    kept: list[Row] = []
    words = sum(len(row.text.split()) for row in rows if row.must)
    for row in rows:
        own = len(row.text.split())
        if row.must:
            kept.append(row)
        elif not too_long(row) and words + own <= WORDS_A_MINUTE:
            words += own
            kept.append(row)
    return tuple(kept)


def fewer(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows without the least needed one; as they are where all must be there."""
    for number in range(len(rows) - 1, -1, -1):
        if not rows[number].must:
            return (*rows[:number], *rows[number + 1 :])
    return rows


def refused(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return what must be on the page and is too long for it, and where to shorten."""
    return tuple(
        dict.fromkeys(
            say("{part}: shorten {mend}", part=row.part, mend=row.mend or say("it"))
            for row in rows
            if row.must and too_long(row)
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
        title=say("With {name} today", name=name),
        until=say("Use until {until}. Then destroy it.", until=say_when(until)),
        lead=say("You stand in. Read this once; it takes a minute."),
        parts=tuple(
            VisitPart(part, tuple(row.text for row in kept if row.part == part))
            for part in ORDER
            if any(row.part == part for row in kept)
        ),
        left_out=left_out(kept, every),
        agreed=say("{name} has seen this page and agreed to it.", name=name),
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
