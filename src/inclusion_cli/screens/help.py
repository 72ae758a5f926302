"""A page of help: headings, sentences, and a word with what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Items, Line, Page, Title, page
from inclusion_cli.screens.saved import next_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.help_page import HelpPage, HelpPart


def picture(found: HelpPage) -> Page:
    """Return help on a topic as a page."""
    parts = (block for part in found.parts for block in _part(part))
    return page(Title(found.title), *parts, next_line(found.next))


def _part(part: HelpPart) -> Iterator[Block]:
    if part.heading:
        yield Heading(part.heading)
    yield from (Line(line, indent=2) for line in part.lines)
    yield from (Line(line, indent=2, whole=True) for line in part.typed)
    if part.rows:
        yield Items(tuple(("", word, means) for word, means in part.rows))
