"""Partners: the list, and one of them in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.partner_page import PartnerList, PartnerPage
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
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.partner_page import PartnerLine


def picture(found: PartnerList | PartnerPage) -> Page:
    """Return partners as a page."""
    match found:
        case PartnerList():
            return page(*_list(found))
        case PartnerPage():
            return page(*_one(found))


def _list(found: PartnerList) -> Iterator[Block]:
    yield Title(say("Partners of the service"))
    if not found.lines:
        yield Line(say("No partner yet."))
        yield Command(say("Next:"), ("partner", "add"))
        return
    yield Items(tuple(_row(line) for line in found.lines))
    yield Command(say("All of one:"), ("partner", "show", "NAME"))


def _row(line: PartnerLine) -> tuple[str, str, str]:
    ended = say(" Ended on {day}.", day=line.ended) if line.ended else ""
    steps = say_many("{number} step", "{number} steps", line.steps)
    holds = say_many("{number} thing", "{number} things", line.holds)
    told = say(
        "{kind}. {contact}. {steps} tied, holds {holds}.{ended} ({id})",
        kind=line.kind,
        contact=line.contact,
        steps=steps,
        holds=holds,
        ended=ended,
        id=line.id,
    )
    return "", line.name, told


def _one(found: PartnerPage) -> Iterator[Block]:
    yield Title(say("{name}. {kind}", name=found.name, kind=found.kind))
    yield Items(tuple(("", name, words) for name, words in found.rows))
    yield Heading(say("Boundaries"))
    lines = found.boundaries or (say("None agreed yet."),)
    yield from (Line(line, indent=2) for line in lines)
    yield Heading(say("Steps tied to them"))
    if not found.steps:
        yield Line(say("None."), indent=2)
    for step in found.steps:
        yield Line(
            say(
                "{code}: step {number}, {title}, {state}",
                code=step.code,
                number=step.number,
                title=step.title,
                state=step.state,
            ),
            indent=2,
        )
    yield Heading(say("What they hold"))
    yield from (Line(line, indent=2) for line in found.holds or (say("Nothing."),))
    yield Command(say("A page for them:"), ("partner", "brief", "CODE", found.id))
    yield Command(say("To change it:"), ("amend", found.id))
