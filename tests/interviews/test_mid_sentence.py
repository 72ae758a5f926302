"""The window closes in the middle of a sentence: the letters are there again."""

from __future__ import annotations

import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.script import MENU, TO_WORDS
from tests.interviews.typist import FANCY, LEAVE, PLAIN, STOP, Typist

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "It was loud at the start and"


def mid_sentence(typist: Typist) -> None:
    """Stand in the middle of a sentence, with all answers before it kept."""
    typist.asked(MENU)
    typist.answer("1")
    typist.asked("What did Robin say")
    typist.type(SENTENCE)
    typist.sees(SENTENCE)


def on_the_line() -> str:
    """Carry on; it says that the words stand there; return the line to be edited."""
    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.sees("What was written is on the line: change it there.")
        typist.sees("It was")
        return typist.screen.line().lstrip("> ")


@pytest.mark.check(2)
@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(signal.SIGHUP, 129, marks=pytest.mark.long, id="SIGHUP"),
        pytest.param(signal.SIGTERM, 143, id="SIGTERM"),
    ],
)
def test_a_signal_in_mid_sentence_keeps_the_letters(
    cases: Path, number: int, code: int
) -> None:
    """A system that shuts down takes no word with it, and leaves the terminal whole."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.signal(number)
        ended = typist.ends()

    assert on_the_line() == SENTENCE
    assert ended in (code, -number)
    assert typist.left_as_found()


@pytest.mark.check(2)
def test_a_closed_window_in_mid_sentence_keeps_the_letters(cases: Path) -> None:
    """The window is closed by its cross: the letters are on the line again."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.hang_up()

    assert on_the_line() == SENTENCE


@pytest.mark.parametrize(
    ("key", "code"),
    [
        pytest.param(STOP, 130, id="c"),
        pytest.param(LEAVE, 4, id="d", marks=pytest.mark.long),
    ],
)
def test_a_stop_in_mid_sentence_keeps_the_letters(
    cases: Path, key: str, code: int
) -> None:
    """A hurried stop does not cost the sentence that was begun."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        typist.type(key)
        assert typist.ends() == code

    assert on_the_line() == SENTENCE


@pytest.mark.check(2)
def test_a_pause_in_mid_sentence_is_enough_to_keep_the_letters(cases: Path) -> None:
    """A second after the last key all of the line is safe, even from a dead battery."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        mid_sentence(typist)
        end = time.monotonic() + 2
        while peek.half(cases) != {"words": SENTENCE} and time.monotonic() < end:
            typist.idle(0.1)

    assert peek.half(cases) == {"words": SENTENCE}


def test_a_closed_window_in_plain_mode_keeps_every_answer_sent(cases: Path) -> None:
    """In plain mode a line not sent is lost; every answer before it is kept."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=PLAIN) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type("It was")
        typist.hang_up()

    assert peek.drafted(cases) == TO_WORDS


def test_a_mark_is_never_kept_as_letters(cases: Path) -> None:
    """`?` that was sent for help does not stand on the line the next time."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.answer("?")
        typist.asked("Ctrl+D")
        typist.hang_up()

    assert peek.half(cases) == {}


def test_a_card_number_in_mid_sentence_is_not_kept(cases: Path) -> None:
    """The words are there again; the number, however far it was typed, is not."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("What did Robin say")
        typist.type("It was the card 4111 1111 1111 1111")
        typist.sees("1111 1111")
        typist.signal(signal.SIGTERM)
        typist.ends()

    assert on_the_line() == "It was the card ..."
