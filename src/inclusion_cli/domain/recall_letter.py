"""The letter that asks somebody to stop using what they were told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import FIRST_NAME, ITEM_WORDS, ITEMS
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.leaf import Leaf, Part
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.partner import Partner
    from inclusion_cli.domain.person import Person
    from inclusion_cli.domain.sheet import Sheet

PURPOSE = say("to stop using what was told")
OUR_NUMBER = say("Our number")
"""A line to write it on, where none is known."""


@record
class Sender:
    """Who sends the letter, and the number here on the person's card, "" for none."""

    worker: str
    service: str
    on_call: str = ""


def recall_letter(
    sheet: Sheet,
    told: tuple[Disclosure, ...],
    consent: Consent,
    *,
    ended: date,
    sender: Sender,
    person: Person | None = None,
    partner: Partner | None = None,
) -> Leaf:
    """Return the letter to a recipient. It names the items, and not their words.

    It says whom it is about by the name that was told, and by none where no name was:
    our code means nothing to them. `partner` has whom we speak to there, and the
    number of ours they were given, else the one on the person's card;
    without one there is a line to write it on.
    """
    items = tuple(item.label for item in ITEMS if item.key in _keys(told))
    ours = (partner.on_call if partner else "") or sender.on_call
    return Leaf(
        sheet,
        say("Stop using what we told you"),
        (_to(consent, partner), *_why(told, consent, ended, _whom(told, person))),
        (
            Part(say("What you were told"), items or (consent.purpose,), listed=True),
            Part(
                say("What we ask of you"),
                (
                    say("Stop using it at once, and tell nobody else."),
                    say("Give the paper back to us, or tear it up. Delete copies."),
                    _tell_us(ours),
                ),
                listed=True,
            ),
            Part(say("From"), (f"{sender.worker}, {sender.service}".strip(", "),)),
        ),
        (*(() if ours else (OUR_NUMBER,)), say("Done on (day and name)")),
    )


def _why(
    told: tuple[Disclosure, ...], consent: Consent, ended: date, whom: str
) -> tuple[str, str]:
    """Return what was told when and for what, and that the consent to it ended."""
    days = and_list(dict.fromkeys(say_day(one.on) for one in told))
    return (
        say(
            "On {days} we told you something about {whom}. It was for this: {purpose}.",
            days=days,
            whom=whom,
            purpose=consent.purpose.rstrip("."),
        ),
        say(
            "They had agreed to that. It ended on {day}. You did nothing wrong.",
            day=say_day(ended),
        ),
    )


def _keys(told: tuple[Disclosure, ...]) -> frozenset[str]:
    """Return the keys of all that was told."""
    return frozenset(key for one in told for key in one.items)


def _to(consent: Consent, partner: Partner | None) -> str:
    if partner and partner.contact:
        return say("To {to}, for {who}", to=partner.name, who=partner.contact)
    return say("To {to}", to=consent.recipient)


def _tell_us(ours: str) -> str:
    if not ours:
        return say(
            "Ring us when it is done, and say whom you had told. Our number is below."
        )
    return say(
        "Ring us when it is done, and say whom you had told: {ours}.",
        ours=ours.rstrip("."),
    )


def _whom(told: tuple[Disclosure, ...], person: Person | None) -> str:
    """Return what the recipient calls the person: the name that was told, or none."""
    keys = _keys(told)
    if person and "full_name" in keys:
        return person.name
    if person and FIRST_NAME in keys:
        return _as_told(told) or person.known_as or person.name.split()[0]
    return say("a person we support")


def _as_told(told: tuple[Disclosure, ...]) -> str:
    """Return the name a page gave, "" where what was told is not kept by its words."""
    lead = f"{ITEM_WORDS[FIRST_NAME]}: "
    parts = (part for one in told for part in one.what.split("; "))
    return next((p.removeprefix(lead) for p in parts if p.startswith(lead)), "")
