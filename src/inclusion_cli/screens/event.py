"""One evening on one page, and how many units a drink has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.units import Units, say_units
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.event_page import EventPage


def picture(found: EventPage | Units) -> Iterator[Block]:
    """Return an evening, or the units of a drink, as a page."""
    return iter((_drink(found),)) if isinstance(found, Units) else _evening(found)


def _drink(found: Units) -> Line:
    return Line(
        say(
            "{millilitres} ml of {strength}% is {units}.",
            millilitres=found.millilitres,
            strength=found.strength,
            units=say_units(found.tenths),
        )
    )


def _evening(found: EventPage) -> Iterator[Block]:
    yield Title(say("{name}, {code}. An evening", name=found.name, code=found.code))
    if found.less:
        yield Line(found.less, strong=True)
    for line in found.missing:
        yield Line(line, strong=True)
    yield named(found.lines)
    if found.ahead:
        yield Heading(say("Other evenings to come"))
        yield named(found.ahead)
    if found.others:
        yield Heading(say("Evenings planned before"))
        yield named(found.others)
    yield Command(say("To mend it, type:"), ("amend", found.record))
