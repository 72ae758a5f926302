"""The same pages drawn by Rich, where the terminal can show it.

User text is never markup: it goes in as `Text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from inclusion_cli.plain import one_line, shown
from inclusion_cli.screens.page import (
    Command,
    Grid,
    Heading,
    Items,
    Line,
    Title,
    Tracks,
    command_lines,
    plain_tracks,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from inclusion_cli.screens.page import Block, Page

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
        console.print(_drawn(block, width))


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
        case Grid(head, rows):
            return _grid(head, rows)
        case _:
            return _line(block, width)


def _line(block: Line | Command, width: int) -> RenderableType:
    if isinstance(block, Command):
        lines = "\n".join(command_lines(block, width))
        return Text(lines, no_wrap=True, overflow="ignore")
    if block.whole:
        text = " " * block.indent + one_line(block.text)
        return Text(text, no_wrap=True, overflow="ignore")
    style = "alarm" if block.strong else ""
    return Padding(Text(shown(block.text), style=style), (0, 0, 0, block.indent))


def _items(rows: tuple[tuple[str, str, str], ...]) -> Table:
    table = Table.grid(padding=(0, 1, 0, 1))
    table.add_column(justify="right", style="mark", no_wrap=True)
    table.add_column(style="lead")
    table.add_column()
    for mark, lead, text in rows:
        table.add_row(mark, Text(one_line(lead)), Text(one_line(text)))
    return table


def _grid(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    table = Table(
        box=None, pad_edge=False, header_style="heading", padding=(0, 2, 0, 0)
    )
    for number, name in enumerate(head):
        short = all(len(row[number]) <= SHORT for row in rows)
        table.add_column(name, no_wrap=number == 0 or short, overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table
