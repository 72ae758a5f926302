"""The evidence of a step review: agreed on the left, recorded on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.values import counted
from inclusion_cli.screens.page import Block, Grid, Heading, Line, Page, Title, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.decision import Evidence
    from inclusion_cli.domain.review import ReviewTable

REACHED = {"met": "YES", "not_met": "NOT YET", "cannot_tell": "CANNOT TELL"}
FIRED = {"met": "YES", "not_met": "NO", "cannot_tell": "CANNOT TELL"}


def picture(table: ReviewTable) -> Page:
    """Return the evidence as a page."""
    on = "Paused. Begun" if table.paused else "Begun"
    return page(
        Title(f"{table.person}. Step review"),
        Line(
            f"Step {table.number} of {table.rungs}: {table.step}. "
            f"{on} {say_day(table.began)}."
        ),
        *(
            Line(f"{alarm.side.value.upper()} ALARM. {alarm.says}", strong=True)
            for alarm in table.alarms
        ),
        Heading("To move on"),
        *agreed_blocks(table),
    )


def agreed_blocks(table: ReviewTable) -> Iterator[Block]:
    """Return the evidence itself, as the ladder shows it too."""
    yield Grid(
        ("Reached", "You agreed to move on when", "What the records show"),
        tuple(evidence_row(line, REACHED) for line in table.agreed),
    )
    if table.pause_signs:
        yield Heading("To stop and think")
        yield Grid(
            ("Open", "You agreed to stop and think if", "What the records show"),
            tuple(evidence_row(line, FIRED) for line in table.pause_signs),
        )
    for line in table.left_out:
        yield Line(f"Left out: {line}")
    yield Line(summary(table))


def evidence_row(line: Evidence, words: dict[str, str]) -> tuple[str, str, str]:
    """Return a line of evidence: reached or not, what was agreed, what is shown."""
    missing = f". Missing: {line.missing}" if line.missing else ""
    ids = f" ({some_ids(line.records)})" if line.records else ""
    return words[line.answer], line.agreed, f"{line.shows}{missing}{ids}"


def some_ids(records: tuple[str, ...]) -> str:
    """Return the ids where they are few, else how many there are."""
    if len(records) > 3:  # the rest are on the paper
        return f"{len(records)} records"
    return ", ".join(short_id(record) for record in records)


def summary(table: ReviewTable) -> str:
    """Return what all of the evidence comes to."""
    if table.eligible:
        idle = f" That was {counted(table.idle, 'day')} ago." if table.idle else ""
        return f"All that was agreed is met. You decide together.{idle}"
    if table.earliest:
        return f"Earliest day for all of it: {say_day(table.earliest)}."
    return "Not all of it is met yet. You decide together."
