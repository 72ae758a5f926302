"""Partners: the list, and one of them in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.partner_page import PartnerList, PartnerPage
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.screens.parts import listed, named
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.partner_page import PartnerLine, TiedStep


def picture(found: PartnerList | PartnerPage) -> Iterator[Block | None]:
    """Return partners as a page."""
    match found:
        case PartnerList():
            return _list(found)
        case PartnerPage():
            return _one(found)


def _list(found: PartnerList) -> Iterator[Block]:
    yield Title(say("Partners of the service"))
    if not found.lines:
        yield Line(say("No partner yet."))
        yield Command(say("Next:"), ("partner", "add"))
        return
    yield named(map(_row, found.lines))
    yield Command(say("All of one:"), ("partner", "show", "NAME"))


def _row(line: PartnerLine) -> tuple[str, str]:
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
    return line.name, told


def _step(step: TiedStep) -> str:
    return say(
        "{code}: step {number}, {title}, {state}",
        code=step.code,
        number=step.number,
        title=step.title,
        state=step.state,
    )


def _one(found: PartnerPage) -> Iterator[Block]:
    yield Title(say("{name}. {kind}", name=found.name, kind=found.kind))
    yield named(found.rows)
    yield Heading(say("Boundaries"))
    yield from listed(found.boundaries or (say("None agreed yet."),))
    yield Heading(say("Steps tied to them"))
    yield from listed(map(_step, found.steps) if found.steps else (say("None."),))
    yield Heading(say("What they hold"))
    yield from listed(found.holds or (say("Nothing."),))
    yield Command(say("A page for them:"), ("partner", "brief", "CODE", found.id))
    yield Command(say("To change it:"), ("amend", found.id))
