"""A page about records: headings, and rows that each may name a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable


@record
class PageRow:
    """One row: what leads it, what it says, and the short id of its record."""

    lead: str
    says: str
    record: str = ""


@record
class PagePart:
    """Rows under a heading; `none` is said where there is no row."""

    heading: str
    rows: tuple[PageRow, ...] = ()
    none: str = ""


def together(
    title: str, none: str, pages: Iterable[tuple[str, RecordPage]]
) -> RecordPage:
    """Return the lists of several files as one page, each under whose it is."""
    parts = tuple(
        PagePart(f"{whose}. {part.heading}".rstrip(". "), part.rows)
        for whose, page in pages
        for part in page.parts
        if part.rows
    )
    return RecordPage(title, "", parts or (PagePart("", (), none),))


@record
class RecordPage:
    """A page in parts, and the one command to go on with."""

    title: str
    code: str
    parts: tuple[PagePart, ...]
    next: tuple[str, ...] = ()
