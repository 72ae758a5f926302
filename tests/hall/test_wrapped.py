"""A command to be copied stands on one line, however narrow the window is."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.edges import at_spaces
from inclusion_cli.plain import wrapped_whole
from inclusion_cli.screens.page import Command, Line, command_lines, page, wrap
from inclusion_cli.screens.theme import draw

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


WORDS = st.sampled_from(
    ("To", "see", "partner's", "card-PR-001", "a", "supported", ".", "(1f57b6e4)")
)
COPIED = st.sampled_from(
    (
        "type: inclusion --practice disclosure add PR-001",
        "look: .venv/bin/inclusion --practice partner show ae4cf541",
        "It is papers/letter-PR-002-2026-08-31-for-the-kitchen.md",
        r"C:\Users\sam\inclusion-papers\card-PR-001-wallet-own-2026-11-30.pdf",
    )
)


@given(st.lists(WORDS | COPIED, max_size=12), st.integers(20, 120))
def test_no_word_command_or_path_is_ever_cut(parts: list[str], width: int) -> None:
    """At any width each stands whole on one line, and only these run over it."""
    text = " ".join(parts)
    lines = wrap(text, width, copied=True)

    assert " ".join(" ".join(lines).split()) == " ".join(text.split())
    for line in lines:
        copied = re.sub(r"\S*inclusion( \S+)*|\S*[/\\]\S*", "x", line)
        assert len(line) <= width or ("x" in copied and len(copied.split()) <= 2), line


@given(st.lists(WORDS | COPIED, max_size=12), st.integers(20, 120))
def test_the_edge_of_a_terminal_falls_between_words(
    parts: list[str], columns: int
) -> None:
    """A line that is wider is one line still, and breaks where a space is."""
    line = " ".join(parts)
    told = at_spaces(line, columns)
    rows = [told[n : n + columns] for n in range(0, len(told), columns)]

    assert "\n" not in told
    assert told.split() == line.split()
    short = [word for word in line.split() if len(word) < columns]
    assert [w for row in rows for w in row.split() if w in short] == short


def test_without_a_terminal_nothing_is_added() -> None:
    """What is piped away is as it was."""
    assert at_spaces("a line of words", 0) == "a line of words"


@pytest.mark.parametrize("columns", [60, 78])
def test_rich_cuts_no_path_and_no_command(columns: int) -> None:
    """The drawn page has each on a line, as the plain one has."""
    path = f"/home/{'very-long/' * 9}letter.pdf"
    long = Command("To do:", ("partner", "show"), program=f"/{'x/' * 40}inclusion")
    stream = io.StringIO()

    draw(page(Line(path, whole=True), Line(f"It is {path}"), long), stream, columns)

    rows = stream.getvalue().splitlines()
    assert [row.strip() for row in rows].count(path) == 2
    assert f"/{'x/' * 40}inclusion partner show" in rows
