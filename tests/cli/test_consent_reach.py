"""A consent reaches as far as the person said: its purpose, and no further."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.consent_wider import widened
from inclusion_cli.domain.record import replace
from tests.cli.test_consent_commands import QUIET, TELL, maya
from tests.interviews.by_lines import walked

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Prompt
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
TOLD = (
    *("disclosure", "add", "PR-002", "--danger", "no", "--recipient", "Ms Shah"),
    *("--recipient-role", "social worker", "--rests", "consent", "--items", "1"),
)


def agreed(run: Run) -> str:
    """Let Maya agree that Ms Shah is told two things; return the consent's short id."""
    items = ("--items", "1,2", "--until", "2027-03-01", "--excluded", "12")
    ran = run("consent", "give", "PR-002", *TELL, *items, *QUIET)
    return str(ran.data["id"])[-8:]


def amend(run: Run, consent: str, *more: str) -> Any:
    """Change a consent, with a reason."""
    return run("amend", consent, *more, "--reason", "it said too little", *QUIET)


def test_what_was_agreed_for_one_thing_is_not_told_for_another(
    run: Run, cases_vault: Vault
) -> None:
    """Another purpose is refused, with what it was for and how to ask anew."""
    agreed(run)
    before = len(maya(cases_vault).safety.disclosures)

    ran = run(*TOLD, "--purpose", "to sell insurance", *QUIET)

    assert ran.code == 11
    assert "is told for this: the care review" in ran.error["message"]
    assert "inclusion consent give PR-002" in ran.error["hint"]
    assert len(maya(cases_vault).safety.disclosures) == before


@pytest.mark.parametrize("purpose", [(), ("--purpose", "The care review.")])
def test_the_purpose_is_that_of_the_consent_unless_another_is_typed(
    run: Run, cases_vault: Vault, purpose: tuple[str, ...]
) -> None:
    """With nothing said it is the one they agreed to; a capital or a stop is none."""
    agreed(run)

    ran = run(*TOLD, *purpose, *QUIET)

    told = maya(cases_vault).safety.disclosures[-1].record
    assert ran.code == 0, ran.out
    assert told.purpose.casefold().rstrip(".") == "the care review"
    assert told.consent


def test_enter_keeps_the_purpose_they_agreed_to(run: Run) -> None:
    """In the interview it stands there, and another one is doubted."""
    agreed(run)
    typed = {"danger": "2", "recipient": "Ms Shah", "rests": "1", "items": "1"}

    def reply(prompt: Prompt) -> str:
        return typed.get(prompt.question.key, "")

    ran, sitting = walked(run, ("disclosure", "add", "PR-002"), reply)

    offered = {prompt.question.key: prompt.keeps for prompt in sitting.asked}
    assert ran.code == 0, ran.err
    assert offered["purpose"] == "the care review"


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--items", "1,2,9"), "also told"),
        (("--excluded", "0"), "no longer left out"),
        (("--recipient", "Mr Green"), "who is told"),
        (("--purpose", "to sell insurance"), "what it is for"),
    ],
)
def test_a_change_never_widens_what_was_agreed(
    run: Run, cases_vault: Vault, more: tuple[str, ...], says: str
) -> None:
    """More items, fewer exclusions, somebody else, another purpose: asked anew."""
    consent = agreed(run)
    before = maya(cases_vault).safety.consents[-1].record

    ran = amend(run, consent, *more)

    assert ran.code == 11, ran.out
    assert "It is given anew." in ran.error["message"]
    assert says in ran.error["message"]
    assert maya(cases_vault).safety.consents[-1].record == before


@pytest.mark.parametrize(
    "less",
    [
        ("--items", "1"),
        ("--excluded", "12,13"),
        ("--purpose", "the car review"),
        ("--asked-how", "talked it through twice"),
    ],
)
def test_a_change_may_narrow_it_or_mend_a_slip(run: Run, less: tuple[str, ...]) -> None:
    """Fewer items, more exclusions, another spelling."""
    consent = agreed(run)

    ran = amend(run, consent, *less)

    assert ran.code == 0, ran.out


def test_a_later_last_day_is_wider_and_an_earlier_one_is_not(
    run: Run, cases_vault: Vault
) -> None:
    """How long it holds is part of what was agreed."""
    agreed(run)
    stood = maya(cases_vault).safety.consents[-1].record
    later, nearer = date(2027, 5, 1), date(2026, 12, 20)

    assert widened(stood, replace(stood, until=later))
    assert not widened(stood, replace(stood, until=nearer))
