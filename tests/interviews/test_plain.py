"""Plain lines for a screen reader, and how many words a tired worker must read."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek, scripts
from tests.interviews.screen import CHECK, squeezed, teletype
from tests.interviews.script import MENU
from tests.interviews.typist import FANCY, PLAIN, Typist, at_home

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.interviews.script import Interview

WORDS_ON_SCREEN = 300  # interviews.md section 0, point 10: the 90 seconds are words
DRAWN = re.compile(
    "[\u2190-\u21ff\u2500-\u257f\u2580-\u259f\u25a0-\u25ff\u2800-\u28ff\u2713-\u2717]"
)
ACCESSIBLE = {"ACCESSIBLE": "1"}


def walked(interview: Interview, mode: str, env: dict[str, str]) -> Typist:
    """Walk a whole interview, save it, and return what was on the screen."""
    with Typist(*interview.words, mode=mode, env=env) as typist:
        for step in interview.steps:
            typist.asked(step.asks)
            typist.answer(step.types)
        typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0
    return typist


EVERY = [
    pytest.param(
        interview,
        id=interview.name,
        marks=()
        if interview in (scripts.DEBRIEF, scripts.REVIEW)
        else pytest.mark.long,
    )
    for interview in scripts.EVERY
]


@pytest.mark.check(16)
@pytest.mark.parametrize("interview", EVERY)
def test_a_whole_interview_is_lines_alone(
    ready: Callable[[Interview], Path], interview: Interview
) -> None:
    """ACCESSIBLE=1: no escape code, nothing drawn, no dashes for a rule."""
    ready(interview)

    raw = walked(interview, FANCY, ACCESSIBLE).raw

    assert raw.count("\x1b") == 0
    assert DRAWN.findall(raw) == []
    assert [line for line in raw.splitlines() if "--- " in line] == []


@pytest.fixture(scope="module")
def heard(lived_in: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return all that is said in a plain debrief with everything in it."""
    home = tmp_path_factory.mktemp("heard") / "home"
    shutil.copytree(lived_in, home)
    return squeezed(walked(scripts.DEBRIEF, PLAIN, at_home(home)).page())


@pytest.mark.check(16)
def test_every_choice_is_echoed(heard: str) -> None:
    """After a number comes what it stands for."""
    for step in scripts.DEBRIEF.steps:
        if step.types[0].isdigit() and step.says != step.types:
            assert f": {step.types} You chose: {step.says}." in heard


@pytest.mark.check(16)
def test_nothing_is_said_twice(heard: str) -> None:
    """Each question and each line of the check page is read out once."""
    numbers = re.findall(r"Question (\d+) of", heard)
    assert numbers == [str(n + 1) for n in range(len(scripts.DEBRIEF.steps))]
    for step in scripts.DEBRIEF.steps:
        assert heard.count(f". {step.short}: {step.says}") == 1
    assert heard.count(CHECK) == 1
    assert heard.count("Saved for") == 1


def test_that_enter_skips_is_said_once(ready: Callable[[Interview], Path]) -> None:
    """One question says one time what Enter does."""
    ready(scripts.FORMULATE)

    said = squeezed(walked(scripts.FORMULATE, PLAIN, {}).page())

    assert "Enter if that is all. Enter skips." not in said


def test_stop_and_check_has_no_dashes(cases: Path) -> None:
    """A decision against what was agreed is pointed out in words alone."""
    given = {"ready": "yes", "wish": "To sit nearer", "decision": "progress"}
    peek.keep(cases, "review", given)

    with Typist("review", "PR-001", mode=PLAIN) as typist:
        typist.asked(MENU)
        typist.answer("1")
        said = typist.asked("Why is this right now")

    assert "Stop and check" in said
    assert "--" not in said.replace("--practice", "")


def read(word: str) -> bool:
    """Say whether a word is read at work: no mark alone, nothing about practice."""
    return bool(re.search(r"\w", word)) and word not in ("PRACTICE.", "--practice")


OPENED = re.compile(r"^(Now open|Worry at its worst: Robin|Robin was \d+ in 100)")


def test_the_usual_debrief_is_300_words(
    cases: Path, record_property: Callable[[str, object], None]
) -> None:
    """A key worker at the end of a shift has 300 words to read, no more.

    What a preparation kept sealed opens on top of it, where there was one.
    """
    del cases

    typist = walked(scripts.USUAL, FANCY, {})
    lines = [one for one in typist.page().splitlines() if not OPENED.search(one)]
    on_screen = [word for word in " ".join(lines).split() if read(word)]
    heard = [word for word in teletype(typist.raw).split() if read(word)]

    record_property("words", len(on_screen))
    print(f"{len(on_screen)} words on screen, {len(heard)} through the teletype")  # noqa: T201
    assert len(on_screen) <= WORDS_ON_SCREEN
