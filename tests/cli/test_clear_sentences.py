"""Where something cannot be done, the sentence says why and what to do instead."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.cli import answers

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

QUIET = ("--no-input",)


def through(tmp_path: Path, text: str) -> str:
    """Return a file descriptor that gives a line of text."""
    path = tmp_path / "line"
    path.write_text(text + "\n", encoding="utf-8")
    return str(os.open(path, os.O_RDONLY))


@pytest.mark.parametrize("typed", ["ZZZZ", "4ZVN-1BYD-RE4V-MX8U", ""])
def test_what_is_no_head_code_proves_nothing_about_the_vault(
    amina_there: Run, typed: str
) -> None:
    """A slip of the finger is a slip, and no alarm about the record."""
    ran = amina_there("verify", "--against", typed, "--count", "3")

    assert ran.code == 2
    assert "A head code has 16 letters and numbers" in ran.err


def test_a_code_that_does_not_fit_is_to_be_read_again_first(amina_there: Run) -> None:
    """It may be the paper of another vault, or a sign read wrongly."""
    ran = amina_there("verify", "--against", "4ZVN-1BYD-RE4V-MX84", "--count", "3")

    assert ran.code == 15
    assert "Read both from the paper once more, and type them again." in ran.out
    assert "This vault is not as it was left." not in ran.out


def test_a_closed_file_is_named_as_closed(amina_there: Run) -> None:
    """It is not "no one": the file is there, can be read, and takes nothing new."""
    told = {"because": "moved", "confirm": "AK-014"}
    amina_there("person", "close", "AK-014", *answers.as_flags(told), *QUIET)

    ran = amina_there("formulate", "AK-014", *QUIET)

    assert ran.code == 3
    assert "The file of Amina Khan, AK-014 is closed." in ran.err
    assert "inclusion --practice person show AK-014" in ran.err


def test_what_was_taken_back_is_not_taken_back_twice(amina_there: Run) -> None:
    """The second time says that it was done already."""
    words = ("undo", "--confirm", "AK-014", *QUIET)

    assert amina_there(*words).code == 0
    again = amina_there(*words)

    assert again.code == 3
    assert "Your last save was taken back already." in again.err


def test_an_empty_demo_empties_nothing(cases: Path, run: Run) -> None:
    """A practice vault that is lived in is thrown away only by --reset."""
    before = run("verify", "--practice", "--json").data["entries"]

    ran = run("demo", "--empty")

    assert cases.is_dir()
    assert ran.code == 11
    assert "inclusion demo --empty --reset" in ran.err
    assert run("verify", "--practice", "--json").data["entries"] == before


def test_a_set_up_that_was_refused_leaves_nothing(
    own_home: Path, run: Run, tmp_path: Path
) -> None:
    """A wrong answer or a weak passphrase: no vault, no settings."""
    there = ("--worker", "Sam", "--service", "Rowan House", "--vault", str(tmp_path))
    nations = (("mars", "x" * 40), ("england", "weak"))

    for nation, passphrase in nations:
        fd = through(tmp_path, passphrase)
        words = ("init", *QUIET, *there, "--nation", nation, "--passphrase-fd", fd)
        assert run(*words).code == 2

    assert not (own_home / "settings.json").exists()


def test_a_session_without_a_debrief_stands_in_the_pack(
    cases: Path, run: Run, tmp_path: Path
) -> None:
    """The meeting sees what is not written yet."""
    run("review", "PR-001", "--practice", "--pack-only", *QUIET, "--out", str(tmp_path))

    (pack,) = tmp_path.glob("review-*.md")
    assert cases.is_dir()
    assert "No debrief yet of the session of" in pack.read_text(encoding="utf-8")


def test_a_list_in_an_answers_file_is_the_whole_list(
    amina_there: Run, tmp_path: Path
) -> None:
    """A new version from a file drops the rows that are not in it."""
    two = [*answers.FORMULATION["trigger"], *answers.FORMULATION["trigger"]]
    path = tmp_path / "answers.json"
    words = ("formulate", "AK-014", "--answers", str(path), *QUIET, "--json")

    path.write_text(answers.as_json({"trigger": two}), encoding="utf-8")
    first = amina_there(*words).data["record"]
    path.write_text(
        answers.as_json({"trigger": two[:1], "control": []}), encoding="utf-8"
    )
    second = amina_there(*words).data["record"]

    assert (len(first["triggers"]), len(first["controls"])) == (2, 1)
    assert (len(second["triggers"]), len(second["controls"])) == (1, 0)
    assert len(second["strengths"]) == 2


def test_an_account_of_harm_can_be_read_again(cases: Path, run: Run) -> None:
    """What was seen, and who was told, stands in the pack with its record."""
    out = cases / "papers_here"
    run("review", "PR-001", "--practice", "--pack-only", *QUIET, "--out", str(out))

    (pack,) = out.glob("review-*.md")
    text = pack.read_text(encoding="utf-8")
    assert "What was seen or heard: Two young men stood on the bridge" in text
    assert "Who was told: Jo, the team lead, by phone at 11am" in text


def test_days_away_are_the_nearest_ones(amina_there: Run) -> None:
    """A hospital stay in two days is not saved as one a year ago."""
    told = {"kind": "hospital", "first": "20 November", "last": "16 november"}

    wrong = amina_there("plan", "away", "AK-014", *answers.as_flags(told), *QUIET)
    right = amina_there(
        "plan", "away", "AK-014", *answers.as_flags({**told, "last": "30/11"}),
        *QUIET, "--json",
    )  # fmt: skip

    assert wrong.code == 2
    assert "cannot be before the first day, Friday 20 November 2026" in wrong.err
    assert right.data["record"]["first"] == "2026-11-20"
    assert right.data["record"]["last"] == "2026-11-30"
