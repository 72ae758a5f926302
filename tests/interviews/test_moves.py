"""Back, forward, skip, help, change and add: moving about loses and alters nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek, scripts
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.script import ALL, MENU, NEWCOMER, SCORES, TO_WORDS
from tests.interviews.typist import (
    BACK,
    ENTER,
    FANCY,
    MODES,
    PLAIN,
    SKIP,
    Typist,
    both_modes,
    fancy_first,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from tests.interviews.script import Interview

WALKS = [
    pytest.param(
        interview,
        mode,
        id=f"{interview.name}-{mode}",
        marks=() if interview is scripts.USUAL else pytest.mark.long,
    )
    for interview in (scripts.USUAL, *scripts.EVERY)
    for mode in MODES
]


def back(typist: Typist, mode: str) -> None:
    """Go back one question, as each mode does it."""
    typist.type(BACK if mode == FANCY else "<" + ENTER)


@pytest.mark.check(4)
@pytest.mark.parametrize(("interview", "mode"), WALKS)
def test_back_to_the_first_and_forward_again_changes_nothing(
    ready: Callable[[Interview], Path], interview: Interview, mode: str
) -> None:
    """From every question to the first and on with Enter: each answer still stands."""
    ready(interview)
    asks = [*(step.asks for step in interview.steps), CHECK]

    with Typist(*interview.words, mode=mode) as typist:
        for here, step in enumerate(interview.steps):
            past_known(typist, step.asks, interview.known)
            to_first_and_on(typist, mode, asks[: here + 1], interview.known)
            typist.answer(step.types)
        past_known(typist, CHECK, interview.known)
        first = typist.screen.check_page()
        to_first_and_on(typist, mode, asks, interview.known)
        again = typist.screen.check_page()

    between = ": " if mode == PLAIN else " "
    for step in interview.steps:
        assert squeezed(f"{step.short}{between}{step.says}") in squeezed(
            " ".join(again)
        )
    assert again == first


def to_first_and_on(
    typist: Typist, mode: str, asks: list[str], known: tuple[str, ...]
) -> None:
    """Go back to the first question, then Enter to where it began."""
    for asked in reversed(asks[:-1]):
        back(typist, mode)
        past_known(typist, asked, known, lambda: back(typist, mode))
    for asked in asks[1:]:
        typist.answer("")
        past_known(typist, asked, known)


def past_known(
    typist: Typist,
    asked: str,
    known: tuple[str, ...],
    press: Callable[[], None] | None = None,
) -> None:
    """Press, or Enter, until a question comes: past those known before it began."""
    while squeezed(asked) not in typist.asked_one_of(asked, *known):
        press() if press else typist.answer("")


@pytest.mark.check(6)
def test_a_branch_that_was_left_is_not_saved(cases: Path) -> None:
    """Did not go, with a reason; back; it went ahead: no reason is on the record."""
    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked("1 of about 8", "How did it go?")
        typist.answer("3")
        typist.asked("2 of about 5", "Why did it not go ahead")
        typist.answer("1")
        typist.asked("3 of about 6", "signs were seen")
        typist.type(BACK)
        typist.asked("2 of 6", "Why did it not go ahead")
        typist.type(BACK)
        typist.asked("1 of 6", "How did it go?")
        typist.answer("1")
        numbers = ("2 of about 8", *(f"{n} of 8" for n in range(3, 9)))
        for number, typed in zip(
            numbers, ("6", "8", "4", "1", "0", "0", "Fine"), strict=True
        ):
            typist.asked(number)
            typist.answer(typed)
        page = typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0

    assert "did not go ahead" not in page
    body = peek.newest(cases, "debrief")
    assert body["outcome"] == "attended_full"
    assert "person_chose_not_to" not in str(body)
    assert not body["in_the_way"]


@both_modes
def test_a_skip_is_not_an_empty_answer(cases: Path, mode: str) -> None:
    """A score needs a dash to be left out; it is kept as skipped, not as nought."""
    peek.keep(cases, "debrief", {"how": "stayed"})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("own worry before")
        typist.answer("")
        typist.asked("Error:")
        typist.answer("-")
        typist.asked("Worry at its worst")
        typist.type(SKIP if mode == FANCY else "-" + ENTER)
        typist.asked("Worry after")

    assert peek.drafted(cases) == {
        "how": "stayed",
        "worry_before": None,
        "worry_peak": None,
    }


@fancy_first
def test_what_is_needed_cannot_be_skipped(cases: Path, mode: str) -> None:
    """A dash at a question that is needed says how to stop and keep the place."""
    peek.keep(cases, "debrief", {**SCORES, "feared": "no", "signs": "0"})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("Since last time")
        typist.answer("-")
        typist.asked("Error: This needs an answer.", "Ctrl+D stops")

    assert "since" not in peek.drafted(cases)


@fancy_first
def test_a_question_mark_shows_the_keys_anywhere(cases: Path, mode: str) -> None:
    """It helps at the menu, a question and the check page, and is kept nowhere."""
    peek.keep(cases, "debrief", TO_WORDS)
    stop = "Ctrl+D stop" if mode == FANCY else "Control and D: stop"

    with Typist("debrief", "PR-001", mode=mode) as typist:
        for asked, typed in (
            (MENU, "1"),
            ("What did Robin say", "It was loud"),
            (CHECK, "?"),
        ):
            typist.asked(asked)
            typist.answer("?")
            typist.asked(stop)
            typist.answer(typed)

    assert peek.drafted(cases) == ALL


def test_what_is_not_there_is_not_asked(cases: Path, run: Run) -> None:
    """Without a formulation a step is not asked which of its situations it meets."""
    del cases
    assert run(*NEWCOMER, "--practice", "--no-input").code == 0

    with Typist("plan", "add", "BD-004", mode=FANCY) as typist:
        for asks, types in (
            ("want to get to", "The film club"),
            ("How many crisis calls", "-"),
            ("What is the step", "A short film"),
            ("Where?", "The small cinema"),
            ("When?", "Mondays at noon"),
            ("How long", "30"),
            ("How often", "-"),
            ("Which partner", "0"),
            ("Who is with Billie", "6"),
        ):
            typist.asked(asks)
            typist.answer(types)
        said = typist.asked("10", "Which hard situation")

    assert "A situation of the formulation" not in said
