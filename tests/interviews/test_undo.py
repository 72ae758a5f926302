"""Take back the last save: it says what, asks, and leaves it in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek, scripts
from tests.interviews.by_lines import Script, walked
from tests.interviews.typist import Typist, fancy_first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.check(13)
@fancy_first
def test_take_back_says_what_asks_and_keeps_the_history(
    cases: Path, run: Run, mode: str
) -> None:
    """No changes nothing; yes leaves it out of the counts, and in the log."""
    before = peek.entries(cases)
    sessions = peek.debriefs(cases)
    ran, _sitting = walked(run, scripts.USUAL.words, Script(scripts.USUAL))
    assert ran.code == 0, ran.err
    assert peek.debriefs(cases) == sessions + 1

    with Typist("undo", mode=mode) as typist:
        said = typist.asked("Take it back?")
        typist.answer("")
        typist.asked("Error: ")
        typist.answer("2")
        refused = typist.ends()
    kept = peek.entries(cases)
    with Typist("undo", mode=mode) as typist:
        typist.asked("Take it back?")
        typist.answer("1")
        assert typist.ends() == 0

    for fact in ("Robin Practice", "PR-001", "debrief", "5:40pm"):
        assert fact.casefold() in said.casefold()
    assert refused in (0, 4)
    assert kept - before == {"debrief": 1}
    assert peek.entries(cases) - kept == {"taken_back": 1}
    assert peek.debriefs(cases) == sessions
