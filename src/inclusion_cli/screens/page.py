"""A picture as blocks, and the plain way to print it: one fact on a line.

The plain way needs no library, so the home screen is quick; it is also what screen
readers, narrow windows and dumb terminals get.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.plain import one_line, shown, wrapped_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NARROW = 60


@record
class Title:
    """Whose page it is, and what it is."""

    text: str


@record
class Heading:
    """The name of a group."""

    text: str


@record
class Line:
    """A sentence or two; `strong` for what must not be overlooked.

    A `whole` line, such as a path to be copied, is never broken by us.
    """

    text: str
    strong: bool = False
    indent: int = 0
    whole: bool = False


@record
class Command:
    """A command to type, after the words that lead to it."""

    lead: str
    words: tuple[str, ...]
    program: str = "inclusion"

    @property
    def text(self) -> str:
        """Return the line."""
        return " ".join((self.lead, self.program, *self.words))


@record
class Items:
    """Rows with a mark or number in front, a lead, and what is said."""

    rows: tuple[tuple[str, str, str], ...]


@record
class Grid:
    """A table; under 60 columns each row is told line by line.

    There the first `leads` cells stand in front, without their heads.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    leads: int = 2


@record
class Tracks:
    """Rows with a mark on a line: a lead, its place from 0 to 1000, and what it says.

    A row whose place is None has no mark, and no line joins one mark to another.
    """

    rows: tuple[tuple[str, int | None, str], ...]


Block = Title | Heading | Line | Command | Items | Grid | Tracks


@record
class Page:
    """What is shown for one result."""

    blocks: tuple[Block, ...]


def page(*blocks: Block | None) -> Page:
    """Return a page of the blocks that are there."""
    return Page(tuple(block for block in blocks if block))


def plain_lines(
    picture: Page, width: int, *, ruled: bool = False, columns: bool = True
) -> Iterator[str]:
    """Return the lines of a page, none wider than `width`, nothing cut.

    `ruled` draws a line of dashes behind a title, and `columns` sets what is said
    beside whom it is about; a screen reader is spared both.
    """
    for number, block in enumerate(picture.blocks):
        match block:
            case Title(text):
                yield from _title(one_line(text), width, ruled=ruled)
            case Heading(text):
                yield from ([""] if number else [])
                yield from wrap(one_line(text), width)
            case Items(rows):
                yield from _items(rows, width, columns=columns)
            case Grid():
                yield from _grid(block, width)
            case Tracks(rows):
                yield from plain_tracks(rows, width, drawn=ruled)
            case Line() | Command():
                yield from line_of(block, width)


def line_of(block: Line | Command, width: int) -> Iterator[str]:
    """Return a sentence or a command as lines; what is to be copied is whole."""
    if isinstance(block, Command):
        yield from command_lines(block, width)
    elif block.whole:
        yield " " * block.indent + one_line(block.text)
    else:
        for part in shown(block.text).split("\n"):
            yield from wrap(part, width, block.indent)


def _title(text: str, width: int, *, ruled: bool) -> Iterator[str]:
    room = width - len(text) - 5
    if ruled and room > 2:
        yield f"--- {text} {'-' * room}"
    else:
        yield from wrap(text, width)


def wrap(text: str, width: int, indent: int = 0, *, copied: bool = False) -> list[str]:
    """Return text as lines no wider than `width`; its own indent is kept.

    Where it is to be `copied`, a word wider than that, such as a path, is not broken.
    """
    indent += len(text) - len(text.lstrip())
    lead = " " * indent
    wide = max(width, indent + 10)
    lines = wrapped_whole(text.lstrip(), wide, lead=lead, hang=lead, breaks=not copied)
    return lines or [""]


def command_lines(block: Command, width: int) -> list[str]:
    """Return a command behind its lead, or on a line of its own; it is never broken."""
    if len(block.text) <= width:
        return [block.text]
    return [*wrap(block.lead, width), " ".join((block.program, *block.words))]


def _items(
    rows: Iterable[tuple[str, str, str]], width: int, *, columns: bool = True
) -> Iterator[str]:
    rows = tuple((mark, one_line(lead), one_line(text)) for mark, lead, text in rows)
    marks = max((len(mark) for mark, _lead, _text in rows), default=0)
    leads = max((len(lead) for _mark, lead, _text in rows), default=0)
    hang = marks + leads + 5
    for mark, lead, text in rows:
        front = f"  {mark:>{marks}} " if marks else "  "
        if not columns or width < NARROW or hang > width // 2:
            yield from wrap(f"{front}{lead}".rstrip(), width)
            yield from wrap(text, width, marks + 3)
            continue
        first = f"{front}{lead:<{leads}}  "
        body = textwrap.wrap(text, width - len(first), break_on_hyphens=False) or [""]
        yield f"{first}{body[0]}".rstrip()
        yield from (" " * len(first) + rest for rest in body[1:])


def _grid(grid: Grid, width: int) -> Iterator[str]:
    """Tell a table row by row: the first cells lead, the others carry their name."""
    for row in grid.rows:
        cells = [one_line(cell) for cell in row]
        yield from wrap("  ".join(cells[: grid.leads]).strip(), width)
        for name, cell in list(zip(grid.head, cells, strict=True))[grid.leads :]:
            if cell:
                yield from wrap(f"{name}: {cell}", width, 4)


TRACK = 21


def track(place: int | None) -> str:
    """Return a line of dots with its mark, or spaces where there is no mark."""
    if place is None:
        return " " * TRACK
    here = (place * (TRACK - 1) + 500) // 1000
    return "." * here + "*" + "." * (TRACK - 1 - here)


def plain_tracks(
    rows: Iterable[tuple[str, int | None, str]], width: int, *, drawn: bool = True
) -> Iterator[str]:
    """Tell each row in a line; drawn, with its mark, where there is room for it."""
    rows = tuple((one_line(lead), place, one_line(says)) for lead, place, says in rows)
    leads = max((len(lead) for lead, _place, _says in rows), default=0)
    for lead, place, says in rows:
        if not drawn or all(p is None for _l, p, _s in rows):
            yield from wrap(f"{lead}: {says}", width, 2)
            continue
        line = f"  {lead:<{leads}}  {track(place)}  {says}"
        if len(line) <= width:
            yield line
        else:
            yield from wrap(f"{lead}: {says}", width, 2)
            yield from ([f"    {track(place)}"] if place is not None else [])
