"""One evening on one page, and how many units a drink has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.units import Units, say_units
from inclusion_cli.screens.page import (
    Block,
    Command,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.event_page import EventPage


def picture(found: EventPage | Units) -> Page:
    """Return an evening, or the units of a drink, as a page."""
    match found:
        case Units():
            return page(
                Line(
                    say(
                        "{millilitres} ml of {strength}% is {units}.",
                        millilitres=found.millilitres,
                        strength=found.strength,
                        units=say_units(found.tenths),
                    )
                )
            )
        case _:
            return page(*_evening(found))


def _evening(found: EventPage) -> Iterator[Block | None]:
    yield Title(say("{name}, {code}. An evening", name=found.name, code=found.code))
    if found.less:
        yield Line(found.less, strong=True)
    yield Items(tuple(("", name, words) for name, words in found.lines))
    if found.others:
        yield Heading(say("Evenings planned before"))
        yield Items(tuple(("", when, what) for when, what in found.others))
    yield Command(say("To mend it, type:"), ("amend", found.record))
