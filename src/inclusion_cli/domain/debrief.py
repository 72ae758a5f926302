"""Sessions planned, and what is recorded after them.

Outcomes: practice reference 2.2. What the service, the place or an outside cause
cancelled, and what a pause stopped, never counts against the person.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from inclusion_cli.domain.money import MoneyRequest
from inclusion_cli.domain.record import record
from inclusion_cli.domain.thought import Thought
from inclusion_cli.domain.values import HIGHEST, LOWEST
from inclusion_cli.tongue import say


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
    Outcome.ATTENDED_FULL: say("went ahead as planned"),
    Outcome.LEFT_BY_CHOICE: say("left early, by choice"),
    Outcome.LEFT_IN_DISTRESS: say("left early, it became too much"),
    Outcome.LEFT_OTHER: say("left early, another reason"),
    Outcome.CHOSE_NOT_TO: say("chose not to go"),
    Outcome.NO_SHOW: say("did not come, reason not known"),
    Outcome.CANCELLED_BY_SERVICE: say("cancelled by us"),
    Outcome.CANCELLED_BY_VENUE: say("cancelled by the place"),
    Outcome.CANCELLED_EXTERNAL: say("cancelled, outside cause"),
    Outcome.PAUSED_BY_PLAN: say("paused, as planned"),
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
    MAY_BE_REAL = "may_be_real"
    """What went through the mind may have happened: asked in the thought record."""


class Word(Enum):
    """The person's own word on being ready; never inferred."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


@record
class Session:
    """A contact that is planned; place, company and travel "" where as the step."""

    step: str
    at: datetime
    place: str = ""
    company: str = ""
    travel: str = ""


@record
class SignSeen:
    """An early sign that was seen, as the card named it then."""

    id: str
    text: str
    stage: int


@record
class Tried:
    """Something that was tried, from the card or in words, and how far it helped.

    `id` is that of the card's own action, "" for something else; `helped` is 0 to 10,
    None where it was not said.
    """

    text: str
    id: str = ""
    helped: int | None = None


@record
class LimitKept:
    """Whether a limit agreed for the step was kept, by the limit's id."""

    id: str
    kept: bool


@record
class Used:
    """Drink or drugs used since last time, as it was told.

    `what` is "" where it was asked and nothing was used. `stopped` says that it was
    given up all at once, which can be dangerous.
    """

    what: str
    amount: str = ""
    within_limit: bool | None = None
    stopped: bool = False


@record
class Debrief:
    """What is recorded after a session.

    Worry is the person's own rating, 0 to 10, None where it was not given. `signs` and
    `concerns` are None where the question was not asked, and empty where the answer
    was none. `contacts` are the days of crisis contacts since the debrief before.

    `minutes` is how long they stayed. Beliefs are how sure the person was, 0 to 100,
    that the fear would come true. `coped`, `enjoyed`, `belonged`, `confidence` and
    `craving` are the person's own, 0 to 10. `behaviours` are the ids of the step's
    safety behaviours that were used, None where it was not asked. `stage` is the
    card's stage now, 1 to 4. Place, company and travel are "" where as planned, and
    `differed` says what was not. `harm` is who was hurt and what was done at once,
    `medicine` a worry about medicines as it was said. `worry_next_day` is worry the day
    after, where the debrief was written, or mended, that late.
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
    minutes: int | None = None
    place: str = ""
    company: str = ""
    travel: str = ""
    differed: str = ""
    belief_before: int | None = None
    belief_after: int | None = None
    coped: int | None = None
    enjoyed: int | None = None
    belonged: int | None = None
    confidence: int | None = None
    behaviours: tuple[str, ...] | None = None
    limits: tuple[LimitKept, ...] | None = None
    tried: tuple[Tried, ...] = ()
    thought: Thought | None = None
    went_well: str = ""
    stage: int | None = None
    minutes_slept: int | None = None
    craving: int | None = None
    used: Used | None = None
    money: MoneyRequest | None = None
    indicators: tuple[str, ...] = ()
    harm: str = ""
    medicine: str = ""
    worry_next_day: int | None = None

    def __post_init__(self) -> None:
        worries = (self.worry_before, self.worry_peak, self.worry_after)
        for rating in (*worries, self.worry_next_day):
            if rating is not None and not LOWEST <= rating <= HIGHEST:
                raise ValueError("worry is rated from 0 to 10")
        own = (self.coped, self.enjoyed, self.belonged, self.confidence, self.craving)
        if any(r is not None and not LOWEST <= r <= HIGHEST for r in own):
            raise ValueError("what is rated goes from 0 to 10")
        for sure in (self.belief_before, self.belief_after):
            if sure is not None and not 0 <= sure <= 100:
                raise ValueError("how sure somebody is goes from 0 to 100")

    @property
    def tells_until(self) -> date:
        """Return the last day it tells of: the session's, or a later call's."""
        return max((self.at.date(), *self.contacts))

    @property
    def asked_about_crisis(self) -> bool:
        """Say whether crisis contacts were asked about at all."""
        return self.concerns is not None
