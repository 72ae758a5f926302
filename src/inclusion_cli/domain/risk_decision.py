"""A positive risk decision: a wish weighed with its benefits, harms and options.

Source: practice reference 1.2. Its reasons are frozen before the outcome is known.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say


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


WENT = (
    Choice("as_hoped", say("As hoped")),
    Choice("partly", say("Partly as hoped")),
    Choice("not_as_hoped", say("Not as hoped")),
    Choice("not_done", say("It was not done")),
)


class Weighed(Enum):
    """How well a decision was weighed, whatever came of it."""

    WELL = "well"
    PARTLY = "partly"
    NOT_WELL = "not_well"


WEIGHED = (
    Choice("well", say("Well: all that could be known then was weighed")),
    Choice("partly", say("Partly: something that could be known then was left out")),
    Choice("not_well", say("Not well: we would weigh it another way")),
)


@record
class RiskOutcome:
    """What happened afterwards. It judges no reasons: those stand as they were.

    `decision` is the id of the positive risk decision it belongs to. `weighed` is how
    well it was weighed, judged by what could be known then and not by how it went.
    """

    decision: str
    on: date
    went: Went
    happened: str
    words: str = ""
    stopped: bool | None = None
    weighed: Weighed | None = None
    reasoning: str = ""
    learned: str = ""
