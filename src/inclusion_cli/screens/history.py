"""The history of a record, version by version, and forks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.history import Deed
from inclusion_cli.domain.values import and_list
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.history import History
    from inclusion_cli.domain.history import Line as Told
    from inclusion_cli.domain.told import Changed

ABOUT = (Deed.CHANGED, Deed.SETTLED, Deed.TAKEN_BACK, Deed.PUT_BACK)


def picture(found: History) -> Page:
    """Return a history as a page."""
    return page(*_blocks(found))


def _blocks(found: History) -> Iterator[Block | None]:
    whose = f"{found.person}. " if found.person else ""
    yield Title(f"{whose}History")
    yield Line(f"{found.title}. Id {found.short}.")
    if found.moved:
        yield Line("It was in the wrong file. What it said is not shown here.")
    for line in found.lines:
        yield Heading(_heading(line))
        yield from _what(line)
    if found.sides:
        yield from _sides(found)
    elif any(line.stands for line in found.lines):
        yield Command("To change it:", ("amend", found.short))


def _heading(line: Told) -> str:
    number = f"Version {line.number}. " if line.number else ""
    deed = line.deed.value
    if line.deed is Deed.MOVED_HERE:
        deed = "moved here from another file"
    versions = and_list(str(number) for number in line.of)
    of = f" (version {versions})" if line.of and line.deed in ABOUT else ""
    stands = " It stands." if line.stands else ""
    gone = " Taken back since." if line.gone and line.number else ""
    said = f"{deed}{of}"
    said = said if number else f"{said[0].upper()}{said[1:]}"
    when = say_when(line.at.astimezone())
    return f"{number}{said[0].upper()}{said[1:]}, {when}, by {line.by}.{stands}{gone}"


def _what(line: Told) -> Iterator[Block]:
    if line.reason:
        yield Line(f"Why: {line.reason}", indent=2)
    if line.note:
        yield Line(line.note, indent=2)
    if line.says:
        yield Items(tuple(("", told.label, told.says) for told in line.says))
    if line.changes:
        yield Items(
            tuple(("", change.label, _change(change)) for change in line.changes)
        )


def _change(change: Changed) -> str:
    return f"was {change.was or 'not given'}, now {change.now or 'not given'}"


def _sides(found: History) -> Iterator[Block]:
    yield Heading("These versions stand side by side. They differ in:")
    for side in found.sides:
        when = say_when(side.at.astimezone())
        yield Line(f"Version {side.number}, {when}, by {side.by}:", indent=2)
        yield Items(tuple(("", told.label, told.says) for told in side.says))
    yield Command("To settle it, write what is right:", ("amend", found.short))
