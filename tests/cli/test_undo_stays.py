"""Taking back stops at what is out, and at what something else rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_consent_commands import PAGE, QUIET, TELL, YES, maya, out
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
