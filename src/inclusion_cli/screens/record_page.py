"""A page about records, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.screens.saved import next_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.record_page import PagePart, PageRow, RecordPage


def picture(found: RecordPage) -> Iterator[Block | None]:
    """Return a page of records as a page."""
    yield Title(found.title)
    for part in found.parts:
        yield from _part(part)
    yield next_line(found.next)


def _part(part: PagePart) -> Iterator[Block]:
    if not part.rows and not part.none:
        return
    if part.heading:
        yield Heading(part.heading)
    if part.rows:
        yield named(map(_row, part.rows))
    else:
        yield Line(part.none)


def _row(row: PageRow) -> tuple[str, str]:
    return row.lead, f"{row.says} ({row.record})" if row.record else row.says
