"""A concern says whom to ring on which number; nothing is ever sent from here."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.concern import concern_receipt
from inclusion_cli.domain.concern import SafeguardingConcern
from inclusion_cli.domain.filed import Filed
from inclusion_cli.domain.service import Nation
from inclusion_cli.shipped import call_ladder, safeguarding
from tests.casework.test_concerns import DECIDE, QUIET, SEEN, at_home, newest, tell
from tests.conftest import NOW
from tests.domain.making import keep

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

__all__ = ["tell"]
pytestmark = pytest.mark.usefixtures("cases")
LADDER = (
    *("--answer", "rung.2.phone=01632 960222"),
    *("--answer", "rung.4.phone=01632 960333"),
)


@pytest.fixture
def ladder(run: Any, cases: Any) -> None:
    """Put the numbers of the manager and the council into the ladder."""
    assert cases
    set_up = run("incident", "ladder", *LADDER, *QUIET)
    assert set_up.code == 0, set_up.out


@pytest.mark.usefixtures("ladder")
def test_telling_one_says_which_number_the_manager_has(tell: Any) -> None:
    """It is rung in this shift."""
    follows = tell("concern", "add", "BD-004", "--seen", SEEN).data["follows"]

    ring = next(line for line in follows if line.startswith("Ring now: "))
    assert ring.endswith("01632 960222")


@pytest.mark.usefixtures("ladder")
def test_a_decision_to_refer_is_no_referral_until_they_were_rung(
    tell: Any, cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The receipt says that nothing was sent; home asks until somebody says when."""
    told = ("--told-manager", "Jo", "--wishes-asked", "asked_none")
    tell("concern", "add", "BD-004", "--seen", SEEN, *told)

    ran = tell("concern", "decide", "BD-004", *DECIDE)
    waits = at_home(tell)
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(days=1)).isoformat())
    late = at_home(tell)
    rung = tell("concern", "decide", "BD-004", "--referred-at", "today 9am")

    assert "Nobody has it yet" in ran.data["says"]
    assert ran.data["follows"][0].startswith("Nothing has been sent. You ring: adult")
    assert any(f.endswith("01632 960333") for f in ran.data["follows"])
    assert ran.data["next"][:2] == ["concern", "decide"]
    assert "that the referral was given to them" in waits[0]["says"]
    assert (waits[0]["alarm"], late[0]["alarm"]) == ("risk", "risk")
    assert rung.code == 0, rung.out
    assert "it is referred" in rung.data["says"]
    assert newest(cases_vault).record.referred_at is not None
    assert not any("given to them" in item["says"] for item in at_home(tell))


def test_what_nobody_was_given_yet_is_nowhere_called_referred(tell: Any) -> None:
    """The list, the page and home say so, with the command that ends it."""
    tell("concern", "add", "BD-004", "--seen", SEEN)
    tell("concern", "decide", "BD-004", *DECIDE)

    listed = tell("concern", "list", "BD-004")
    shown = tell("concern", "show", "BD-004")
    home = at_home(tell)
    tell("concern", "decide", "BD-004", "--referred-at", "today 9am")
    after = tell("concern", "list", "BD-004").out + tell("concern", "show").out

    said = "o be referred, not given yet"
    assert f"T{said}" in listed.out
    assert listed.data["next"][:2] == ["concern", "decide"]
    assert f"t{said}" in shown.out
    assert "To be given to" in shown.out
    for out in (listed.out, shown.out):
        assert "Referred" not in out
    assert any(f"T{said}" in item["says"] for item in home)
    assert "Referred" in after
    assert said not in after


def test_a_ladder_without_numbers_says_how_to_put_them_in() -> None:
    """A step nobody can ring is no help at the moment it is needed."""
    ladder, _wrong = call_ladder(Nation.ENGLAND, Path("nowhere"))
    words, _wrong = safeguarding(Nation.ENGLAND, Path("nowhere"))
    told = keep(SafeguardingConcern(SEEN, NOW))

    receipt = concern_receipt(Filed("", "BD-004", "Billie"), told, words, ladder=ladder)

    assert "Ring now: The manager, or who is on call, no number here yet" in (
        receipt.follows
    )
    assert any("inclusion incident ladder" in line for line in receipt.follows)
