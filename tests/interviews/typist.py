"""Somebody at a real terminal: types, reads the screen, pulls the plug."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import sys
import termios
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 15.0
"""Seconds before a screen that does not come is a failure."""

BACK, SKIP, STOP, LEAVE = "\x1b[Z", "\x14", "\x03", "\x04"
ENTER = "\r"
PASTE = "\x1b[200~{}\x1b[201~"
FANCY, PLAIN = "fancy", "plain"
MODES = (FANCY, PLAIN)
_ASKS = re.compile(r"(^|\s)>\s*\S*$|: ?$")
_CODES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_()][0-9A-Za-z]?"
)


class NotSeen(AssertionError):
    """What was waited for never stood on the screen."""


@dataclass(frozen=True)
class Mark:
    """A place in what was said: only what came after it counts."""

    line: int


class Typist:
    """One run of the command line, at a terminal of its own."""

    def __init__(
        self,
        *words: str,
        mode: str = FANCY,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        practice: bool = True,
    ) -> None:
        columns, rows = size
        flags = ["--practice"] if practice else []
        flags += ["--plain"] if mode == PLAIN else []
        around = {
            **os.environ,
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "TERM": "xterm-256color",
            **(env or {}),
        }
        around.pop("PYTEST_CURRENT_TEST", None)
        self.screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self.raw = ""
        self._stream = pyte.Stream(self.screen)
        self._mark = Mark(0)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "inclusion_cli", *words, *flags],
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            echo=True,
            env=around,
            timeout=PATIENCE,
        )
        self._child.delaybeforesend = None
        self._child.ptyproc.delayafterclose = 0
        self._child.ptyproc.delayafterterminate = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    # --- the hands ------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Type keys; only what is said after them is looked at next."""
        self._read(0)
        self._mark = Mark(self._lines_so_far())
        self._child.send(text)

    def answer(self, text: str) -> None:
        """Type a line and Enter."""
        self.type(text + ENTER)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def kill(self) -> None:
        """Pull the plug, and wait until the program is gone."""
        if not self._child.closed:
            self._child.kill(signal.SIGKILL)
            self._child.close(force=True)

    def hang_up(self) -> None:
        """Close the window."""
        self._child.close(force=False)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._read(0)
        self.screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    # --- the eyes -------------------------------------------------------------------

    def sees(self, *wanted: str, patience: float = PATIENCE) -> str:
        """Wait until all of it stands on the screen; return what was said since."""
        return self._until(
            lambda said: all(squeezed(text) in said for text in wanted),
            " and ".join(repr(text) for text in wanted),
            patience,
        )

    def asked(self, *wanted: str) -> str:
        """Wait until all of it is on the screen and the program waits for a line."""
        return self._until(
            lambda said: (
                all(squeezed(text) in said for text in wanted) and self._waits()
            ),
            "a prompt after " + " and ".join(repr(text) for text in wanted),
            PATIENCE,
        )

    def ends(self) -> int:
        """Wait until the program is gone; return its exit code."""
        end = time.monotonic() + PATIENCE
        while self._read(0.5) or self._child.isalive():
            if time.monotonic() > end:
                raise NotSeen(f"it did not end. On screen:\n{self.page()}")
        self._child.close(force=False)
        status = self._child.exitstatus
        return -int(self._child.signalstatus or 0) if status is None else int(status)

    def said(self) -> str:
        """Return what was said since the last keys, spaces squeezed."""
        self._read(0)
        return squeezed(" ".join(self._lines()[self._mark.line :]))

    def page(self) -> str:
        """Return every line shown so far, as it stands on the screen."""
        return "\n".join(self._lines()).rstrip()

    def line(self) -> str:
        """Return the line the cursor is on."""
        return str(self.screen.display[self.screen.cursor.y]).rstrip()

    def modes(self) -> list[Any]:
        """Return the terminal's modes: what `stty -a` tells."""
        found = termios.tcgetattr(self._child.child_fd)
        return [*found[:6], [bytes(c) if isinstance(c, bytes) else c for c in found[6]]]

    # --- how it is done -------------------------------------------------------------

    def _until(self, seen: Any, what: str, patience: float) -> str:
        end = time.monotonic() + patience
        while True:
            said = self.said()
            if seen(said):
                return said
            if not self._read(0.2) and not self._child.isalive():
                self._read(0)
                if seen(said := self.said()):
                    return said
                raise NotSeen(f"it ended before {what}. On screen:\n{self.page()}")
            if time.monotonic() > end:
                raise NotSeen(f"not seen: {what}. On screen:\n{self.page()}")

    def _waits(self) -> bool:
        return bool(_ASKS.search(self.line()))

    def _read(self, patience: float) -> bool:
        """Take in what has come; say whether anything did."""
        fd, any_ = self._child.child_fd, False
        if self._child.closed:
            return False
        while select.select([fd], [], [], 0 if any_ else patience)[0]:
            try:
                text = self._child.read_nonblocking(65_536, timeout=0)
            except (pexpect.EOF, pexpect.TIMEOUT):
                break
            any_ = True
            self.raw += text
            self._stream.feed(text)
        return any_

    def _lines(self) -> list[str]:
        top: deque[Any] = self.screen.history.top
        columns = self.screen.columns
        past = [
            "".join(row[x].data for x in range(columns)).rstrip() for row in list(top)
        ]
        return [*past, *(str(row).rstrip() for row in self.screen.display)]

    def _lines_so_far(self) -> int:
        return len(self.screen.history.top) + self.screen.cursor.y


def squeezed(text: str) -> str:
    """Return text with every run of spaces and line ends as one space."""
    return " ".join(text.split())


def teletype(raw: str) -> str:
    """Return a stream without its escape codes, as a screen reader's ear gets it."""
    return squeezed(_CODES.sub(" ", raw).replace("\r", " "))


def window(fd: int) -> tuple[int, int]:
    """Return the columns and rows of a terminal."""
    import fcntl

    rows, columns, *_ = struct.unpack(
        "HHHH", fcntl.ioctl(fd, termios.TIOCGWINSZ, b"\0" * 8)
    )
    return columns, rows
