"""Ctrl+C, Ctrl+D and a closed window, at every kind of prompt."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.conftest import PASSPHRASE
from tests.interviews.typist import (
    FANCY,
    LEAVE,
    MODES,
    PLAIN,
    STOP,
    Typist,
    squeezed,
)

if TYPE_CHECKING:
    from pathlib import Path

SCORES = {"how": "stayed", "worry_before": "6", "worry_peak": "8", "worry_after": "4"}
TO_SIGNS = {**SCORES, "feared": "no"}
TO_WORDS = {**TO_SIGNS, "signs": "0", "since": "0"}
ALL = {**TO_WORDS, "words": "It was loud"}
MENU = "What now?"


@dataclass(frozen=True)
class Prompt:
    """A kind of prompt: the command, the answers before it, and its words."""

    kind: str
    asks: str
    answers: dict[str, str]
    words: tuple[str, ...] = ("debrief", "PR-001")
    carry_on: str = "inclusion --practice debrief PR-001"


PROMPTS = (
    Prompt("choice", "How did it go?", {}),
    Prompt("score", "worry score before", {"how": "stayed"}),
    Prompt("choices", "Which signs from", TO_SIGNS),
    Prompt("text", "What did Robin say", TO_WORDS),
    Prompt("check page", "Check before you save", ALL),
    Prompt("resume menu", MENU, {"how": "stayed"}),
    Prompt(
        "day",
        "On which day did support end",
        {},
        ("person", "close", "PR-001"),
        "inclusion --practice person close PR-001",
    ),
    Prompt("person", "Who?", {}, ("debrief",), "inclusion --practice debrief"),
)


def at(prompt: Prompt, typist: Typist) -> None:
    """Walk to a prompt."""
    if prompt.answers and prompt.asks != MENU:
        typist.asked(MENU)
        typist.answer("1")
    typist.asked(prompt.asks)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("key", "code"), [(STOP, 130), (LEAVE, 4)], ids=["c", "d"])
@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.kind)
def test_a_stop_says_what_is_kept_and_how_to_carry_on(
    cases: Path, prompt: Prompt, key: str, code: int, mode: str
) -> None:
    """Ctrl+C and Ctrl+D lose nothing, show no traceback, and name the next command."""
    if prompt.answers:
        peek.keep(cases, "debrief", dict(prompt.answers), {})

    with Typist(*prompt.words, mode=mode) as typist:
        at(prompt, typist)
        typist.type(key)
        ended = typist.ends()
        said = squeezed(typist.page())

    assert ended == code
    assert "Traceback" not in said
    assert typist.left_as_found()
    if prompt.answers:
        assert peek.drafted(cases) == prompt.answers
        assert "kept" in said.rpartition("Stopped.")[2]
    assert f"To carry on, type: {prompt.carry_on}" in said.rpartition("Stopped.")[2]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("key", "code"), [(STOP, 130), (LEAVE, 4)], ids=["c", "d"])
def test_a_stop_at_the_passphrase_leaves_it_locked_and_unseen(
    unnamed: Path, key: str, code: int, mode: str
) -> None:
    """What was typed of a passphrase is nowhere, and the terminal shows keys again."""
    del unnamed

    with Typist("unlock", mode=mode, practice=False) as typist:
        typist.asked("Passphrase:")
        typist.type(PASSPHRASE[:7] if key == STOP else "")
        typist.type(key)
        ended = typist.ends()

    assert "Traceback" not in typist.page()
    assert "Stopped." in typist.page()
    assert PASSPHRASE[:7] not in typist.raw
    assert typist.left_as_found()
    assert ended == code


SENTENCE = "It was loud at the start and"


def mid_sentence(typist: Typist) -> None:
    """Stand in the middle of a sentence, with all answers before it kept."""
    typist.asked(MENU)
    typist.answer("1")
    typist.asked("What did Robin say")
    typist.type(SENTENCE)
    typist.sees(SENTENCE)


def on_the_line() -> str:
    """Carry on, and return the line that is then to be edited."""
    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.sees("It was")
        return typist.line().lstrip("> ")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143)]
)
def test_a_signal_in_mid_sentence_keeps_the_letters(
    cases: Path, number: int, code: int
) -> None:
    """A system that shuts down takes no word with it, and leaves the terminal whole."""
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.signal(number)
        ended = typist.ends()

    assert on_the_line() == SENTENCE
    assert ended in (code, -number)
    assert typist.left_as_found()


def test_a_closed_window_in_mid_sentence_keeps_the_letters(cases: Path) -> None:
    """The window is closed by its cross: the letters are on the line again."""
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.hang_up()

    assert on_the_line() == SENTENCE


@pytest.mark.parametrize(("key", "code"), [(STOP, 130), (LEAVE, 4)], ids=["c", "d"])
def test_a_stop_in_mid_sentence_keeps_the_letters(
    cases: Path, key: str, code: int
) -> None:
    """A hurried stop does not cost the sentence that was begun."""
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.type(key)
        assert typist.ends() == code

    assert on_the_line() == SENTENCE


def test_a_pause_in_mid_sentence_is_enough_to_keep_the_letters(cases: Path) -> None:
    """A second after the last key all of the line is safe, even from a dead battery."""
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.idle(2.0)

    assert peek.half(cases) == {"words": SENTENCE}


def test_a_closed_window_in_plain_mode_keeps_every_answer_sent(cases: Path) -> None:
    """In plain mode a line not sent is lost; every answer before it is kept."""
    peek.keep(cases, "debrief", dict(TO_WORDS), {})

    with Typist("debrief", "PR-001", mode=PLAIN) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type("It was")
        typist.hang_up()

    assert peek.drafted(cases) == TO_WORDS
