"""A text that was looked over: line by line, a question, another way to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.wording.check import Flag
    from inclusion_cli.domain.wording.checked import WordsChecked

READ_AS = {
    "note": say("as a note"),
    "formulation": say("as a formulation"),
    "person": say("as text for the person"),
    "report": say("as a report"),
}
FAMILY = {
    "A": say("A label that says little"),
    "B": say("May blame the person"),
    "C": say("May limit the person"),
    "D": say("Service words"),
    "E": say("Vague"),
    "F": say("May claim too much"),
    "G": say("Something is missing"),
}
WEIGHT = {
    "E": say("At sign-off: change it, or say why it stays"),
    "W": say("A suggestion"),
    "I": say("To know"),
}


def picture(found: WordsChecked) -> Iterator[Block]:
    """Return what is worth a look as a page."""
    many = len(found.flags) + len(found.structure)
    if not many:
        yield Line(say("Nothing to look at."))
        return
    things = say("thing is") if many == 1 else say("things are")
    yield Title(
        say(
            "{many} {things} worth a look, read {read_as}",
            many=many,
            things=things,
            read_as=READ_AS[found.read_as],
        )
    )
    yield Line(
        say("You may keep any of them. Quotations and own words are left alone.")
    )
    for number, flag in zip(found.lines, found.flags, strict=True):
        yield from _flag(say("Line {number}. ", number=number), flag)
    for flag in found.structure:
        yield from _flag(say("The whole text. "), flag)


def _flag(place: str, flag: Flag) -> Iterator[Block]:
    quoted = f'"{flag.text}"' if flag.text else ""
    yield Heading(f"{place}{quoted}".strip())
    yield Line(flag.question, indent=3)
    if flag.rewording:
        yield Line(say("For example: {rewording}", rewording=flag.rewording), indent=3)
    kind, weight = FAMILY[flag.family], WEIGHT[flag.severity]
    yield Line(
        say("{kind}. {weight}. Rule: {rule}", kind=kind, weight=weight, rule=flag.rule),
        indent=3,
    )
