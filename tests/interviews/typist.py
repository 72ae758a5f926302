"""Somebody at a real terminal: types, reads the screen, pulls the plug."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.conftest import NOW

pexpect = pytest.importorskip("pexpect", reason="needs a POSIX terminal")
pyte = pytest.importorskip("pyte", reason="needs a POSIX terminal")
termios = pytest.importorskip("termios", reason="needs a POSIX terminal")

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

PATIENCE = 10.0
"""Seconds before a screen that does not come is a failure."""

BACK, SKIP, STOP, LEAVE = "\x1b[Z", "\x14", "\x03", "\x04"
ENTER = "\r"
PASTE = "\x1b[200~{}\x1b[201~"
CHECK = "Check before you save"
FANCY, PLAIN = "fancy", "plain"
MODES = (FANCY, PLAIN)
_ASKS = re.compile(r"^>|:$")
_CODES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-_()][0-9A-Za-z]?"
)


def at_home(home: Path) -> dict[str, str]:
    """Return the environment in which a data folder is used, on the day of the tests."""
    return {"INCLUSION_HOME": str(home), "INCLUSION_NOW": NOW.isoformat()}


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
        home: Path | None = None,
        practice: bool = True,
    ) -> None:
        columns, rows = size
        flags = ["--practice"] if practice else []
        flags += ["--plain"] if mode == PLAIN else []
        around = {
            **os.environ,
            "PROMPT_TOOLKIT_NO_CPR": "1",
            "TERM": "xterm-256color",
            **(at_home(home) if home else {}),
            **(env or {}),
        }
        around.pop("PYTEST_CURRENT_TEST", None)
        self.screen = pyte.HistoryScreen(columns, rows, history=10_000)
        self.raw = ""
        self._stream = pyte.Stream(self.screen)
        self._mark = Mark(0)
        self._left: list[Any] = []
        self._gone = False
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
        self.found = self.modes()
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

    def idle(self, seconds: float) -> None:
        """Let time pass, taking in what is said meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self._gone:
            if not self._read(left) and not self._child.isalive():
                return

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def kill(self) -> None:
        """Pull the plug, and wait until the program is gone."""
        if not self._gone:
            self._child.kill(signal.SIGKILL)
            self._child.wait()
            self._child.close()
            self._gone = True

    def hang_up(self) -> None:
        """Close the window, and wait until the program is gone."""
        self._child.ptyproc.fileobj.close()
        self._gone = True
        end = time.monotonic() + PATIENCE
        while not os.waitpid(self._child.pid, os.WNOHANG)[0]:
            if time.monotonic() > end:
                os.kill(self._child.pid, signal.SIGKILL)
                os.waitpid(self._child.pid, 0)
                raise NotSeen("it went on after its window was closed")
            time.sleep(0.01)
        self._child.ptyproc.closed = True

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

    def hears(self, wanted: str) -> None:
        """Wait until it has come, drawn or not."""
        end = time.monotonic() + PATIENCE
        while wanted not in self.raw:
            self._read(0.2)
            if time.monotonic() > end:
                raise NotSeen(f"not heard: {wanted!r}")

    def stirs(self) -> None:
        """Wait until anything more comes."""
        if not self._read(PATIENCE):
            raise NotSeen("nothing more came")

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
                raise NotSeen(f"it did not end. On screen:\n{self.last()}")
        self._left = self.modes()
        self._child.close(force=False)
        self._gone = True
        status = self._child.exitstatus
        return -int(self._child.signalstatus or 0) if status is None else int(status)

    def said(self) -> str:
        """Return what was said since the last keys, spaces squeezed."""
        self._read(0)
        return squeezed(" ".join(self._lines(self._mark.line)))

    def page(self) -> str:
        """Return every line shown so far, as it stands on the screen."""
        return "\n".join(self._lines()).rstrip()

    def last(self) -> str:
        """Return the last lines that were shown."""
        return "\n".join(self.page().splitlines()[-18:])

    def check_page(self) -> list[str]:
        """Return the numbered lines of the check page shown last, and what follows."""
        lines = self.page().rpartition(CHECK)[2].splitlines()[1:]
        return [line for line in lines if not line.startswith(">")]

    def line(self) -> str:
        """Return the line the cursor is on."""
        return str(self.screen.display[self.screen.cursor.y]).rstrip()

    def left_as_found(self) -> bool:
        """Say whether the terminal is as it was, now that the program is gone."""
        pastes = self.raw.rfind("\x1b[?2004h") <= self.raw.rfind("\x1b[?2004l")
        shows = self.raw.rfind("\x1b[?25l") <= self.raw.rfind("\x1b[?25h")
        return self._left == self.found and pastes and shows

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
                raise NotSeen(f"it ended before {what}. On screen:\n{self.last()}")
            if time.monotonic() > end:
                raise NotSeen(f"not seen: {what}. On screen:\n{self.last()}")

    def _waits(self) -> bool:
        if termios.tcgetattr(self._child.child_fd)[3] & termios.ICANON:
            return bool(_ASKS.search(self.line()))
        new = self._lines(self._mark.line + 1)
        return any(line.startswith(">") for line in new)

    def _read(self, patience: float) -> bool:
        """Take in what has come; say whether anything did."""
        fd, any_ = self._child.child_fd, False
        if self._gone:
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

    def _lines(self, start: int = 0) -> list[str]:
        """Return the lines from `start` on: those that scrolled away, then the rest."""
        top: deque[Any] = self.screen.history.top
        past = [_text(row) for row in islice(top, start, None)]
        rows = range(max(start - len(top), 0), self.screen.cursor.y + 1)
        return [*past, *(_text(self.screen.buffer[y]) for y in rows)]

    def _lines_so_far(self) -> int:
        return len(self.screen.history.top) + self.screen.cursor.y


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

    A line that is typed wraps where the terminal ends, and is drawn again with each key.
    """
    lines = _CODES.sub("", raw).replace("\r", "").split("\n")
    return max(len(line.rstrip()) for line in lines if not line.startswith(">"))


def colours(raw: str) -> list[str]:
    """Return the escape codes that set a colour."""
    found = re.findall(r"\x1b\[([0-9;]*)m", raw)
    return [code for code in found if re.search(r"(^|;)(3[0-8]|4[0-8]|9\d|10\d)", code)]
