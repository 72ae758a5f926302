"""Where a line meets the edge of the terminal."""

from __future__ import annotations

import os


def terminal_columns() -> int:
    """Return how many letters a line of the terminal has, 0 where there is none."""
    try:
        return os.get_terminal_size().columns
    except OSError:
        return 0


def at_spaces(line: str, columns: int) -> str:
    """Return a line that a terminal of so many columns breaks between its words.

    A command wider than the window stays one line, to be copied as one: the spaces up
    to the edge are there, so that its next word begins on the next row.
    """
    if not columns or len(line) <= columns:
        return line
    told = ""
    for word in line.split(" "):
        here = len(told) % columns
        fits = here + len(word) <= columns or not here
        told += f"{word} " if fits else f"{' ' * (columns - here)}{word} "
    return told.rstrip()
