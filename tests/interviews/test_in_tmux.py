"""A window of a real terminal program, made narrow in the middle of a question."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import time
import uuid
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.script import ALL, MENU, TO_WORDS
from tests.interviews.typist import around, at_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TMUX = shutil.which("tmux") or "tmux"
pytestmark = [
    pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux"),
    pytest.mark.check(18),
]
BEGUN = "It was loud at first, and then I saw a friend by the"
PATIENCE = 15.0


class Tmux:
    """One command in a window of tmux, on a server of its own."""

    def __init__(self, home: Path, *words: str, size: tuple[int, int]) -> None:
        self._server = f"inclusion-test-{uuid.uuid4().hex[:8]}"
        columns, rows = map(str, size)
        command = shlex.join([sys.executable, "-m", "inclusion_cli", *words])
        self.do("new-session", "-d", "-x", columns, "-y", rows,
                env=at_home(home), command=f"{command}; sleep 60")  # fmt: skip

    def do(
        self, *words: str, env: dict[str, str] | None = None, command: str = ""
    ) -> str:
        """Tell tmux something; return what it says."""
        settings = [part for pair in (env or {}).items()
                    for part in ("-e", "=".join(pair))]  # fmt: skip
        ran = subprocess.run(
            [TMUX, "-L", self._server, "-f", "/dev/null", *words, *settings,
             *([command] if command else [])],
            env=around(), capture_output=True, text=True, check=False, timeout=20,
        )  # fmt: skip
        return ran.stdout

    def page(self) -> str:
        """Return what stands in the window, lines that wrapped joined again."""
        return self.do("capture-pane", "-p", "-J", "-S", "-200")

    def rows(self) -> list[str]:
        """Return the lines of the window as they stand."""
        return self.do("capture-pane", "-p").splitlines()

    def sees(self, wanted: str) -> str:
        """Wait until something stands there; return the page."""
        end = time.monotonic() + PATIENCE
        while wanted not in " ".join((page := self.page()).split()):
            assert time.monotonic() < end, f"{wanted!r} not on the page:\n{page}"
            time.sleep(0.05)
        return page

    def until(self, seen: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not seen():
            assert time.monotonic() < end, self.page()
            time.sleep(0.05)


@pytest.fixture
def window(cases: Path) -> Iterator[Tmux]:
    """Return a window of 80 columns with a debrief in it, in mid-sentence."""
    peek.keep(cases, "debrief", TO_WORDS)
    tmux = Tmux(cases, "debrief", "PR-001", "--practice", size=(80, 24))
    try:
        tmux.sees(MENU)
        tmux.do("send-keys", "1", "Enter")
        tmux.sees("What did Robin say?")
        tmux.do("send-keys", "-l", BEGUN)
        tmux.sees(BEGUN)
        yield tmux
    finally:
        tmux.do("kill-server")


def test_a_window_made_narrow_in_mid_question_keeps_all(
    cases: Path, window: Tmux
) -> None:
    """From 80 columns to 40: what was typed stands there whole, and no line is over."""
    window.do("resize-window", "-x", "40", "-y", "24")
    window.until(lambda: max(map(len, window.rows())) <= 40)
    window.do("send-keys", "-l", " window")
    window.sees(f"{BEGUN} window")
    window.do("send-keys", "Enter")
    page = window.sees("Check before you save")

    assert peek.drafted(cases) == {**ALL, "words": f"{BEGUN} window"}
    window.until(lambda: "leave" in window.page())
    assert "…" not in page
    assert max(map(len, window.rows())) <= 40
