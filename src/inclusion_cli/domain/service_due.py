"""What is due of the service's own: actions to do. It carries no person's name."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Due, Group
from inclusion_cli.domain.kept import short_id
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.safety import ServiceRecords

OURS = say("The service")


def dues(service: ServiceRecords, *, now: datetime) -> Iterator[Due]:
    """Return what is due of the service's own records."""
    today = now.date()
    for kept in service.actions:
        action = kept.record
        if action.done_on or action.due > today + timedelta(days=LOOKS_AHEAD_DAYS):
            continue
        group = Group.TODAY if action.due <= today else Group.COMING
        says = say(
            "Action for {owner}, by {day}: {what}.",
            owner=action.owner,
            day=say_day(action.due, today=today),
            what=action.what.rstrip("."),
        )
        command = ("why", short_id(kept.id))
        yield Due(group, OURS, "", says, command, action.due, (kept.id,))
