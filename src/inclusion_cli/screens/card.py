"""A card on screen, stage by stage, and how it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import DOMAIN_WORDS, NOBODY, STRUGGLING, Stage
from inclusion_cli.domain.card_lines import step_up_lines, told_lines
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Holder
from inclusion_cli.screens.page import Block, Heading, Items, Line, Page, Title, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.card import Action, Sign
    from inclusion_cli.domain.pages import CardPage

Row = tuple[str, str, str]


def picture(found: CardPage) -> Page:
    """Return a card as a page."""
    return page(*_card(found))


def _card(found: CardPage) -> Iterator[Block]:
    card = found.card
    yield Title(f"{found.name}, {found.code}. Card, version {card.version}")
    written, by = say_day(found.written), say_day(found.check_by)
    yield Line(f"Written {written}. Check it again by {by}.")
    yield from (Line(says, strong=True) for says in found.differs)
    used = dict(found.uses)
    for stage in card.stages:
        yield Heading(f"{stage.number}. {stage.title}")
        yield Items(tuple(_stage(found, stage, used)))
    yield Heading("What does not help")
    yield Line(card.not_helpful)
    if more := tuple(_more(found)):
        yield Heading("Also agreed")
        yield Items(more)
    yield from _numbers(found)
    yield from _copies(found)
    if found.thoughts:
        yield Heading("For the next version")
        yield from (Line(says) for says in found.thoughts)


def _stage(found: CardPage, stage: Stage, used: dict[str, str]) -> Iterator[Row]:
    yield from (("", "Shows", _sign(sign)) for sign in stage.signs)
    for action in stage.mine:
        use = f" ({used[action.text]})" if action.text in used else ""
        yield "", "I do", f"{_action(action)}{use}"
    yield from (("", "Others do", _action(action)) for action in stage.others)
    if stage.number == STRUGGLING:
        for led in step_up_lines(found.card):
            yield "", led.lead or "The step", led.text


def _sign(sign: Sign) -> str:
    told = (
        DOMAIN_WORDS[sign.domain] if sign.domain else "",
        f"usual: {sign.usual}" if sign.usual else "",
        f"then: {sign.change}" if sign.change else "",
        f"first noticed by: {sign.noticed_by}" if sign.noticed_by else "",
        f"before: {sign.example}" if sign.example else "",
    )
    return _with(sign.text, told)


def _action(action: Action) -> str:
    agreed = {True: "agreed", False: "not agreed by the person", None: ""}
    told = (
        action.who,
        f"within: {action.within}" if action.within else "",
        agreed[action.agreed],
    )
    return _with(action.text, told)


def _with(text: str, told: tuple[str, ...]) -> str:
    said = "; ".join(part for part in told if part)
    return f"{text} [{said}]" if said else text


def _more(found: CardPage) -> Iterator[Row]:
    yield from (("", led.lead, led.text) for led in told_lines(found.card))
    if found.card.home_care:
        yield "", "Pets, flat, keys", found.card.home_care
    if found.card.statement:
        yield "", "Advance statement", found.card.statement


def _numbers(found: CardPage) -> Iterator[Block]:
    card = found.card
    days = [say_day(day) for _what, day in found.numbers]
    people = tuple(
        ("", who.name, f"{who.number}, checked {day}")
        for who, day in zip(card.contacts, days, strict=False)
    )
    here: tuple[Row, ...] = ()
    if card.on_call != NOBODY:
        here = (("", "Here", f"{card.on_call}, checked {days[-2]}"),)
    lines = (("", "Crisis lines", f"checked {days[-1]}"),)
    yield Heading("Who to ring")
    yield Items((*people, *(here or (("", "Here", "Nobody."),)), *lines))
    if found.stale:
        yield Line(found.stale, strong=True)


def _copies(found: CardPage) -> Iterator[Block]:
    yield Heading("Who holds a copy")
    rows = [
        ("", copy.who, f"{copy.words}{'. Out of date' if copy.old else ''}.")
        for copy in found.copies
    ]
    named = {copy.holder for copy in found.copies}
    for holder, who in ((Holder.PERSON, found.known_as), (Holder.STAFF, "Staff")):
        if holder not in named:
            rows.append(("", who, "No copy."))
    yield Items(tuple(rows))
