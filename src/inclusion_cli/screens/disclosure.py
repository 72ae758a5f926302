"""What was told to whom, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import MONTHS
from inclusion_cli.screens.page import Command, Items, Line, Page, Title, page
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.disclosed import DisclosureLine, DisclosurePage


def picture(found: DisclosurePage) -> Page:
    """Return what was told of a person as a page."""
    title = Title(
        say("{name}, {code}. What was told", name=found.name, code=found.code)
        if found.code
        else say("Everybody, and the service. What was told")
    )
    if not found.lines:
        return page(title, Line(say("Nothing was told to anybody.")))
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
    return page(
        title,
        Line(counted),
        Line(say("Without consent, by month: {months}.", months=months))
        if months
        else None,
        Items(tuple(_row(line) for line in found.lines)),
        Command(say("All of one:"), ("why", "ID")),
    )


def _row(line: DisclosureLine) -> tuple[str, str, str]:
    notes = "".join(f" {note}." for note in line.notes)
    said = f"{line.to}. {line.what.rstrip('.')}. {line.rests.rstrip('.')}.{notes}"
    return "", line.day, f"{said} ({line.id})"
