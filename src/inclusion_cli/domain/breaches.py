"""Limits that were not kept: each is looked at, or answered with less for a while.

Source: practice reference 2.3 ("use above agreed limit") and 6.4, rule 6.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief

BREACH_DAYS = 14
"""Days for which a limit that was not kept rings; a pause sign rings until answered."""


def broke(debrief: Debrief) -> bool:
    """Say whether a debrief tells of a limit that was not kept."""
    used, limits = debrief.used, debrief.limits or ()
    over = used is not None and used.within_limit is False
    return over or any(not limit.kept for limit in limits)


def open_breaches(case: Casefile, *, on: date) -> Iterator[tuple[str, date]]:
    """Return the limits that were not kept lately, and nobody has answered: id, day.

    A decision answers one, and so does a reduction that rests on it.
    """
    answered = {entry for kept in case.decisions for entry in kept.record.cites}
    less = case.safety.reductions
    answered |= {entry for kept in less for entry in kept.record.because}
    told = [(d.id, d.on) for d in case.debriefs if broke(d.record)]
    seen = case.observations
    told += [(o.id, o.on) for o in seen if o.record.within_limit is False]
    since = on - timedelta(days=BREACH_DAYS - 1)
    for entry, day in told:
        if entry not in answered and since <= day <= on:
            yield entry, day
