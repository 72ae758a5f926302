"""That something was told: to whom, what exactly, on which basis. Reference 6.7."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class Rests(Enum):
    """What telling rests on: the person asked, agreed, or a named ground.

    `TO_THE_PERSON` is a paper in the person's own hands and nobody else's. `HANDED_ON`
    is one they give away themselves, on a yes that was asked. `AT_THE_REVIEW` is read
    together there, and says nothing of what the person agreed to.
    """

    CONSENT = "consent"
    TO_THE_PERSON = "to_the_person"
    WITHOUT_CONSENT = "without_consent"
    NO_PERSON_NAMED = "no_person_named"
    OWN_TEAM = "own_team"
    HANDED_ON = "handed_on"
    AT_THE_REVIEW = "at_the_review"


class Ground(Enum):
    """The grounds for telling without consent; practice reference 4.3.

    `MISTAKE` is no ground: it is said of what should not have been told.
    """

    VITAL = "vital_interests"
    OTHERS_AT_RISK = "others_at_risk"
    SERIOUS_CRIME = "serious_crime"
    STAFF_IMPLICATED = "staff_implicated"
    COERCION = "coercion"
    LACKS_CAPACITY = "lacks_capacity"
    COURT_OR_DUTY = "court_or_duty"
    PUBLIC_INTEREST = "public_interest"
    MISTAKE = "by_mistake"


@record
class Disclosure:
    """What was told to whom, and what it rests on.

    `items` are those of `domain.consent_items`, and `what` is what was told in words.
    `consent` is the id of the consent, `ground` the ground where there was none;
    `harm`, `necessary`, `why_no_consent` and `alternatives` say why. `told_person` is
    whether the person knows, None where nobody asked, `why_not_told` why they do not.
    `paper` is the id of the paper it was told on, "" where it was said. `partner` is
    the id of a partner.
    `recalled_on` is the day the recipient was told to stop using it. `left_out` is what
    the paper does not have, each with why. `looked_over` are words that could tell of
    something else, and were found to tell nothing of it. Kept in the person's file, or
    in the service's where nobody is named.
    """

    on: date
    recipient: str
    purpose: str
    rests: Rests
    items: tuple[str, ...] = ()
    what: str = ""
    role: str = ""
    partner: str = ""
    consent: str = ""
    ground: Ground | None = None
    harm: str = ""
    necessary: str = ""
    why_no_consent: str = ""
    alternatives: str = ""
    decided_by: str = ""
    decided_role: str = ""
    told_person: bool | None = None
    why_not_told: str = ""
    caldicott: tuple[str, ...] = ()
    reference: str = ""
    paper: str = ""
    incident: str = ""
    review_on: date | None = None
    recalled_on: date | None = None
    left_out: tuple[str, ...] = ()
    looked_over: tuple[str, ...] = ()
