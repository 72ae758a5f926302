"""The history of a record, version by version, and forks side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.history import Deed
from inclusion_cli.domain.values import and_list, capital, lowered
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.history import History
    from inclusion_cli.domain.history import Line as Told

ABOUT = (Deed.CHANGED, Deed.SETTLED, Deed.TAKEN_BACK, Deed.PUT_BACK)


def picture(found: History) -> Iterator[Block | None]:
    """Return a history as a page."""
    whose = f"{found.person}. " if found.person else ""
    yield Title(say("{whose}History", whose=whose))
    yield Line(say("{title}. Id {short}.", title=found.title, short=found.short))
    if found.moved:
        yield Line(say("It was in the wrong file. What it said is not shown here."))
    for line in found.lines:
        yield Heading(_heading(line, own=found.own))
        yield from _what(line)
    if found.sides:
        yield from _sides(found)
    elif any(line.stands for line in found.lines):
        yield Command(say("To change it:"), ("amend", found.short))


def _heading(line: Told, *, own: bool) -> str:
    number = f"{_numbered(line.number, own=own)}. " if line.number else ""
    deed = line.deed.value
    if line.deed is Deed.MOVED_HERE:
        deed = say("moved here from another file")
    versions = and_list(str(number) for number in line.of)
    of = ""
    if line.of and line.deed in ABOUT:
        of = f" ({lowered(_numbered(versions, own=own))})"
    stands = say(" It stands.") if line.stands else ""
    gone = say(" Taken back since.") if line.gone and line.number else ""
    said = f"{deed}{of}"
    said = said if number else capital(said)
    when = say_when(line.at.astimezone())
    return say(
        "{number}{said}, {when}, by {by}.{stands}{gone}",
        number=number,
        said=capital(said),
        when=when,
        by=line.by,
        stands=stands,
        gone=gone,
    )


def _numbered(number: int | str, *, own: bool) -> str:
    """Return "Version 2"; "Entry 2" of a record that counts versions of its own."""
    if own:
        return say("Entry {number}", number=number)
    return say("Version {number}", number=number)


def _what(line: Told) -> Iterator[Block]:
    if line.reason:
        yield Line(say("Why: {reason}", reason=line.reason), indent=2)
    if line.note:
        yield Line(line.note, indent=2)
    if line.says:
        yield named((told.label, told.says) for told in line.says)
    if line.changes:
        yield named((change.label, change.says()) for change in line.changes)


def _sides(found: History) -> Iterator[Block]:
    yield Heading(say("These stand side by side. They differ in:"))
    for side in found.sides:
        when = say_when(side.at.astimezone())
        yield Line(
            say(
                "{number}, {when}, by {by}:",
                number=_numbered(side.number, own=found.own),
                when=when,
                by=side.by,
            ),
            indent=2,
        )
        yield named((told.label, told.says) for told in side.says)
    yield Command(say("To settle it, write what is right:"), ("amend", found.short))
