"""Poor, narrow and hostile: every terminal shows the same words, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek, scripts
from tests.interviews.test_stops import ALL, MENU, TO_SIGNS, TO_WORDS
from tests.interviews.typist import (
    CHECK,
    FANCY,
    LEAVE,
    MODES,
    PASTE,
    PLAIN,
    Typist,
    colours,
    squeezed,
    widest,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

both_modes = pytest.mark.parametrize("mode", MODES)
POOR = [
    pytest.param({"NO_COLOR": "1"}, "Zoë Łukasz", id="NO_COLOR"),
    pytest.param({"TERM": "dumb"}, "Zoë Łukasz", id="dumb"),
    pytest.param({"PYTHONIOENCODING": "ascii"}, "Zo? ?ukasz", id="ascii"),
    pytest.param({"PYTHONIOENCODING": "cp437"}, "?ukasz", id="cp437"),
]
SIZES = [(40, 12), (60, 20)]


@pytest.fixture
def zoe(cases: Path, run: Run) -> Path:
    """Return the practice vault in which PR-002 is called Zoë Łukasz."""
    ran = run(
        *("person", "edit", "PR-002", "--name", "Zoë Łukasz", "--known-as", "Zoë"),
        *("--reason", "her own name", "--practice", "--no-input"),
    )
    assert ran.code == 0, ran.err
    return cases


@pytest.mark.parametrize(("env", "name"), POOR)
def test_a_poor_terminal_shows_the_words(
    zoe: Path, env: dict[str, str], name: str
) -> None:
    """No crash, no colour; YES, NOT YET and Error still stand there in words."""
    del zoe

    with Typist("review", "PR-002", env=env) as typist:
        page = typist.asked("feel ready for the next step")
        typist.answer("9")
        typist.asked("Error: Feels ready must be a number from 1 to 3. You typed 9.")
        typist.type(LEAVE)
        assert typist.ends() == 4

    assert all(word in page for word in ("YES", "NOT YET", "CANNOT TELL", name))
    assert colours(typist.raw) == []
    if "NO_COLOR" not in env:
        assert typist.raw.count("\x1b") == 0


@pytest.mark.parametrize(("env", "name"), POOR)
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


def test_a_letter_the_terminal_has_not_is_no_crash(cases: Path) -> None:
    """A name typed where only ASCII is spoken is refused or kept, never a crash."""
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", env={"PYTHONIOENCODING": "ascii"}) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.answer("We went to the café")
        typist.sees("café")
        typist.answer("")
        typist.asked(CHECK)
        assert "mistake" not in typist.page()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_home_is_whole_in_a_narrow_window(
    cases: Path, run: Run, size: tuple[int, int]
) -> None:
    """Every name, code, day and sign on home is there, and no line runs over."""
    del cases
    items = run("--json", "--practice").data["items"]

    with Typist(size=size) as typist:
        page = typist.asked("Type a number to open it")

    assert items
    for item in items:
        assert squeezed(f"{item['person']} ({item['code']})") in page
        assert squeezed(item["says"]) in page
    whole(typist, size)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_review_is_whole_in_a_narrow_window(
    cases: Path, run: Run, size: tuple[int, int]
) -> None:
    """What was agreed and what the records show stand there in full."""
    del cases
    table = run("plan", "show", "PR-002", "--json", "--practice").data["table"]

    with Typist("review", "PR-002", size=size) as typist:
        page = typist.asked("feel ready for the next step")
        typist.answer("1")
        typist.asked("What does Maya want to do")
        typist.answer("To cook")
        said = typist.asked("What have you and Maya decided")

    for line in table["agreed"] + table["pause_signs"]:
        assert squeezed(line["agreed"]) in page
        assert squeezed(line["shows"]) in page
    assert "1. Progress: go to step 3: Sunday football, a worker on call" in said
    whole(typist, size)


@both_modes
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_check_page_is_whole_in_a_narrow_window(
    cases: Path, size: tuple[int, int], mode: str
) -> None:
    """Every answer, its number and its name are there, and every choice before."""
    steps = {**TO_SIGNS, "signs": "s2-1,s3-1", "helped": "We sat by the door"}
    peek.keep(cases, "debrief", dict(steps), {})

    with Typist("debrief", "PR-001", mode=mode, size=size) as typist:
        typist.asked(MENU)
        typist.answer("1")
        said = typist.asked("Since last time")
        typist.answer("3")
        typist.asked("On which days were the crisis calls")
        typist.answer("Monday, 17 November")
        typist.asked("What did Robin say")
        typist.answer("It was loud at first but I stayed for my tea.")
        page = typist.asked(CHECK)

    stop = "." if mode == PLAIN else ""
    for number, choice in enumerate(CHOICES, start=1):
        assert f"{number}. {choice}{stop}" in said
    for text in (
        "Tuesday 17 November 2026, 2pm",
        "I check the window more than twice, I stop answering the door",
        "Monday 16 November 2026, Tuesday 17 November 2026",
        "It was loud at first but I stayed for my tea.",
        "Robin Practice, PR-001",
    ):
        assert text in page
    whole(typist, size)


CHOICES = (
    "Someone was hurt or unsafe",
    "Someone asked Robin for money or things",
    "A crisis call: crisis team, 111, 999, helpline or on-call",
    "Not sure",
)


def whole(typist: Typist, size: tuple[int, int]) -> None:
    """Check that no line is wider than the window and nothing was cut."""
    assert widest(typist.raw) <= size[0]
    assert "…" not in typist.raw
    assert "..." not in typist.raw


@both_modes
def test_a_window_made_narrow_in_mid_question_loses_no_letter(
    cases: Path, mode: str
) -> None:
    """From 80 columns to 40 in the middle of a sentence: the sentence survives."""
    begun, rest = "It was loud at first, and then I saw a friend by the", " window"
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type(begun)
        typist.sees(begun)
        typist.resize(40, 24)
        if mode == FANCY:
            typist.stirs()
        before = len(typist.raw)
        typist.answer(rest)
        typist.sees(CHECK)
        typist.asked("leave" if mode == FANCY else "to leave")

    assert peek.drafted(cases) == {**ALL, "words": begun + rest}
    page = typist.raw[before:].partition(CHECK)[2]
    assert widest(page) <= 40


HOSTILE = (
    '[he is watching] [/] [bold]x ✓ {{7*7}} #panic("x") "; -- \x1b[31mred\u202eback'
)
SHOWN = (
    '[he is watching] [/] [bold]x ✓ {{7*7}} #panic("x") "; -- ␛[31mred⟨RLO⟩back'
)


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


def test_hostile_text_is_harmless_while_it_is_typed(cases: Path) -> None:
    """On the line itself, a pasted escape code colours nothing."""
    del cases
    step = scripts.PLAN_ADD.steps[0]

    with Typist(*scripts.PLAN_ADD.words, mode=FANCY) as typist:
        typist.asked(step.asks)
        typist.type(PASTE.format(HOSTILE))
        typist.hears("back")

    assert "\x1b[31m" not in typist.raw
