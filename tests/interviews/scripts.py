"""Every guided interview, walked from its first question to its receipt."""

from __future__ import annotations

from tests.interviews.script import Interview, Step
from tests.interviews.scripts_again import FORMULATE_CONFIRM, FORMULATE_SIGN
from tests.interviews.scripts_card import CARD_CHECK, CARD_PRINT, CARD_RETURNED
from tests.interviews.scripts_care import CARD_WRITE, DEBRIEF, FORMULATE, REVIEW, USUAL
from tests.interviews.scripts_concerns import CONCERNS
from tests.interviews.scripts_consent import CONSENTS
from tests.interviews.scripts_incidents import INCIDENTS
from tests.interviews.scripts_ladder import LADDER
from tests.interviews.scripts_measure import MEASURE_ADD, MEASURE_DIALOG, MEASURE_GOAL
from tests.interviews.scripts_money import MONEY_AND_EVENINGS
from tests.interviews.scripts_packs import PACK_INSPECTOR
from tests.interviews.scripts_plan import (
    PERSON_ADD,
    PERSON_CLOSE,
    PERSON_EDIT,
    PLAN_ADD,
    PLAN_AWAY,
    PLAN_EDIT,
    PLAN_START,
    PLAN_STOP,
    REPLY,
)
from tests.interviews.scripts_restrictions import LIMITS
from tests.interviews.scripts_sessions import (
    OBSERVE,
    PREPARE,
    SESSION_CANCEL,
    SESSION_MOVE,
    SESSION_PLAN,
)
from tests.interviews.scripts_showing import EVERY as SHOWING

EVERY = (
    *SHOWING,
    PERSON_ADD,
    PERSON_EDIT,
    PERSON_CLOSE,
    FORMULATE,
    FORMULATE_SIGN,
    FORMULATE_CONFIRM,
    PLAN_ADD,
    PLAN_EDIT,
    PLAN_START,
    PLAN_STOP,
    PLAN_AWAY,
    PREPARE,
    DEBRIEF,
    OBSERVE,
    SESSION_PLAN,
    SESSION_MOVE,
    SESSION_CANCEL,
    REVIEW,
    REPLY,
    MEASURE_ADD,
    MEASURE_GOAL,
    MEASURE_DIALOG,
    PACK_INSPECTOR,
    CARD_WRITE,
    CARD_CHECK,
    CARD_PRINT,
    CARD_RETURNED,
    *INCIDENTS,
    LADDER,
    *CONCERNS,
    *CONSENTS,
    *MONEY_AND_EVENINGS,
    *LIMITS,
)

__all__ = [
    "DEBRIEF",
    "EVERY",
    "FORMULATE",
    "PLAN_ADD",
    "REVIEW",
    "USUAL",
    "Interview",
    "Step",
]
