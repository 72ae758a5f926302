"""Where the on-call number of a card and of the ladder of calls are not the same.

The card has it for the person, the ladder for whoever has an incident. At night one of
them is dialled: an old one costs the minutes that count. Where both are right, each
stands on the ladder as a step of its own, and nothing is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOBODY
from inclusion_cli.domain.due import Due, Group
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.card import Card
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.incident import CallLadder
    from inclusion_cli.domain.safety import ServiceRecords

MANAGER = "manager"
"""The step of the ladder that is rung first where it is no matter for 999."""


def differs(card: Card, ladder: CallLadder) -> str:
    """Return the ladder's on-call number where the card has one that is not on it."""
    called = {rung.id: rung.phone for rung in ladder.rungs if rung.phone}
    on_call = called.get(MANAGER, "")
    if not on_call or card.on_call == NOBODY:
        return ""
    there = _digits(card.on_call)
    on_it = any(_digits(phone) in there for phone in called.values())
    return "" if on_it or there in map(_digits, called.values()) else on_call


def of_card(case: Casefile, ladder: CallLadder) -> Iterator[str]:
    """Return what to say once a card is written: both numbers, and where each is."""
    card = case.card.record if case.card else None
    if card and (on_call := differs(card, ladder)):
        yield say(
            "On call is {here} on this card, and {on_call} on the ladder of calls. "
            "Which one is right? To mend the ladder: inclusion incident ladder",
            here=card.on_call,
            on_call=on_call,
        )


def of_ladder(cases: Iterable[Casefile], ladder: CallLadder) -> Iterator[str]:
    """Return what to say once the ladder is set up: whose card has another number."""
    for case in _others(cases, ladder):
        assert case.card is not None
        yield say(
            "The card of {label} has {here} for on call. To mend it: inclusion card "
            "write {code}",
            label=case.label,
            here=case.card.record.on_call,
            code=case.person.record.code,
        )


def dues(cases: Iterable[Casefile], service: ServiceRecords) -> Iterator[Due]:
    """Return one line for home where a card and the ladder do not agree."""
    ladder = service.ladders[-1] if service.ladders else None
    found = _others(cases, ladder.record) if ladder else ()
    if ladder and found:
        codes = and_list(case.person.record.code for case in found)
        cards = tuple(case.card.id for case in found if case.card)
        yield Due(
            Group.LOOK,
            say("On call"),
            "",
            say(
                "Two numbers for on call: {on_call} on the ladder of calls, another on "
                "the card of {codes}. Which is right?",
                on_call=on_call_of(ladder.record),
                codes=codes,
            ),
            ("incident", "ladder"),
            records=(ladder.id, *cards),
        )


def on_call_of(ladder: CallLadder) -> str:
    """Return the on-call number of a ladder."""
    return next((rung.phone for rung in ladder.rungs if rung.id == MANAGER), "")


def _others(cases: Iterable[Casefile], ladder: CallLadder) -> tuple[Casefile, ...]:
    return tuple(
        case for case in cases if case.card and differs(case.card.record, ladder)
    )


def _digits(number: str) -> str:
    """Return the digits of a number, without spaces and the like."""
    return re.sub(r"\D", "", number)
