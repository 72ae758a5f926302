"""How far back today looks: what is due never needs what is long past and settled."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

LOOKS_BACK_DAYS = 91
"""The longest stretch a rule looks back over whatever step is on: 90 days, and today
(an action of the card never used, practice reference 3.3)."""

LONGEST_WINDOW = 365
"""Days; the longest window a criterion may have."""


def looks_back_to(case: Casefile, *, today: date) -> date:
    """Return the first day whose records can matter to what is due today.

    `case` needs its ladder's moves and its formulation only: the step that is on
    counts from the day it began, an event from the formulation it came after.
    """
    days = [today - timedelta(days=LOOKS_BACK_DAYS)]
    current = case.current()
    if current and current.began:
        days.append(current.began)
    if case.formulation:
        days.append(case.formulation.on)
    return min(days) - timedelta(days=1)  # times are kept with their own offset
