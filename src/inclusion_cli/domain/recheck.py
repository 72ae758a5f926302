"""A formulation gone through again: it is still true, or something has changed."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say


class Found(Enum):
    """What going through it again showed."""

    STILL_TRUE = "still_true"
    CHANGED = "changed"


FOUND = (
    Choice("still_true", say("It is still true")),
    Choice("changed", say("Something has changed")),
)


class Event(Enum):
    """What brings a review of the formulation forward; practice reference 1.3."""

    INCIDENT = "incident"
    CRISIS = "crisis_contact"
    STEP = "step_change"
    HOSPITAL = "hospital"
    MONEY = "money_request"
    SAFEGUARDING = "safeguarding"
    MOVE = "move"
    RELATIONSHIP = "relationship"
    MEDICATION = "medication"
    CONSENT = "consent_withdrawn"
    OTHER = "other"


EVENTS = (
    Choice("incident", say("Someone was hurt or unsafe, or it was not sure")),
    Choice("crisis_contact", say("A crisis call, or a talk about suicide")),
    Choice("step_change", say("Another step begins")),
    Choice("hospital", say("A time in hospital")),
    Choice("money_request", say("Being asked for money or things")),
)
"""The events that the records show by themselves."""
CHANGES = (
    Choice("safeguarding", say("A safeguarding concern")),
    Choice("move", say("A move")),
    Choice("relationship", say("A new relationship, or one that ended")),
    Choice("medication", say("Medication that changes sleep or attention")),
    Choice("consent_withdrawn", say("A consent was taken back")),
    Choice("other", say("Something else")),
)
"""What the worker tells; it always counts."""


@record
class Recheck:
    """One version of the formulation, gone through again.

    `formulation` is the record's id. `with_person` says whether the person went through
    it too, None where nobody said. `unchanged_because` is why nothing changed after an
    event; `change` and `what` tell what has changed; `review_on` is the new day to look
    again, None where the old one stands.
    """

    formulation: str
    version: int
    on: date
    found: Found
    with_person: bool | None = None
    unchanged_because: str = ""
    change: Event | None = None
    what: str = ""
    review_on: date | None = None

    def __post_init__(self) -> None:
        if self.found is Found.CHANGED and self.change is None:
            raise ValueError("a change says what has changed")
