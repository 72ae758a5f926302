"""Which actions are open, past their day, done, and looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.kept import Kept

Actions = tuple["Kept[Action]", ...]


def open_actions(actions: Iterable[Kept[Action]], *, on: date) -> Actions:
    """Return the actions that are still to be done on a day, the first due first."""
    found = [kept for kept in actions if not _done(kept.record, on)]
    return tuple(sorted(found, key=lambda kept: (kept.record.due, kept.order)))


def done_actions(actions: Iterable[Kept[Action]], *, on: date) -> Actions:
    """Return the actions that were done by a day, in order of that day."""
    found = [kept for kept in actions if _done(kept.record, on)]
    return tuple(sorted(found, key=lambda kept: (kept.record.done_on, kept.order)))


def overdue(actions: Iterable[Kept[Action]], *, on: date) -> Actions:
    """Return the open actions whose day has passed."""
    return tuple(kept for kept in open_actions(actions, on=on) if kept.record.due < on)


def unchecked(actions: Iterable[Kept[Action]], *, on: date) -> Actions:
    """Return what was done and nobody has looked at since, to see if it worked."""
    return tuple(
        kept for kept in done_actions(actions, on=on) if kept.record.worked is None
    )


def actions_of(actions: Iterable[Kept[Action]], record: str) -> Actions:
    """Return the actions that came of one record, by its id."""
    return tuple(kept for kept in actions if kept.record.of == record)


def _done(action: Action, on: date) -> bool:
    return action.done_on is not None and action.done_on <= on
