"""`inclusion`, `inclusion today`: what is due."""

from __future__ import annotations

import sys
from collections.abc import Callable
from shlex import split
from typing import TYPE_CHECKING

from inclusion_cli.domain.home import home
from inclusion_cli.store.left import may_owe
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.home import DraftNote, Home

Run = Callable[[list[str]], int]
LETTERS = {"d": ("debrief",), "r": ("review",), "c": ("card", "show")}


def today(desk: Desk) -> Home:
    """Show what is due today, what is coming up and what is worth a look."""
    reading, now, worker = desk.reading, desk.clock.now(), desk.worker
    people = reading.people()
    open_ = [kept.file for kept in people if kept.record.closed_on is None]
    closed = frozenset(kept.file for kept in people if kept.record.closed_on)
    owing = may_owe(reading, closed, on=now.date())
    return home(
        [reading.near(file, now=now) for file in open_],
        _drafts(desk),
        left=[reading.near(file, now=now) for file in owing],
        now=now,
        worker=worker.record.name,
        practice=desk.vault.practice,
        defaults=desk.defaults,
        service=reading.service_near(worker.id),
    )


def _drafts(desk: Desk) -> list[DraftNote]:
    """Return the drafts as home lists them; forms are read only where there are any."""
    if not any(draft.answers or draft.half for draft in desk.drafts.all()):
        return []
    from inclusion_cli.cli.forms import draft_notes

    return draft_notes(desk)


def open_item(shown: Home, argv: list[str], run: Run) -> int:
    """Ask which item to open, where somebody is there to be asked."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return 0
    from inclusion_cli.interviews.layout import wrapped

    lead = say("Type a number to open it.\n") if shown.items else ""
    letters = say("D debrief   R review   C card   Enter leaves")
    sys.stdout.write(f"\n{lead}{wrapped(letters)}\n")
    while True:
        try:
            typed = input("> ").strip().casefold()
        except (EOFError, KeyboardInterrupt):
            sys.stdout.write("\n")
            return 0
        if typed in ("", "q"):
            return 0
        if command := _command(typed, shown):
            extra = [flag for flag in argv if flag in ("--practice", "--plain")]
            return run([*split(" ".join(command)), *extra])
        last = len(shown.items)
        numbers = say("a number from 1 to {last}, ", last=last) if last else ""
        sys.stdout.write(say("Error: Type {numbers}D, R or C.\n", numbers=numbers))


def _command(typed: str, shown: Home) -> tuple[str, ...] | None:
    if typed in LETTERS:
        return LETTERS[typed]
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(shown.items):
        return shown.items[int(typed) - 1].command
    return None
