"""What stands behind a record, a person's standing, or a line of home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.why import DueWhy, PersonWhy, Why
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.parts import alarm_lines, alarm_words, named, under
from inclusion_cli.screens.review import (
    FIRED,
    REACHED,
    agreed_grid,
    opens_with,
    signs_grid,
    summary,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.ties import Tie

MOST = 9
"""Records shown in a row; the rest are counted."""


def picture(found: Why | PersonWhy | DueWhy) -> Iterator[Block | None]:
    """Return what stands behind something as a page."""
    match found:
        case Why():
            return _record(found)
        case PersonWhy():
            return _person(found)
        case DueWhy():
            return _due(found)


# --- a record -----------------------------------------------------------------------


def _record(found: Why) -> Iterator[Block | None]:
    yield Title(found.person or say("The service"))
    yield Line(say("{title}. Id {short}.", title=found.title, short=found.short))
    yield from _state(found)
    if found.says:
        yield Heading(say("What it says"))
        yield named((line.label, line.says) for line in found.says)
    yield from under(say("What it counts for now"), found.counts)
    yield from under(say("Pause signs it fired"), found.fired)
    yield from _evidence(found)
    yield from ties(say("What it rests on"), found.rests_on)
    yield from ties(say("What rests on it"), found.used_by)
    yield Command(say("Its history:"), ("history", found.short))


def _state(found: Why) -> Iterator[Block]:
    """Return when it happened, and what it is now; of one moved out, only that."""
    if found.moved:
        when = say_when(found.recorded.astimezone())
        out = say(
            "It was in the wrong file. Moved out {when}, by {by}.",
            when=when,
            by=found.by,
        )
        yield Line(out)
        return
    yield from _when(found)
    if found.state:
        yield Line(say("It is {state}.", state=found.state), strong=True)
        return
    yield from _version(found)


def _when(found: Why) -> Iterator[Block]:
    late = say(" That is {late} late.", late=found.late) if found.late else ""
    happened = (
        say_day(found.happened.date())
        if found.by_day
        else say_when(found.happened.astimezone())
    )
    yield Line(say("It happened on {astimezone}.", astimezone=happened))
    yield Line(
        say(
            "First written {astimezone}.{late}",
            astimezone=say_when(found.recorded.astimezone()),
            late=late,
        )
    )


def _version(found: Why) -> Iterator[Block]:
    version = say(
        "Version {version} of {versions}, by {by}.",
        version=found.version,
        versions=found.versions,
        by=found.by,
    )
    once = say("Moved here from another file") if found.came else say("Written")
    yield Line(
        version
        if found.versions > 1
        else say("{once} by {by}.", once=once, by=found.by)
    )
    if found.reason:
        did = "moved" if found.came else "changed"
        yield Line(say("Why it {did}: {reason}", did=did, reason=found.reason))
    if found.forked:
        yield Line(
            say("Two versions stand side by side: see its history."), strong=True
        )


def _evidence(found: Why) -> Iterator[Block]:
    shows = say("What the records showed")
    if found.evidence:
        yield Heading(say("What was shown when it was decided"))
        yield agreed_grid(found.evidence, shows)
    if found.pause_signs:
        yield signs_grid(found.pause_signs, shows)


def ties(title: str, found: tuple[Tie, ...]) -> Iterator[Block]:
    """Return records under a heading, the latest of many; nothing where none is."""
    if not found:
        return
    yield Heading(title)
    shown = found[-MOST:]
    if len(found) > len(shown):
        yield Line(
            say("The latest {shown} of {ties}:", shown=len(shown), ties=len(found)),
            indent=2,
        )
    yield Items(tuple(_tie(one) for one in shown))


def _tie(one: Tie) -> tuple[str, str, str]:
    return short_id(one.id), say_day(one.day), one.says


# --- a person -----------------------------------------------------------------------


def _person(found: PersonWhy) -> Iterator[Block | None]:
    yield Title(say("{name}, {code}. Why", name=found.name, code=found.code))
    yield from alarm_lines(found.alarms)
    if found.table is None:
        yield Line(
            say("No step is on, so nothing is being held against what was agreed.")
        )
        yield Command(say("Next:"), ("plan", "show", found.code))
        return
    table = found.table
    on = say(
        "Step {number} of {rungs}: {step}.",
        number=table.number,
        rungs=table.rungs,
        step=table.step,
    )
    yield Line(say("{on} Begun {began}.", on=on, began=say_day(table.began)))
    yield Heading(say("To move on"))
    yield from _lines(table.agreed, REACHED, found)
    if table.pause_signs:
        yield Heading(say("To stop and think"))
        yield from _lines(table.pause_signs, FIRED, found)
        yield from opens_with(table.pause_signs)
    for line in table.left_out:
        yield Line(say("Left out: {line}", line=line))
    yield Line(summary(table))
    if not found.closed:
        yield Command(say("To decide:"), ("review", found.code))


def _lines(
    lines: tuple[Evidence, ...], words: dict[str, str], found: PersonWhy
) -> Iterator[Block]:
    """Return each line with its answer, the days and ids it rests on, and what then."""
    for line in lines:
        yield Line(f"{words[line.answer]}  {line.agreed}", indent=2)
        yield Line(say("The records: {shows}", shows=line.shows), indent=6)
        if line.missing:
            yield Line(say("Missing: {missing}", missing=line.missing), indent=6)
        own = [tie for tie in found.records if tie.id in line.records]
        for tie in own[-MOST:]:
            yield Line(f"{short_id(tie.id)} {say_day(tie.day)}", indent=8)
        if len(own) > MOST:
            yield Line(say("and {part} before", part=len(own) - MOST), indent=8)
        if line.change and line.change != line.missing:
            yield Line(
                say("What would change this: {change}", change=line.change), indent=6
            )


# --- a line of home -----------------------------------------------------------------


def _due(found: DueWhy) -> Iterator[Block | None]:
    whose = f". {found.person}, {found.code}" if found.code else ""
    yield Title(say("Line {number} of home{whose}", number=found.number, whose=whose))
    says = alarm_words(found.alarm, found.says) if found.alarm else found.says
    yield Line(says, strong=bool(found.alarm))
    if found.rule:
        yield Line(say("The rule: {rule}", rule=found.rule))
    if found.on:
        yield Line(say("Its day: {on}.", on=say_day(found.on)))
    yield from ties(say("Its records"), found.records)
    yield Command(say("To see to it:"), found.command)
