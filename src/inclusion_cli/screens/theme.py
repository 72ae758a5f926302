"""The same pages drawn by Rich, where the terminal can show it.

User text is never markup: it goes in as `Text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from inclusion_cli.edges import at_spaces, terminal_columns
from inclusion_cli.plain import one_line
from inclusion_cli.screens.page import (
    Command,
    Grid,
    Heading,
    Items,
    Line,
    Page,
    Title,
    Tracks,
    line_of,
    plain_lines,
    plain_tracks,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from inclusion_cli.screens.page import Block

THEME = Theme(
    {
        "title": "bold",
        "heading": "bold",
        "alarm": "bold",
        "lead": "bold",
        "mark": "cyan",
    }
)


SHORT = 28
"""A column of cells no longer than this, such as days, is never broken."""
READABLE = 22
"""A column of sentences narrower than this is a ladder of single words."""
GAP = 2
"""Letters between two columns."""


def draw(picture: Page, stream: TextIO, width: int) -> None:
    """Draw a page on a stream."""
    console = Console(
        file=stream,
        width=width,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )
    for number, block in enumerate(picture.blocks):
        if number and isinstance(block, Heading):
            console.print()
        if isinstance(block, Line | Command):
            _print_lines(console, block, width)
        else:
            console.print(_drawn(block, width))


def _print_lines(console: Console, block: Line | Command, width: int) -> None:
    """Print lines as we broke them: Rich would cut a path or a command that is wide."""
    lines = "\n".join(
        at_spaces(line, terminal_columns()) for line in line_of(block, width)
    )
    style = "alarm" if isinstance(block, Line) and block.strong else ""
    console.print(Text(lines), style=style, no_wrap=True, overflow="ignore", crop=False)


def _drawn(block: Block, width: int) -> RenderableType:
    match block:
        case Title(text):
            line = Text(f"--- {one_line(text)} ", style="title")
            line.append("-" * max(width - len(line), 0))
            return line
        case Heading(text):
            return Text(one_line(text), style="heading")
        case Items(rows):
            return _items(rows)
        case Tracks(rows):
            return Text("\n".join(plain_tracks(rows, width)), no_wrap=True)
        case Grid():
            return _grid(block, width)
        case Line() | Command():
            return Text("\n".join(line_of(block, width)))


def _items(rows: tuple[tuple[str, str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 1))
    table.add_column(justify="right", style="mark", no_wrap=True)
    table.add_column(style="lead")
    table.add_column()
    for mark, lead, text in rows:
        table.add_row(mark, Text(one_line(lead)), Text(one_line(text)))
    return table


def _grid(grid: Grid, width: int) -> RenderableType:
    """Return a table whose heads and days are whole, or its rows told line by line."""
    wide = _widths(grid, width)
    if wide is None:
        lines = plain_lines(Page((grid,)), width)
        return Text("\n".join(lines))
    table = Table(
        box=None, pad_edge=False, header_style="heading", padding=(0, GAP, 0, 0)
    )
    for name, letters in zip(grid.head, wide, strict=True):
        table.add_column(name, width=letters, overflow="fold")
    for row in grid.rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table


def _widths(grid: Grid, width: int) -> list[int] | None:
    """Return how wide each column is, None where it would be squeezed.

    A word or a day is never cut. What room there is, columns of sentences share alike.
    """
    columns = [
        (head, [one_line(row[number]) for row in grid.rows])
        for number, head in enumerate(grid.head)
    ]
    least = [
        _least(head, cells, whole=not n) for n, (head, cells) in enumerate(columns)
    ]
    full = [max(map(len, (head, *cells))) for head, cells in columns]
    room = width - GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    wide = least
    for most in range(width + 1):
        shared = [min(max(least[n], most), full[n]) for n in range(len(columns))]
        if sum(shared) > room:
            break
        wide = shared
    squeezed = (wide[n] < min(full[n], READABLE) for n in range(len(columns)))
    return None if any(squeezed) else wide


def _least(head: str, cells: list[str], *, whole: bool) -> int:
    """Return how many letters a column needs; the first is `whole`, as are days."""
    longest = max(map(len, cells), default=0)
    parts = [word for text in (head, *cells) for word in text.split()]
    words = max(map(len, parts), default=0)
    return max(longest, words) if whole or longest <= SHORT else words
