"""The check page: change a line, add more, and come back to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.layout import row
from tests.interviews import peek
from tests.interviews.screen import CHECK
from tests.interviews.script import ALL, MENU
from tests.interviews.typist import Typist, both_modes, fancy_first

if TYPE_CHECKING:
    from pathlib import Path


def number_of(offered: str, short: str) -> str:
    """Return the number that adds something."""
    return str(re.findall(rf"(\d+)\. {short}\b", offered)[0])


def to_check_page(typist: Typist, answers: dict[str, str], home: Path) -> str:
    """Carry on a debrief with these answers; return its check page."""
    assert peek.drafted(home) == answers
    typist.asked(MENU)
    typist.answer("1")
    return typist.asked(CHECK)


@pytest.mark.check(5)
@both_modes
def test_a_change_from_the_check_page_returns_to_it(cases: Path, mode: str) -> None:
    """Even after a bad try first, only the line that was changed differs."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        to_check_page(typist, ALL, cases)
        before = typist.screen.check_page()
        typist.answer("3")
        typist.asked("own worry before")
        typist.answer("11")
        typist.asked("Error:")
        typist.answer("7")
        typist.asked(CHECK)
        after = typist.screen.check_page()

    differ = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    assert [line.replace(":", "").split()[1:] for _was, line in differ] == [
        ["Worry", "before", "7"]
    ]
    assert peek.drafted(cases) == {**ALL, "worry_before": "7"}


@fancy_first
def test_a_change_that_asks_more_asks_it_before_the_check_page(
    cases: Path, mode: str
) -> None:
    """A newly needed question comes first; then the check page, with its line."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        to_check_page(typist, ALL, cases)
        typist.answer("2")
        typist.asked("How did it go?")
        typist.answer("2")
        typist.asked("Why did it end early")
        typist.answer("1")
        typist.asked("How many minutes")
        typist.answer("20")
        page = typist.asked(CHECK)

    assert "Robin chose to leave" in page
    assert "Worry before" in page


@fancy_first
def test_add_more_asks_the_rest_and_returns(cases: Path, mode: str) -> None:
    """A offers what there is; what is chosen is asked, and saved."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        to_check_page(typist, ALL, cases)
        typist.answer("a")
        offered = typist.asked("What do you want to add")
        numbers = [number_of(offered, short) for short in ("Next session", "Note")]
        typist.answer(",".join(numbers))
        typist.asked("When is the next session")
        typist.answer("Tuesday 2pm")
        typist.asked("Anything else to remember")
        typist.answer("Bring the blue bag")
        page = typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0

    assert "Tuesday 24 November 2026, 2pm" in page
    assert peek.newest(cases, "debrief")["note"] == "Bring the blue bag"
    assert peek.newest(cases, "session")["at"].startswith("2026-11-24T14:00")


def test_a_page_longer_than_the_screen_is_read_once(cases: Path) -> None:
    """Carried on, or with one line changed, the rest is a P away."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", size=(80, 12)) as typist:
        typist.asked(MENU)
        typist.answer("1")
        carried_on = typist.asked("P shows the whole page.")
        typist.answer("p")
        whole = typist.asked("L leave")
        number = number_on(whole, "Worry after")
        typist.answer(number)
        typist.asked("Worry after", "Enter keeps: 4")
        typist.answer("3")
        changed = typist.asked("P shows the whole page.")

    assert "Worry at its worst" not in carried_on
    assert "It was loud" in whole
    assert f"{number}. Worry after: 3" in changed
    assert "Worry before" not in changed


def number_on(page: str, short: str) -> str:
    """Return the number of a line of the check page."""
    return str(re.findall(rf"(\d+) {short}\b", page)[0])


def test_a_long_name_on_the_check_page_breaks_out_of_no_column() -> None:
    """The number and what it says stand under those of the other lines."""
    short = row("9", "Signs", "None", 12)
    name, said = row("10", '"Something is changing", signs', "The window", 12)

    assert short[0].index("9") == name.index("0") == 2
    assert short[0].index("None") == said.index("The window")
