"""What is due about money: the weekly look while agreed, agreements to look at."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_standing import for_activity
from inclusion_cli.domain.dates import say_day, say_near
from inclusion_cli.domain.due import Group
from inclusion_cli.domain.money_agreed import ABOUT_WORDS
from inclusion_cli.domain.money_weeks import MONEY_CHECK, WEEK, check_of, monday_of
from inclusion_cli.domain.values import lowered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.due import About, Due

BEGUN_DAYS = 90
"""Days; who looked at no week for so long has stopped, and is not reminded each week.
No longer than home looks back (domain.near)."""


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due about one person's money."""
    on = now.date()
    yield from _weekly(about, on)
    yield from _agreements(about, on)


def _weekly(about: About, on: date) -> Iterator[Due]:
    """Return the look at last week, while it is agreed and was begun."""
    case, week = about.case, monday_of(on) - WEEK
    begun = [k for k in case.safety.money_checks if k.on >= on - timedelta(BEGUN_DAYS)]
    if not begun or check_of(case, week, on=on) is not None:
        return
    if for_activity(case, MONEY_CHECK, on=on) is None:
        return
    says = say(
        "Look at the week's money together: week of {week}.",
        week=say_day(week, today=on),
    )
    command = ("money", "check", about.code)
    yield about(Group.TODAY, says, command, on=week + WEEK, records=(begun[-1].id,))


def _agreements(about: About, on: date) -> Iterator[Due]:
    for kept in about.case.safety.agreements:
        look = kept.record.look_on
        if kept.record.ended_on or look is None or look > on:
            continue
        says = say(
            "An agreement about money, {about}: look at it again. It was due {day}.",
            about=lowered(ABOUT_WORDS.get(kept.record.about, kept.record.about)),
            day=say_near(look, today=on),
        )
        command = ("money", "look", about.code)
        yield about(Group.LOOK, says, command, on=look, records=(kept.id,))
