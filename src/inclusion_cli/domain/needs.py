"""What a debrief must ask so that what was agreed for its step can be told.

A criterion that nobody asks about would stay "cannot tell" for good.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.criteria import Criteria, Rule
    from inclusion_cli.domain.plan import Step

READS: dict[str, tuple[str, ...]] = {
    "belief_drop": ("belief_before", "belief_after"),
    "belief_rise": ("belief_before", "belief_after"),
    "belonged_rating_min": ("belonged",),
    "confidence_min": ("confidence",),
    "confidence_rating_min": ("confidence",),
    "coped_rating_min": ("coped",),
    "cravings_max": ("craving",),
    "enjoyed_rating_min": ("enjoyed",),
    "limit_kept": ("limits",),
    "safety_behaviour_reduced": ("behaviours",),
    "sleep_nights_below": ("minutes_slept",),
}
"""Which answers of a debrief a predicate reads, beside those that are always asked."""


def needed_answers(step: Step) -> frozenset[str]:
    """Return the answers that the step itself and its criteria need."""
    needed = set(
        chain.from_iterable(READS.get(r.name, ()) for r in _rules(step.agreed))
    )
    if step.behaviours:
        needed.add("behaviours")
    if step.limits:
        needed.add("limits")
    if step.fear and step.fear_sure is not None:
        needed |= {"belief_before", "belief_after"}
    return frozenset(needed)


def _rules(agreed: Criteria) -> Iterator[Rule]:
    yield from agreed.stability.walk()
    for sign in agreed.pause:
        yield from sign.when.walk()
