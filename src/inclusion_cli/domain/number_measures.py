"""Outcome scores as numbers that can be added up: first against latest, of one person.

Reduced isolation is the UCLA three-item score between the first time and the latest
(practice reference 6.2). Nothing is banded, and a missing item makes no score.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.measures import with_score
from inclusion_cli.domain.number_kinds import TENTHS, Change, Count
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile

UCLA = "ucla_3"
DIRECT = "ons_direct"
OFTEN, NEVER = 1, 5
"""The answers of the direct question at its ends, as they are kept."""


@record
class AskedDirectly:
    """The direct question on loneliness, of one person: it is added to no score.

    `lonely_directly` goes up with how often; `lonely_asked` is 1 where anybody asked,
    `lonely_often` 1 where the latest answer is often or always.
    """

    lonely_directly: Change = Change()
    lonely_asked: Count = Count()
    lonely_often: Count = Count()


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


def asked_directly(case: Casefile, *, now: datetime, last: date) -> AskedDirectly:
    """Return what a person answered to the direct question by a day."""
    told = [
        (kept.id, kept.record.items[0])
        for kept in case.safety.measures
        if kept.record.instrument == DIRECT
        and kept.record.items
        and kept.record.items[0] is not None
        and kept.happened_at <= now
        and kept.record.on <= last
    ]
    if not told:
        return AskedDirectly()
    (first_id, first), (last_id, latest) = told[0], told[-1]
    change = Change()
    if len(told) > 1:
        was, now_is = ((NEVER + 1 - answer) * TENTHS for answer in (first, latest))
        change = Change(was, now_is, (first_id, last_id))
    asked = Count(1, (last_id,))
    return AskedDirectly(change, asked, asked if latest == OFTEN else Count())
