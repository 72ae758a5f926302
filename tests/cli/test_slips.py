"""Slips of the pen that would put a wrong fact on a record: refused, nothing kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli import answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

QUIET = ("--no-input",)
PAUSE = {
    "ready": "not_sure",
    "wish": "Stay in for now",
    "decision": "pause",
    "why": "She asked for a week of rest, and nothing else",
    "agreed_with": "Jo",
    "least_change": "One week",
    "resume_when": "She says so",
}


def entries(p: Run) -> int:
    """Return how many entries the vault has."""
    count: int = p("verify", "--json").data["entries"]
    return count


def test_a_session_is_recorded_once(amina_there: Run) -> None:
    """The same time a second time is refused, so that one session is never two."""
    told = answers.as_flags(answers.DEBRIEF)
    assert amina_there("debrief", "AK-014", *told, *QUIET).code == 0
    before = entries(amina_there)

    again = amina_there("debrief", "AK-014", *told, *QUIET)

    assert again.code == 2
    assert "When: the time is that of a session that is recorded already." in again.err
    assert entries(amina_there) == before


SLIPS: list[tuple[tuple[str, ...], dict[str, Any], str]] = [
    (
        ("debrief",),
        {**answers.DEBRIEF, "when": "2026-11-17T14:00"},
        "When: the time is before step 1 began, on Wednesday 18 November 2026.",
    ),
    (
        ("debrief",),
        {**answers.DEBRIEF, "since": "crisis", "contacts": "1990-01-01"},
        "Crisis calls must be within the last 56 days.",
    ),
    (
        ("review",),
        {**PAUSE, "look_again": "2026-11-26"},
        "Look again: the day must be within 7 days.",
    ),
    (
        ("review",),
        {**answers.REVIEW, "look_again": "2099-11-24"},
        "Look again: the day must be within a year.",
    ),
    (
        ("review",),
        {**answers.REVIEW, "next": "2035-01-01T10:00"},
        "Next session must be within a year.",
    ),
    (
        ("plan", "away"),
        {"kind": "holiday", "first": "2035-01-01", "last": "2036-01-01"},
        "The first day must be within a year of today.",
    ),
    (
        ("formulate",),
        {"review_on": "2099-01-01"},
        "Review must be within a year.",
    ),
    (
        ("person", "close"),
        {"closed_on": "2020-01-01", "because": "moved", "confirm": "AK-014"},
        "Last day cannot be before this file was opened, on Wednesday 18 November",
    ),
    (
        ("card", "write"),
        {"on_call": "12"},
        "On call here must be a number to ring, of 3 digits or more.",
    ),
]


@pytest.mark.parametrize(
    ("command", "told", "sentence"), SLIPS, ids=[slip[2] for slip in SLIPS]
)
def test_a_slip_is_told_and_nothing_is_kept(
    amina_there: Run, command: tuple[str, ...], told: dict[str, Any], sentence: str
) -> None:
    """Too early, too far ahead, or no number: one sentence, and no entry."""
    before = entries(amina_there)

    ran = amina_there(*command, "AK-014", *answers.as_flags(told), *QUIET)

    assert ran.code == 2
    assert sentence in " ".join(ran.err.split())
    assert entries(amina_there) == before


def test_a_second_person_of_the_same_name_is_pointed_out(amina_there: Run) -> None:
    """Nobody is there to ask, so the receipt says whose name it looks like."""
    ran = amina_there("person", "add", "--name", "Amina Kahn", *QUIET, "--json")

    assert ran.code == 0
    assert ran.data["follows"] == [
        "This name looks like Amina Khan, AK-014. Check the code."
    ]


def test_one_strength_is_not_two(p: Run) -> None:
    """Two at least means two that differ."""
    p("person", "add", "--name", "Amina Khan", "--code", "AK-014", *QUIET)
    same = {**answers.FORMULATION, "strength": [{"text": "Sings"}, {"text": "sings"}]}

    ran = p("formulate", "AK-014", *answers.as_flags(same), *QUIET)

    assert ran.code == 2
    assert "Strength 2 says the same as number 1." in ran.err


def test_a_stop_the_person_wishes_needs_nobody_to_agree(amina_there: Run) -> None:
    """No reason, no signature: the wish is enough."""
    told = {"ready": "no", "wish": "I want to stop", "decision": "person_stopped"}

    ran = amina_there("review", "AK-014", *answers.as_flags(told), *QUIET)

    assert ran.code == 0, ran.err


def test_a_pack_alone_can_be_tried_and_decides_nothing(
    amina_there: Run, tmp_path: Path
) -> None:
    """A dry run writes no paper and no entry; a decision beside it is refused."""
    papers = tmp_path / "papers"
    words = ("review", "AK-014", "--pack-only", *QUIET, "--out", str(papers))
    before = entries(amina_there)

    tried = amina_there(*words, "--dry-run")
    beside = amina_there(*words, "--decision", "hold")
    ahead = amina_there(*words, "--since", "2035-01-01")

    assert (tried.code, beside.code, ahead.code) == (0, 2, 2)
    assert "decision: --pack-only decides nothing" in beside.err
    assert "--since cannot be later than today." in ahead.err
    assert not papers.exists()
    assert entries(amina_there) == before
