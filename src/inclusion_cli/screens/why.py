"""What stands behind a record, a person's standing, or a line of home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.why import DueWhy, PersonWhy, Why
from inclusion_cli.screens.page import (
    Block,
    Command,
    Grid,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
)
from inclusion_cli.screens.review import FIRED, REACHED, evidence_row, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.ties import Tie

MOST = 9
"""Records shown in a row; the rest are counted."""


def picture(found: Why | PersonWhy | DueWhy) -> Page:
    """Return what stands behind something as a page."""
    match found:
        case Why():
            return page(*_record(found))
        case PersonWhy():
            return page(*_person(found))
        case DueWhy():
            return page(*_due(found))


# --- a record -----------------------------------------------------------------------


def _record(found: Why) -> Iterator[Block | None]:
    yield Title(found.person or "The service")
    yield Line(f"{found.title}. Id {found.short}.")
    yield from _state(found)
    if found.says:
        yield Heading("What it says")
        yield Items(tuple(("", line.label, line.says) for line in found.says))
    if found.counts:
        yield Heading("What it counts for now")
        yield from (Line(line, indent=2) for line in found.counts)
    if found.fired:
        yield Heading("Pause signs it fired")
        yield from (Line(line, indent=2) for line in found.fired)
    yield from _evidence(found)
    yield from _ties("What it rests on", found.rests_on)
    yield from _ties("What rests on it", found.used_by)
    yield Command("Its history:", ("history", found.short))


def _state(found: Why) -> Iterator[Block]:
    if found.state.startswith("moved"):
        when = say_when(found.recorded.astimezone())
        yield Line(f"It was in the wrong file. Moved out {when}, by {found.by}.")
        return
    late = f" That is {found.late} late." if found.late else ""
    yield Line(f"It happened on {say_when(found.happened.astimezone())}.")
    yield Line(f"First written {say_when(found.recorded.astimezone())}.{late}")
    if found.state:
        yield Line(f"It is {found.state}.", strong=True)
        return
    version = f"Version {found.version} of {found.versions}, by {found.by}."
    once = "Moved here from another file" if found.came else "Written"
    yield Line(version if found.versions > 1 else f"{once} by {found.by}.")
    if found.reason:
        did = "moved" if found.came else "changed"
        yield Line(f"Why it {did}: {found.reason}")
    if found.forked:
        yield Line("Two versions stand side by side: see its history.", strong=True)


def _evidence(found: Why) -> Iterator[Block]:
    if found.evidence:
        yield Heading("What was shown when it was decided")
        yield Grid(
            ("Reached", "You agreed to move on when", "What the records showed"),
            tuple(evidence_row(line, REACHED) for line in found.evidence),
        )
    if found.pause_signs:
        yield Grid(
            ("Open", "You agreed to stop and think if", "What the records showed"),
            tuple(evidence_row(line, FIRED) for line in found.pause_signs),
        )


def _ties(title: str, ties: tuple[Tie, ...]) -> Iterator[Block]:
    if not ties:
        return
    yield Heading(title)
    shown = ties[-MOST:]
    if len(ties) > len(shown):
        yield Line(f"The latest {len(shown)} of {len(ties)}:", indent=2)
    yield Items(tuple(_tie(one) for one in shown))


def _tie(one: Tie) -> tuple[str, str, str]:
    return short_id(one.id), say_day(one.day), one.says


# --- a person -----------------------------------------------------------------------


def _person(found: PersonWhy) -> Iterator[Block | None]:
    yield Title(f"{found.name}, {found.code}. Why")
    for alarm in found.alarms:
        yield Line(f"{alarm.side.value.upper()} ALARM. {alarm.says}", strong=True)
    if found.table is None:
        yield Line("No step is on, so nothing is being held against what was agreed.")
        yield Command("Next:", ("plan", "show", found.code))
        return
    table = found.table
    on = f"Step {table.number} of {table.rungs}: {table.step}."
    yield Line(f"{on} Begun {say_day(table.began)}.")
    yield Heading("To move on")
    yield from _lines(table.agreed, REACHED, found)
    if table.pause_signs:
        yield Heading("To stop and think")
        yield from _lines(table.pause_signs, FIRED, found)
    for line in table.left_out:
        yield Line(f"Left out: {line}")
    yield Line(summary(table))
    yield Command("To decide:", ("review", found.code))


def _lines(
    lines: tuple[Evidence, ...], words: dict[str, str], found: PersonWhy
) -> Iterator[Block]:
    """Return each line with its answer, the days and ids it rests on, and what then."""
    for line in lines:
        yield Line(f"{words[line.answer]}  {line.agreed}", indent=2)
        yield Line(f"The records: {line.shows}", indent=6)
        if line.missing:
            yield Line(f"Missing: {line.missing}", indent=6)
        own = [tie for tie in found.records if tie.id in line.records]
        for tie in own[-MOST:]:
            yield Line(f"{short_id(tie.id)} {say_day(tie.day)}", indent=8)
        if len(own) > MOST:
            yield Line(f"and {len(own) - MOST} before", indent=8)
        if line.change:
            yield Line(f"What would change this: {line.change}", indent=6)


# --- a line of home -----------------------------------------------------------------


def _due(found: DueWhy) -> Iterator[Block | None]:
    whose = f". {found.person}, {found.code}" if found.code else ""
    yield Title(f"Line {found.number} of home{whose}")
    alarm = f"{found.alarm.upper()} ALARM. " if found.alarm else ""
    yield Line(f"{alarm}{found.says}", strong=bool(found.alarm))
    if found.rule:
        yield Line(f"The rule: {found.rule}")
    if found.on:
        yield Line(f"Its day: {say_day(found.on)}.")
    yield from _ties("Its records", found.records)
    yield Command("To see to it:", found.command)
