"""A talk about thoughts of suicide: whom to ring now, and the card as the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.interviews.observe import between, form
from inclusion_cli.store.reading import Reading
from tests.casework.test_as_of import file_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
TALK = ("observe", "PR-002", "--seen", "suicide_talk", "--when", "now", "--told", "Jo")


def test_the_receipt_says_whom_to_ring_and_goes_on_to_the_card(run: Any) -> None:
    """999, on call and the crisis team of her card stand first; the card is next."""
    ran = run(*TALK, "--note", "She is safe with her aunt", *QUIET)

    ring = ran.data["follows"][0]
    assert ring.startswith("In danger now: 999. On call here: 01632 960001.")
    assert "Crisis team: 01632 960002." in ring
    assert ran.data["next"] == ["card", "show", "PR-002"]


def test_999_is_said_right_after_the_choice(cases_vault: Vault) -> None:
    """Nobody answers "When was it?" before they are told to call."""
    case = Reading(cases_vault).casefile(file_of(cases_vault, "PR-002"))
    asked = form(case, between(case, now=NOW)).questions({"seen": "suicide_talk"})

    first = next(question for question in asked if question.key != "seen")

    assert first.key == "when"
    assert "call 999 first" in first.before({})[0]


@pytest.mark.parametrize("note", ["1", "safe", "1 2", "ok 1"])
def test_what_keeps_them_safe_is_said_in_words(run: Any, note: str) -> None:
    """A stray key or one word is no answer to what keeps somebody safe."""
    ran = run(*TALK, "--note", note, *QUIET)

    assert ran.code == 2
    assert "two words or more" in ran.out
