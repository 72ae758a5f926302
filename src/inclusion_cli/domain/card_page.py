"""A card as it is shown on screen: who holds it, and how it is used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import Card, check_by, numbers_checked
from inclusion_cli.domain.card_copies import Copy, card_line, copies
from inclusion_cli.domain.card_due import stale_numbers
from inclusion_cli.domain.card_plan import card_and_plan
from inclusion_cli.domain.card_use import uses, worth_a_thought
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


@record
class CardPage:
    """A card as it is shown on screen, with who holds it and how it is used.

    `uses` tells by an action's text how often it was tried and helped; `thoughts` is
    what the debriefs suggest; `differs` where the card and the plan disagree.
    """

    code: str
    name: str
    known_as: str
    card: Card
    written: date
    check_by: date
    held: str
    copies: tuple[Copy, ...]
    uses: tuple[tuple[str, str], ...]
    thoughts: tuple[str, ...]
    differs: tuple[str, ...]
    numbers: tuple[tuple[str, date], ...]
    stale: str


def card_page(case: Casefile, kept: Kept[Card], *, on: date) -> CardPage:
    """Return the card of a person as it is shown on a day."""
    return CardPage(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        card=kept.record,
        written=kept.record.written_on or kept.on,
        check_by=check_by(kept),
        held=card_line(case),
        copies=copies(case),
        uses=tuple((action.text, use.words) for action, use in uses(case)),
        thoughts=worth_a_thought(case, on=on),
        differs=tuple(found.says for found in card_and_plan(case)),
        numbers=numbers_checked(kept),
        stale=stale_numbers(kept, on=on),
    )
