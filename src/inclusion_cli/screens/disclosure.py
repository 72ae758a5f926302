"""What was told to whom, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import MONTHS
from inclusion_cli.screens.page import Block, Command, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.disclosed import DisclosureLine, DisclosurePage


def picture(found: DisclosurePage) -> Iterator[Block]:
    """Return what was told of a person as a page."""
    yield Title(
        say("{name}, {code}. What was told", name=found.name, code=found.code)
        if found.code
        else say("Everybody, and the service. What was told")
    )
    if not found.lines:
        yield Line(say("Nothing was told to anybody."))
        return
    counted = say(
        "{all}: {without} without consent, {back} called back.",
        all=say_many("{number} time", "{number} times", len(found.lines)),
        without=found.without_consent,
        back=found.recalled,
    )
    months = "; ".join(
        f"{say(MONTHS[int(month[5:]) - 1])} {month[:4]}: {number}"
        for month, number in found.months
    )
    yield Line(counted)
    if months:
        yield Line(say("Without consent, by month: {months}.", months=months))
    yield named(map(_row, found.lines))
    yield Command(say("All of one:"), ("why", "ID"))


def _row(line: DisclosureLine) -> tuple[str, str]:
    notes = "".join(f" {note}." for note in line.notes)
    said = f"{line.to}. {line.what.rstrip('.')}. {line.rests.rstrip('.')}.{notes}"
    return line.day, f"{said} ({line.id})"
