"""No one is taken for another: not by a key, a name, a number or a likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.script import ALL, MENU, ROBIN
from tests.interviews.typist import FANCY, Typist, both_modes, fancy_first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.check(7)
@both_modes
def test_nobody_is_chosen_by_a_wrong_name_or_number(cases: Path, mode: str) -> None:
    """No match, nothing and a number too high choose nobody."""
    with Typist("debrief", mode=mode) as typist:
        typist.asked("Who?")
        for typed, said in (
            ("zz", 'No one matches "zz"'),
            ("", "Nobody is chosen"),
            ("99", "You typed 99"),
        ):
            typist.answer(typed)
            typist.asked("Error:", said)

    assert peek.drafts(cases) == ()


@pytest.mark.check(7)
@fancy_first
@pytest.mark.parametrize("pair", [("Khan", "Kahn"), ("Khan", "Rahman")])
def test_a_look_alike_pair_is_pointed_out(
    empty_practice: Path, run: Run, pair: tuple[str, str], mode: str
) -> None:
    """Two names that look alike stand under a warning to check the code."""
    del empty_practice
    names = (f"Amina {pair[0]}", f"Am{'ina' if pair[1] == 'Kahn' else 'ira'} {pair[1]}")
    for name in names:
        assert (
            run("person", "add", "--name", name, "--practice", "--no-input").code == 0
        )

    with Typist("plan", "show", "am", mode=mode) as typist:
        said = typist.asked("Who?")

    assert "These names look alike, so check the code." in said
    assert all(name in said for name in names)


@pytest.mark.check(7)
@both_modes
def test_header_save_line_and_saved_line_carry_name_and_code(
    cases: Path, mode: str
) -> None:
    """Whom it is about stands at the top, where it is saved, and when it was."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked(CHECK)
        header, _check, page = squeezed(typist.page()).partition(CHECK)
        typist.answer("s")
        receipt = typist.sees("Saved for")

    assert ROBIN in header
    assert ROBIN in receipt
    save_line = (
        page.rpartition("S ")[2] if mode == FANCY else page.rpartition("Type S")[2]
    )
    assert ROBIN in save_line or "Robin Practice (PR-001)" in save_line
