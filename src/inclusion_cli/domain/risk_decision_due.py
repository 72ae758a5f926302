"""What home says about positive risk decisions: the day to look has come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_near
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Group
from inclusion_cli.domain.risk_decisions import open_decisions
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.due import About, Due


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return the decisions whose day has come, or comes within a week."""
    on = now.date()
    for one in open_decisions(about.case, on=on):
        it, ids = one.kept.record, (one.kept.id,)
        if it.review_on > on + timedelta(days=LOOKS_AHEAD_DAYS):
            continue
        day = say_near(it.review_on, today=on)
        says = say(
            'Risk decision, look at it {day}: "{question}". How did it go?',
            day=day,
            question=it.question,
        )
        group = Group.TODAY if it.review_on <= on else Group.COMING
        command = ("decide-risk", "outcome", about.code)
        yield about(group, says, command, on=it.review_on, records=ids)
