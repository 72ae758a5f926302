"""A page of help: headings, sentences, and a word with what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Line, Title
from inclusion_cli.screens.parts import listed, named
from inclusion_cli.screens.saved import next_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.help_page import HelpPage, HelpPart


def picture(found: HelpPage) -> Iterator[Block | None]:
    """Return help on a topic as a page."""
    yield Title(found.title)
    for part in found.parts:
        yield from _part(part)
    yield next_line(found.next)


def _part(part: HelpPart) -> Iterator[Block]:
    if part.heading:
        yield Heading(part.heading)
    yield from listed(part.lines)
    yield from (Line(line, indent=2, whole=True) for line in part.typed)
    if part.rows:
        yield named(part.rows)
