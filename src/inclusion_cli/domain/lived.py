"""What tells of a person's life: the records that are not its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile

LIVED = ("debriefs", "observations", "reviews")
LIVED_BESIDE = (
    "case_reviews",
    "concerns",
    "event_plans",
    "incidents",
    "measures",
    "money_checks",
    "reductions",
    "rehearsals",
    "restrictions",
    "risk_decisions",
    "risk_outcomes",
)
"""Kinds of records of a file that tell of a life; the others are its papers."""


def lived(case: Casefile) -> Iterator[datetime]:
    """Return when each thing that tells of a life happened, in no order."""
    for held, kinds in ((case, LIVED), (case.safety, LIVED_BESIDE)):
        for kind in kinds:
            for kept in getattr(held, kind):
                yield kept.happened_at


def says_quiet(case: Casefile, *, last: date, on: date) -> str:
    """Return how long there was no session, or nothing at all, since `last`.

    What was seen between sessions is no session: it does not silence the line.
    """
    quiet = say_many("{number} day", "{number} days", (on - last).days)
    if any(last < at.date() <= on for at in lived(case)):
        return say("No session for {quiet}.", quiet=quiet)
    return say("Nothing recorded for {quiet}.", quiet=quiet)
