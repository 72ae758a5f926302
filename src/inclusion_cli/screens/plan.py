"""The ladder, drawn top rung first, and what the records show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.values import counted
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
from inclusion_cli.screens.review import agreed_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.pages import Ladder, LadderRung

MARKS = {"now": "=>", "done": "ok", "paused": "||"}


def picture(found: Ladder) -> Page:
    """Return a ladder as a page."""
    return page(*_ladder(found))


def _ladder(found: Ladder) -> Iterator[Block | None]:
    yield Title(f"{found.name}, {found.code}. The plan")
    for alarm in found.alarms:
        yield Line(f"{alarm.side.value.upper()} ALARM. {alarm.says}", strong=True)
    if found.goal:
        near = found.goal_rating
        how = f" At the start: {near} of 10." if near is not None else ""
        yield Line(f"Goal: {found.goal}{how}")
    if found.oversight:
        yield Line(f"Overseen clinically by: {found.oversight}")
    if not found.rungs:
        yield Command("No steps yet. Next:", ("plan", "add", found.code))
        return
    yield Heading("The ladder, top step first")
    yield Items(tuple(_rung(rung) for rung in found.rungs))
    for note in found.notes:
        yield Line(f"Pace: {note}")
    yield Command("All of one step:", ("plan", "show", found.code, "STEP"))
    if found.table is None:
        yield Command("No step is on. Next:", ("plan", "start", found.code))
        return
    yield Heading(f"Step {found.table.number}. Moving on")
    yield from agreed_blocks(found.table)


def sentence(text: str) -> str:
    """Return words as a sentence."""
    return f"{text[0].upper()}{text[1:]}."


def _rung(rung: LadderRung) -> tuple[str, str, str]:
    mark = MARKS.get(rung.state, "")
    step = rung.step
    since = f" since {say_day(rung.began)}" if rung.began else ""
    told = (
        f"{step.title}. {step.place}, {step.time}, {counted(step.minutes, 'minute')}, "
        f"{rung.company}. {sentence(rung.last or rung.state + since)}"
    )
    if rung.says:
        told += f" {sentence(rung.says)}"
    return mark, f"Step {rung.number}", told
