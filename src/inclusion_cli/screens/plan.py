"""The ladder, drawn top rung first, and what the records show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.values import sentence
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.parts import alarm_lines
from inclusion_cli.screens.review import agreed_blocks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.pages import Ladder, LadderRung

MARKS = {"now": "=>", "done": say("ok"), "paused": "||"}


def picture(found: Ladder) -> Iterator[Block | None]:
    """Return a ladder as a page."""
    yield Title(say("{name}, {code}. The plan", name=found.name, code=found.code))
    if found.closed:
        closed = say_day(found.closed)
        yield Line(say("This file was closed on {closed}.", closed=closed))
    yield from alarm_lines(found.alarms)
    if found.goal:
        near = found.goal_rating
        how = say(" At the start: {near} of 10.", near=near) if near is not None else ""
        yield Line(say("Goal: {goal}{how}", goal=found.goal, how=how))
    if found.less:
        yield Line(found.less, strong=True)
    if found.oversight:
        yield Line(
            say("Overseen clinically by: {oversight}", oversight=found.oversight)
        )
    if not found.rungs and found.closed:
        yield Line(say("No steps were planned."))
        return
    if not found.rungs:
        yield Command(say("No steps yet. Next:"), ("plan", "add", found.code))
        return
    yield Heading(say("The ladder, top step first"))
    yield Items(tuple(_rung(rung) for rung in found.rungs))
    for note in found.notes:
        yield Line(say("Pace: {note}", note=note))
    yield Command(say("All of one step:"), ("plan", "show", found.code, "STEP"))
    if found.closed:
        return
    if found.table is None:
        yield Command(say("No step is on. Next:"), ("plan", "start", found.code))
        return
    yield Heading(say("Step {number}. Moving on", number=found.table.number))
    yield from agreed_blocks(found.table)


def _rung(rung: LadderRung) -> tuple[str, str, str]:
    mark = MARKS.get(rung.state, "")
    step = rung.step
    since = say(" since {began}", began=say_day(rung.since)) if rung.since else ""
    told = f"{rung.title}. {step.place}, {step.time}, {rung.long}, {rung.company}. "
    if rung.partner:
        told += say("With {partner}. ", partner=rung.partner)
    told += sentence(rung.last or rung.state + since)
    if rung.says:
        told += f" {sentence(rung.says)}"
    return mark, say("Step {number}", number=rung.number), told
