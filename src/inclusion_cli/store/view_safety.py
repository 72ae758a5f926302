"""The views of what is kept beside the ladder: consents, limits, incidents and more."""

from __future__ import annotations

from sqlmodel import Field

from inclusion_cli.store.view_base import Settled, View


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
