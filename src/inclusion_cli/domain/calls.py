"""Crisis calls that are known, so that one call is not counted as two by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile


def days_called(case: Casefile, *, but: str = "") -> frozenset[date]:
    """Return the days with a crisis call, less those that record `but` tells of."""
    told = {
        day for d in case.debriefs if d.id != but for day in d.record.contacts or ()
    }
    seen = {
        o.on
        for o in case.observations
        if o.id != but and o.record.seen is Seen.CRISIS_CONTACT
    }
    return frozenset(told | seen)


def told_already(days: Iterable[date], known: frozenset[date], same: str) -> str | None:
    """Return what to check where a crisis call of one of the days is known.

    `same` says what to do where it is the same call.
    """
    both = sorted(set(days) & known)
    if not both:
        return None
    return say(
        "A crisis call on {days} is recorded already. {same}",
        days=and_list(say_day(day) for day in both),
        same=same,
    )


def once(
    told: list[tuple[date, str]], noted: list[tuple[date, str]]
) -> tuple[tuple[date, str], ...]:
    """Return the calls of both lists, the longer list of each day standing for it."""
    found: list[tuple[date, str]] = []
    for day in sorted({day for day, _id in (*told, *noted)}):
        seen = [call for call in noted if call[0] == day]
        heard = [call for call in told if call[0] == day]
        found += seen if len(seen) >= len(heard) else heard
    return tuple(found)
