"""What a consent is called: its kind, how it was given, how it stands on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered, ConsentKind, HowGiven
from inclusion_cli.domain.consent_items import ITEM_WORDS
from inclusion_cli.domain.consent_standing import counts, holds
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept

KIND_WORDS = {
    ConsentKind.TAKE_PART: say("To take part in something"),
    ConsentKind.TELL: say("That somebody is told something"),
    ConsentKind.LEGAL_BASIS: say("On what the record rests in law"),
}
KINDS = tuple(Choice(kind.value, words) for kind, words in KIND_WORDS.items())
ANSWERED_WORDS = {
    Answered.GIVEN: say("Yes, agreed"),
    Answered.DECLINED: say("No. That is as good an answer"),
}
GIVEN_WORDS = {
    HowGiven.SIGNED: say("Signed on paper"),
    HowGiven.SAID_WITNESSED: say("Said, and somebody else heard it"),
}
BASES = (
    Choice(
        "care",
        say("Care and support, kept private: legitimate interest, and health or care"),
    ),
    Choice("contract_duty", say("A task or duty that law or contract gives us")),
    Choice("safeguarding", say("Keeping somebody safe from harm")),
    Choice("vital", say("To save a life, in an emergency")),
    Choice(
        "agreed", say("Their own clear agreement. Seldom: they rely on our housing")
    ),
)
"""On what a record rests in law; practice reference 6.7. It is usually not consent."""
BASIS_WORDS = {choice.key: choice.label for choice in BASES}
PRESUMED = say("Nothing raised a doubt that they can decide this")


def what_for(consent: Consent) -> str:
    """Return what a consent is about: "that the kitchen is told", "a weekly look"."""
    match consent.kind:
        case ConsentKind.TELL:
            whom = f"{consent.recipient}, {consent.role}".rstrip(", ")
            return say("Telling {whom}: {purpose}", whom=whom, purpose=consent.purpose)
        case ConsentKind.TAKE_PART:
            return say("Taking part: {purpose}", purpose=consent.purpose)
    return say("The record in law: {purpose}", purpose=consent.purpose)


def stands(case: Casefile, kept: Kept[Consent], *, on: date) -> str:
    """Return how a consent stands on a day, in words, beside every other answer."""
    if holds(kept.record, on=on) and not counts(case, kept, on=on):
        return say("A later answer took its place")
    return _by_itself(kept.record, on=on)


def _by_itself(consent: Consent, *, on: date) -> str:
    if consent.answered is Answered.DECLINED:
        return say("They said no")
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return say("Taken back on {day}", day=say_day(consent.withdrawn_on))
    if consent.until is None:
        return say("Stands")
    if consent.until < on:
        return say("Ended on {day}", day=say_day(consent.until))
    if not holds(consent, on=on):
        return say("Begins on {day}", day=say_day(consent.on))
    left = (consent.until - on).days
    return say(
        "Holds until {day}, {left} more",
        day=say_day(consent.until),
        left=say_many("{number} day", "{number} days", left),
    )


def item_words(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return items by their names."""
    return tuple(ITEM_WORDS.get(key, key) for key in keys)
