"""Receipts: what was saved, what follows, how to undo it, one next command."""

from __future__ import annotations

from inclusion_cli.domain.receipts import DryRun, PapersMade
from inclusion_cli.domain.saved import Saved
from inclusion_cli.screens.page import Block, Command, Items, Line, Page, Title, page
from inclusion_cli.tongue import say


def picture(record: Saved | PapersMade | DryRun) -> Page:
    """Return a receipt as a page."""
    match record:
        case Saved():
            return page(*_saved(record))
        case PapersMade():
            return page(*_papers(record))
        case DryRun():
            rows = tuple(("", short, said) for short, said in record.lines)
            return page(
                Title(say("Checked for {who}", who=record.who)),
                Items(rows) if rows else None,
                Line(say("Nothing was saved.")),
            )


def _saved(saved: Saved) -> list[Block | None]:
    return [*_kept(saved), next_line(saved.next)]


def _kept(saved: Saved) -> list[Block | None]:
    return [
        Line(saved.says),
        *(Line(follow) for follow in saved.follows),
        Command(say("To undo this save:"), ("undo",)) if saved.undo else None,
    ]


def _papers(made: PapersMade) -> list[Block | None]:
    saved = made.saved if isinstance(made.saved, Saved) else None
    return [
        *(_kept(saved) if saved else []),
        Line(made.says),
        *(Line(path, indent=2, whole=True) for path in made.paths),
        *(Line(follow) for follow in made.follows),
        next_line(saved.next if saved else made.next),
    ]


def next_line(command: tuple[str, ...]) -> Command | None:
    """Return the one next command."""
    return Command(say("Next:"), command) if command else None
