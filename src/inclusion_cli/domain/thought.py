"""The short thought record. What was seen comes before what it may mean.

A thinking pattern is named only after "could it be real?" was answered: being stared
at, cheated or threatened can be real. Source: practice reference 4.2 and finding 7.
"""

from __future__ import annotations

from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST, Choice
from inclusion_cli.tongue import say

SURE = 100  # per cent


class Real(Enum):
    """Whether what went through the mind could be real."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_SURE = "not_sure"


PATTERNS = (
    Choice("mind_reading", say("Guessing what others think")),
    Choice("jumping_to_conclusions", say("Deciding before the facts are in")),
    Choice("expecting_the_worst", say("Expecting the worst")),
    Choice("all_or_nothing", say("All or nothing")),
    Choice("personalising", say("Taking it as about me")),
    Choice("over_generalising", say("Once means always")),
    Choice("only_noticing_threat", say("Seeing only the danger")),
    Choice("discounting_the_good", say("Not counting the good")),
    Choice("feeling_is_fact", say("It feels true, so it is true")),
    Choice("shoulds", say("Musts and shoulds")),
)


@record
class Thought:
    """One thought: the facts first, then what it seemed to mean.

    Belief is how sure the person was, 0 to 100; `feeling` is 0 to 10. `pattern` is a
    key of PATTERNS, "" for none. `mind` is "" and `real` None where it was not asked.
    """

    seen: str
    mind: str = ""
    real: Real | None = None
    belief: int | None = None
    feeling: int | None = None
    evidence_for: str = ""
    evidence_against: str = ""
    other_view: str = ""
    other_belief: int | None = None
    pattern: str = ""

    def __post_init__(self) -> None:
        if self.feeling is not None and not LOWEST <= self.feeling <= HIGHEST:
            raise ValueError("a feeling is rated from 0 to 10")
        for belief in (self.belief, self.other_belief):
            if belief is not None and not 0 <= belief <= SURE:
                raise ValueError("how sure somebody is goes from 0 to 100")
        if not self.seen:
            raise ValueError("what was seen comes before what it may mean")

    @property
    def may_be_real(self) -> bool:
        """Say whether it must be followed up as a thing that happened."""
        return self.real in (Real.YES, Real.PARTLY)
