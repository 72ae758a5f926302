"""A command within a sentence can be typed as it stands, in practice, too."""

from __future__ import annotations

import re

import pytest

from inclusion_cli.cli.tree import GROUPS
from inclusion_cli.errors import NothingFound
from inclusion_cli.screens.voice import present_error
from inclusion_cli.typed import CHOOSE_THE_VAULT, COMMANDS, NAME, as_typed
from tests.catalogue.extract import every_text
from tests.catalogue.rules import HELP, PAPER

HERE = "inclusion --practice"


def test_every_command_but_those_that_choose_the_vault_is_known() -> None:
    """A new command that is left out here would be typed into the real vault."""
    there = {name for group in GROUPS.values() for name in group}

    assert there == {*COMMANDS, *CHOOSE_THE_VAULT}


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("To ask: inclusion undo", "To ask: inclusion --practice undo"),
        ("Do: inclusion decide-risk list", "Do: inclusion --practice decide-risk list"),
        ("To begin: inclusion init", "To begin: inclusion init"),
        ("To see home, type: inclusion", "To see home, type: inclusion --practice"),
        ("Help, type: inclusion --help", "Help, type: inclusion --practice --help"),
        ("Our aim: inclusion for all", "Our aim: inclusion for all"),
        ("Our aim: inclusion", "Our aim: inclusion"),
        ("Our aim: inclusion plans", "Our aim: inclusion plans"),
        ("inclusion plan", "inclusion plan"),
    ],
)
def test_only_a_command_is_changed(said: str, typed: str) -> None:
    """The word in another sense, and a command that takes no practice, stay."""
    assert as_typed(said, HERE) == typed
    assert as_typed(said, NAME) == said


def test_what_chooses_the_vault_is_called_as_here_without_the_flag() -> None:
    """A path to the program is kept; practice has no other vault to set up."""
    said = as_typed("To begin: inclusion init", "./bin/inclusion --practice")

    assert said == "To begin: ./bin/inclusion init"


def test_a_command_in_the_error_itself_keeps_to_practice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is not typed into the real vault, wherever in the message it stands."""
    error = NothingFound("No file is open. To open one, type: inclusion person add")

    present_error(error, as_json=False, practice=True)

    assert "type: inclusion --practice person add" in capsys.readouterr().err


def test_no_sentence_names_a_command_that_practice_would_miss() -> None:
    """Behind a colon it is found; elsewhere it would be typed into the real vault."""
    named = re.compile(rf"(?<!: )\b{NAME} (?:{'|'.join(COMMANDS)})\b(?!-)")

    texts = {found.text for found in every_text() if found.sort not in (HELP, PAPER)}

    assert [text for text in texts if named.search(text)] == []
