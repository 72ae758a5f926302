"""Agreements, rehearsals, looks, evenings and reductions, opened again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Form, Question

EARLY = date(2000, 1, 1)


def _agreement_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.money_agreed import agreement_again

    return agreement_again(case, kept, desk.clock.today())


def _rehearsal_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.money_agreed import rehearsal_again

    return rehearsal_again(case, kept, desk.clock.today())


def _money_check_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.money_check import check_again

    return check_again(case, kept, desk.clock.today())


def _agreement(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.money import agreement_from

    made, was = agreement_from(given), kept.record
    return replace(made, ended_on=was.ended_on, ended_because=was.ended_because)


def _rehearsal(
    _desk: Desk, _case: Casefile, _kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.money import rehearsal_from

    return rehearsal_from(given)


def _money_check(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.money import check_from
    from inclusion_cli.domain.money_consent import check_correction

    stood = kept.record
    made = check_from(given, on=stood.on, consent=stood.consent)
    check_correction(case, stood, made, on=desk.clock.today())
    return made


def _event_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.event_plan import amend_form

    return amend_form(case, kept, now=desk.clock.now())


def _event(
    _desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.event_plan import event_from

    made = event_from(given, step=case.step(kept.record.step), session=None)
    return replace(made, session=kept.record.session)


def _reduction_form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    from inclusion_cli.interviews.reduction import amend_form

    return amend_form(case, kept, desk.clock.today())


def _reduction(
    _desk: Desk, _case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    from inclusion_cli.casework.event_plan import reduction_from

    was = kept.record
    made = reduction_from(given, step=was.step, on=was.on, because=was.because)
    return replace(made, ended_on=was.ended_on, ended_because=was.ended_because)


HOW = {
    "agreement": (_agreement_form, _agreement),
    "event_plan": (_event_form, _event),
    "money_check": (_money_check_form, _money_check),
    "reduction": (_reduction_form, _reduction),
    "rehearsal": (_rehearsal_form, _rehearsal),
}
"""How each of these is amended."""


def every_question() -> Iterator[Question]:
    """Return every question these can be opened with."""
    from inclusion_cli.interviews import (
        event_plan,
        money_agreed,
        money_check,
        reduction,
    )

    name = say("the person")
    yield from money_agreed.agree_questions(name, EARLY)
    yield from money_agreed.rehearse_questions(name, EARLY)
    yield from money_check.check_questions(name, EARLY)
    yield from event_plan.every_question()
    yield from reduction.questions(reduction.Less(EARLY))
