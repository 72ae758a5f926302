"""The tables the views are: kind by kind, and which records wait for which."""

from __future__ import annotations

from sqlmodel import Field

from inclusion_cli.store.view_base import Settled, View
from inclusion_cli.store.view_safety import (
    ActionView,
    AfterActionView,
    AgreementView,
    AuditView,
    CallLadderView,
    CaseReviewView,
    CharacteristicsView,
    ConcernView,
    ConsentView,
    DisclosureView,
    EventPlanView,
    IncidentView,
    MeasureView,
    MoneyCheckView,
    PartnerView,
    ReadTickView,
    ReductionView,
    RegistrationView,
    RehearsalView,
    RestrictionReviewView,
    RestrictionView,
    RiskDecisionView,
    RiskOutcomeView,
    SampleReadView,
    SupervisionView,
)


class AwayView(View, table=True):
    """Days away."""


class CardView(View, table=True):
    """Early-warning cards."""


class DebriefView(Settled, table=True):
    """Debriefs."""


class DecisionView(View, table=True):
    """Decisions."""

    step: str
    choice: str
    to_step: str


class FormulationView(View, table=True):
    """Formulations."""


class ObservationView(Settled, table=True):
    """Observations between sessions."""

    seen: str


class PaperView(View, table=True):
    """Papers made."""

    kind: str
    holder: str | None
    recipient: str


class PersonView(View, table=True):
    """People, by code."""

    code: str = Field(index=True)


class PlanView(View, table=True):
    """Plans."""


class PreparationView(View, table=True):
    """Checks before a session."""


class RecheckView(View, table=True):
    """Formulations gone through again."""


class ReplyView(View, table=True):
    """What people replied."""


class ReviewView(View, table=True):
    """Reviews."""


class ServiceView(View, table=True):
    """The service."""


class SessionView(Settled, table=True):
    """Planned sessions."""


class StepView(View, table=True):
    """Steps."""


class WorkerView(View, table=True):
    """Key workers."""


TABLES: dict[str, type[View]] = {
    "action": ActionView,
    "after_action": AfterActionView,
    "agreement": AgreementView,
    "audit": AuditView,
    "away": AwayView,
    "call_ladder": CallLadderView,
    "card": CardView,
    "case_review": CaseReviewView,
    "characteristics": CharacteristicsView,
    "concern": ConcernView,
    "consent": ConsentView,
    "debrief": DebriefView,
    "decision": DecisionView,
    "disclosure": DisclosureView,
    "event_plan": EventPlanView,
    "formulation": FormulationView,
    "incident": IncidentView,
    "measure": MeasureView,
    "money_check": MoneyCheckView,
    "observation": ObservationView,
    "paper": PaperView,
    "partner": PartnerView,
    "person": PersonView,
    "plan": PlanView,
    "preparation": PreparationView,
    "read_tick": ReadTickView,
    "recheck": RecheckView,
    "reduction": ReductionView,
    "registration": RegistrationView,
    "rehearsal": RehearsalView,
    "reply": ReplyView,
    "restriction": RestrictionView,
    "restriction_review": RestrictionReviewView,
    "review": ReviewView,
    "risk_decision": RiskDecisionView,
    "risk_outcome": RiskOutcomeView,
    "sample_read": SampleReadView,
    "service": ServiceView,
    "session": SessionView,
    "step": StepView,
    "supervision": SupervisionView,
    "worker": WorkerView,
}


OWN_COLUMNS = {
    kind: sorted(table.model_fields.keys() - Settled.model_fields.keys())
    for kind, table in TABLES.items()
}
SETTLERS = {
    "debrief": "session",
    "decision": "cites",
    "restriction_review": "lifts",
    "risk_outcome": "decision",
}
"""Which field of which kind names the records it settles."""
WAITERS = tuple(kind for kind, table in TABLES.items() if issubclass(table, Settled))
