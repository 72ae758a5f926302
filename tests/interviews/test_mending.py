"""A record opened again at a terminal: what was, what is now, and to whom it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.store.reading import Reading
from tests.interviews import peek
from tests.interviews.screen import CHECK, widest
from tests.interviews.script import MENU
from tests.interviews.typist import LEAVE, Typist, both_modes, fancy_first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

GOAL = "A seat by the door, every Tuesday"


@both_modes
def test_the_check_page_marks_what_was_and_what_is_now(cases: Path, mode: str) -> None:
    """What stands comes first; only a line that was changed is marked; then why."""
    was = peek.newest(cases, "plan")["goal"]

    with Typist("amend", "PR-001", "plan", mode=mode) as typist:
        before = typist.asked(CHECK)
        typist.answer("1")
        typist.asked("What does Robin want to get to")
        typist.answer("" if mode == "plain" else "\x01\x0b" + GOAL)
        if mode == "plain":
            typist.asked(CHECK)
            typist.answer("1")
            typist.asked("What does Robin want to get to")
            typist.answer(GOAL)
        page = typist.asked(CHECK)
        typist.answer("s")
        typist.asked("What is wrong or new")
        typist.answer("Robin put it in other words")
        typist.sees("Next:")
        assert typist.ends() == 0
        said = typist.screen.said()

    assert "was " not in before
    assert page.count("was ") == 1
    assert f"was {was}, now {GOAL}" in page
    assert f"Goal: was {was}, now {GOAL}." in said
    assert peek.newest(cases, "plan")["goal"] == GOAL


@fancy_first
def test_a_change_that_was_left_is_on_home_and_carried_on(
    cases: Path, run: Run, mode: str
) -> None:
    """The line of home opens the same record again, with the change kept."""
    with Typist("amend", "PR-001", "plan", mode=mode) as typist:
        typist.asked(CHECK)
        typist.answer("1")
        typist.asked("What does Robin want to get to")
        typist.answer("\x01\x0b" + GOAL if mode == "fancy" else GOAL)
        typist.asked(CHECK)
        typist.type(LEAVE)
        assert typist.ends() == 4

    item = run("--json", "--practice").data["items"][0]
    assert item["command"][0] == "amend"
    with Typist(*item["command"], mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        page = typist.asked(CHECK)
    assert f"now {GOAL}" in page
    assert peek.drafted(cases) == {"goal": GOAL}


@pytest.mark.parametrize("size", [(80, 24), (40, 24)], ids=str)
def test_a_move_names_both_and_takes_no_other_code(
    cases: Path, size: tuple[int, int]
) -> None:
    """From whom and to whom stand above it and on the check page."""
    with peek.opened(cases) as vault:
        reading = Reading(vault)
        robin = next(k for k in reading.people() if k.record.code == "PR-001")
        record = reading.all(Debrief, file=robin.file)[-1].id
    before = peek.entries(cases)

    with Typist("refile", record[-8:], "PR-003", size=size) as typist:
        head = typist.asked("Which step of Tomasz is it of")
        typist.answer("1")
        typist.asked("How did it come to the wrong file")
        typist.answer("picked the wrong name")
        typist.asked("Type the code PR-003 of Tomasz Practice")
        typist.answer("PR-001")
        typist.asked("must be PR-003")
        typist.answer("PR-003")
        page = typist.asked(CHECK)
        typist.answer("s")
        typist.sees("Next:")
        assert typist.ends() == 0
        said = typist.screen.said()

    for text in (head, page, said):
        assert "Robin Practice, PR-001" in text
        assert "Tomasz Practice, PR-003" in text
    assert widest(typist.raw) <= size[0]
    after = peek.entries(cases)
    assert after - before == {"debrief": 1, "taken_back": 1}
