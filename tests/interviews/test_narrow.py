"""A narrow window: everything is there, nothing is cut, nothing runs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.screen import CHECK, squeezed, widest
from tests.interviews.script import ALL, MENU, TO_SIGNS, TO_WORDS
from tests.interviews.side_by_side import quietly
from tests.interviews.typist import FANCY, PLAIN, Typist, both_modes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

SIZES = [(40, 12), (60, 20)]


@pytest.mark.check(18)
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


@pytest.mark.check(18)
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
    assert "1. Progress: go to step 4: Sunday football, a worker on call" in said
    whole(typist, size)


@pytest.mark.check(18)
@both_modes
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_check_page_is_whole_in_a_narrow_window(
    cases: Path, size: tuple[int, int], mode: str
) -> None:
    """Every answer, its number and its name are there, and every choice before."""
    steps = {**TO_SIGNS, "signs": "s2-1,s3-1", "stage": "3", "tried": "0"}
    peek.keep(cases, "debrief", steps)

    with Typist("debrief", "PR-001", mode=mode, size=size) as typist:
        typist.asked(MENU)
        typist.answer("1")
        said = typist.asked("Since last time")
        typist.answer("3")
        typist.asked("On which days were the crisis calls")
        typist.answer("Monday, 17 November")
        typist.asked("What did Robin say")
        typist.answer("Loud, then my tea")
        page = typist.asked(CHECK)

    stop = "." if mode == PLAIN else ""
    for number, choice in enumerate(CHOICES, start=1):
        assert f"{number}. {choice}{stop}" in said
    for text in (
        "Tuesday 17 November 2026, 2pm",
        "I check the window more than twice, I stop answering the door",
        "Monday 16 November 2026, Tuesday 17 November 2026",
        "Loud, then my tea",
        "Robin Practice, PR-001",
    ):
        assert text in page
    whole(typist, size)


def test_orphans_are_whole_in_a_narrow_window(cases: Path) -> None:
    """A situation without an answer, and a rule for none, stand there in full."""
    size = (40, 12)
    steps = {
        "what_matters": "The film club",
        "cost_of_not_doing": "The evenings",
        "no_account": "He asked to wait",
        "trigger.1.situation": "The last bus home when the pubs are closing",
        "trigger.1.kind": "crowds",
        **{f"trigger.1.{key}": "Goes quiet" for key in ("tends", "signs", "helps")},
        "strength.1.text": "Patience",
        "strength.2.text": "Humour",
    }
    told = [f"--answer={key}={text}" for key, text in steps.items() if "." in key]
    told += [f"--{key.replace('_', '-')}={steps[key]}" for key in list(steps)[:3]]
    quietly(cases, "person", "add", "--name", "Billie Doyle", "--code", "BD-004")

    with Typist("formulate", "BD-004", *told, size=size, home=cases) as typist:
        for asks in ("tell it", "What else makes it harder", "Enter if that is all"):
            typist.asked(asks)
            typist.answer("")
        said = typist.asked("What do you do about it")
        typist.answer("No phones in the lounge after ten")
        typist.asked("What is it?")
        typist.answer("2")
        typist.asked("0. None of these")
        typist.answer("0")
        rule = typist.asked("What do you want to do with it")
        typist.answer("4")
        typist.asked("What else do you do")
        typist.answer("")
        risk = typist.asked("Why is nothing done about it")

    assert "No answer yet for: The last bus home when the pubs are closing" in said
    assert "Probably a blanket rule" in rule
    assert '"No phones in the lounge after ten" is for none of these' in rule
    assert "A risk nobody is managing" in risk
    assert "Home will ask again" in risk
    whole(typist, size)


CHOICES = (
    "Someone hurt or unsafe",
    "Asked for money or things",
    "A crisis call",
    "Not sure",
)


def whole(typist: Typist, size: tuple[int, int]) -> None:
    """Check that no line is wider than the window and nothing was cut."""
    assert widest(typist.raw) <= size[0]
    assert "…" not in typist.raw
    assert "..." not in typist.raw


@pytest.mark.check(18)
@both_modes
def test_a_window_made_narrow_in_mid_question_loses_no_letter(
    cases: Path, mode: str
) -> None:
    """From 80 columns to 40 in the middle of a sentence: the sentence survives."""
    begun, rest = "It was loud at first, and then I saw a friend by the", " window"
    peek.keep(cases, "debrief", TO_WORDS)

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
