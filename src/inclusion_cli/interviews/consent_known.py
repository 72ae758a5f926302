"""The answers a consent stands for, so that a change starts from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.consent_words import PRESUMED
from inclusion_cli.interviews.consent_about import CAN, LOOKED_INTO, NOBODY
from inclusion_cli.interviews.question import raw_of

if TYPE_CHECKING:
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.interviews.consent_about import About


def given_by(said: Consent, it: About) -> dict[str, str | None]:
    """Return the answers a consent stands for, so that a change starts from it."""
    known = {choice.key for choice in it.partners}
    looked = not said.capacity.startswith(PRESUMED)
    told: dict[str, Any] = {
        "kind": said.kind.value,
        "partner": said.partner if said.partner in known else NOBODY,
        "recipient": said.recipient,
        "recipient_role": said.role,
        "activity": said.activity,
        "basis": said.basis,
        "purpose": said.purpose,
        "on": said.on,
        "asked_how": said.asked_how,
        "interpreter": said.interpreter or None,
        "answered": said.answered.value,
        "items": said.items,
        "excluded": said.excluded,
        "capacity": LOOKED_INTO if looked else CAN,
        "capacity_note": said.capacity.partition(": ")[2] if looked else None,
        "given_how": said.given_how.value if said.given_how else None,
        "witness": said.witness or None,
        "until": said.until,
        "withdraw_how": said.withdraw_how,
        "copy_given": said.copy_given,
        "words": said.words or None,
    }
    return {key: None if v in (None, "") else raw_of(v) for key, v in told.items()}
