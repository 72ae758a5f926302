"""What a terminal shows, and what of it was new since the last keys."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import pytest

pyte = pytest.importorskip("pyte", reason="needs a POSIX terminal")

CHECK = "Check before you save"
LAST_LINES = 18
_CODES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_()][0-9A-Za-z]?"
)
_COLOUR = re.compile(r"(^|;)(3[0-8]|4[0-8]|9\d|10\d)")


class Screen:
    """A screen that forgets no line. `raw` is all that came, codes and all."""

    def __init__(self, columns: int, rows: int) -> None:
        self.raw = ""
        self._screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self._stream = pyte.Stream(self._screen)
        self._mark = 0

    def feed(self, text: str) -> None:
        """Show what has come."""
        self.raw += text
        self._stream.feed(text)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the screen."""
        self._screen.resize(rows, columns)

    def mark(self) -> None:
        """Look from here on: at the line of the cursor and what comes after it."""
        self._mark = len(self._screen.history.top) + self._screen.cursor.y

    def said(self) -> str:
        """Return what was shown since the mark, spaces squeezed."""
        return squeezed(" ".join(self._lines(self._mark)))

    def page(self) -> str:
        """Return every line shown so far."""
        return "\n".join(self._lines()).rstrip()

    def last(self) -> str:
        """Return the last lines that were shown."""
        return "\n".join(self.page().splitlines()[-LAST_LINES:])

    def check_page(self) -> list[str]:
        """Return the numbered lines of the check page shown last, and what follows."""
        lines = self.page().rpartition(CHECK)[2].splitlines()[1:]
        return [line for line in lines if not line.startswith(">")]

    def line(self) -> str:
        """Return the line the cursor is on."""
        return str(self._screen.display[self._screen.cursor.y]).rstrip()

    def prompted(self) -> bool:
        """Say whether a prompt was drawn below the mark."""
        return any(line.startswith(">") for line in self._lines(self._mark + 1))

    def _lines(self, start: int = 0) -> list[str]:
        """Return the lines from `start` on: those that scrolled away, then the rest."""
        top = self._screen.history.top
        past = [_text(row) for row in islice(top, start, None)]
        rows = range(max(start - len(top), 0), self._screen.cursor.y + 1)
        return [*past, *(_text(self._screen.buffer[y]) for y in rows)]


def _text(row: Any) -> str:
    """Return a row of the screen, as far as anything was written on it."""
    return "".join(row[x].data for x in range(max(row, default=-1) + 1)).rstrip()


def squeezed(text: str) -> str:
    """Return text with every run of spaces and line ends as one space."""
    return " ".join(text.split())


def teletype(raw: str) -> str:
    """Return a stream without its escape codes, as a screen reader's ear gets it."""
    return squeezed(_CODES.sub("", raw).replace("\r", " "))


def widest(raw: str) -> int:
    """Return how many letters the longest line has that we wrote; a typed one is not.

    A typed line wraps where the terminal ends, and is drawn again with each key.
    """
    lines = _CODES.sub("", raw).replace("\r", "").split("\n")
    return max(len(line.rstrip()) for line in lines if not line.startswith(">"))


def colours(raw: str) -> list[str]:
    """Return the escape codes that set a colour."""
    return [c for c in re.findall(r"\x1b\[([0-9;]*)m", raw) if _COLOUR.search(c)]
