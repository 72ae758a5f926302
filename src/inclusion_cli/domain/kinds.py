"""The kinds of record the log knows, each with its name and version."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.decision import Decision, Review
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.paper import Paper
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, Plan, Step
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.recheck import Recheck
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.service import Service, Worker

KINDS: dict[str, type[Any]] = {
    "away": Away,
    "card": Card,
    "debrief": Debrief,
    "decision": Decision,
    "formulation": Formulation,
    "observation": Observation,
    "paper": Paper,
    "person": Person,
    "plan": Plan,
    "preparation": Preparation,
    "recheck": Recheck,
    "reply": Reply,
    "review": Review,
    "service": Service,
    "session": Session,
    "step": Step,
    "worker": Worker,
}
CHANGED = {
    "card": 2,
    "debrief": 2,
    "decision": 2,
    "formulation": 2,
    "paper": 2,
    "plan": 2,
    "review": 2,
    "session": 2,
    "step": 2,
}
"""Kinds that were given fields since they first were; a program that does not know the
new ones keeps the entry and shows nothing of it."""
VERSIONS = {**dict.fromkeys(KINDS, 1), **CHANGED}
_NAMES = {record: kind for kind, record in KINDS.items()}


def kind_of(record: Any) -> str:
    """Return the name of a record's kind."""
    return _NAMES[type(record)]


def name_of(record_class: type[Any]) -> str:
    """Return the name of the kind a class of records is."""
    return _NAMES[record_class]
