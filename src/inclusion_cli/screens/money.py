"""What stands about money: agreements, practice, weeks looked at, requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.money_page import MoneyLine, MoneyPage


def picture(found: MoneyPage) -> Iterator[Block | None]:
    """Return the money part of a file as a page."""
    yield Title(say("{name}, {code}. Money", name=found.name, code=found.code))
    yield from (Line(line, strong=True) for line in found.late)
    yield Heading(say("Agreed, in {name}'s words", name=found.known_as))
    if found.agreements:
        yield _items(found.agreements)
    elif found.closed:
        yield Line(say("Nothing."))
    else:
        agree = ("money", "agree", found.code)
        yield Command(say("Nothing yet. To write it:"), agree)
    if found.ended:
        yield Heading(say("Agreed before, and ended"))
        yield _items(found.ended)
    yield Heading(say("Saying no, practised"))
    yield Line(found.rehearsed)
    if found.rehearsals:
        yield _items(found.rehearsals)
    yield Heading(say("Weeks looked at together"))
    yield Line(found.consent)
    yield Line(found.looked)
    if found.looks:
        yield _items(found.looks)
    yield Heading(
        say("Asked for money or things, since {day}", day=say_day(found.since))
    )
    yield Line(found.requests)


def _items(lines: tuple[MoneyLine, ...]) -> Items:
    return named((line.when, f"{line.says} ({line.record})") for line in lines)
