"""The evidence of a step review: agreed on the left, recorded on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.screens.page import Block, Grid, Heading, Line, Title
from inclusion_cli.screens.parts import alarm_lines
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.review import ReviewTable

REACHED = {"met": "YES", "not_met": say("NOT YET"), "cannot_tell": say("CANNOT TELL")}
FIRED = {"met": "YES", "not_met": "NO", "cannot_tell": say("CANNOT TELL")}


def picture(table: ReviewTable) -> Iterator[Block]:
    """Return the evidence as a page."""
    on = say("Paused. Begun") if table.paused else say("Begun")
    yield Title(say("{person}. Step review", person=table.person))
    yield Line(
        say(
            "Step {number} of {rungs}: {step}. {on} {began}.",
            number=table.number,
            rungs=table.rungs,
            step=table.step,
            on=on,
            began=say_day(table.began),
        )
    )
    yield from alarm_lines(table.alarms)
    yield Heading(say("To move on"))
    yield from agreed_blocks(table)


def agreed_blocks(table: ReviewTable) -> Iterator[Block]:
    """Return the evidence itself, as the ladder shows it too."""
    shows = say("What the records show")
    yield agreed_grid(table.agreed, shows)
    if table.pause_signs:
        yield Heading(say("To stop and think"))
        yield signs_grid(table.pause_signs, shows)
    for line in table.left_out:
        yield Line(say("Left out: {line}", line=line))
    yield Line(summary(table))


def agreed_grid(lines: tuple[Evidence, ...], shows: str) -> Grid:
    """Return what was agreed to move on beside what the records show, or showed."""
    head = (say("Reached"), say("You agreed to move on when"), shows)
    return Grid(head, tuple(_row(line, REACHED) for line in lines))


def signs_grid(lines: tuple[Evidence, ...], shows: str) -> Grid:
    """Return what opens a pause beside what the records show, or showed."""
    head = (say("Open"), say("You agreed to stop and think if"), shows)
    return Grid(head, tuple(_row(line, FIRED) for line in lines))


def opens_with(lines: tuple[Evidence, ...]) -> Iterator[Block]:
    """Return once what opens a pause sign, where there is one that is not seen."""
    if any(line.answer == "not_met" for line in lines):
        yield Line(
            say(
                "What is not seen opens with the first record that tells of it. "
                "A decision answers it."
            ),
            indent=2,
        )


def _row(line: Evidence, words: dict[str, str]) -> tuple[str, str, str]:
    """Return a line of evidence: reached or not, what was agreed, what is shown."""
    missing = say(". Missing: {missing}", missing=line.missing) if line.missing else ""
    ids = f" ({some_ids(line.records)})" if line.records else ""
    return words[line.answer], line.agreed, f"{line.shows}{missing}{ids}"


def some_ids(records: tuple[str, ...]) -> str:
    """Return the ids where they are few, else how many there are."""
    if len(records) > 3:  # the rest are on the paper
        return say("{records} records", records=len(records))
    return ", ".join(short_id(record) for record in records)


def summary(table: ReviewTable) -> str:
    """Return what all of the evidence comes to."""
    if table.eligible:
        idle = (
            say(
                " That was {idle} ago.",
                idle=say_many("{number} day", "{number} days", table.idle),
            )
            if table.idle
            else ""
        )
        return say("All that was agreed is met. You decide together.{idle}", idle=idle)
    if table.earliest:
        return say(
            "Earliest day for all of it: {earliest}.", earliest=say_day(table.earliest)
        )
    return say("Not all of it is met yet. You decide together.")
