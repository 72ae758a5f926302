"""How a form about limits and risks is built again from its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Build, Kind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def _restriction_place(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.restriction import placing_of
    from inclusion_cli.interviews.restriction import place_form

    case = desk.reading.casefile(draft.subject)
    return place_form(case, placing_of(desk, case, at_once=True))


def _restriction(act: str) -> Build:
    def build(desk: Desk, draft: Draft) -> Form:
        from inclusion_cli.cli.restriction import form_of, meant

        case = desk.reading.casefile(draft.subject)
        one = meant(desk, case, act, draft.about.get("limit"), draft)
        return form_of(desk, case, act, one)

    return build


def _risk_decision(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.risk_decision import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def _risk_outcome(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.decide_risk import outcome_form_of

    return outcome_form_of(desk, desk.reading.casefile(draft.subject), draft)


def _read_tick(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.read_tick import form

    worker = desk.worker.record.name
    return form(desk.reading.casefile(draft.subject), desk.clock.today(), worker)


def _characteristics(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.person import about_form_of

    return about_form_of(desk, desk.reading.casefile(draft.subject))


KINDS = {
    "characteristics": Kind(
        say("About themselves"), ("person", "about"), _characteristics
    ),
    "read_tick": Kind(say("Read and understood"), ("formulate", "read"), _read_tick),
    "restriction_lift": Kind(
        say("Lifting a limit"),
        ("restriction", "lift"),
        _restriction("lift"),
    ),
    "restriction_place": Kind(
        say("A limit"), ("restriction", "place"), _restriction_place
    ),
    "restriction_review": Kind(
        say("A look at a limit"),
        ("restriction", "review"),
        _restriction("review"),
    ),
    "restriction_sign": Kind(
        say("The rest of a limit"),
        ("restriction", "sign"),
        _restriction("sign"),
    ),
    "risk_decision": Kind(
        say("A positive risk decision"), ("decide-risk",), _risk_decision
    ),
    "risk_outcome": Kind(
        say("How a decision went"),
        ("decide-risk", "outcome"),
        _risk_outcome,
    ),
}
