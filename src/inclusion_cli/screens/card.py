"""A card on screen, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOBODY
from inclusion_cli.screens.page import Block, Heading, Items, Line, Page, Title, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.pages import CardPage


def picture(found: CardPage) -> Page:
    """Return a card as a page."""
    return page(*_card(found))


def _card(found: CardPage) -> Iterator[Block]:
    card = found.card
    yield Title(f"{found.name}, {found.code}. Card, version {card.version}")
    yield Line(found.held)
    for stage in card.stages:
        yield Heading(f"{stage.number}. {stage.title}")
        yield Items(
            (
                *(("", "Shows", sign.text) for sign in stage.signs),
                *(("", "I do", action) for action in stage.mine),
                *(("", "Others do", action) for action in stage.others),
            )
        )
    yield Heading("What does not help")
    yield Line(card.not_helpful)
    yield Heading("Who to ring")
    here = () if card.on_call == NOBODY else (("", "Here", card.on_call),)
    people = tuple(("", contact.name, contact.number) for contact in card.contacts)
    yield Items((*people, *here) or (("", "Here", "Nobody."),))
