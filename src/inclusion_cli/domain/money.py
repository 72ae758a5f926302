"""A request for money or things, and what the person did. Practice reference 4.2, 4.6.

Account, card and PIN numbers have no place here; what is kept is what was said.
"""

from __future__ import annotations

from enum import Enum

from inclusion_cli.domain.bank_numbers import has_bank_number, has_secret
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice, words
from inclusion_cli.tongue import say


class Did(Enum):
    """What the person did when they were asked."""

    DECLINED_ALONE = "declined_independently"
    DECLINED_WITH_HELP = "declined_with_help"
    AGREED = "agreed"
    UNSURE = "unsure"


DID_WORDS = {
    Did.DECLINED_ALONE: say("said no on their own"),
    Did.DECLINED_WITH_HELP: say("said no, with help"),
    Did.AGREED: say("agreed"),
    Did.UNSURE: say("was not sure what to do"),
}


@record
class MoneyRequest:
    """Somebody asked for money, goods, bank details, the flat or a signature.

    `what` and `who` are in plain words; `known_for` how long they have known each
    other; `amount` as it was said, "" where nothing was said.
    """

    what: str
    who: str
    did: Did
    known_for: str = ""
    amount: str = ""
    feelings: str = ""


INDICATORS = (
    Choice("withdrawals", say("Sudden withdrawals")),
    Choice("bills", say("Unpaid bills")),
    Choice("missing", say("Things missing")),
    Choice("purchases", say("Things bought that were not wanted")),
    Choice("staying", say("New friends who stay")),
    Choice("visitors", say("More visitors, at odd hours")),
    Choice("debts", say("Debts")),
    Choice("answering", say("Somebody who answers for them")),
    Choice("drug_things", say("Things used for drugs")),
    Choice("frightened", say("Withdrawn or frightened")),
    Choice("keys", say("Keys or phone held by others")),
    Choice("rooms", say("Kept out of rooms of their own home")),
)
"""Signs of money or a home being taken over; practice reference 4.2."""

NO_NUMBERS = say(
    "Leave out card, account and PIN numbers and passwords. "
    "Say it in words, without the numbers"
)


def no_secrets(raw: str) -> str:
    """Return free text. Raises ValueError where a card number or a PIN is in it."""
    refuse_secrets(raw)
    return words(raw)


def refuse_secrets(raw: str) -> None:
    """Raise ValueError where a card number, a PIN or a password is in a text."""
    if has_secret(raw):
        raise ValueError(NO_NUMBERS)


def no_bank_numbers(raw: str) -> str:
    """Return text about money. Raises ValueError for sort codes and accounts, too."""
    text = words(raw)
    if has_bank_number(text):
        raise ValueError(NO_NUMBERS)
    return text
