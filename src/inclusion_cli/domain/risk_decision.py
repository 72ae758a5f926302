"""A positive risk decision: a wish weighed with its benefits, harms and options.

Source: practice reference 1.2. Its reasons are frozen before the outcome is known.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


@record
class Option:
    """One way to answer the wish, with what speaks for it and against it."""

    id: str
    what: str
    speaks_for: str = ""
    speaks_against: str = ""


@record
class Safeguard:
    """What is done so that it goes well; it names the trigger it is for."""

    what: str
    trigger: str


@record
class RiskDecision:
    """What was weighed, what was chosen and why, before anybody knew how it went.

    `chosen` is the id of an option. `likely` says in words how likely the harm is, with
    reasons, never as a number. `stop_if` is what would make us stop.
    """

    question: str
    wish: str
    on: date
    benefits: str
    harms: str
    likely: str
    cost_of_refusing: str
    options: tuple[Option, ...]
    chosen: str
    why: str
    stop_if: str
    review_on: date
    benefits_others: str = ""
    safeguards: tuple[Safeguard, ...] = ()
    agreed: str = ""
    disagreed: str = ""
    capacity: str = ""
    other_issues: str = ""
    step: str = ""

    def __post_init__(self) -> None:
        if len(self.options) < 2:
            raise ValueError("a decision weighs two options or more")
        if self.chosen not in {option.id for option in self.options}:
            raise ValueError("what is chosen is one of the options")


class Went(Enum):
    """How it went, against what was hoped for."""

    AS_HOPED = "as_hoped"
    PARTLY = "partly"
    NOT = "not_as_hoped"
    NOT_DONE = "not_done"


@record
class RiskOutcome:
    """What happened afterwards. It judges no reasons: those stand as they were.

    `decision` is the id of the positive risk decision it belongs to.
    """

    decision: str
    on: date
    went: Went
    happened: str
    words: str = ""
    stopped: bool | None = None
    reasoning: str = ""
    learned: str = ""
