"""The early-warning card and its numbers: rules 16 and 17 of 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule, one_person
from inclusion_cli.domain.card import LATEST_NUMBER_DAYS, check_by, numbers_checked
from inclusion_cli.domain.card_copies import copies
from inclusion_cli.domain.card_due import looks_wanted
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.audit_look import Look


LOOK_DAYS = 7
"""Home asks for a look at the card "this week"."""


def _stale(look: Look) -> Iterator[Found]:
    card, code = look.case.card, look.code
    if card is None:
        says = say("There is no early-warning card.")
        yield Found(says, (), ("card", "write", code), "missing")
        return
    if look.on > check_by(card):
        days = (look.on - card.on).days
        says = say_many(
            "The card was last looked at {number} day ago.",
            "The card was last looked at {number} days ago.",
            days,
        )
        yield Found(says, (card.id,), ("card", "check", code), "old")
    elif wanted := _overdue_looks(look):
        says = say(
            "Something happened that calls for a look at the card. Nobody has looked."
        )
        entries = dict.fromkeys(entry for _day, _what, entry in wanted)
        yield Found(says, (card.id, *entries), ("card", "check", code), "look")
    if held := [copy for copy in copies(look.case) if copy.old]:
        says = say_many(
            "{number} copy of an old version of the card is still held.",
            "{number} copies of an old version of the card are still held.",
            len(held),
        )
        papers = tuple(copy.paper for copy in held)
        yield Found(says, (card.id, *papers), ("card", "print", code), "copies")


def _overdue_looks(look: Look) -> list[tuple[date, str, str]]:
    """Return what called for a look at the card more than a week ago."""
    card = look.case.card
    wanted = looks_wanted(look.case, card, on=look.on) if card else ()
    return [one for one in wanted if (look.on - one[0]).days > LOOK_DAYS]


def _numbers(look: Look) -> Iterator[Found]:
    card = look.case.card
    if card is None:
        return  # rule 16 says so
    old = [
        (look.on - day).days
        for _what, day in numbers_checked(card)
        if (look.on - day).days > LATEST_NUMBER_DAYS
    ]
    if old:
        says = say(
            "{numbers} for {oldest} or longer.",
            numbers=say_many(
                "{number} number on the card was not checked",
                "{number} numbers on the card were not checked",
                len(old),
            ),
            oldest=say_many("{number} day", "{number} days", min(old)),
        )
        yield Found(says, (card.id,), ("card", "check", look.code))


RULES = (
    Rule(
        16,
        "card-stale",
        Grade.B,
        AuditSide.RISK,
        say("A card is missing, older than 90 days, or an old copy is still held."),
        say("In a crisis, what is in the hand counts."),
        say("people"),
        of=one_person,
        person=_stale,
    ),
    Rule(
        17,
        "numbers-unchecked",
        Grade.B,
        AuditSide.RISK,
        say("Numbers on a card were not checked for 180 days."),
        say("A number that nobody answers is worse than none."),
        say("numbers on cards"),
        of=lambda look: len(numbers_checked(look.case.card)) if look.case.card else 0,
        person=_numbers,
    ),
)
