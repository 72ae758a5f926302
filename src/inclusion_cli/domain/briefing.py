"""A partner's page: made only of what the person agreed this partner may be told.

What is not agreed cannot get on it: a text is taken from an answer only where its item
is agreed on the day. What is left out is named, and never its content. Source: practice
reference 6.7, partner briefing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import (
    COMING_FOR,
    FIRST_NAME,
    HELPS,
    ON_A_PAGE,
)
from inclusion_cli.domain.consent_standing import for_recipient, items_agreed
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.leaf import Leaf, Part
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import lowered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.partner import Partner
    from inclusion_cli.domain.sheet import Sheet

ASKS = {
    FIRST_NAME: say("What are they called there? As they like it."),
    COMING_FOR: say("What do they come for, and when?"),
    HELPS: say("What helps them feel at ease there? In words they chose."),
    "harder": say("What makes it harder for them? In words they chose."),
    "signs": say("Which early signs can be seen there, and what is done then?"),
}
"""How the words of some items are asked for; the others are asked by their name."""
NOT_DO = (
    say("Do not ask about their past, their health or where they live."),
    say("Do not promise to keep a secret from us."),
    say("Do not lend, give or hold money for them."),
)
"""What a partner does not do, for anybody; practice reference 6.7."""


@record
class Words:
    """What goes on a page: the words for each item, and what the page adds.

    `texts` are pairs of an item and its words.
    """

    texts: tuple[tuple[str, str], ...]
    not_do: str = ""
    shared_back: str = ""
    until: date | None = None

    def by_answer(self) -> dict[str, str]:
        """Return the words of the page by the key of their answer."""
        told = {f"text_{key}": text for key, text in self.texts}
        return {**told, "not_do": self.not_do, "shared_back": self.shared_back}


@record
class Agreed:
    """What a person agreed a partner may be told on a day, and until when."""

    items: tuple[str, ...]
    asked_for: tuple[str, ...]
    until: date | None
    purpose: str


def agreed(case: Casefile, partner: Kept[Partner], *, on: date) -> Agreed:
    """Return what may be on a partner's page on a day; nothing where nothing is."""
    standing = for_recipient(case, partner.id, on=on)
    can = items_agreed(case, partner.id, on=on)
    refused = {item for kept in standing for item in kept.record.excluded} - can
    ends = [kept.record.until for kept in standing if kept.record.until]
    return Agreed(
        tuple(item.key for item in ON_A_PAGE if item.key in can),
        tuple(item.key for item in ON_A_PAGE if item.key in refused),
        min(ends, default=None),
        standing[-1].record.purpose if standing else "",
    )


def briefing(
    case: Casefile, partner: Kept[Partner], sheet: Sheet, words: Words, *, on: date
) -> Leaf:
    """Return a partner's page on a day: agreed items, and what everybody is told."""
    may = agreed(case, partner, on=on)
    told = {key: text for key, text in words.texts if key in may.items and text}
    last = min((day for day in (words.until, may.until) if day), default=on)
    return Leaf(
        sheet,
        say("What helps, and what to do"),
        (
            say("For {name}.", name=partner.record.name),
            say("Use it until {day}. Then give it back.", day=say_day(last)),
        ),
        (*_items(told), *_everybody(partner.record, words), _left_out(told)),
    )


def _items(told: Mapping[str, str]) -> Iterator[Part]:
    for item in ON_A_PAGE:
        if item.key in told:
            yield Part(item.label, (told[item.key],))


def _everybody(partner: Partner, words: Words) -> Iterator[Part]:
    if partner.boundaries:
        yield Part(say("What is agreed between us"), partner.boundaries, listed=True)
    worried = (partner.worried, say("Ring: {who}", who=partner.on_call))
    yield Part(say("If you are worried"), worried)
    own = (words.not_do,) if words.not_do else ()
    yield Part(say("What not to do"), (*own, *NOT_DO), listed=True)
    if words.shared_back:
        yield Part(say("What you tell us"), (words.shared_back,))


def _left_out(told: Mapping[str, str]) -> Part:
    """Return what the page leaves out, by name, whether there is any or not."""
    names = [lowered(item.label) for item in ON_A_PAGE if item.key not in told]
    line = say(
        "This page leaves out, whether there is any or not: {names}.",
        names="; ".join(names),
    )
    return Part(say("Not on this page"), (line,))
