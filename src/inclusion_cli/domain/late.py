"""What was written down late: more than a day after it happened.

Source: practice reference 4.2, the contemporaneity of records.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept

IN_TIME = timedelta(hours=24)


def days_late(kept: Kept[Any]) -> int:
    """Return how many days after it happened it was first written, 0 for in time."""
    took = kept.recorded_at - kept.happened_at
    return took.days if took > IN_TIME else 0


def late_words(kept: Kept[Any]) -> str:
    """Return "entered 2 days late", "" where it was written in time."""
    days = days_late(kept)
    return (
        say("entered {days} late", days=say_many("{number} day", "{number} days", days))
        if days
        else ""
    )
