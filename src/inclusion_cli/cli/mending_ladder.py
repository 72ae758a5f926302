"""Steps, formulations, cards, debriefs and the like, opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework import amend as acts
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.plan import Step
from inclusion_cli.interviews.question import raw_of

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form


def step_form(desk: Desk, case: Casefile, kept: Kept[Step]) -> Form:
    """Return the form of a step, opened again."""
    from inclusion_cli.cli.plan import edit_form_of

    return edit_form_of(desk, case, kept.id)


def step(
    desk: Desk, case: Casefile, kept: Kept[Step], given: Mapping[str, Any]
) -> Step:
    """Return a step as answers change it."""
    from inclusion_cli.cli.plan import edited

    return edited(desk, case, kept, given)


def formulation_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a formulation, opened again."""
    from inclusion_cli.cli.formulate import form_of

    made = form_of(desk, case)
    return replace(
        made, known={**made.known, "review_on": raw_of(kept.record.review_on)}
    )


def formulation(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return a formulation as answers change it."""
    from inclusion_cli.casework.formulation import formulation_from

    return acts.next_formulation(kept.record, formulation_from(kept, given))


def card_form(desk: Desk, case: Casefile, _kept: Kept[Any]) -> Form:
    """Return the form of a card, opened again."""
    from inclusion_cli.interviews.card import write_form

    return write_form(case, desk.clock.today())


def card(desk: Desk, case: Casefile, _kept: Kept[Any], given: Mapping[str, Any]) -> Any:
    """Return a card as answers change it."""
    from inclusion_cli.casework.card import card_from
    from inclusion_cli.cli.card import numbers_here

    today = desk.clock.today()
    return card_from(case, given, today=today, numbers=numbers_here(desk))


def debrief_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a debrief, opened again."""
    from inclusion_cli.interviews.debrief import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def debrief(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return a debrief as answers change it."""
    from inclusion_cli.casework.debrief import debrief_from
    from inclusion_cli.interviews.debrief import amend_about

    it = amend_about(case, kept, now=desk.clock.now())
    assert it.step is not None, "a debrief has its step"
    return debrief_from(given, it.step, it.session, it.signs, it.actions)


def observation_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of what was seen between sessions, opened again."""
    from inclusion_cli.interviews.observe import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def observation(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return what was seen between sessions as answers change it."""
    from inclusion_cli.casework.observe import observation_from
    from inclusion_cli.interviews.observe import amend_about

    it = amend_about(case, kept, now=desk.clock.now())
    return observation_from(given, it.signs)


def preparation_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a check before a session, opened again."""
    from inclusion_cli.interviews.prepare import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def preparation(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return a check before a session as answers change it."""
    from inclusion_cli.casework.prepare import preparation_from
    from inclusion_cli.interviews.prepare import amend_about

    old, it = kept.record, amend_about(case, kept, now=desk.clock.now())
    assert it.step is not None, "a preparation has its step"
    made = preparation_from(given, it.step, it.session, at=old.at)
    return replace(made, mine=old.mine, workers=old.workers)


def session_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a session, opened again."""
    from inclusion_cli.interviews.session import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def session(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return a session as answers change it."""
    from inclusion_cli.casework.session import session_from
    from inclusion_cli.interviews.session import planning

    step = case.step(kept.record.step)
    assert step is not None, "a session has its step"
    it = planning(case, now=desk.clock.now(), step=step)
    return session_from(given, step, travel=it.usual.travel)


def measure_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a measure, opened again."""
    from inclusion_cli.cli.measure import amend_form_of

    return amend_form_of(desk, case, kept)


def measure(
    desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return a measure as answers change it."""
    from inclusion_cli.cli.measure import amended

    return amended(desk, kept, given)


def restriction_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a limit, opened again."""
    from inclusion_cli.cli.restriction import placing_of
    from inclusion_cli.interviews.restriction import amend_form

    return amend_form(case, placing_of(desk, case, at_once=False), kept.record)


def restriction(
    _desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return a limit as answers change it."""
    from inclusion_cli.casework.restriction import amended, refuse

    made = amended(kept.record, given)
    refuse(case, made)
    return made


def outcome_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of the outcome of a risk decision, opened again."""
    from inclusion_cli.interviews.risk_outcome import amend_form

    one = decision_of(desk, case, kept)
    return amend_form(case, one, kept.record, desk.clock.today())


def decision_of(desk: Desk, case: Casefile, kept: Kept[Any]) -> Any:
    """Return the decision an outcome belongs to, None where it is gone."""
    from inclusion_cli.domain.risk_decisions import weighed

    found = weighed(case, on=desk.clock.today())
    return next((w for w in found if w.kept.id == kept.record.decision), None)


def outcome(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return the outcome of a risk decision as answers change it."""
    from inclusion_cli.casework.risk_decision import outcome_from

    return outcome_from(kept.record.decision, given)
