"""A paper of one page or so: a title, parts with lines, and lines to sign on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Part:
    """A heading with what stands under it; `listed` lines are a list."""

    heading: str
    lines: tuple[str, ...]
    listed: bool = False


@record
class Leaf:
    """A short paper. `lead` stands above its parts, `sign` are lines to sign on."""

    sheet: Sheet
    title: str
    lead: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    sign: tuple[str, ...] = ()


def as_lines(leaf: Leaf) -> Iterator[str]:
    """Return every line of a paper as it can be read on a screen."""
    yield ""
    yield f"  {leaf.title.upper()}"
    yield from (f"  {line}" for line in leaf.lead)
    for part in leaf.parts:
        mark = "- " if part.listed else ""
        yield f"  {part.heading}"
        yield from (f"    {mark}{line}" for line in part.lines)
    yield ""
