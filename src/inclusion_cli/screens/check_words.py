"""A text that was looked over: line by line, a question, another way to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Line, Page, Title, page

if TYPE_CHECKING:
    from inclusion_cli.domain.wording.check import Flag
    from inclusion_cli.domain.wording.checked import WordsChecked

READ_AS = {
    "note": "as a note",
    "formulation": "as a formulation",
    "person": "as text for the person",
    "report": "as a report",
}
FAMILY = {
    "A": "A label that says little",
    "B": "May blame the person",
    "C": "May limit the person",
    "D": "Service words",
    "E": "Vague",
    "F": "May claim too much",
    "G": "Something is missing",
}
WEIGHT = {
    "E": "At sign-off: change it, or say why it stays",
    "W": "A suggestion",
    "I": "To know",
}


def picture(found: WordsChecked) -> Page:
    """Return what is worth a look as a page."""
    blocks: list[Block] = []
    for number, flag in zip(found.lines, found.flags, strict=True):
        blocks += _flag(f"Line {number}. ", flag)
    for flag in found.structure:
        blocks += _flag("The whole text. ", flag)
    if not blocks:
        return page(Line("Nothing to look at."))
    many = len(found.flags) + len(found.structure)
    things = "thing is" if many == 1 else "things are"
    return page(
        Title(f"{many} {things} worth a look, read {READ_AS[found.read_as]}"),
        Line("You may keep any of them. Quotations and own words are left alone."),
        *blocks,
    )


def _flag(place: str, flag: Flag) -> list[Block]:
    quoted = f'"{flag.text}"' if flag.text else ""
    says: list[Block] = [
        Heading(f"{place}{quoted}".strip()),
        Line(flag.question, indent=3),
    ]
    if flag.rewording:
        says.append(Line(f"For example: {flag.rewording}", indent=3))
    kind, weight = FAMILY[flag.family], WEIGHT[flag.severity]
    says.append(Line(f"{kind}. {weight}. Rule: {flag.rule}", indent=3))
    return says
