"""A page about records: headings, and rows that each may name a record."""

from __future__ import annotations

from inclusion_cli.domain.record import record


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


@record
class RecordPage:
    """A page in parts, and the one command to go on with."""

    title: str
    code: str
    parts: tuple[PagePart, ...]
    next: tuple[str, ...] = ()
