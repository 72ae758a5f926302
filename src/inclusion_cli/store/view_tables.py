"""The tables the views are: one row for what stands of each record, kind by kind.

`table=True` classes do not validate, and need not: they hold what the fold made.
"""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class View(SQLModel):
    """What every view has: one row for what stands of one record.

    The words stay in the log, once; reading joins them.
    """

    record: str = Field(primary_key=True)
    n: int
    entry: str
    file: str = Field(index=True)
    author: str
    happened_at: str
    recorded_at: str
    amended: int
    forks: int


class Settled(View):
    """What a view has whose records wait until another record settles them.

    A planned session waits for its debrief, what gave concern for a decision about it.
    """

    settled: bool = False


class SettlingView(SQLModel, table=True):
    """Which record settles which."""

    record: str = Field(primary_key=True)
    target: str = Field(primary_key=True, index=True)


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


class ActionView(View, table=True):
    """Actions, until they are done and somebody looked at them again."""

    done_on: str | None
    worked: str | None


class AfterActionView(View, table=True):
    """After-action reviews."""

    __tablename__ = "after_actionview"


class AgreementView(View, table=True):
    """Agreements about money, until they end."""

    ended_on: str | None


class AuditView(View, table=True):
    """Audits that were kept, by month."""

    month: str


class CaseReviewView(View, table=True):
    """Safeguarding case reviews."""

    __tablename__ = "case_reviewview"


class CharacteristicsView(View, table=True):
    """What people say about themselves."""


class ConcernView(View, table=True):
    """Safeguarding concerns, until they are closed."""

    closed_on: str | None


class ConsentView(View, table=True):
    """Consents, until they are withdrawn."""

    withdrawn_on: str | None


class DisclosureView(View, table=True):
    """What was told to whom."""


class CallLadderView(View, table=True):
    """The service's ladder of calls."""

    __tablename__ = "call_ladderview"


class EventPlanView(View, table=True):
    """Event plans."""

    __tablename__ = "event_planview"


class IncidentView(View, table=True):
    """Incidents, until they are closed."""

    closed_on: str | None


class MeasureView(View, table=True):
    """Measures."""

    instrument: str
    about: str


class MoneyCheckView(Settled, table=True):
    """Looks at a week's money; a decision looks at what was unexplained."""

    __tablename__ = "money_checkview"


class PartnerView(View, table=True):
    """Partners."""


class ReadTickView(View, table=True):
    """What was read and understood."""

    __tablename__ = "read_tickview"


class ReductionView(View, table=True):
    """Temporary reductions, until they end."""

    ended_on: str | None


class RegistrationView(View, table=True):
    """What the service says of its registration."""


class RehearsalView(View, table=True):
    """Sentences that were rehearsed."""


class RestrictionView(Settled, table=True):
    """Restrictions, until a review lifts them."""


class RestrictionReviewView(View, table=True):
    """Reviews of restrictions."""

    __tablename__ = "restriction_reviewview"

    restriction: str = Field(index=True)


class RiskDecisionView(Settled, table=True):
    """Positive risk decisions, until their outcome is told."""

    __tablename__ = "risk_decisionview"


class RiskOutcomeView(View, table=True):
    """Outcomes of positive risk decisions."""

    __tablename__ = "risk_outcomeview"


class SampleReadView(View, table=True):
    """Files read for an audit."""

    __tablename__ = "sample_readview"


class SupervisionView(View, table=True):
    """Supervisions, by worker."""

    worker: str = Field(index=True)


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
