"""What was recorded between sessions, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import sentence
from inclusion_cli.screens.page import Block, Command, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.observed import Observed, ObservedLine


def picture(found: Observed) -> Iterator[Block]:
    """Return the observations of one person as a page."""
    title = say("{name}, {code}. Between sessions", name=found.name, code=found.code)
    yield Title(title)
    if not found.lines:
        yield Line(say("Nothing is recorded yet."))
        yield Command(say("Next:"), ("observe", found.code))
        return
    yield named(map(_row, found.lines))


def _row(line: ObservedLine) -> tuple[str, str]:
    late = f" {line.late.capitalize()}." if line.late else ""
    what = sentence(line.what)
    return line.when, f"{what} {line.says}{late} ({line.record})"
