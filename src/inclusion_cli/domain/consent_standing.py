"""Whether a consent holds on a day. It is judged when something is made, never stored.

The newest answer about one recipient, role and purpose, or about one activity, is the
one that counts: an older one is not fallen back on. Default is none. Source: practice
reference 6.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.consent_items import ITEMS
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

__all__ = [
    "ITEMS",
    "for_activity",
    "for_recipient",
    "holds",
    "items_agreed",
    "same_recipient",
]


def holds(consent: Consent, *, on: date) -> bool:
    """Say whether a consent holds on a day: given, begun, not ended, not taken back."""
    if consent.answered is not Answered.GIVEN or consent.on > on:
        return False
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return False
    if consent.until is None:
        return consent.kind is ConsentKind.LEGAL_BASIS
    return on <= consent.until


def for_activity(case: Casefile, activity: str, *, on: date) -> Kept[Consent] | None:
    """Return the consent to take part in an activity that holds on a day, or None."""
    told = [
        kept
        for kept in case.safety.consents
        if kept.record.kind is ConsentKind.TAKE_PART
        and kept.record.activity == activity
        and kept.record.on <= on
    ]
    newest = max(told, key=_order, default=None)
    return newest if newest and holds(newest.record, on=on) else None


def same_recipient(consent: Consent, recipient: str, role: str = "") -> bool:
    """Say whether a consent is about a recipient: a name, or the id of a partner.

    Where both sides say what the recipient is, that has to be the same, too.
    """
    if consent.kind is not ConsentKind.TELL or not recipient:
        return False
    if consent.partner == recipient:
        return True
    if folded(consent.recipient) != folded(recipient):
        return False
    return not (role and consent.role) or folded(role) == folded(consent.role)


def for_recipient(
    case: Casefile, recipient: str, *, on: date, role: str = ""
) -> tuple[Kept[Consent], ...]:
    """Return the consents that hold on a day for telling a recipient, oldest first."""
    told = (
        kept
        for kept in case.safety.consents
        if same_recipient(kept.record, recipient, role) and kept.record.on <= on
    )
    newest: dict[tuple[str, ...], Kept[Consent]] = {}
    for kept in sorted(told, key=_order):
        said = kept.record
        if said.answered is Answered.DECLINED:
            newest = {key: it for key, it in newest.items() if not _same(it, said)}
        else:
            newest[folded(said.role), folded(said.purpose)] = kept
    found = (kept for kept in newest.values() if holds(kept.record, on=on))
    return tuple(sorted(found, key=_order))


def items_agreed(
    case: Casefile, recipient: str, *, on: date, role: str = ""
) -> frozenset[str]:
    """Return what may be told to a recipient on a day; a later no takes an item out."""
    agreed: frozenset[str] = frozenset()
    for kept in for_recipient(case, recipient, on=on, role=role):
        agreed = (agreed - {*kept.record.excluded}) | {*kept.record.items}
        agreed -= {*kept.record.excluded}
    return agreed


def about_recipient(case: Casefile, recipient: str) -> Iterator[Kept[Consent]]:
    """Return every answer about telling a recipient, whether it holds or not."""
    for kept in sorted(case.safety.consents, key=_order):
        if same_recipient(kept.record, recipient):
            yield kept


def _same(kept: Kept[Consent], said: Consent) -> bool:
    """Say whether a no is about what an earlier answer was about.

    A no without a purpose, and one to the same purpose, ends it.
    """
    asked = not said.purpose or folded(said.purpose) == folded(kept.record.purpose)
    return asked and same_recipient(kept.record, said.recipient, said.role)


def _order(kept: Kept[Consent]) -> tuple[object, ...]:
    return (kept.record.on, kept.recorded_at, kept.id)
