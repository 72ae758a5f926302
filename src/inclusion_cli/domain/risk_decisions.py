"""Positive risk decisions as they stand: which wait for their outcome, and since when.

Source: practice reference 1.2 and 7 (16), the hindsight lock.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.domain.record import record
from inclusion_cli.domain.risk_decision import Option, RiskDecision, RiskOutcome
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

_RATING = late(
    r"\d\s*(?:%|per ?cent\b)|\b\d+\s*(?:in|out of|/)\s*\d+\b|\bchances? of \d"
    r"|^\W*\d+\W*$"
    r"|\b(?:very )?(?:low|medium|moderate|high)(?:er|est)?"
    r"(?: to (?:low|medium|moderate|high))?[ -]+"
    r"(?:risk|likelihood|chance|probability)\b"
    r"|\b(?:risk|likelihood|chance|probability)\W+(?:is|was|of|:)?\W*"
    r"(?:very |quite )?(?:low|medium|moderate|high)\b"
    r"|^\W*(?:it is |it's |very |quite )*"
    r"(?:low|medium|moderate|high|red|amber|green)\W*$"
    r"|\bR\.?A\.?G\b",
    re.IGNORECASE,
)
NO_RATING = say(
    "must be in words, with the reason: no number, and not low, medium or high. For "
    "example: it happened twice in May, after a night without sleep, and not since"
)


@record
class Weighed:
    """A positive risk decision, with its outcome where that has been told."""

    kept: Kept[RiskDecision]
    outcome: Kept[RiskOutcome] | None = None

    @property
    def chosen(self) -> Option:
        """Return the way that was chosen."""
        it = self.kept.record
        return next(option for option in it.options if option.id == it.chosen)


def is_rating(text: str) -> bool:
    """Say whether a text gives a likelihood as a number, or as low, medium or high."""
    return bool(_RATING.search(text))


def weighed(case: Casefile, *, on: date) -> tuple[Weighed, ...]:
    """Return the positive risk decisions made by a day, with what was told by then."""
    told = {
        kept.record.decision: kept
        for kept in case.safety.risk_outcomes
        if kept.record.on <= on
    }
    return tuple(
        Weighed(kept, told.get(kept.id))
        for kept in case.safety.risk_decisions
        if kept.record.on <= on
    )


def open_decisions(case: Casefile, *, on: date) -> tuple[Weighed, ...]:
    """Return the decisions whose outcome has not been told, the earliest day first."""
    waiting = [one for one in weighed(case, on=on) if one.outcome is None]
    return tuple(sorted(waiting, key=lambda one: one.kept.record.review_on))


def ripe_decisions(case: Casefile, *, on: date) -> tuple[Weighed, ...]:
    """Return those of them whose day to look back has come."""
    found = open_decisions(case, on=on)
    return tuple(one for one in found if one.kept.record.review_on <= on)
