"""The kinds of record the log knows, each with its name and version."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.decision import Decision, Review
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.paper import Paper
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, Plan, Step
from inclusion_cli.domain.service import Service, Worker

KINDS: dict[str, type[Any]] = {
    "away": Away,
    "card": Card,
    "debrief": Debrief,
    "decision": Decision,
    "formulation": Formulation,
    "paper": Paper,
    "person": Person,
    "plan": Plan,
    "review": Review,
    "service": Service,
    "session": Session,
    "step": Step,
    "worker": Worker,
}
VERSIONS = dict.fromkeys(KINDS, 1)
_NAMES = {record: kind for kind, record in KINDS.items()}


def kind_of(record: Any) -> str:
    """Return the name of a record's kind."""
    return _NAMES[type(record)]


def name_of(record_class: type[Any]) -> str:
    """Return the name of the kind a class of records is."""
    return _NAMES[record_class]
