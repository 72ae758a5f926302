"""The right of reply: kept in the person's words, beside what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.reply import Reply
from inclusion_cli.store.reading import Reading
from tests.casework.test_as_of import file_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

QUIET = ("--practice", "--json", "--no-input")
FIRST = ("--about", "decision", "--words", "Nobody asked me first")


def test_a_reply_stands_in_the_next_pack(run: Any, cases: Path, tmp_path: Path) -> None:
    """What was said about a decision, and what is to be changed, are on the paper."""
    said = run("reply", "PR-001", *FIRST, "--change", "Ask me", *QUIET)
    run("reply", "PR-001", "--about", "record", "--words", "It was fair", *QUIET)

    made = run("review", "PR-001", "--pack-only", "--out", str(tmp_path), *QUIET)

    assert (said.code, made.code) == (0, 0), cases
    assert said.data["says"] == "Saved for Robin Practice, PR-001: what Robin says."
    page = next(tmp_path.glob("*.md")).read_text(encoding="utf-8")
    for words in ("> Nobody asked me first", "> Ask me", "> It was fair"):
        assert words in page
    assert "About: The decision of" in page


def test_a_later_reply_leaves_the_first_as_it_was(run: Any, cases_vault: Vault) -> None:
    """Nothing is written over: both stand, in order, each with its day."""
    for words in ("At first I said no", "Now I think yes"):
        run("reply", "PR-001", "--about", "record", "--words", words, *QUIET)

    replies = Reading(cases_vault).casefile(file_of(cases_vault)).replies

    assert [kept.record.words for kept in replies[-2:]] == [
        "At first I said no",
        "Now I think yes",
    ]
    assert {kept.record.on for kept in replies[-2:]} == {NOW.date()}


def test_a_reply_can_be_taken_back_while_it_is_new(run: Any, cases: Path) -> None:
    """A slip is taken back by its author; it stays in the history."""
    run("reply", "PR-001", *FIRST, *QUIET)

    ran = run("undo", "--confirm", "PR-001", *QUIET[:2])

    assert "Taken back" in ran.data["says"], cases
    assert "a reply" in ran.data["says"]


def test_what_there_is_not_cannot_be_replied_to(run: Any, empty_practice: Path) -> None:
    """No pack was made yet: the choice is not there, and nothing is kept."""
    run("person", "add", "--name", "Amina Khan", *QUIET)

    ran = run("reply", "AK-001", "--about", "pack", "--words", "No", *QUIET)

    assert ran.code == 2, empty_practice
    assert "About must be" in str(ran.error)


def test_a_reply_has_words() -> None:
    """An empty reply is none."""
    with pytest.raises(ValueError, match="words"):
        Reply(NOW.date(), "")
