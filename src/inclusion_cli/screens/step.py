"""One step in full, with what would change each line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import sentence
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.screens.parts import alarm_lines, named
from inclusion_cli.screens.review import FIRED, REACHED, opens_with, some_ids
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.step_page import StepPage


def picture(found: StepPage) -> Iterator[Block]:
    """Return one step as a page."""
    yield Title(
        say(
            "{name}, {code}. Step {number} of {rungs}",
            name=found.name,
            code=found.code,
            number=found.number,
            rungs=found.rungs,
        )
    )
    yield Line(f"{found.title}. {sentence(found.state)}")
    yield from alarm_lines(found.alarms)
    if found.aside:
        yield Line(found.aside)
    yield Heading(say("What was agreed"))
    yield named((said.name, said.words) for said in found.said)
    yield Heading(say("To move on"))
    yield from _lines(found.moving_on, REACHED)
    if found.pause_signs:
        yield Heading(say("To stop and think"))
        yield from _lines(found.pause_signs, FIRED)
        yield from opens_with(found.pause_signs)
    for line in found.left_out:
        yield Line(say("Left out: {line}", line=line))
    if found.says:
        yield Heading(say("When"))
        yield Line(sentence(found.says))
    for note in found.notes:
        yield Line(say("Pace: {note}", note=note))
    if found.stands == "done" or found.closed:
        return
    number = str(found.number)
    yield Command(say("To change it, type:"), ("plan", "edit", found.code, number))


def _lines(lines: tuple[Evidence, ...], words: dict[str, str]) -> Iterator[Block]:
    """Return each line with its answer, what shows it, and what would change it."""
    for line in lines:
        if not line.answer:
            yield Line(line.agreed, indent=2)
            continue
        yield Line(f"{words[line.answer]}  {line.agreed}", indent=2)
        ids = f" ({some_ids(line.records)})" if line.records else ""
        yield Line(
            say("The records: {shows}{ids}", shows=line.shows, ids=ids), indent=6
        )
        if line.change:
            yield Line(
                say("What would change this: {change}", change=line.change), indent=6
            )
