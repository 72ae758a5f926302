"""Since when a person is counted: the one meaning of "anything in this time".

A person counts from the first thing that was recorded of their life: a step or session,
and as much an incident, a limit or a night. So nothing is ever counted in the file of
somebody who is not among the people, nor on more days than there are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.lived import lived
from inclusion_cli.domain.restrictions import register

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile


def person_days(case: Casefile, now: datetime, first: date, last: date) -> int:
    """Return the days of [first, last] since anything was recorded; 0 for nobody."""
    began = counted_from(case, now=now, last=last)
    if began is None or began > last:
        return 0
    return (last - max(first, began)).days + 1


def counted_from(case: Casefile, *, now: datetime, last: date) -> date | None:
    """Return the day of the first thing recorded of a person's life, if any is."""
    limits = (one.began for one in register(case, on=min(last, now.date())))
    steps = (move.at.date() for move in case.all_moves() if move.at <= now)
    due = (s.record.at for s in case.open_sessions() if s.record.at <= now)
    sessions = (at.date() for at in due)
    seen = (at.date() for at in lived(case) if at <= now)
    return min((*limits, *steps, *sessions, *seen), default=None)
