"""What is owed of an incident, whether it is closed or not: calls, and a look back.

Closing an incident ticks nothing: what was to be rung is rung, or it is said why not.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.incident import Incident, Level
from inclusion_cli.domain.incidents import ToRing, at_least, highest, to_ring
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.incident import AfterAction

LOOK_BACK_DAYS = 3
"""Days after which an incident with harm has had its after-action review. Service
default (the 72 hours of practice reference 6.4 rule 4)."""


@record
class Owed:
    """What is owed of one incident: the calls not ticked, and the day of a review.

    `review_by` is None where there is a review, or none is asked for.
    """

    kept: Kept[Incident]
    calls: tuple[ToRing, ...]
    review_by: date | None

    @property
    def anything(self) -> bool:
        """Say whether anything is owed."""
        return bool(self.calls or self.review_by)

    def late(self, *, on: date) -> bool:
        """Say whether the time of any of it is past."""
        looked_late = self.review_by is not None and self.review_by < on
        return looked_late or any(step.late for step in self.calls)


def owed(
    kept: Kept[Incident], reviews: Iterable[Kept[AfterAction]], *, now: datetime
) -> Owed:
    """Return what is owed of an incident; `reviews` are those of its file."""
    level = highest(kept.record)
    grave = level is not None and at_least(level, Level.HARM)
    looked = any(review.record.incident == kept.id for review in reviews)
    by = kept.on + timedelta(days=LOOK_BACK_DAYS) if grave and not looked else None
    return Owed(kept, to_ring(kept, now=now), by)


def owed_words(it: Owed) -> str:
    """Return it in words: "5 calls not ticked, no review yet", "" for nothing."""
    calls = len(it.calls)
    parts = (
        say_many("{number} call not ticked", "{number} calls not ticked", calls)
        if calls
        else "",
        say("no review yet") if it.review_by else "",
    )
    return ", ".join(part for part in parts if part)
