"""The days on which limits are to be looked at, as they stood on each day before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.facts import Restricted
from inclusion_cli.domain.restrictions import in_force

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile


def limit_days(case: Casefile) -> Iterator[Restricted]:
    """Return, for each day that changed it, when the first limit is looked at.

    A version of the formulation, a limit and a look each change it. What the
    formulation alone has is looked at as soon as the register would have it.
    """
    written = case.formulations or ((case.formulation,) if case.formulation else ())
    days = {
        *([case.closed_on] if case.closed_on else []),
        *(kept.on for kept in written),
        *(kept.record.on for kept in case.safety.restrictions),
        *(kept.record.on for kept in case.safety.restriction_reviews),
    }
    for day in sorted(days):
        stood = [kept for kept in written if kept.on <= day]
        force = in_force(case, on=day)
        looks = [(one.until, one.id) for one in force if one.until]
        if looks:
            look, record = min(looks)
            yield Restricted(day, record, look)
        elif stood:
            yield Restricted(day, stood[-1].id, None)
        else:
            lifted = case.safety.restriction_reviews[-1].id
            yield Restricted(day, lifted, None)
