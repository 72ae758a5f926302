"""A command within a sentence can be typed as it stands, in practice, too."""

from __future__ import annotations

import pytest

from inclusion_cli.cli.tree import GROUPS
from inclusion_cli.typed import COMMANDS, NAME, as_typed

HERE = "inclusion --practice"


def test_every_command_but_those_that_choose_the_vault_is_known() -> None:
    """A new command that is left out here would be typed into the real vault."""
    there = {name for group in GROUPS.values() for name in group}

    assert there - {"init", "demo", "unlock"} == {*COMMANDS}


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("To ask: inclusion undo", "To ask: inclusion --practice undo"),
        ("Do: inclusion decide-risk list", "Do: inclusion --practice decide-risk list"),
        ("To begin: inclusion init", "To begin: inclusion init"),
        ("Our aim: inclusion for all", "Our aim: inclusion for all"),
        ("Our aim: inclusion plans", "Our aim: inclusion plans"),
        ("inclusion plan", "inclusion plan"),
    ],
)
def test_only_a_command_is_changed(said: str, typed: str) -> None:
    """The word in another sense, and a command that takes no practice, stay."""
    assert as_typed(said, HERE) == typed
    assert as_typed(said, NAME) == said
