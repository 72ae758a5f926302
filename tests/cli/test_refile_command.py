"""A record saved for the wrong person is moved to the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.store.reading import Reading
from tests.cli import answers

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

QUIET = ("--no-input", "--practice")
WHY = ("--reason", "typing error")


@pytest.fixture
def two(run: Run, debriefed: str) -> str:
    """Return the id of a debrief of Amina, with Ben Cole, BC-015, on a step beside."""
    added = ("--name", "Ben Cole", "--code", "BC-015")
    for words in (
        ("person", "add", *added),
        ("formulate", "BC-015", *answers.as_flags(answers.FORMULATION)),
        ("plan", "add", "BC-015", *answers.as_flags(answers.STEP)),
        ("plan", "start", "BC-015", *answers.as_flags(answers.START)),
    ):
        ran = run(*words, *QUIET)
        assert ran.code == 0, ran.err
    return debriefed


MOVE = ("--step", "1", "--reason", "picked the wrong name")


def test_a_debrief_moves_to_the_right_person_in_one_save(run: Run, two: str) -> None:
    """Voided there, written here, with the reason; the wrong file shows no word."""
    words = "It was loud at first"

    ran = run("refile", two, "BC-015", *MOVE, "--confirm", "BC-015", *QUIET, "--json")

    assert ran.code == 0
    new = ran.data["id"]
    found = run("find", *words.split(), "--practice", "--json").data["found"]
    assert [(one["id"], one["code"]) for one in found] == [(new, "BC-015")]
    for command in ("history", "why"):
        shown = run(command, two, "--practice").out
        assert words not in shown + run(command, two, "--practice", "--json").out
        assert "BC-015" not in shown
        assert "wrong name" not in shown
        assert "oved" in shown
    assert "picked the wrong name" in run("history", new, "--practice").out
    assert run("verify", "--practice").code == 0


def test_a_move_is_undone_as_one_save(run: Run, two: str) -> None:
    """Back in the file it came from, gone from the other."""
    run("refile", two, "BC-015", *MOVE, "--confirm", "BC-015", *QUIET)

    ran = run("undo", "--confirm", "BC-015", *QUIET)

    assert "a debrief moved here from Amina Khan, AK-014." in " ".join(ran.out.split())
    found = run("find", "loud", "--practice", "--json").data["found"]
    assert [(one["id"], one["code"]) for one in found] == [(two, "AK-014")]
    assert run("verify", "--practice").code == 0


def test_the_papers_and_decisions_of_the_wrong_person_are_named(
    run: Run, two: str, tmp_path: Path
) -> None:
    """What showed it outside the vault must be taken back by hand."""
    told = answers.as_flags(answers.REVIEW)
    assert run("review", "AK-014", *told, *QUIET, "--out", str(tmp_path)).code == 0

    ran = run("refile", two, "BC-015", *MOVE, "--confirm", "BC-015", *QUIET)

    said = " ".join(ran.out.split())
    assert (
        "The pack of Wednesday 18 November 2026 for Amina Khan, AK-014 shows it: "
        "take it back." in said
    )
    assert "A decision about Amina Khan, AK-014 rests on it: Hold" in said


def test_the_code_of_the_right_person_must_be_typed(run: Run, two: str) -> None:
    """Both names are read before anything moves."""
    ran = run("refile", two, "BC-015", *MOVE, "--confirm", "AK-014", *QUIET)

    assert ran.code == 2
    assert "must be BC-015, the code of the right person" in " ".join(ran.err.split())
    assert run("find", "loud", "--practice", "--json").data["total"] == 1


def test_what_cannot_move_says_why(run: Run, two: str) -> None:
    """The same person, a step of the ladder, a card where there is one."""
    same = run("refile", two, "AK-014", *MOVE, "--confirm", "AK-014", *QUIET)
    assert (same.code, "already" in same.err) == (11, True)
    steps = run("find", "Canal", "path", "--kind", "step", "--practice", "--json").data
    step = run("refile", steps["found"][0]["id"], "BC-015", *QUIET)
    assert (step.code, "belong to one ladder" in step.err) == (11, True)


def test_a_session_with_its_debrief_waits_for_it(run: Run, cases_vault: Vault) -> None:
    """What rests on it is moved first, and is named."""
    debrief = next(d for d in Reading(cases_vault).all(Debrief) if d.record.session)
    wrong = Reading(cases_vault).casefile(debrief.file).person.record.code
    other = "PR-003" if wrong != "PR-003" else "PR-001"

    ran = run("refile", str(debrief.record.session), other, *QUIET)

    assert ran.code == 11
    assert "rests on this session" in ran.err
    assert debrief.id[-8:] in ran.err
