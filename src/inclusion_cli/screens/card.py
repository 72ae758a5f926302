"""A card on screen, stage by stage, and how it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import DOMAIN_WORDS, NOBODY, STRUGGLING, Stage, to_ring
from inclusion_cli.domain.card_lines import step_up_lines, told_lines
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Holder
from inclusion_cli.screens.page import Block, Heading, Items, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.card import Action, Sign
    from inclusion_cli.domain.card_page import CardPage

Row = tuple[str, str, str]


def picture(found: CardPage) -> Iterator[Block]:
    """Return a card as a page."""
    card = found.card
    yield Title(
        say(
            "{name}, {code}. Card, version {version}",
            name=found.name,
            code=found.code,
            version=card.version,
        )
    )
    written, by = say_day(found.written), say_day(found.check_by)
    yield Line(
        say("Written {written}. Check it again by {by}.", written=written, by=by)
    )
    yield from (Line(says, strong=True) for says in found.differs)
    used = dict(found.uses)
    for stage in card.stages:
        yield Heading(f"{stage.number}. {stage.title}")
        yield Items(tuple(_stage(found, stage, used)))
    yield Heading(say("What does not help"))
    yield Line(card.not_helpful)
    if more := tuple(_more(found)):
        yield Heading(say("Also agreed"))
        yield Items(more)
    yield from _numbers(found)
    yield from _copies(found)
    if found.thoughts:
        yield Heading(say("For the next version"))
        yield from (Line(says) for says in found.thoughts)


def _stage(found: CardPage, stage: Stage, used: dict[str, str]) -> Iterator[Row]:
    yield from (("", say("Shows"), _sign(sign)) for sign in stage.signs)
    for action in stage.mine:
        use = f" ({used[action.text]})" if action.text in used else ""
        yield "", say("I do"), f"{_action(action)}{use}"
    yield from (("", say("Others do"), _action(action)) for action in stage.others)
    if stage.number == STRUGGLING:
        for led in step_up_lines(found.card):
            yield "", led.lead or say("The step"), led.text


def _sign(sign: Sign) -> str:
    told = (
        DOMAIN_WORDS[sign.domain] if sign.domain else "",
        say("usual: {usual}", usual=sign.usual) if sign.usual else "",
        say("then: {change}", change=sign.change) if sign.change else "",
        say("first noticed by: {noticed_by}", noticed_by=sign.noticed_by)
        if sign.noticed_by
        else "",
        say("before: {example}", example=sign.example) if sign.example else "",
    )
    return _with(sign.text, told)


def _action(action: Action) -> str:
    agreed = {True: say("agreed"), False: say("not agreed by the person"), None: ""}
    told = (
        action.who,
        say("within: {within}", within=action.within) if action.within else "",
        agreed[action.agreed],
    )
    return _with(action.text, told)


def _with(text: str, told: tuple[str, ...]) -> str:
    said = "; ".join(part for part in told if part)
    return f"{text} [{said}]" if said else text


def _more(found: CardPage) -> Iterator[Row]:
    yield from (("", led.lead, led.text) for led in told_lines(found.card))
    if found.card.home_care:
        yield "", say("Pets, flat, keys"), found.card.home_care
    if found.card.statement:
        yield "", say("Advance statement"), found.card.statement


def _numbers(found: CardPage) -> Iterator[Block]:
    card = found.card
    days = [say_day(day) for _what, day in found.numbers]
    people = tuple(
        ("", who.name, say("{number}, checked {day}", number=who.number, day=day))
        for who, day in zip(card.contacts, days, strict=False)
    )
    local = iter(days[len(card.contacts) :])
    here = ("", say("Here"), say("Nobody."))
    if card.on_call != NOBODY:
        says = say("{on_call}, checked {days}", on_call=card.on_call, days=next(local))
        here = ("", say("Here"), says)
    team: tuple[Row, ...] = ()
    if card.crisis_team:
        says = say("There is none.")
        if number := to_ring(card.crisis_team):
            says = say("{number}, checked {day}", number=number, day=next(local))
        team = (("", say("Crisis team"), says),)
    lines = (("", say("Crisis lines"), say("checked {days}", days=days[-1])),)
    yield Heading(say("Who to ring"))
    yield Items((*people, here, *team, *lines))
    if found.stale:
        yield Line(found.stale, strong=True)


def _copies(found: CardPage) -> Iterator[Block]:
    yield Heading(say("Who holds a copy"))
    rows = [
        ("", copy.who, f"{copy.words}{(say('. Out of date') if copy.old else '')}.")
        for copy in found.copies
    ]
    named = {copy.holder for copy in found.copies}
    for holder, who in ((Holder.PERSON, found.known_as), (Holder.STAFF, say("Staff"))):
        if holder not in named:
            rows.append(("", who, say("No copy.")))
    yield Items(tuple(rows))
