"""No stray key gives an answer that matters, and no one is taken for another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.screen import CHECK
from tests.interviews.script import ALL, MENU, TO_WORDS
from tests.interviews.typist import FANCY, PASTE, Typist, both_modes, fancy_first

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.check(8)
def test_keys_typed_before_the_first_prompt_choose_nobody(cases: Path) -> None:
    """Who it is about is never answered by keys from before the question."""
    before = peek.entries(cases)

    with Typist("debrief", mode=FANCY) as typist:
        typist.type("1\r7\r4\r0\r0\rs\r")
        typist.asked("Who? Type a number")
        typist.answer("zz")
        typist.asked('No one matches "zz"')

    assert peek.drafts(cases) == ()
    assert peek.entries(cases) == before


@pytest.mark.check(8)
@both_modes
def test_keys_typed_ahead_stop_before_harm(cases: Path, mode: str) -> None:
    """Harm, money and crisis calls are read and answered, whatever was typed before."""
    before = peek.entries(cases)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.type("1\r6\r8\r4\r1\r0\r0\rFine\rs\r")
        typist.asked("Since last time, any of these")
        assert "since" not in peek.drafted(cases)
        typist.answer("")
        typist.asked("Error: This needs an answer.")

    assert peek.entries(cases) == before


@pytest.mark.check(8)
@fancy_first
def test_keys_typed_ahead_stop_before_a_decision(cases: Path, mode: str) -> None:
    """What was decided is never answered by keys from before the question."""
    before = peek.entries(cases)

    with Typist("review", "PR-001", mode=mode) as typist:
        typist.type("1\rI want to\r1\rIt is time\rJo\r\rs\r")
        typist.asked("feel ready for the next step")
        assert peek.drafted(cases) == {}
        typist.answer("1")
        typist.asked("What does Robin want to do")
        typist.type("I want to\r1\rIt is time for it\rJo\r\rs\r")
        typist.asked("What have you and Robin decided")
        assert "decision" not in peek.drafted(cases)
        typist.answer("")
        typist.asked("Error: This needs an answer.")

    assert peek.entries(cases) == before


@pytest.mark.check(8)
@fancy_first
def test_keys_typed_ahead_never_say_ready(cases: Path, run: Run, mode: str) -> None:
    """Whether the person feels ready is read and answered, and so is the save."""
    soon = json.dumps(
        {
            "stability": {"attended_at_least": {"n": 1, "of_last": 1}},
            "pause": [
                {"when": {"not": {"no_concern": {"days": 7}}}, "response": "pause"}
            ],
            "hold": {"days": 0, "min_sessions": 1},
        }
    )
    ran = run(
        *("plan", "edit", "PR-001", "2", "--criteria-from", "own", "--criteria", soon),
        *("--hold-days", "0", "--hold-sessions", "1", "--reason", "agreed anew"),
        *("--practice", "--no-input"),
    )
    assert ran.code == 0, ran.err
    peek.keep(cases, "debrief", TO_WORDS)
    before = peek.entries(cases)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type("It was fine\r1\rs\r")
        typist.asked("feel ready for the next step")
        assert "ready" not in peek.drafted(cases)
        typist.answer("")
        typist.asked("Error: This needs an answer.")

    assert peek.entries(cases) == before


@pytest.mark.check(8)
@both_modes
def test_a_paste_without_marks_does_not_save(cases: Path, mode: str) -> None:
    """Three pasted lines: the first is the answer, and the check page waits."""
    before = peek.entries(cases)
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type("It was loud\rI stayed\rs\r")
        typist.asked(CHECK)
        typist.answer("")
        typist.asked("Error: Type S to save")

    assert peek.drafted(cases) == ALL
    assert peek.entries(cases) == before


def test_a_paste_with_marks_is_one_answer(cases: Path) -> None:
    """A bracketed paste of three lines stays in its question, line breaks and all."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type(PASTE.format("It was loud\rI stayed\rs"))
        typist.sees("I stayed")
        assert "words" not in peek.drafted(cases)
        typist.answer("")
        typist.asked(CHECK)

    assert peek.drafted(cases)["words"] == "It was loud\nI stayed\ns"


ENTER_ALONE = (
    ("Who?", "Nobody is chosen", "PR-001"),
    ("How did it go", "This needs an answer. Type a number from 1 to 3", "1"),
    ("own worry before", "This needs an answer. Type a number from 0 to 10", "6"),
    ("Worry at its worst", "This needs an answer", "8"),
    ("Worry after", "This needs an answer", "4"),
    ("Did it happen", "This needs an answer. Type a number from 1 to 3", "1"),
    ("Which signs", "This needs an answer. Type one number or more", "0"),
    ("Since last time, any", "This needs an answer. Type one number or more", "0"),
)
"""Where Enter alone is no answer, what it is told, and what is typed then."""


@pytest.mark.check(9)
@both_modes
def test_enter_alone_is_no_answer(cases: Path, mode: str) -> None:
    """Only Enter: it asks again with an Error line, and keeps and saves nothing."""
    before = peek.entries(cases)

    with Typist("debrief", mode=mode) as typist:
        for number, (asks, error, typed) in enumerate(ENTER_ALONE):
            typist.asked(asks)
            for _twice in range(2):
                typist.answer("")
                typist.asked(f"Error: {error}")
            kept = sum(len(draft.answers) for draft in peek.drafts(cases))
            assert kept == max(number - 1, 0)
            typist.answer(typed)
        typist.asked("What did Robin say")
        typist.answer("Fine")
        typist.asked(CHECK)
        typist.answer("")
        typist.asked("Error: Type S to save")

    assert peek.entries(cases) == before


@pytest.mark.check(10)
@fancy_first
def test_a_score_is_a_whole_number_or_refused(cases: Path, mode: str) -> None:
    """A score that is none is refused in the question's words, with what was typed."""
    peek.keep(cases, "debrief", {"how": "stayed"})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("own worry before")
        for typed in ("11", "-1", "4.5", "ten"):
            typist.answer(typed)
            said = typist.asked("Error:")
            assert "Worry before must be" in said
            assert f"You typed {typed}." in said

    assert peek.drafted(cases) == {"how": "stayed"}


@pytest.mark.check(10)
@both_modes
def test_a_stored_4_becomes_9_and_never_49(cases: Path, mode: str) -> None:
    """A number is typed on an empty line, not behind the one that stands."""
    peek.keep(cases, "debrief", {**ALL, "worry_peak": "10"})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked(CHECK)
        typist.answer("5")
        typist.asked("Worry after", "Enter keeps: 4")
        typist.answer("9")
        typist.asked(CHECK)

    assert peek.drafted(cases)["worry_after"] == "9"
