"""The register of restrictions, and the reviews that lift or keep one.

Source of the fields and rules: practice reference 1.2, 7 (3). Staffing is no reason.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

EMERGENCY_DAYS = 1
"""A limit placed at once has its grounds asked by the next day."""


@record
class WayTried:
    """A less restrictive way that was tried, when, and what came of it."""

    what: str
    on: date | None = None
    came_of_it: str = ""


@record
class Restriction:
    """A limit that is not the person's own idea, and all that it must answer for.

    `lawful_basis` is a key of `LAWFUL_BASES`. `trigger` is the id of the situation of
    the formulation it answers. `evidence` says where and when the harm was seen, with
    its day. `address` is the address or building it holds for, "" where it is one
    person's own. `review_days` is the longest time between two looks. `emergency` says
    that it was saved at once, and what is missing is asked within a day. `supervised`,
    `not_free` and `lacks_capacity` are the three parts of a possible deprivation of
    liberty, None where it was not asked. `signed_on` is the day it was signed off.
    """

    what: str
    on: date
    feels: str = ""
    harm: str = ""
    evidence: str = ""
    evidence_on: date | None = None
    lawful_basis: str = ""
    aim: str = ""
    tried: tuple[WayTried, ...] = ()
    proportionate: str = ""
    authorised_by: str = ""
    authorised_role: str = ""
    trigger: str = ""
    address: str = ""
    ends_when: str = ""
    review_days: int | None = None
    view: str = ""
    advocacy: str = ""
    emergency: bool = False
    supervised: bool | None = None
    not_free: bool | None = None
    lacks_capacity: bool | None = None
    signed_on: date | None = None
    ends_on: date | None = None
    control: str = ""


class Verdict(Enum):
    """What a review of a restriction comes to; to lift it is what is expected."""

    LIFT = "lift"
    REDUCE = "reduce"
    KEEP = "keep"


VERDICTS = (
    Choice("lift", say("Lift it: it ends today")),
    Choice("reduce", say("Make it less: there is something new to show for the rest")),
    Choice("keep", say("Keep it: there is something new to show for it")),
)
VERDICT_WORDS = {
    Verdict.LIFT: say("lifted"),
    Verdict.REDUCE: say("made less"),
    Verdict.KEEP: say("kept"),
}


@record
class RestrictionReview:
    """A look at a restriction: what happened since, and whether it is lifted.

    `restriction` is its id; `lifts` is the same id where it was lifted, "" else.
    `harm_since` is the day the harm last happened since the last look, None for never.
    To keep or reduce it needs `evidence` since last time, with its day. `now` is the
    limit as it is from here, where it was reduced. `advice` is what was advised, and by
    whom, where it may deprive the person of their liberty.
    """

    restriction: str
    on: date
    verdict: Verdict
    why: str
    lifts: str = ""
    harm_since: date | None = None
    evidence: str = ""
    now: str = ""
    view: str = ""
    decided_by: str = ""
    evidence_on: date | None = None
    advice: str = ""


def holds_until(it: Restriction, looked: date | None) -> date:
    """Return the last day a limit has authority, were it not lifted.

    `looked` is the day of the latest review, None before the first.
    """
    if it.signed_on is None and it.emergency:
        return it.on + timedelta(days=EMERGENCY_DAYS)
    days = it.review_days or SHIPPED.restriction_days
    look = (looked or it.signed_on or it.on) + timedelta(days=days)
    return min(look, it.ends_on) if it.ends_on else look


def days_stood(began: date, last: date) -> int:
    """Return on how many calendar days a limit stood, the first and the last with it.

    Everywhere days of liberty are counted like this: a day counts if any part of it was
    limited, so also the day it was placed and the day it was lifted.
    """
    return max(0, (last - began).days + 1)
