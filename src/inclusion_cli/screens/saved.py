"""Receipts: what was saved, what follows, how to undo it, one next command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.receipts import DryRun, PapersMade
from inclusion_cli.domain.saved import Saved
from inclusion_cli.screens.page import Block, Command, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(record: Saved | PapersMade | DryRun) -> Iterator[Block | None]:
    """Return a receipt as a page."""
    match record:
        case Saved():
            return _saved(record)
        case PapersMade():
            return _papers(record)
        case DryRun():
            return _checked(record)


def _checked(run: DryRun) -> Iterator[Block]:
    yield Title(say("Checked for {who}", who=run.who))
    if run.lines:
        yield named(run.lines)
    yield Line(say("Nothing was saved."))


def _saved(saved: Saved) -> Iterator[Block | None]:
    yield from _kept(saved)
    yield next_line(saved.next)


def _kept(saved: Saved) -> Iterator[Block]:
    yield Line(saved.says)
    yield from (Line(follow) for follow in saved.follows)
    if saved.undo:
        yield Command(say("To undo this save:"), ("undo",))


def _papers(made: PapersMade) -> Iterator[Block | None]:
    saved = made.saved if isinstance(made.saved, Saved) else None
    if saved:
        yield from _kept(saved)
    yield Line(made.says)
    yield from (Line(path, indent=2, whole=True) for path in made.paths)
    yield from (Line(follow) for follow in made.follows)
    yield next_line(saved.next if saved else made.next)


def next_line(command: tuple[str, ...]) -> Command | None:
    """Return the one next command."""
    return Command(say("Next:"), command) if command else None
