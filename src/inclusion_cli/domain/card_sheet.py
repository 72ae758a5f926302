"""The view a card is printed from, discreet by default.

What a card says that is carried: how the person likes to be called, their own words,
and numbers. Never a surname, a diagnosis, an address or the name of the service;
practice reference 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOBODY, STAGES_WITH_SIGNS, Card, Contact, Numbers
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept

WALLET_SIGNS, WALLET_ACTIONS, WALLET_PEOPLE, WALLET_NUMBERS = 3, 3, 2, 3
"""The most a wallet card prints; practice reference 3.2."""

SIZES = ("a4", "wallet")


@record
class StageLines:
    """One stage, ready to print."""

    number: int
    title: str
    signs: tuple[str, ...]
    mine: tuple[str, ...]
    others: tuple[str, ...]


@record
class CardSheet:
    """Everything a card says. `staff` tells whose copy it is.

    `shortened` tells that it says less than the card in full.
    """

    sheet: Sheet
    title: str
    known_as: str
    version: int
    made: str
    size: str
    staff: bool
    stages: tuple[StageLines, ...]
    not_helpful: str
    people: tuple[Contact, ...]
    on_call: str
    numbers: tuple[Contact, ...]
    checked: str
    shortened: bool = False


def card_sheet(
    kept: Kept[Card],
    sheet: Sheet,
    *,
    known_as: str,
    numbers: Numbers,
    size: str,
    staff: bool,
) -> CardSheet:
    """Return what a copy of a card says in one size."""
    card = kept.record
    wallet = size == "wallet"
    stages = tuple(
        StageLines(
            stage.number,
            stage.title,
            tuple(sign.text for sign in stage.signs),
            stage.mine,
            stage.others,
        )
        for stage in card.stages
        if not wallet or stage.number in STAGES_WITH_SIGNS
    )
    printed = _fewest(stages) if wallet else stages
    return CardSheet(
        sheet=sheet,
        title="My card",
        known_as=known_as,
        version=card.version,
        made=say_day(kept.on),
        size=size,
        staff=staff,
        stages=printed,
        not_helpful=card.not_helpful,
        people=card.contacts[:WALLET_PEOPLE] if wallet else card.contacts,
        on_call="" if card.on_call == NOBODY else card.on_call,
        numbers=numbers.contacts[:WALLET_NUMBERS] if wallet else numbers.contacts,
        checked=say_day(numbers.as_of),
        shortened=wallet,
    )


def _fewest(stages: tuple[StageLines, ...]) -> tuple[StageLines, ...]:
    """Return one sign and one own action of each stage of change: three of each."""
    return tuple(
        StageLines(stage.number, stage.title, stage.signs[:1], stage.mine[:1], ())
        for stage in stages
    )
