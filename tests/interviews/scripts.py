"""Every guided interview, walked from its first question to its receipt."""

from __future__ import annotations

from tests.interviews.script import Interview, Step
from tests.interviews.scripts_care import CARD_WRITE, DEBRIEF, FORMULATE, REVIEW, USUAL
from tests.interviews.scripts_plan import (
    CARD_PRINT,
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

EVERY = (
    PERSON_ADD,
    PERSON_EDIT,
    PERSON_CLOSE,
    FORMULATE,
    PLAN_ADD,
    PLAN_EDIT,
    PLAN_START,
    PLAN_STOP,
    PLAN_AWAY,
    DEBRIEF,
    REVIEW,
    REPLY,
    CARD_WRITE,
    CARD_PRINT,
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
