"""Who holds what: what was told on a consent and was not called back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_standing import (
    holds,
    items_agreed,
    over_on,
    same_recipient,
)
from inclusion_cli.domain.disclosure import Disclosure, Rests

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept


def recalled(case: Casefile, told: Kept[Disclosure]) -> date | None:
    """Return the day its recipient was told to stop using it, None where nobody was.

    The record says so, or the action that taking the consent back opened is done.
    """
    if told.record.recalled_on:
        return told.record.recalled_on
    consents = {kept.id: kept for kept in case.safety.consents}
    for action in case.safety.actions:
        consent, done = consents.get(action.record.of), action.record.done_on
        asked_after = action.recorded_at >= told.recorded_at
        if done and consent and asked_after and rests_on(told.record, consent):
            return done
    return None


def rests_on(told: Disclosure, consent: Kept[Consent]) -> bool:
    """Say whether something was told on a consent, alone or with another one."""
    if told.rests is not Rests.CONSENT:
        return False
    if told.consent == consent.id:
        return True
    said = consent.record
    if not holds(said, on=told.on) or not {*told.items} & {*said.items}:
        return False
    return same_recipient(said, told.partner or told.recipient, told.role)


def held_under(case: Casefile, consent: Kept[Consent]) -> tuple[Kept[Disclosure], ...]:
    """Return what was told on a consent and stands with its recipient still."""
    return tuple(
        told
        for told in case.safety.disclosures
        if rests_on(told.record, consent) and recalled(case, told) is None
    )


def holders(case: Casefile, partner: str) -> tuple[Kept[Disclosure], ...]:
    """Return what a partner holds of a person."""
    return tuple(
        told
        for told in case.safety.disclosures
        if told.record.partner == partner and recalled(case, told) is None
    )


def after_the_end(case: Casefile, told: Kept[Disclosure]) -> bool:
    """Say whether something was told on a consent that did not hold on that day.

    Audit rule 18; practice reference 6.4.
    """
    if told.record.rests is not Rests.CONSENT:
        return False
    consent = next(
        (kept for kept in case.safety.consents if kept.id == told.record.consent), None
    )
    if consent is None:
        return True
    over = over_on(case, consent, on=told.record.on)
    return over is not None and over < told.record.on


def beyond(case: Casefile, told: Disclosure, consent: Consent) -> frozenset[str]:
    """Return what was told that nobody agreed to on that day, nor on the day before.

    What was answered on the day itself may have been answered after it was told.
    """
    whom = consent.partner or consent.recipient
    may = {*consent.items} if consent.on == told.on else set[str]()
    for day in (told.on - timedelta(days=1), told.on):
        may |= items_agreed(case, whom, on=day, role=consent.role)
    return frozenset({*told.items} - may)
