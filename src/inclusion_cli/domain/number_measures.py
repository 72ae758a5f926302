"""Outcome scores as numbers that can be added up: first against latest, of one person.

Reduced isolation is the UCLA three-item score between the first time and the latest
(practice reference 6.2). Nothing is banded, and a missing item makes no score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.measures import with_score
from inclusion_cli.domain.number_kinds import TENTHS, Change

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile

UCLA = "ucla_3"


def loneliness(case: Casefile, *, now: datetime, last: date) -> Change:
    """Return the first and the latest UCLA-3 score by a day, in tenths."""
    if not case.safety.measures:
        return Change()
    told = [
        (kept.id, score.value * TENTHS // score.scale)
        for kept, score in with_score(case, UCLA)
        if score.value is not None
        and kept.happened_at <= now
        and kept.record.on <= last
    ]
    if len(told) < 2:
        return Change()
    (first_id, first), (last_id, latest) = told[0], told[-1]
    return Change(first, latest, (first_id, last_id))
