"""Ctrl+C, Ctrl+D and a closed window, at every kind of prompt."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.conftest import PASSPHRASE
from tests.interviews.screen import squeezed
from tests.interviews.script import ALL, MENU, TO_SIGNS, TO_WORDS
from tests.interviews.side_by_side import Several, Walk, chosen
from tests.interviews.typist import (
    FANCY,
    LEAVE,
    MODES,
    PLAIN,
    STOP,
    Typist,
    both_modes,
)

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Prompt:
    """A kind of prompt: the command, the answers before it, and its words."""

    kind: str
    asks: str
    answers: dict[str, str]
    words: tuple[str, ...] = ("debrief", "PR-001")
    carry_on: str = "inclusion --practice debrief PR-001"
    in_both: bool = False


PROMPTS = (
    Prompt("choice", "How did it go?", {}),
    Prompt("score", "own worry before", {"how": "stayed"}),
    Prompt("choices", "signs were seen", TO_SIGNS),
    Prompt("text", "What did Robin say", TO_WORDS, in_both=True),
    Prompt("check page", "Check before you save", ALL),
    Prompt("resume menu", MENU, {"how": "stayed"}, in_both=True),
    Prompt(
        "day",
        "On which day did support end",
        {},
        ("person", "close", "PR-001"),
        "inclusion --practice person close PR-001",
    ),
    Prompt("person", "Who?", {}, ("debrief",), "inclusion --practice debrief"),
)


KEYS = {"c": (STOP, 130), "d": (LEAVE, 4)}
CASES = [
    pytest.param(
        prompt,
        key,
        mode,
        id=f"{prompt.kind}-{key}-{mode}",
        marks=() if mode == FANCY or prompt.in_both else pytest.mark.long,
    )
    for prompt in PROMPTS
    for key in KEYS
    for mode in MODES
]


def stopped(prompt: Prompt, key: str, mode: str, home: Path) -> Walk:
    """Walk to a prompt, and stop there."""
    press, code = KEYS[key]
    if prompt.answers:
        peek.keep(home, "debrief", prompt.answers)

    with Typist(*prompt.words, mode=mode, home=home) as typist:
        yield
        if prompt.answers and prompt.asks != MENU:
            typist.asked(MENU)
            typist.answer("1")
        typist.asked(prompt.asks)
        typist.type(press)
        ended = typist.ends()

    said = squeezed(typist.page())
    assert ended == code
    assert "Traceback" not in said
    assert typist.left_as_found()
    if prompt.answers:
        assert peek.drafted(home) == prompt.answers
        assert "kept" in said.rpartition("Stopped.")[2]
    assert f"To carry on, type: {prompt.carry_on}" in said.rpartition("Stopped.")[2]


@pytest.fixture(scope="session")
def outcomes(
    request: pytest.FixtureRequest,
    lived_in: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Several:
    """Return how each stop goes."""
    test = "test_a_stop_says_what_is_kept_and_how_to_carry_on"
    cases = dict(chosen(request, test))

    def begin(name: str) -> Walk:
        home = tmp_path_factory.mktemp("stopped") / "home"
        shutil.copytree(lived_in, home)
        return stopped(**cases[name], home=home)

    return Several(cases, begin)


@pytest.mark.check(3)
@pytest.mark.parametrize(("prompt", "key", "mode"), CASES)
def test_a_stop_says_what_is_kept_and_how_to_carry_on(
    outcomes: Several, prompt: Prompt, key: str, mode: str
) -> None:
    """Ctrl+C and Ctrl+D lose nothing, show no traceback, and name the next command."""
    outcomes.told(f"{prompt.kind}-{key}-{mode}")


@pytest.mark.check(3)
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


def test_a_passphrase_typed_while_the_last_one_is_tried_is_unseen(
    unnamed: Path,
) -> None:
    """Trying one takes a moment; what is typed in it stands nowhere."""
    del unnamed

    with Typist("unlock", practice=False) as typist:
        typist.asked("Passphrase:")
        typist.answer("not this one")
        typist.sees("Error:")
        typist.type("zebra marble")
        typist.idle(0.3)
        typist.asked("Passphrase:")
        typist.type(LEAVE)
        typist.ends()

    assert "zebra" not in typist.raw
    assert typist.left_as_found()


def test_an_own_passphrase_that_will_not_do_is_asked_again_unseen(
    own_home: Path,
) -> None:
    """What is typed after a refused passphrase stands nowhere; < goes back."""
    with Typist("init", practice=False, mode=PLAIN) as typist:
        typist.asked("Do you use a screen reader")
        typist.answer("1")
        typist.asked("In which folder")
        typist.answer("")
        typist.asked("Which passphrase?")
        typist.answer("3")
        typist.asked("Your own passphrase:")
        typist.answer("zebra")
        typist.asked("It must have 14 letters or more.", "Your own passphrase:")
        typist.answer(PASSPHRASE)
        typist.asked("Type it again:")
        typist.answer(f"{PASSPHRASE} zebra")
        typist.asked("The two are not the same.", "Your own passphrase:")
        typist.answer("<")
        typist.asked("Which passphrase?")

    assert "zebra" not in typist.raw
    assert PASSPHRASE not in typist.raw
    assert not (own_home / "vault").exists()


@pytest.mark.usefixtures("own_home")
@both_modes
def test_no_error_of_the_passphrase_menu_says_what_was_typed(mode: str) -> None:
    """A passphrase typed where a number is asked is not said again."""
    with Typist("init", practice=False, mode=mode) as typist:
        typist.asked("Do you use a screen reader")
        typist.answer("1" if mode == PLAIN else "2")
        typist.asked("In which folder")
        typist.answer("")
        typist.asked("Which passphrase?")
        typist.answer("password12345678")
        error = typist.asked("Error: Answer must be a number from 1 to 3.")

    assert "password12345678" not in error.partition("Error:")[2]


def test_a_wrong_recovery_code_is_asked_again_unseen(unnamed: Path) -> None:
    """Three tries at the terminal: none has to be typed in the shell."""
    del unnamed

    with Typist("recover", practice=False) as typist:
        for _try in range(3):
            typist.asked("Recovery code:")
            typist.answer("zebra-zebra")
            typist.sees("That recovery code does not open this vault.")
        assert typist.ends() == 14

    assert "zebra" not in typist.raw
    assert typist.left_as_found()


@pytest.mark.usefixtures("cases")
def test_home_lists_a_debrief_that_was_begun_once() -> None:
    """What was stopped is picked up; it is not on the list as not started, too."""
    with Typist("debrief", "PR-001") as typist:
        typist.asked("How did it go?")
        typist.answer("1")
        typist.asked("own worry before")
        typist.type(LEAVE)
        typist.ends()

    with Typist() as typist:
        home = typist.asked("Type a number to open it")

    assert "Robin Practice (PR-001) Debrief" in home.partition("To do today")[0]
    assert "1 of about 8 answered" in home
    assert home.count("Robin Practice (PR-001) Debrief") == 1
