"""Crisis calls counted: the calls, the days, and how often somebody asked.

A call that was noted when it came and told again at a debrief is one call. The days run
from the first time anybody asked or a call was told: before that nobody knows.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.calls import once
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept


@record
class CrisisCalls:
    """The calls of a period with the record that tells each, and who asked when."""

    calls: tuple[tuple[date, str], ...]
    asked: tuple[date, ...]
    days: int

    @property
    def n(self) -> int:
        """Return how many calls there were."""
        return len(self.calls)

    @property
    def known(self) -> bool:
        """Say whether anybody asked, or told of one."""
        return bool(self.calls or self.asked)


def crisis_calls(
    case: Casefile, debriefs: Iterable[Kept[Debrief]], *, first: date, last: date
) -> CrisisCalls:
    """Return the crisis calls of a period, told in these debriefs or seen between.

    A debrief after the last day may tell of a call within it.
    """
    debriefs = tuple(debriefs)
    told = [(day, d.id) for d in debriefs for day in d.record.contacts]
    noted = [
        (seen.on, seen.id)
        for seen in case.observations
        if seen.record.seen is Seen.CRISIS_CONTACT
    ]
    calls = once(_within(told, first, last), _within(noted, first, last))
    asked = tuple(
        d.on for d in debriefs if d.record.asked_about_crisis and first <= d.on <= last
    )
    if not calls and not asked:
        return CrisisCalls((), (), 0)
    began = max(first, min((*asked, *(day for day, _id in calls), last)))
    return CrisisCalls(calls, asked, (last - began).days + 1)


def _within(
    calls: list[tuple[date, str]], first: date, last: date
) -> list[tuple[date, str]]:
    return [call for call in calls if first <= call[0] <= last]
