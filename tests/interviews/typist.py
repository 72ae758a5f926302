"""Somebody at a real terminal: types, reads the screen, pulls the plug."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.conftest import NOW
from tests.interviews.screen import Screen, squeezed

pexpect = pytest.importorskip("pexpect", reason="needs a POSIX terminal")
termios = pytest.importorskip("termios", reason="needs a POSIX terminal")

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PATIENCE = 10.0
"""Seconds before a screen that does not come is a failure."""

BACK, SKIP, STOP, LEAVE = "\x1b[Z", "\x14", "\x03", "\x04"
ENTER = "\r"
PASTE = "\x1b[200~{}\x1b[201~"
FANCY, PLAIN = "fancy", "plain"
MODES = (FANCY, PLAIN)
both_modes = pytest.mark.parametrize("mode", MODES)
fancy_first = pytest.mark.parametrize(
    "mode", [FANCY, pytest.param(PLAIN, marks=pytest.mark.long)]
)
"""Plain in the long run only: there both modes share what is tested."""
_ASKS = re.compile(r"^>|:$")
_NO_HAND_IS_QUICKER = 0.05
"""Seconds: a Ctrl+C between the prompt of `input()` and its read is heard at Enter."""
_LOCAL, _KEYS = 3, 6  # where termios keeps local modes and the control keys


def around() -> dict[str, str]:
    """Return the environment of a worker, without what a developer sets for Python."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}


def at_home(home: Path) -> dict[str, str]:
    """Return the environment of a data folder, on the day of the tests."""
    return {"INCLUSION_HOME": str(home), "INCLUSION_NOW": NOW.isoformat()}


class NotSeen(AssertionError):
    """What was waited for never stood on the screen."""


def _somewhere_of_its_own(home: Path | None) -> str | None:
    """Return the data folder: a paper asked for in "." is written there, not here."""
    own = str(home or os.environ.get("INCLUSION_HOME", ""))
    return own if os.path.isdir(own) else None


def _hears_ctrl_c() -> None:
    """Let Ctrl+C reach the program, also where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


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
        here = {"PROMPT_TOOLKIT_NO_CPR": "1", "TERM": "xterm-256color"}
        here |= at_home(home) if home else {}
        self.screen = Screen(columns, rows)
        self._gone = False
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "inclusion_cli", *words, *flags],
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            echo=True,
            env={**around(), **here, **(env or {})},
            preexec_fn=_hears_ctrl_c,
            cwd=_somewhere_of_its_own(home),
        )
        self._found = self._left = self._modes()
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
        if text == STOP:
            self.idle(_NO_HAND_IS_QUICKER)
        self.screen.mark()
        self._child.send(text)

    def answer(self, text: str) -> None:
        """Type a line and Enter."""
        self.type(text + ENTER)

    def idle(self, seconds: float) -> None:
        """Let time pass, taking in what is said meanwhile."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

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
        self._child.ptyproc.closed = self._gone = True
        end = time.monotonic() + PATIENCE
        while not os.waitpid(self._child.pid, os.WNOHANG)[0]:
            if time.monotonic() > end:
                os.kill(self._child.pid, signal.SIGKILL)
                os.waitpid(self._child.pid, 0)
                raise NotSeen("it went on after its window was closed")
            time.sleep(0.01)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self._read(0)
        self.screen.resize(columns, rows)
        self._child.setwinsize(rows, columns)

    # --- the eyes -------------------------------------------------------------------

    @property
    def raw(self) -> str:
        """Return all that came, with its escape codes."""
        return self.screen.raw

    def page(self) -> str:
        """Return every line shown so far."""
        self._read(0)
        return self.screen.page()

    def said(self) -> str:
        """Return what was said since the last keys, spaces squeezed."""
        self._read(0)
        return self.screen.said()

    def sees(self, *wanted: str) -> str:
        """Wait until all of it stands on the screen; return what was said since."""
        self._until(lambda: self._shows(wanted), str(wanted))
        return self.said()

    def asked(self, *wanted: str) -> str:
        """Wait until all of it is on the screen and the program waits for a line."""
        self._until(
            lambda: self._shows(wanted) and self._waits(), f"a prompt after {wanted}"
        )
        return self.said()

    def asked_one_of(self, *wanted: str) -> str:
        """Wait until one of these is on the screen and a line is waited for."""
        self._until(
            lambda: any(self._shows((one,)) for one in wanted) and self._waits(),
            f"a prompt after one of {wanted}",
        )
        return self.said()

    def hears(self, wanted: str) -> None:
        """Wait until it has come, drawn or not."""
        self._until(lambda: wanted in self.raw, repr(wanted))

    def stirs(self) -> None:
        """Wait until anything more comes."""
        if not self._read(PATIENCE):
            raise NotSeen("nothing more came")

    def ends(self) -> int:
        """Wait until the program is gone; return its exit code, below 0 if killed."""
        end = time.monotonic() + PATIENCE
        while self._read(0.5) or self._child.isalive():
            if time.monotonic() > end:
                raise NotSeen(f"it did not end. On screen:\n{self.screen.last()}")
        self._left = self._modes()
        self._child.close(force=False)
        self._gone = True
        code = self._child.exitstatus
        return -int(self._child.signalstatus or 0) if code is None else int(code)

    def left_as_found(self) -> bool:
        """Say whether the terminal is as it was, now that the program is gone."""
        pastes = self.raw.rfind("\x1b[?2004h") <= self.raw.rfind("\x1b[?2004l")
        shows = self.raw.rfind("\x1b[?25l") <= self.raw.rfind("\x1b[?25h")
        return self._left == self._found and pastes and shows

    # --- how it is done -------------------------------------------------------------

    def _until(self, seen: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not seen():
            gone = not self._read(0.2) and not self._child.isalive()
            if (gone and not self._read(0) and not seen()) or time.monotonic() > end:
                why = "it ended" if gone else "not seen"
                raise NotSeen(f"{why}: {what}. On screen:\n{self.screen.last()}")

    def _shows(self, wanted: tuple[str, ...]) -> bool:
        said = self.said()
        return all(squeezed(text) in said for text in wanted)

    def _waits(self) -> bool:
        """Say whether a line is read: by keys in fancy mode, by the line in plain."""
        if self._modes()[_LOCAL] & termios.ICANON:
            return bool(_ASKS.search(self.screen.line()))
        return self.screen.prompted()

    def _modes(self) -> list[Any]:
        """Return the terminal's modes: what `stty -a` tells."""
        found = termios.tcgetattr(self._child.child_fd)
        return [*found[:_KEYS], list(found[_KEYS])]

    def _read(self, patience: float) -> bool:
        """Take in what has come; say whether anything did."""
        came = False
        while not self._gone and self._has_more(0 if came else patience):
            try:
                self.screen.feed(self._child.read_nonblocking(65_536, timeout=0))
            except (pexpect.EOF, pexpect.TIMEOUT):
                break
            came = True
        return came

    def _has_more(self, patience: float) -> bool:
        return bool(select.select([self._child.child_fd], [], [], patience)[0])
