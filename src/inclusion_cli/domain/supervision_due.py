"""What is due of a worker's supervision: the next one, and what was agreed there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_near
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Due, Group
from inclusion_cli.domain.kept import short_id
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.safety import ServiceRecords
    from inclusion_cli.domain.supervision import Supervision

MINE = say("Your own")


def next_day(last: Supervision, defaults: Defaults) -> date:
    """Return the day of the next supervision: as agreed, or so many days on."""
    return last.next_on or last.on + timedelta(days=defaults.supervision_days)


def dues(
    service: ServiceRecords, *, now: datetime, defaults: Defaults
) -> Iterator[Due]:
    """Return what is due of a worker's supervisions; nothing before the first."""
    if not service.supervisions:
        return
    today, last = now.date(), service.supervisions[-1]
    on = next_day(last.record, defaults)
    soon = today + timedelta(days=LOOKS_AHEAD_DAYS)
    if on <= soon:
        group = Group.TODAY if on <= today else Group.COMING
        says = say(
            "Supervision, {day}. The last was on {last}.",
            day=say_near(on, today=today),
            last=say_day(last.record.on, today=today),
        )
        command = ("supervision", "prepare")
        yield Due(group, MINE, "", says, command, on, (last.id,))
    for kept in service.agreed:
        if kept.record.done_on or kept.record.due > soon:
            continue
        group = Group.TODAY if kept.record.due <= today else Group.COMING
        says = say(
            "Agreed in supervision, by {day}: {what}.",
            day=say_day(kept.record.due, today=today),
            what=kept.record.what.rstrip("."),
        )
        command = ("why", short_id(kept.id))
        yield Due(group, MINE, "", says, command, kept.record.due, (kept.id,))
