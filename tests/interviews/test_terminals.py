"""Poor, narrow and hostile: every terminal shows the same words, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek, scripts
from tests.interviews.screen import CHECK, colours, squeezed
from tests.interviews.script import MENU, TO_WORDS
from tests.interviews.typist import FANCY, LEAVE, PASTE, Typist, both_modes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

POOR = [
    pytest.param({"NO_COLOR": "1"}, "Zoë Łukasz", id="NO_COLOR"),
    pytest.param({"TERM": "dumb"}, "Zoë Łukasz", id="dumb"),
    pytest.param({"PYTHONIOENCODING": "ascii"}, "Zo? ?ukasz", id="ascii"),
    pytest.param({"PYTHONIOENCODING": "cp437"}, "?ukasz", id="cp437"),
]


@pytest.fixture
def zoe(cases: Path, run: Run) -> Path:
    """Return the practice vault in which PR-002 is called Zoë Łukasz."""
    ran = run(
        *("person", "edit", "PR-002", "--name", "Zoë Łukasz", "--known-as", "Zoë"),
        *("--reason", "her own name", "--practice", "--no-input"),
    )
    assert ran.code == 0, ran.err
    return cases


@pytest.mark.check(17)
@pytest.mark.parametrize(("env", "name"), POOR)
def test_a_poor_terminal_shows_the_words(
    zoe: Path, env: dict[str, str], name: str
) -> None:
    """No crash, no colour; YES, NOT YET and Error still stand there in words."""
    del zoe

    with Typist("review", "PR-002", env=env) as typist:
        page = typist.asked("feel ready for the next step")
        typist.answer("9")
        typist.asked("Error: The answer must be a number from 1 to 3. You typed 9.")
        typist.type(LEAVE)
        assert typist.ends() == 4

    assert all(word in page for word in ("YES", "NOT YET", "CANNOT TELL", name))
    assert colours(typist.raw) == []
    if "NO_COLOR" not in env:
        assert typist.raw.count("\x1b") == 0


@pytest.mark.check(17)
@pytest.mark.parametrize(("env", "name"), POOR[1:3])
def test_the_home_screen_shows_the_words_on_a_poor_terminal(
    zoe: Path, env: dict[str, str], name: str
) -> None:
    """Home names her, whatever letters there are, and uses no colour."""
    del zoe

    with Typist(env=env) as typist:
        page = typist.asked("Type a number to open it")

    assert name in page
    assert "RISK ALARM" in page
    assert colours(typist.raw) == []


@pytest.mark.check(17)
def test_a_letter_the_terminal_has_not_is_no_crash(cases: Path) -> None:
    """A name typed where only ASCII is spoken is refused or kept, never a crash."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", env={"PYTHONIOENCODING": "ascii"}) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.answer("We went to the café")
        typist.sees("café")
        typist.answer("")
        typist.asked(CHECK)
        assert "mistake" not in typist.page()


HOSTILE = (
    '[he is watching] [/] [bold]x ✓ {{7*7}} #panic("x") "; -- \x1b[31mred\u202eback'
)
SHOWN = '[he is watching] [/] [bold]x ✓ {{7*7}} #panic("x") "; -- ␛[31mred⟨RLO⟩back'


@pytest.mark.check(19)
@both_modes
def test_hostile_text_is_shown_and_kept_as_it_was_typed(
    cases: Path, run: Run, mode: str
) -> None:
    """Marks, braces and escape codes are letters: seen, kept, never obeyed."""
    del cases
    step, *others = scripts.PLAN_ADD.steps

    with Typist(*scripts.PLAN_ADD.words, mode=mode) as typist:
        typist.asked(step.asks)
        typist.answer(PASTE.format(HOSTILE) if mode == FANCY else HOSTILE)
        typist.asked(others[0].asks)
        asked_on = len(typist.raw)
        for other in others:
            typist.asked(other.asks)
            typist.answer(other.types)
        page = typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0
        receipt = squeezed(typist.page()).rpartition("Saved for")[2]
    with Typist("plan", "show", "PR-001", mode=mode) as ladder:
        ladder.ends()

    rungs = run("plan", "show", "PR-001", "--json", "--practice").data["rungs"]
    assert HOSTILE in [rung["step"]["title"] for rung in rungs]
    assert SHOWN in page
    assert SHOWN in receipt
    assert SHOWN in squeezed(ladder.page())
    for raw in (typist.raw[asked_on:], ladder.raw):
        assert "\x1b[31m" not in raw
        assert "\u202e" not in raw


@pytest.mark.check(19)
def test_hostile_text_is_harmless_while_it_is_typed(cases: Path) -> None:
    """On the line itself, a pasted escape code colours nothing and turns nothing."""
    del cases
    step = scripts.PLAN_ADD.steps[0]

    with Typist(*scripts.PLAN_ADD.words, mode=FANCY) as typist:
        typist.asked(step.asks)
        typist.type(PASTE.format(HOSTILE))
        typist.hears("back")

    assert "\x1b[31m" not in typist.raw
    assert "\u202e" not in typist.raw
