"""PR-002 as the cases tell it: what the kitchen's lead knows, and what she does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import MONEY_CHECK
from inclusion_cli.domain.consent_standing import for_activity, items_agreed
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.store.reading import Reading
from tests.cli.test_consent_commands import maya
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

TODAY = NOW.date()


def test_the_kitchen_has_a_page_of_consented_items_alone(cases_vault: Vault) -> None:
    """Three things were told; one was asked for, and is not shared."""
    case = maya(cases_vault)
    (partner,) = Reading(cases_vault).of_kind("partner", "1")
    told = [d.record for d in case.safety.disclosures if d.record.partner == partner.id]

    agreed = items_agreed(case, partner.id, on=TODAY)
    assert [set(one.items) for one in told] == [set(agreed)]
    assert "history" in case.safety.consents[-1].record.excluded
    assert "history" not in agreed
    assert "history" not in told[0].what


def test_one_consent_is_about_to_expire(cases_vault: Vault) -> None:
    """It stands on home, with the command that opens it."""
    found = [d for d in due_for(maya(cases_vault), now=NOW) if "consent ends" in d.says]

    assert [one.command[:2] for one in found] == [("consent", "show")]


def test_the_weekly_look_at_money_has_its_own_consent(cases_vault: Vault) -> None:
    """To take part in it, since before the first week, with its last day."""
    case = maya(cases_vault)
    consent = for_activity(case, MONEY_CHECK, on=TODAY)

    assert consent is not None
    assert (TODAY - consent.record.on).days == 92
    assert consent.record.until is not None
    assert consent.record.items == ()
