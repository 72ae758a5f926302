"""A command to be copied stands on one line, however narrow the window is."""

from __future__ import annotations

import pytest

from inclusion_cli.plain import wrapped_whole
from inclusion_cli.screens.page import Command, command_lines, wrap

HINT = "To carry on, type: inclusion --practice debrief PR-001"


@pytest.mark.parametrize("width", range(20, 80, 3))
def test_a_command_in_a_hint_is_never_broken(width: int) -> None:
    """It goes to a line of its own before it is broken at its end."""
    lines = wrap(HINT, width)

    assert any("inclusion --practice debrief PR-001" in line for line in lines)
    assert " ".join(" ".join(lines).split()) == HINT


def test_what_follows_a_command_is_wrapped_as_ever() -> None:
    """The sentence after it is a sentence."""
    text = "To set up your own, type: inclusion init. To practise, type: inclusion demo"

    lines = wrapped_whole(text, 30)

    assert [line for line in lines if "inclusion init." in line]
    assert lines[-1].endswith("type: inclusion demo")
    assert all(len(line) <= 30 for line in lines)


def test_a_name_that_is_no_command_is_text() -> None:
    """The word alone, within a sentence, binds nothing."""
    text = "A newer version of inclusion made this vault on another computer of yours"

    assert max(map(len, wrapped_whole(text, 24))) <= 24


@pytest.mark.parametrize(("width", "lines"), [(78, 1), (30, 2)])
def test_a_next_command_has_its_line(width: int, lines: int) -> None:
    """What leads to it may stand above it."""
    command = Command("To take it back:", ("plan", "add", "AK-014"))

    told = command_lines(command, width)

    assert len(told) == lines
    assert told[-1].endswith("inclusion plan add AK-014")


def test_a_command_with_a_word_to_fill_in_is_whole() -> None:
    """What is to be copied is never broken, whatever stands at its end."""
    said = "To see one: inclusion --practice plan show PR-002 STEP"

    assert wrapped_whole(said, 30)[-1].endswith("plan show PR-002 STEP")
