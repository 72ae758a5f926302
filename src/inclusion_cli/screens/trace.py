"""The thread from wish to outcome, line by line, with its gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Command, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.trace import Trace, TraceLine


def picture(told: Trace) -> Iterator[Block]:
    """Return the thread as a page."""
    yield Title(told.title)
    yield Line(told.summary)
    for line in told.lines:
        yield from _line(line)
    first = next(line for line in told.lines if line.short)
    yield Command(say("What stands behind a line:"), ("why", first.short))


def _line(line: TraceLine) -> Iterator[Block]:
    if line.gap:
        yield Line(line.says, strong=True, indent=4)
        return
    parts = (line.day, line.since, line.short, _by(line))
    yield Line(
        say(
            "{number}. {stage}. {where}",
            number=line.number,
            stage=line.stage,
            where=", ".join(part for part in parts if part),
        )
    )
    yield Line(line.says, indent=4)
    if line.quote:
        yield Line(say('"{quote}"', quote=line.quote), indent=4)


def _by(line: TraceLine) -> str:
    return say("by {author}", author=line.author) if line.author else ""
