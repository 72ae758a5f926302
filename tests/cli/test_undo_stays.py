"""Taking back stops at what is out, and at what something else rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_consent_commands import PAGE, QUIET, TELL, YES, maya, out, withdrawn
from tests.cli.test_partner_commands import NEW
from tests.interviews.scripts_money import CONSENT

__all__ = ["out"]

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
BACK = ("undo", "--confirm", "PR-002", *QUIET[:2])
KITCHEN = ("consent", "give", "PR-002", "--kind", "tell", "--partner", "1", *YES)
PAGE_NOW = ("partner", "brief", "PR-002", "kitchen", "--items", "1", *PAGE, *QUIET)


def test_a_page_that_is_out_stays_and_so_does_its_consent(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """Undo names who was told, takes nothing back, and says what can be done."""
    run(*KITCHEN, "--purpose", "the baking group", "--items", "1", *QUIET)
    made = run(*PAGE_NOW, "--out", str(out))
    before = maya(cases_vault).safety.consents

    ran = run(*BACK)

    assert made.code == 0, made.out
    assert ran.code == 11
    assert "that something was told to Community kitchen, stays" in ran.error["message"]
    assert "inclusion consent withdraw PR-002" in ran.error["hint"]
    assert maya(cases_vault).safety.consents == before


def test_what_was_told_is_named_where_nothing_was_saved_before_it(run: Run) -> None:
    """A disclosure is the last save: it is named, and what stands before it stays."""
    told = ("--danger", "yes", "--recipient", "police, 999", "--harm", "He is at risk")
    run("disclosure", "add", "PR-002", *told, *QUIET)

    ran = run(*BACK)

    assert ran.code == 11
    assert "that something was told to police, 999, stays" in ran.error["message"]


def test_once_the_newest_is_taken_back_nothing_before_it_is(run: Run) -> None:
    """Undo reaches one save, and says that it was taken back."""
    run("consent", "give", "PR-002", *TELL, "--items", "1", *QUIET)

    first, second = run(*BACK), run(*BACK)

    assert (first.code, second.code) == (0, 3)


def test_a_consent_that_looks_at_money_rest_on_moves_to_nobody(run: Run) -> None:
    """Its look names it: it is refused as one that something was told on is."""
    agreed = run(*CONSENT, *QUIET)
    week = ("--week", "2026-11-09", "--done", "yes", "--present", "yes")
    look = run("money", "check", "PR-001", *week, "--unexplained", "0", *QUIET)

    ran = run(
        *("refile", agreed.data["id"][-8:], "PR-002"),
        *("--reason", "wrong person", *QUIET),
    )

    assert look.code == 0, look.out
    assert ran.code == 11
    assert "rests on this consent" in ran.error["message"]


def test_a_calling_back_that_was_ticked_by_mistake_is_taken_back(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """It is our own note: what is held is held again, and its action is open again."""
    withdrawn(run, out)
    held = maya(cases_vault).safety
    how = ("--disclosure", "1", "--how", "Noor gave it back")
    noted = run("disclosure", "recalled", "PR-002", *how, *QUIET)

    ran = run(*BACK)

    after = maya(cases_vault).safety
    assert noted.data["undo"] is True
    assert ran.code == 0, ran.out
    assert "that something was called back" in ran.data["says"]
    assert after.disclosures[-1].record.recalled_on is None
    assert [k.record for k in after.disclosures] == [k.record for k in held.disclosures]
    assert [k.record for k in after.actions] == [k.record for k in held.actions]


def test_what_was_answered_about_a_telling_still_stays(run: Run) -> None:
    """The rest of the questions after a calling back is no note of a calling back."""
    told = ("--danger", "yes", "--recipient", "police, 999", "--harm", "He is at risk")
    run("disclosure", "add", "PR-002", *told, *QUIET)
    run(
        *("disclosure", "recalled", "PR-002", "--disclosure", "1"),
        *("--how", "They said so", *QUIET),
    )
    rest = (
        *("--what", "Where she is", "--necessary", "They had to find her"),
        *("--why-no-consent", "No time was left", "--told-person", "yes"),
        *("--caldicott", "1,2"),
    )
    finished = run("disclosure", "finish", "PR-002", *rest, *QUIET)

    ran = run(*BACK)

    assert finished.code == 0, finished.out
    assert ran.code == 11
    assert "police, 999, stays" in ran.error["message"]


def test_a_save_of_the_service_is_taken_back_by_what_the_hint_says(run: Run) -> None:
    """The hint is typed as it stands, with other options behind it."""
    run("partner", "add", "--name", "Park football", *NEW, *QUIET)

    asked = run("undo", *QUIET)
    hint = asked.error["message"].split("add: ")[-1].split()
    ran = run("undo", *hint, *QUIET)

    assert asked.code == 2
    assert hint == ["--confirm", "service"]
    assert ran.code == 0, ran.out
