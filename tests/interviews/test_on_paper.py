"""Words and codes copied onto paper: which of them are worth keeping is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.cli.passphrases import nothing_changed
from inclusion_cli.errors import LeftForLater
from inclusion_cli.store import keys
from inclusion_cli.store.keyfile import read_key
from tests.interviews.conftest import PASSPHRASE
from tests.interviews.typist import BACK, FANCY, LEAVE, Typist

if TYPE_CHECKING:
    from pathlib import Path

_WORDS = re.compile(r"drawn for you: ((?:\S+ ){5})")


def test_the_words_stay_the_same_until_others_are_wanted(own_home: Path) -> None:
    """Back, or a slip, draws no other words: what is on paper still counts."""
    with Typist("init", practice=False, mode=FANCY) as typist:
        first = typist.asked("Do you use a screen reader")
        typist.answer("2")
        typist.asked("In which folder")
        typist.answer("")
        drawn = _WORDS.search(typist.asked("Which passphrase?"))
        typist.answer("1")
        typist.asked("Type the five words:")
        typist.answer(BACK)
        again = _WORDS.search(typist.asked("Which passphrase?"))
        typist.answer("2")
        others = typist.asked("Which passphrase?")
        typist.type(LEAVE)
        assert typist.ends() == 4
        left = typist.said()

    assert "boxes" not in first.partition("Do you use")[0]
    assert drawn
    assert again
    assert drawn[1] == again[1]
    assert "These are new words. Cross out the old ones." in others
    assert "If you wrote words down, cross them out." in left
    assert not (own_home / "vault").exists()


def test_a_change_of_passphrase_broken_off_changes_nothing(unnamed: Path) -> None:
    """The old one still opens, capitals and all, and that is said."""
    copied = PASSPHRASE.capitalize().replace(" ", "  ")

    with Typist("passphrase", practice=False, mode=FANCY) as typist:
        typist.asked("Passphrase:")
        typist.answer(copied)
        typist.asked("Which passphrase?")
        typist.type(LEAVE)
        assert typist.ends() == 4
        said = typist.said()

    assert "Nothing is changed. Your old passphrase still opens the vault." in said
    assert "Cross out what you wrote down." in said
    assert keys.open_with_passphrase(read_key(unnamed / "vault"), PASSPHRASE)


def test_finding_unlocks_before_it_asks_for_words(unnamed: Path) -> None:
    """The first thing asked of a locked vault is the passphrase, typed unseen."""
    del unnamed
    with Typist("find", practice=False, mode=FANCY) as typist:
        said = typist.asked("Passphrase:")

    assert "Which words?" not in said


def test_a_stop_keeps_its_kind_and_says_what_stands() -> None:
    """Whatever is stopped by, the exit code is that of the stop."""
    with (
        pytest.raises(LeftForLater, match=r"^Stopped\. Nothing is changed\.$"),
        nothing_changed("Nothing is changed."),
    ):
        raise LeftForLater
