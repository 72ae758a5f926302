"""How a form about limits and risks is built again from its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Build

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def restriction_place(desk: Desk, draft: Draft) -> Form:
    """Return the form of a limit."""
    from inclusion_cli.cli.restriction import placing_of
    from inclusion_cli.interviews.restriction import place_form

    case = desk.reading.casefile(draft.subject)
    return place_form(case, placing_of(desk, case, at_once=True))


def restriction(act: str) -> Build:
    """Return what builds the form of an act about a limit."""

    def build(desk: Desk, draft: Draft) -> Form:
        from inclusion_cli.cli.restriction import form_of, meant

        case = desk.reading.casefile(draft.subject)
        one = meant(desk, case, act, draft.about.get("limit"), draft)
        return form_of(desk, case, act, one)

    return build


def risk_decision(desk: Desk, draft: Draft) -> Form:
    """Return the form of a risk decision."""
    from inclusion_cli.interviews.risk_decision import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def risk_outcome(desk: Desk, draft: Draft) -> Form:
    """Return the form of how a decision went."""
    from inclusion_cli.cli.decide_risk import outcome_form_of

    return outcome_form_of(desk, desk.reading.casefile(draft.subject), draft)


def read_tick(desk: Desk, draft: Draft) -> Form:
    """Return the form of read and understood."""
    from inclusion_cli.interviews.read_tick import form

    worker = desk.worker.record.name
    return form(desk.reading.casefile(draft.subject), desk.clock.today(), worker)


def characteristics(desk: Desk, draft: Draft) -> Form:
    """Return the form of what somebody says about themselves."""
    from inclusion_cli.cli.person import about_form_of

    return about_form_of(desk, desk.reading.casefile(draft.subject))
