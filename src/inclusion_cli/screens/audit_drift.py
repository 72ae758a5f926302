"""The drift map as a page: each situation against the sessions of a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.drift_map import MET_WORDS, DriftMap, DriftRow, Met
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(found: DriftMap) -> Iterator[Block]:
    """Return a drift map as a page: a part for each situation."""
    yield Title(
        say(
            "{name}, {code}. What was planned and what was met, {month}",
            name=found.name,
            code=found.code,
            month=found.said,
        )
    )
    if not found.rows:
        yield Line(say("There is no situation written down yet."))
        if not found.closed:
            yield Command(say("Next:"), ("formulate", found.code))
    for row in found.rows:
        yield from _row(found, row)
    if found.rows:
        told = say(
            "A session met what its step meets, where it was gone to. It also met what "
            "its debrief tells of. Nobody is asked about each situation."
        )
        yield Heading(say("What counts as met"))
        yield Line(told, indent=2)


def _row(found: DriftMap, row: DriftRow) -> Iterator[Block]:
    yield Heading(row.situation)
    for met in (one for one in Met if one is not Met.APART):
        days = [
            column.on
            for column, cell in zip(found.columns, row.cells, strict=True)
            if cell is met
        ]
        if days:
            told = "; ".join(say_day(day) for day in days)
            words = MET_WORDS[met]
            yield Line(
                say(
                    "{words}, {number}: {days}.",
                    words=words[0].upper() + words[1:],
                    number=len(days),
                    days=told,
                ),
                indent=2,
            )
    yield Line(_last(row), indent=2)
    if row.says:
        yield Line(row.says, strong=True, indent=2)
        if not found.closed:
            yield Command(say("  To mend it:"), row.mend)


def _last(row: DriftRow) -> str:
    if row.last_met is None:
        return say("Never tested: no session has met it.")
    return say("Met last on {day}.", day=say_day(row.last_met))
