"""A safeguarding concern: support for a decision, never the decision.

Source: practice reference 4.3 (Care Act 2014 section 42; Making Safeguarding Personal).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from inclusion_cli.domain.record import record


class Sure(Enum):
    """Yes, no, or nobody is sure."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Refer(Enum):
    """What was decided; both are recorded with reasons."""

    REFER = "refer"
    DO_NOT_REFER = "do_not_refer"


class WishesAsked(Enum):
    """Whether the person's wishes were asked (Making Safeguarding Personal)."""

    EXPRESSED = "asked_expressed"
    NONE_EXPRESSED = "asked_none"
    NOT_ASKED = "not_asked"


class Achieved(Enum):
    """How far what the person wished for came about."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


@record
class Part:
    """One of the three parts of the test, answered, and why."""

    answer: Sure
    why: str = ""


@record
class SafeguardingConcern:
    """What was seen and heard, the person's wishes, and what was decided and why.

    `seen` is word for word; `by` who saw or heard it. `types` are keys. `needs`,
    `abuse` and `cannot_protect` are the three parts of the test. `reasons_for` and
    `reasons_against` stand beside each other whatever was decided. `told_manager_at`
    is when the manager heard. `consent` is "yes", "no" or "not_sought".
    """

    seen: str
    at: datetime
    by: str = ""
    types: tuple[str, ...] = ()
    needs: Part | None = None
    abuse: Part | None = None
    cannot_protect: Part | None = None
    danger_now: bool | None = None
    crime: bool | None = None
    others_at_risk: str = ""
    staff_source: bool | None = None
    coercion: str = ""
    capacity: str = ""
    wishes_asked: WishesAsked | None = None
    why_not_asked: str = ""
    wishes: str = ""
    outcomes: str = ""
    consent: str = ""
    why_no_consent: str = ""
    reasons_for: str = ""
    reasons_against: str = ""
    decided: Refer | None = None
    why: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    told_manager: str = ""
    told_manager_at: datetime | None = None
    told_person: str = ""
    reference: str = ""
    referred_at: datetime | None = None
    feedback: str = ""
    achieved: Achieved | None = None
    closed_because: str = ""
    incident: str = ""
    closed_on: date | None = None


@record
class CaseReview:
    """A safeguarding case review where being out in the community was a factor.

    Source: practice reference 6.4, last part. `how` are the keys of how exposure was a
    factor: place, person, step, partner, consent.
    """

    concern: str
    on: date
    factor: bool | None = None
    how: tuple[str, ...] = ()
    formulation_current: str = ""
    earliest_sign: str = ""
    paced_right: str = ""
    heard: str = ""
    proportionate: str = ""
    partner_handling: str = ""
    learning: str = ""
