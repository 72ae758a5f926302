"""What a page shows rests on facts, not on the words of one language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain import pages, sessions, why
from inclusion_cli.domain.pages import PersonPage
from inclusion_cli.domain.sessions import SessionListed, Sessions
from inclusion_cli.domain.why import Why
from inclusion_cli.screens.page import plain_lines
from inclusion_cli.screens.voice import picture

if TYPE_CHECKING:
    import pytest

NOW = datetime(2026, 11, 18, 14).astimezone()
OTHER = "[ungefragt]"


def told(record: object) -> str:
    """Return a page as one line."""
    return " ".join(" ".join(plain_lines(picture(record), 200)).split())


def test_a_session_that_waits_leads_to_its_debrief(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However that it waits is said."""
    monkeypatch.setattr(sessions, "WAITS", OTHER)
    line = SessionListed("AK-014", "", NOW, "today", 1, "bus", "", OTHER, "id", "ab12")

    said = told(Sessions("Amina", "AK-014", (line,)))

    assert "Next: inclusion debrief AK-014" in said


def test_of_a_record_that_was_moved_out_nothing_else_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However that it was moved is said."""
    monkeypatch.setattr(why, "MOVED", OTHER)
    found = Why(
        "0f3a2b1c", "debrief", "A debrief", "", "", "Sam", NOW, NOW, state=OTHER
    )

    said = told(found)

    assert "Moved out" in said
    assert "It happened" not in said


def test_where_no_step_is_on_a_person_is_on_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However that is said."""
    monkeypatch.setattr(pages, "NO_STEP", OTHER)
    found = PersonPage("AK-014", "Amina", "Amina", None, None, "", OTHER, "", (), (),
                       None)  # fmt: skip

    assert f"On {OTHER}" not in told(found)
