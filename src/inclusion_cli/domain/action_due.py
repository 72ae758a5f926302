"""What is due of actions: to be done, past their day, and to be looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.action_standing import open_actions, unchecked
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Due, Group
from inclusion_cli.domain.kept import short_id
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.due import About
    from inclusion_cli.domain.kept import Kept

CHECK_DAYS = 28
"""Days after which somebody looks whether it worked. Service default."""


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due of the actions of a person."""
    yield from of_actions(about, about.case.safety.actions, now=now)


def of_actions(
    make: Callable[..., Due], actions: Iterable[Kept[Action]], *, now: datetime
) -> Iterator[Due]:
    """Return what is due of some actions; `make` says whose they are."""
    today, actions = now.date(), tuple(actions)
    for kept in open_actions(actions, on=today):
        action = kept.record
        if action.due > today + timedelta(days=LOOKS_AHEAD_DAYS):
            continue
        group = Group.TODAY if action.due <= today else Group.COMING
        late = say(", past its day") if action.due < today else ""
        says = say(
            "Action for {owner}, by {day}{late}: {what}.",
            owner=action.owner,
            day=say_day(action.due, today=today),
            late=late,
            what=action.what.rstrip("."),
        )
        command = ("action", "done", short_id(kept.id))
        yield make(group, says, command, on=action.due, records=(kept.id,))
    for kept in unchecked(actions, on=today):
        if due := _check(make, kept, today):
            yield due


def _check(make: Callable[..., Due], kept: Kept[Action], today: date) -> Due | None:
    done = kept.record.done_on
    if done is None or done + timedelta(days=CHECK_DAYS) > today:
        return None
    says = say("Did it work? {what}.", what=kept.record.what.rstrip("."))
    command = ("action", "check", short_id(kept.id))
    return make(Group.LOOK, says, command, on=done, records=(kept.id,))
