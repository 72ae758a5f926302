"""No stray key gives an answer that matters, and no one is taken for another."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.test_stops import ALL, MENU, SCORES, TO_WORDS
from tests.interviews.typist import CHECK, FANCY, MODES, PASTE, Typist, squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

both_modes = pytest.mark.parametrize("mode", MODES)
ROBIN = "Robin Practice, PR-001"


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


@both_modes
def test_keys_typed_ahead_stop_before_harm(cases: Path, mode: str) -> None:
    """Harm, money and crisis calls are read and answered, whatever was typed before."""
    before = peek.entries(cases)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.type("1\r6\r8\r4\r1\r0\r0\rFine\rs\r")
        typist.asked("Since last time, was there any of these")
        assert "since" not in peek.drafted(cases)
        typist.answer("")
        typist.asked("Error: Since last time is needed")

    assert peek.entries(cases) == before


@both_modes
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
        typist.asked("Error: Decision is needed")

    assert peek.entries(cases) == before


@both_modes
def test_keys_typed_ahead_never_say_ready(cases: Path, run: Run, mode: str) -> None:
    """Whether the person feels ready is read and answered, and so is the save."""
    soon = json.dumps(
        {
            "stability": {"attended_at_least": {"n": 1, "of_last": 1}},
            "pause": [],
            "hold": {"days": 0, "min_sessions": 1},
        }
    )
    ran = run(
        *("plan", "edit", "PR-001", "2", "--criteria-from", "own", "--criteria", soon),
        *("--hold-days", "0", "--hold-sessions", "1", "--reason", "agreed anew"),
        *("--practice", "--no-input"),
    )
    assert ran.code == 0, ran.err
    peek.keep(cases, "debrief", dict(TO_WORDS), {})
    before = peek.entries(cases)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type("It was fine\r1\rs\r")
        typist.asked("feel ready for the next step")
        assert "ready" not in peek.drafted(cases)
        typist.answer("")
        typist.asked("Error: Feels ready is needed")

    assert peek.entries(cases) == before


@both_modes
def test_a_paste_without_marks_does_not_save(cases: Path, mode: str) -> None:
    """Three pasted lines: the first is the answer, and the check page waits."""
    before = peek.entries(cases)
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

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
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

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


@both_modes
@pytest.mark.parametrize(
    ("words", "answers", "asks", "error"),
    [
        (("debrief",), {}, "Who?", "Who is needed"),
        (("debrief", "PR-001"), {}, "How did it go", "How it went is needed"),
        (("debrief", "PR-001"), {"how": "stayed"}, "score before", "Worry before is"),
        (("debrief", "PR-001"), {**SCORES, "feared": "no"}, "Which signs", "Signs is"),
        (("debrief", "PR-001"), ALL, CHECK, "Type S to save"),
    ],
    ids=["person", "choice", "score", "signs", "check"],
)
def test_enter_alone_is_no_answer(  # noqa: PLR0913 - one table
    cases: Path,
    words: tuple[str, ...],
    answers: dict[str, str],
    asks: str,
    error: str,
    mode: str,
) -> None:
    """Only Enter: it asks again with an Error line, and keeps and saves nothing."""
    before = peek.entries(cases)
    if answers:
        peek.keep(cases, "debrief", dict(answers), {})

    with Typist(*words, mode=mode) as typist:
        if answers:
            typist.asked(MENU)
            typist.answer("")
            typist.asked("Error:")
            typist.answer("1")
        typist.asked(asks)
        for _twice in range(2):
            typist.answer("")
            typist.asked(f"Error: {error}")

    kept = [dict(draft.answers) for draft in peek.drafts(cases) if draft.answers]
    assert kept == ([answers] if answers else [])
    assert peek.entries(cases) == before


@both_modes
def test_a_score_is_a_whole_number_or_refused(cases: Path, mode: str) -> None:
    """A score that is none is refused in the question's words, with what was typed."""
    peek.keep(cases, "debrief", {"how": "stayed"}, {})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("worry score before")
        for typed in ("11", "-1", "4.5", "ten"):
            typist.answer(typed)
            said = typist.asked("Error:")
            assert "Worry before must be" in said
            assert f"You typed {typed}." in said

    assert peek.drafted(cases) == {"how": "stayed"}


@both_modes
def test_a_stored_4_becomes_9_and_never_49(cases: Path, mode: str) -> None:
    """A number is typed on an empty line, not behind the one that stands."""
    peek.keep(cases, "debrief", {**ALL, "worry_peak": "10"}, {})

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked(CHECK)
        typist.answer("5")
        typist.asked("The same after", "Enter keeps: 4")
        typist.answer("9")
        typist.asked(CHECK)

    assert peek.drafted(cases)["worry_after"] == "9"


@both_modes
def test_nobody_is_chosen_by_a_wrong_name_or_number(cases: Path, mode: str) -> None:
    """No match, nothing and a number too high choose nobody."""
    with Typist("debrief", mode=mode) as typist:
        typist.asked("Who?")
        for typed, said in (
            ("zz", 'No one matches "zz"'),
            ("", "Who is needed"),
            ("99", "You typed 99"),
        ):
            typist.answer(typed)
            typist.asked("Error:", said)

    assert peek.drafts(cases) == ()


@both_modes
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


@both_modes
def test_header_save_line_and_saved_line_carry_name_and_code(
    cases: Path, mode: str
) -> None:
    """Whom it is about stands at the top, where it is saved, and when it was."""
    peek.keep(cases, "debrief", dict(ALL), {})

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
