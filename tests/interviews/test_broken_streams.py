"""A reader that has gone, a full disk behind `>`: a quiet end or a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interviews import peek
from tests.interviews.typist import around

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX pipes"),
    pytest.mark.usefixtures("cases"),
]

SHOWS = (
    ("--practice",),
    ("plan", "show", "PR-001", "--practice"),
    ("plan", "show", "PR-001", "--practice", "--json"),
    ("formulate", "--questions", "--practice"),
    ("debrief", "--help"),
)
SAVES = (
    *("debrief", "PR-001", "--practice", "--no-input", "--how", "did_not_go"),
    *("--why-not", "no_show_unexplained", "--signs", "0", "--since", "0"),
)
FULL = Path("/dev/full")


def run(*words: str, stdout: int) -> subprocess.CompletedProcess[str]:
    """Run the command line with its output going somewhere."""
    return subprocess.run(
        [sys.executable, "-m", "inclusion_cli", *words],
        env=around(),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        timeout=20,
        check=False,
    )


@pytest.mark.parametrize("words", SHOWS, ids=" ".join)
def test_a_reader_that_has_gone_is_no_error(words: tuple[str, ...]) -> None:
    """The pipe is closed before the first line is written: it ends without a word."""
    reader, writer = os.pipe()
    os.close(reader)

    ran = run(*words, stdout=writer)

    os.close(writer)
    assert ran.stderr == ""


def test_the_first_line_alone_can_be_had() -> None:
    """`inclusion plan show PR-001 | head -1` gives one line and no complaint."""
    command = f"{sys.executable} -m inclusion_cli plan show PR-001 --practice | head -1"

    ran = subprocess.run(
        ["sh", "-c", command],
        env=around(),
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert ran.stdout.startswith("--- PRACTICE. Robin Practice, PR-001")
    assert ran.stdout.count("\n") == 1
    assert ran.stderr == ""


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", SHOWS, ids=" ".join)
def test_a_full_disk_behind_the_output_is_told_in_a_sentence(
    words: tuple[str, ...],
) -> None:
    """What could not be written is said on the other stream, and is not our mistake."""
    with FULL.open("w") as full:
        ran = run(*words, stdout=full.fileno())

    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    assert ran.stderr.startswith("Error: ")
    assert "made a mistake" not in ran.stderr
    assert ran.returncode in (28, 74)


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_what_was_saved_is_not_asked_for_again(cases: Path) -> None:
    """The receipt cannot be written; the debrief is kept, and not asked for again."""
    before = peek.entries(cases)

    with FULL.open("w") as full:
        ran = run(*SAVES, stdout=full.fileno())

    assert peek.entries(cases) - before == {"debrief": 1}
    assert "Run the command again" not in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_closed_output_is_no_traceback() -> None:
    """Nobody can be told anything: it still ends as it should."""
    command = f"{sys.executable} -m inclusion_cli plan show PR-001 --practice >&-"

    ran = subprocess.run(
        ["sh", "-c", command],
        env=around(),
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert "Traceback" not in ran.stderr
