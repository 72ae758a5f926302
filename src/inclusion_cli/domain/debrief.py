"""Sessions planned, and what is recorded after them.

Outcomes: practice reference 2.2. What the service, the place or an outside cause
cancelled, and what a pause stopped, never counts against the person.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST


class Outcome(Enum):
    """How a session went."""

    ATTENDED_FULL = "attended_full"
    LEFT_BY_CHOICE = "attended_part_left_by_choice"
    LEFT_IN_DISTRESS = "attended_part_distress"
    LEFT_OTHER = "attended_part_other"
    CHOSE_NOT_TO = "person_chose_not_to"
    NO_SHOW = "no_show_unexplained"
    CANCELLED_BY_SERVICE = "cancelled_by_service"
    CANCELLED_BY_VENUE = "cancelled_by_venue"
    CANCELLED_EXTERNAL = "cancelled_external"
    PAUSED_BY_PLAN = "paused_by_plan"

    @property
    def attended(self) -> bool:
        """Say whether the person went, however long they stayed."""
        return self in _ATTENDED

    @property
    def countable(self) -> bool:
        """Say whether the session says anything about the person's attendance."""
        return self in _COUNTABLE


_ATTENDED = frozenset(
    {
        Outcome.ATTENDED_FULL,
        Outcome.LEFT_BY_CHOICE,
        Outcome.LEFT_IN_DISTRESS,
        Outcome.LEFT_OTHER,
    }
)
_COUNTABLE = _ATTENDED | {Outcome.CHOSE_NOT_TO, Outcome.NO_SHOW}

OUTCOME_WORDS = {
    Outcome.ATTENDED_FULL: "went ahead as planned",
    Outcome.LEFT_BY_CHOICE: "left early, by choice",
    Outcome.LEFT_IN_DISTRESS: "left early, it became too much",
    Outcome.LEFT_OTHER: "left early, another reason",
    Outcome.CHOSE_NOT_TO: "chose not to go",
    Outcome.NO_SHOW: "did not come, reason not known",
    Outcome.CANCELLED_BY_SERVICE: "cancelled by us",
    Outcome.CANCELLED_BY_VENUE: "cancelled by the place",
    Outcome.CANCELLED_EXTERNAL: "cancelled, outside cause",
    Outcome.PAUSED_BY_PLAN: "paused, as planned",
}


class Happened(Enum):
    """Whether what the person feared came true."""

    NO = "no"
    PARTLY = "partly"
    YES = "yes"


class Concern(Enum):
    """What must be followed up the same day."""

    HURT = "hurt"
    MONEY = "money"
    CRISIS = "crisis"
    NOT_SURE = "not_sure"


class Word(Enum):
    """The person's own word on being ready; never inferred."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@record
class Session:
    """A contact that is planned."""

    step: str
    at: datetime


@record
class SignSeen:
    """An early sign that was seen, as the card named it then."""

    id: str
    text: str
    stage: int


@record
class Debrief:
    """What is recorded after a session.

    Worry is the person's own rating, 0 to 10, None where it was not given. `signs` and
    `concerns` are None where the question was not asked, and empty where the answer
    was none. `contacts` are the days of crisis contacts since the debrief before.
    """

    step: str
    at: datetime
    outcome: Outcome
    session: str | None = None
    worry_before: int | None = None
    worry_peak: int | None = None
    worry_after: int | None = None
    feared: Happened | None = None
    signs: tuple[SignSeen, ...] | None = None
    concerns: tuple[Concern, ...] | None = None
    contacts: tuple[date, ...] = ()
    what_happened: str = ""
    told: str = ""
    words: str = ""
    in_the_way: str = ""
    helped: str = ""
    note: str = ""
    ready: Word | None = None

    def __post_init__(self) -> None:
        for rating in (self.worry_before, self.worry_peak, self.worry_after):
            if rating is not None and not LOWEST <= rating <= HIGHEST:
                raise ValueError("worry is rated from 0 to 10")

    @property
    def tells_until(self) -> date:
        """Return the last day it tells of: the session's, or a later call's."""
        return max((self.at.date(), *self.contacts))

    @property
    def asked_about_crisis(self) -> bool:
        """Say whether crisis contacts were asked about at all."""
        return self.concerns is not None
