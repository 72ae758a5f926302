"""A plan for an evening where drink or drugs are near: harm reduction.

Source of the fields: practice reference 4.5.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

FIRST_MINUTES = 60
"""The longest first evening; practice reference 4.5."""
LONGER_BY = 15
"""Minutes by which the next evening may be longer: 60, 75, 90."""
LONGEST_LOOK_DAYS = 7
"""A reduction is looked at again in so many days at most; practice reference 2.3."""


class UseGoal(Enum):
    """What the person wants with drink or drugs."""

    ABSTAIN = "abstain"
    REDUCE = "reduce"
    SAFER = "safer"


GOALS = (
    Choice(UseGoal.ABSTAIN.value, say("None at all")),
    Choice(UseGoal.REDUCE.value, say("Less than before")),
    Choice(UseGoal.SAFER.value, say("Safer, as much as is agreed")),
)
GOAL_WORDS = {UseGoal(choice.key): choice.label for choice in GOALS}
GOALS_TO_YOU = {
    UseGoal.ABSTAIN: say("You want no drink or drugs."),
    UseGoal.REDUCE: say("You want less drink or drugs than before."),
    UseGoal.SAFER: say("You want as much as was agreed, and no more."),
}


@record
class EventPlan:
    """The plan for one event: limits, way there and back, words to leave with.

    `minutes` is the longest stay, 60 at first. `units` is the limit in tenths of a
    unit, 0 for none at all, None where no limit was set. `step` and `session` are ids.
    `reachable_from` and `reachable_to` are when the support contact answers the phone,
    and `phone` is its number, "" where nobody said it.
    `why_longer` says why it is longer than it would be: over 60 minutes at first, or
    over 15 more than the last one.
    """

    at: datetime
    place: str
    minutes: int
    goal: UseGoal
    step: str = ""
    session: str = ""
    people: str = ""
    units: int | None = None
    eat_first: str = ""
    own_drink: str = ""
    money_cap: str = ""
    travel: str = ""
    leave_phrase: str = ""
    contact: str = ""
    phone: str = ""
    reachable_from: str = ""
    reachable_to: str = ""
    check_ins: str = ""
    after: str = ""
    next_day: datetime | None = None
    withdrawal_told: bool | None = None
    why_longer: str = ""


@record
class Reduction:
    """A temporary reduction: what is less for now, why, and when it is looked at again.

    Never a ban. `because` are the ids of the records that led to it.
    """

    step: str
    on: date
    why: str
    look_again: date
    minutes: int | None = None
    accompaniment: int | None = None
    because: tuple[str, ...] = ()
    agreed_with: str = ""
    ended_on: date | None = None
    ended_because: str = ""
