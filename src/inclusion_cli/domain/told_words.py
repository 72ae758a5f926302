"""What stands for each choice and key of a record, in words, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.action import Worked
from inclusion_cli.domain.action_words import WORKED_WORDS
from inclusion_cli.domain.concern import Achieved, Refer, Sure, WishesAsked
from inclusion_cli.domain.concern_words import (
    ACHIEVED_WORDS,
    REFER_WORDS,
    SURE_WORDS,
    WISHES_WORDS,
)
from inclusion_cli.domain.consent import Answered, ConsentKind, HowGiven
from inclusion_cli.domain.consent_items import ACTIVITIES, ITEMS
from inclusion_cli.domain.consent_words import (
    ANSWERED_WORDS,
    GIVEN_WORDS,
    KIND_WORDS,
)
from inclusion_cli.domain.consent_words import (
    BASES as LEGAL_BASES,
)
from inclusion_cli.domain.debrief import OUTCOME_WORDS, Outcome
from inclusion_cli.domain.decision import CHOICE_WORDS
from inclusion_cli.domain.decision import Choice as Decided
from inclusion_cli.domain.disclosure import Ground, Rests
from inclusion_cli.domain.disclosure_words import CALDICOTT, GROUND_WORDS, RESTS_WORDS
from inclusion_cli.domain.event_plan import GOAL_WORDS, UseGoal
from inclusion_cli.domain.formulation_parts import (
    BASES,
    CONTROL_KINDS,
    EXPOSURES,
    LAWFUL_BASES,
    PRESUMED,
    SIGNED_WORDS,
    TRIGGER_KINDS,
    Basis,
    ControlKind,
    Exposure,
    Presumed,
    Signed,
    TriggerKind,
)
from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.incident_words import SORTS, level_then
from inclusion_cli.domain.measure import MODE_WORDS, Mode
from inclusion_cli.domain.money import DID_WORDS, Did
from inclusion_cli.domain.money_agreed import AGREED_ABOUT
from inclusion_cli.domain.observation import ROUTE_WORDS, SEEN_WORDS, Route, Seen
from inclusion_cli.domain.partner import PARTNER_WORDS, PartnerKind
from inclusion_cli.domain.restriction import VERDICT_WORDS, Verdict
from inclusion_cli.domain.risk_decision import WEIGHED, WENT, Weighed, Went
from inclusion_cli.domain.safeguarding import CONSENTS, HOW_OUT, TYPES
from inclusion_cli.domain.thought import PATTERNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

    from inclusion_cli.domain.values import Choice

CHOICES: tuple[tuple[type[Enum], tuple[Choice, ...]], ...] = (
    (Basis, BASES),
    (ControlKind, CONTROL_KINDS),
    (Exposure, EXPOSURES),
    (Presumed, PRESUMED),
    (TriggerKind, TRIGGER_KINDS),
    (Weighed, WEIGHED),
    (Went, WENT),
)
ENUM_WORDS: dict[type[Enum], Mapping[Any, str]] = {
    Answered: ANSWERED_WORDS,
    ConsentKind: KIND_WORDS,
    Decided: CHOICE_WORDS,
    Did: DID_WORDS,
    Ground: GROUND_WORDS,
    HowGiven: GIVEN_WORDS,
    Mode: MODE_WORDS,
    Outcome: OUTCOME_WORDS,
    PartnerKind: PARTNER_WORDS,
    Rests: RESTS_WORDS,
    Route: ROUTE_WORDS,
    Seen: SEEN_WORDS,
    Signed: SIGNED_WORDS,
    UseGoal: GOAL_WORDS,
    Verdict: VERDICT_WORDS,
    Level: {level: level_then(level) for level in Level},
    Sure: SURE_WORDS,
    Refer: REFER_WORDS,
    WishesAsked: WISHES_WORDS,
    Achieved: ACHIEVED_WORDS,
    Worked: WORKED_WORDS,
    **{kind: {kind(c.key): c.label for c in choices} for kind, choices in CHOICES},
}
KEY_WORDS: dict[str, dict[str, str]] = {
    field: {choice.key: choice.label for choice in choices}
    for field, choices in {
        "about": AGREED_ABOUT,
        "activity": ACTIVITIES,
        "basis": LEGAL_BASES,
        "caldicott": CALDICOTT,
        "consent": CONSENTS,
        "excluded": ITEMS,
        "how": HOW_OUT,
        "items": ITEMS,
        "lawful_basis": LAWFUL_BASES,
        "pattern": PATTERNS,
        "sorts": SORTS,
        "types": TYPES,
    }.items()
}
"""What the keys of a field stand for; the same key may mean another thing elsewhere."""
