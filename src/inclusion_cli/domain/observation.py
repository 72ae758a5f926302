"""What is recorded between sessions: calls, sleep, craving, money requests, signs."""

from __future__ import annotations

import re
from datetime import datetime
from enum import Enum

from inclusion_cli.domain.debrief import SignSeen
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.domain.money import MoneyRequest
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST
from inclusion_cli.tongue import say


class Seen(Enum):
    """What an observation is of."""

    CRISIS_CONTACT = "crisis_contact"
    SLEEP = "sleep"
    CRAVING = "craving"
    SUBSTANCE_USE = "substance_use"
    MONEY_REQUEST = "money_request"
    SIGN = "sign"
    OTHER = "other"
    SUICIDE_TALK = "suicide_talk"


SEEN_WORDS = {
    Seen.CRISIS_CONTACT: say("a crisis call"),
    Seen.SLEEP: say("sleep"),
    Seen.CRAVING: say("craving"),
    Seen.SUBSTANCE_USE: say("drink or drugs"),
    Seen.MONEY_REQUEST: say("a request for money or things"),
    Seen.SIGN: say("a sign"),
    Seen.OTHER: say("something else"),
    Seen.SUICIDE_TALK: say("a talk about thoughts of suicide"),
}

_NOBODY = late(
    r"^\W*(?:(?:nobody|no[ -]?one|none|nil|not?|n/?a|tbc|tbd|later|unknown)\W*$"
    r"|(?:nobody|no[ -]?one|none|not|later)\b(?! else))"
    r"|\b(?:nobody|no[ -]?one|not) yet\b"
    r"|\bn(?:o|')t (?:yet )?told\b|\b(?:told|tell) (?:nobody|no[ -]?one)\b(?! else)"
    r"|^\W*(?:(?:i|we)\W{1,3})?(?:tried|will|ll|going to|am going to)\b"
    r"|\bno answer\b|\bdid(?: not|n['’]t) (?:answer|pick up)\b"
    r"|^\W*$",
    re.IGNORECASE,
)
GRAVE = (Seen.CRISIS_CONTACT, Seen.SUICIDE_TALK)
"""What is told at once: whom to ring comes first, the card and the formulation are
looked at after it, and every paper that tells what happened lately names it."""


def grave_words(observation: Observation) -> str:
    """Return what a grave observation is of, "" for one that is not."""
    if observation.stopped:
        return say("drink or drugs stopped all at once")
    return SEEN_WORDS[observation.seen] if observation.seen in GRAVE else ""


class Route(Enum):
    """Who was rung in a crisis, or where they went: told, not graded."""

    NHS_111 = "nhs_111"
    CRISIS_TEAM = "crisis_team"
    EMERGENCY = "emergency"
    A_AND_E = "a_and_e"
    HELPLINE = "helpline"
    ON_CALL = "on_call"
    OTHER = "other"


ROUTE_WORDS = {
    Route.NHS_111: say("NHS 111"),
    Route.CRISIS_TEAM: say("the crisis team"),
    Route.EMERGENCY: "999",
    Route.A_AND_E: say("A and E"),
    Route.HELPLINE: say("a helpline"),
    Route.ON_CALL: say("on call here"),
    Route.OTHER: say("somebody else"),
}


@record
class Observation:
    """One thing that happened or was said outside a session.

    `at` is when: for sleep, the morning the night ended. `minutes_slept` is for sleep,
    `craving` 0 to 10 for craving, `money` for a request, `signs` for signs, each with
    the stage it stands on. `within_limit` says of use whether an agreed limit was kept,
    `what` what was used and how much, `stopped` that it was given up all at once.
    `route` is who was rung in a crisis. `told` is who knows: of a talk about thoughts
    of suicide which manager, of what was stopped all at once who gave medical advice.
    """

    seen: Seen
    at: datetime
    note: str = ""
    words: str = ""
    told: str = ""
    minutes_slept: int | None = None
    craving: int | None = None
    money: MoneyRequest | None = None
    signs: tuple[SignSeen, ...] = ()
    within_limit: bool | None = None
    what: str = ""
    stopped: bool = False
    route: Route | None = None

    def __post_init__(self) -> None:
        if self.craving is not None and not LOWEST <= self.craving <= HIGHEST:
            raise ValueError("a craving is rated from 0 to 10")
        if self.seen is Seen.SLEEP and self.minutes_slept is None:
            raise ValueError("a night has its hours of sleep")
        if self.seen is Seen.MONEY_REQUEST and self.money is None:
            raise ValueError("a request for money says what was asked")
        if self.seen is Seen.SUICIDE_TALK and not self.told:
            raise ValueError("a talk about thoughts of suicide says who was told")

    @property
    def is_told(self) -> bool:
        """Say whether `told` names somebody: "nobody yet" is an answer, and no name."""
        return bool(self.told.strip()) and not _NOBODY.search(self.told)

    @property
    def by_day(self) -> bool:
        """Say whether only its day is known: of a night, the morning it ended."""
        return self.seen is Seen.SLEEP
