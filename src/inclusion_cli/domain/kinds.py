"""The kinds of record the log knows, each with its name and version."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = {
    "action": "action:Action",
    "after_action": "incident:AfterAction",
    "agreement": "money_agreed:Agreement",
    "audit": "audit:Audit",
    "away": "plan:Away",
    "call_ladder": "incident:CallLadder",
    "card": "card:Card",
    "case_review": "concern:CaseReview",
    "characteristics": "characteristics:Characteristics",
    "concern": "concern:SafeguardingConcern",
    "consent": "consent:Consent",
    "debrief": "debrief:Debrief",
    "decision": "decision:Decision",
    "disclosure": "disclosure:Disclosure",
    "event_plan": "event_plan:EventPlan",
    "formulation": "formulation:Formulation",
    "incident": "incident:Incident",
    "measure": "measure:Measure",
    "money_check": "money_agreed:MoneyCheck",
    "observation": "observation:Observation",
    "paper": "paper:Paper",
    "partner": "partner:Partner",
    "person": "person:Person",
    "plan": "plan:Plan",
    "preparation": "prepare:Preparation",
    "read_tick": "read_tick:ReadTick",
    "recheck": "recheck:Recheck",
    "reduction": "event_plan:Reduction",
    "registration": "registration:Registration",
    "rehearsal": "money_agreed:Rehearsal",
    "reply": "reply:Reply",
    "restriction": "restriction:Restriction",
    "restriction_review": "restriction:RestrictionReview",
    "review": "decision:Review",
    "risk_decision": "risk_decision:RiskDecision",
    "risk_outcome": "risk_decision:RiskOutcome",
    "sample_read": "audit:SampleRead",
    "service": "service:Service",
    "session": "debrief:Session",
    "step": "plan:Step",
    "supervision": "supervision:Supervision",
    "worker": "service:Worker",
}
"""Where the class of each kind stands: its file in this room, and its name there."""
_ROOM = __name__.rpartition(".")[0]
_NAMES = {f"{_ROOM}.{place}".replace(":", "."): kind for kind, place in PLACES.items()}


class _Kinds(Mapping[str, type[Any]]):
    """The class of each kind, loaded when it is asked for: home needs only a few."""

    def __getitem__(self, kind: str) -> type[Any]:
        file, _colon, name = PLACES[kind].partition(":")
        found: type[Any] = getattr(import_module(f"{_ROOM}.{file}"), name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)

    def __contains__(self, kind: object) -> bool:
        return kind in PLACES


KINDS = _Kinds()
CHANGED = {
    "card": 2,
    "debrief": 2,
    "decision": 2,
    "formulation": 2,
    "paper": 3,
    "plan": 2,
    "review": 2,
    "session": 2,
    "step": 3,
}
"""Kinds that were given fields since they first were; a program that does not know the
new ones keeps the entry and shows nothing of it."""
VERSIONS = {**dict.fromkeys(PLACES, 1), **CHANGED}


PLANS = frozenset(
    (
        *("agreement", "away", "card", "characteristics", "consent", "decision"),
        *("event_plan", "formulation", "money_check", "plan", "preparation"),
        *("recheck", "reduction", "rehearsal", "restriction", "risk_decision"),
        *("session", "step"),
    )
)
"""What plans something for somebody who is here: no closed file takes a new one."""
PLANNING_PAPERS = frozenset(("briefing", "card", "evening", "visit"))
"""Papers to go out with; the others only tell what stands."""


def plans(record: Any) -> bool:
    """Say whether a record plans something: it ends nothing, and looks at no alarm."""
    kind = kind_of(record)
    if getattr(record, "ended_on", None) or getattr(record, "withdrawn_on", None):
        return False
    if kind == "paper":
        return record.kind.value in PLANNING_PAPERS
    return kind in PLANS and not (kind == "decision" and record.only_looks)


def kind_of(record: Any) -> str:
    """Return the name of a record's kind."""
    return name_of(type(record))


def name_of(record_class: type[Any]) -> str:
    """Return the name of the kind a class of records is."""
    return _NAMES[f"{record_class.__module__}.{record_class.__qualname__}"]
