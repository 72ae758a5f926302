"""The forms about money and evenings that a draft can be of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Kind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def _agreement(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.money_agreed import agree_form

    return agree_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _agreement_look(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.money_agreed import look_form

    return look_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _rehearsal(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.money_agreed import rehearse_form

    return rehearse_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _money_check(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.money_check import check_form

    return check_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _money_request(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.observe import between, request_form

    case = desk.reading.casefile(draft.subject)
    return request_form(case, between(case, now=desk.clock.now()))


def _event_plan(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews import evening, event_plan

    case = desk.reading.casefile(draft.subject)
    return event_plan.form(case, evening.evening(case, now=desk.clock.now()))


def _reduction(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.event import reduce_form_of

    return reduce_form_of(desk, desk.reading.casefile(draft.subject))[0]


def _reduction_look(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.event import look_form_of

    return look_form_of(desk, desk.reading.casefile(draft.subject))


KINDS = {
    "agreement": Kind(say("An agreement about money"), ("money", "agree"), _agreement),
    "agreement_look": Kind(
        say("An agreement, looked at again"), ("money", "look"), _agreement_look
    ),
    "event_plan": Kind(say("An evening"), ("event", "plan"), _event_plan),
    "money_check": Kind(say("A week of money"), ("money", "check"), _money_check),
    "money_request": Kind(
        say("A request for money or things"), ("money", "request"), _money_request
    ),
    "reduction": Kind(say("Less for a while"), ("event", "reduce"), _reduction),
    "reduction_look": Kind(
        say("Less for a while, looked at again"), ("event", "look"), _reduction_look
    ),
    "rehearsal": Kind(say("A practised sentence"), ("money", "rehearse"), _rehearsal),
}
