"""How a form of the daily work is built again from its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Kind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def _debrief(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.debrief import form_of

    return form_of(desk, desk.reading.casefile(draft.subject), draft)[0]


def _formulation(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.formulate import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def _formulation_confirm(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.formulate import confirm_form_of

    return confirm_form_of(desk, desk.reading.casefile(draft.subject))


def _formulation_sign(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.formulate import sign_form_of

    return sign_form_of(desk, desk.reading.casefile(draft.subject))


def _step_add(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.plan import starters_of
    from inclusion_cli.interviews.plan import about, add_form

    case = desk.reading.casefile(draft.subject)
    return add_form(case, about(case, starters_of(desk)))


def _step_start(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.plan import start_form_of

    return start_form_of(desk, desk.reading.casefile(draft.subject))


def _step_stop(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.plan_moves import stop_form

    return stop_form(desk.reading.casefile(draft.subject))


def _step_edit(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.plan import edit_form_of

    case = desk.reading.casefile(draft.subject)
    return edit_form_of(desk, case, draft.about["step"])


def _away(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.plan_moves import away_form

    return away_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _review(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.review import form_for

    return form_for(desk, desk.reading.casefile(draft.subject))


def _preparation(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.prepare import form_of

    return form_of(desk, desk.reading.casefile(draft.subject), draft)[0]


def _observation(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.observe import between, form

    case = desk.reading.casefile(draft.subject)
    return form(case, between(case, now=desk.clock.now()))


def _session_plan(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.casework.plan import current_step
    from inclusion_cli.interviews.session import plan_form, planning

    case = desk.reading.casefile(draft.subject)
    step = current_step(case).step
    return plan_form(case, step, planning(case, now=desk.clock.now(), step=step))


def _session_cancel(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.session import cancel_form, planning

    case = desk.reading.casefile(draft.subject)
    return cancel_form(case, planning(case, now=desk.clock.now()))


def _session_move(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.session import move_form, planning

    case = desk.reading.casefile(draft.subject)
    return move_form(case, planning(case, now=desk.clock.now()))


def _reply(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.reply import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def _card(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.card import write_form

    return write_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _card_print(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.card import numbers_here
    from inclusion_cli.interviews.card_print import print_form

    case = desk.reading.casefile(draft.subject)
    return print_form(case, numbers_here(desk), desk.clock.today())


def _card_check(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.card_print import check_form

    return check_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _card_returned(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.card_print import returned_form

    return returned_form(desk.reading.casefile(draft.subject))


def _person_add(desk: Desk, _draft: Draft) -> Form:
    from inclusion_cli.interviews.person import add_form

    return add_form(desk.reading.people())


def _person_edit(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.person import edit_form

    case = desk.reading.casefile(draft.subject)
    return edit_form(case.person, desk.reading.people())


def _person_close(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.domain.left_owed import open_at_closing
    from inclusion_cli.interviews.person import close_form

    case = desk.reading.casefile(draft.subject)
    left = open_at_closing(case, now=desk.clock.now())
    return close_form(case.person, desk.clock.today(), left)


def _amend(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.casework.look_up import find_record
    from inclusion_cli.cli.mending import opened

    wanted = draft.about["record"]
    return opened(desk, find_record(desk.search, wanted, worker=desk.worker.id))[1]


def _refile(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.refile import form_of

    return form_of(desk, draft)


KINDS = {
    "amend": Kind(say("An amendment"), ("amend",), _amend),
    "away": Kind(say("Days away"), ("plan", "away"), _away),
    "card": Kind(say("Card"), ("card", "write"), _card),
    "card_check": Kind(say("Card to check"), ("card", "check"), _card_check),
    "card_print": Kind(say("Card to print"), ("card", "print"), _card_print),
    "card_returned": Kind(
        say("A copy that is gone"), ("card", "returned"), _card_returned
    ),
    "debrief": Kind(say("Debrief"), ("debrief",), _debrief),
    "formulation": Kind(say("Formulation"), ("formulate",), _formulation),
    "formulation_confirm": Kind(
        say("Formulation, still true?"),
        ("formulate", "confirm"),
        _formulation_confirm,
    ),
    "formulation_sign": Kind(
        say("Signing the formulation"),
        ("formulate", "sign"),
        _formulation_sign,
    ),
    "observation": Kind(say("Between sessions"), ("observe",), _observation),
    "person_add": Kind(say("A new person"), ("person", "add"), _person_add),
    "person_close": Kind(say("Closing the file"), ("person", "close"), _person_close),
    "person_edit": Kind(say("A mended name"), ("person", "edit"), _person_edit),
    "preparation": Kind(say("Before the session"), ("prepare",), _preparation),
    "refile": Kind(say("Moving to the right file"), ("refile",), _refile),
    "reply": Kind(say("A reply"), ("reply",), _reply),
    "review": Kind(say("Step review"), ("review",), _review),
    "session_cancel": Kind(
        say("A cancelled session"), ("session", "cancel"), _session_cancel
    ),
    "session_move": Kind(say("A moved session"), ("session", "move"), _session_move),
    "session_plan": Kind(say("A session"), ("session", "plan"), _session_plan),
    "step_add": Kind(say("A new step"), ("plan", "add"), _step_add),
    "step_edit": Kind(say("A changed step"), ("plan", "edit"), _step_edit),
    "step_start": Kind(say("Starting a step"), ("plan", "start"), _step_start),
    "step_stop": Kind(say("Stopping a step"), ("plan", "stop"), _step_stop),
}
