"""The evidence of a step review: agreed on the left, recorded on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.screens.page import Block, Grid, Heading, Line, Page, Title, page
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.review import ReviewTable

REACHED = {"met": "YES", "not_met": say("NOT YET"), "cannot_tell": say("CANNOT TELL")}
FIRED = {"met": "YES", "not_met": "NO", "cannot_tell": say("CANNOT TELL")}


def picture(table: ReviewTable) -> Page:
    """Return the evidence as a page."""
    on = say("Paused. Begun") if table.paused else say("Begun")
    return page(
        Title(say("{person}. Step review", person=table.person)),
        Line(
            say(
                "Step {number} of {rungs}: {step}. {on} {began}.",
                number=table.number,
                rungs=table.rungs,
                step=table.step,
                on=on,
                began=say_day(table.began),
            )
        ),
        *(
            Line(
                say(
                    "{upper} ALARM. {says}",
                    upper=alarm.side.value.upper(),
                    says=alarm.says,
                ),
                strong=True,
            )
            for alarm in table.alarms
        ),
        Heading(say("To move on")),
        *agreed_blocks(table),
    )


def agreed_blocks(table: ReviewTable) -> Iterator[Block]:
    """Return the evidence itself, as the ladder shows it too."""
    yield Grid(
        (
            say("Reached"),
            say("You agreed to move on when"),
            say("What the records show"),
        ),
        tuple(evidence_row(line, REACHED) for line in table.agreed),
    )
    if table.pause_signs:
        yield Heading(say("To stop and think"))
        yield Grid(
            (
                say("Open"),
                say("You agreed to stop and think if"),
                say("What the records show"),
            ),
            tuple(evidence_row(line, FIRED) for line in table.pause_signs),
        )
    for line in table.left_out:
        yield Line(say("Left out: {line}", line=line))
    yield Line(summary(table))


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


def evidence_row(line: Evidence, words: dict[str, str]) -> tuple[str, str, str]:
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
