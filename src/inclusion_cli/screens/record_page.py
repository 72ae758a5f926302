"""A page about records, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import (
    Block,
    Command,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.record_page import PagePart, PageRow, RecordPage


def picture(found: RecordPage) -> Page:
    """Return a page of records as a page."""
    blocks = [block for part in found.parts for block in _part(part)]
    after = Command(say("Next:"), found.next) if found.next else None
    return page(Title(found.title), *blocks, after)


def _part(part: PagePart) -> Iterator[Block]:
    if not part.rows and not part.none:
        return
    if part.heading:
        yield Heading(part.heading)
    if part.rows:
        yield Items(tuple(_row(row) for row in part.rows))
    else:
        yield Line(part.none)


def _row(row: PageRow) -> tuple[str, str, str]:
    return "", row.lead, f"{row.says} ({row.record})" if row.record else row.says
