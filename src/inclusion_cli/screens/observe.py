"""What was recorded between sessions, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import sentence
from inclusion_cli.screens.page import Command, Items, Line, Page, Title, page
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.observed import Observed, ObservedLine


def picture(found: Observed) -> Page:
    """Return the observations of one person as a page."""
    title = Title(
        say("{name}, {code}. Between sessions", name=found.name, code=found.code)
    )
    if not found.lines:
        return page(
            title,
            Line(say("Nothing is recorded yet.")),
            Command(say("Next:"), ("observe", found.code)),
        )
    return page(title, Items(tuple(_row(line) for line in found.lines)))


def _row(line: ObservedLine) -> tuple[str, str, str]:
    late = f" {line.late.capitalize()}." if line.late else ""
    what = sentence(line.what)
    return "", line.when, f"{what} {line.says}{late} ({line.record})"
