"""What keeps inclusion safe and shows that it is, as it stands in one person's file."""

# ruff: noqa: TC004 - home loads none of these before a file has one

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.audit import Audit, SampleRead
    from inclusion_cli.domain.characteristics import Characteristics
    from inclusion_cli.domain.concern import CaseReview, SafeguardingConcern
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.event_plan import EventPlan, Reduction
    from inclusion_cli.domain.incident import AfterAction, CallLadder, Incident
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.measure import Measure
    from inclusion_cli.domain.money_agreed import Agreement, MoneyCheck, Rehearsal
    from inclusion_cli.domain.paper import Paper
    from inclusion_cli.domain.partner import Partner
    from inclusion_cli.domain.read_tick import ReadTick
    from inclusion_cli.domain.registration import Registration
    from inclusion_cli.domain.restriction import Restriction, RestrictionReview
    from inclusion_cli.domain.risk_decision import RiskDecision, RiskOutcome
    from inclusion_cli.domain.supervision import Supervision


@record
class Safety:
    """The records of one file beside the ladder, each kind in order of time."""

    actions: tuple[Kept[Action], ...] = ()
    after_actions: tuple[Kept[AfterAction], ...] = ()
    agreements: tuple[Kept[Agreement], ...] = ()
    case_reviews: tuple[Kept[CaseReview], ...] = ()
    characteristics: tuple[Kept[Characteristics], ...] = ()
    concerns: tuple[Kept[SafeguardingConcern], ...] = ()
    consents: tuple[Kept[Consent], ...] = ()
    disclosures: tuple[Kept[Disclosure], ...] = ()
    event_plans: tuple[Kept[EventPlan], ...] = ()
    incidents: tuple[Kept[Incident], ...] = ()
    measures: tuple[Kept[Measure], ...] = ()
    money_checks: tuple[Kept[MoneyCheck], ...] = ()
    reads: tuple[Kept[ReadTick], ...] = ()
    reductions: tuple[Kept[Reduction], ...] = ()
    rehearsals: tuple[Kept[Rehearsal], ...] = ()
    restriction_reviews: tuple[Kept[RestrictionReview], ...] = ()
    restrictions: tuple[Kept[Restriction], ...] = ()
    risk_decisions: tuple[Kept[RiskDecision], ...] = ()
    risk_outcomes: tuple[Kept[RiskOutcome], ...] = ()


NO_SAFETY = Safety()
SAFETY_KINDS = {
    "action": "actions",
    "after_action": "after_actions",
    "agreement": "agreements",
    "case_review": "case_reviews",
    "characteristics": "characteristics",
    "concern": "concerns",
    "consent": "consents",
    "disclosure": "disclosures",
    "event_plan": "event_plans",
    "incident": "incidents",
    "measure": "measures",
    "money_check": "money_checks",
    "read_tick": "reads",
    "reduction": "reductions",
    "rehearsal": "rehearsals",
    "restriction": "restrictions",
    "restriction_review": "restriction_reviews",
    "risk_decision": "risk_decisions",
    "risk_outcome": "risk_outcomes",
}
"""Where the records of each kind stand in it."""


@record
class ServiceRecords:
    """What stands in the service's own file, and in the worker's own.

    `supervisions` are a worker's, and `agreed` the actions taken away from them.
    `audited` is the latest month of which an audit was kept, for home, where the audits
    themselves are not read; "" for none.
    """

    actions: tuple[Kept[Action], ...] = ()
    agreed: tuple[Kept[Action], ...] = ()
    after_actions: tuple[Kept[AfterAction], ...] = ()
    audits: tuple[Kept[Audit], ...] = ()
    disclosures: tuple[Kept[Disclosure], ...] = ()
    incidents: tuple[Kept[Incident], ...] = ()
    ladders: tuple[Kept[CallLadder], ...] = ()
    papers: tuple[Kept[Paper], ...] = ()
    partners: tuple[Kept[Partner], ...] = ()
    registrations: tuple[Kept[Registration], ...] = ()
    sample_reads: tuple[Kept[SampleRead], ...] = ()
    supervisions: tuple[Kept[Supervision], ...] = ()
    audited: str = ""


NO_SERVICE_RECORDS = ServiceRecords()
SERVICE_KINDS = {
    "action": "actions",
    "after_action": "after_actions",
    "audit": "audits",
    "call_ladder": "ladders",
    "disclosure": "disclosures",
    "incident": "incidents",
    "paper": "papers",
    "partner": "partners",
    "registration": "registrations",
    "sample_read": "sample_reads",
}
"""Where the records of each kind stand in it."""
