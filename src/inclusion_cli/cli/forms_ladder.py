"""How a form of the daily work is built again from its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def debrief(desk: Desk, draft: Draft) -> Form:
    """Return the form of a debrief."""
    from inclusion_cli.cli.debrief import form_of

    return form_of(desk, desk.reading.casefile(draft.subject), draft)[0]


def formulation(desk: Desk, draft: Draft) -> Form:
    """Return the form of a formulation."""
    from inclusion_cli.cli.formulate import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def formulation_confirm(desk: Desk, draft: Draft) -> Form:
    """Return the form of the look whether it is still true."""
    from inclusion_cli.cli.formulate import confirm_form_of

    return confirm_form_of(desk, desk.reading.casefile(draft.subject))


def formulation_sign(desk: Desk, draft: Draft) -> Form:
    """Return the form of signing."""
    from inclusion_cli.cli.formulate import sign_form_of

    return sign_form_of(desk, desk.reading.casefile(draft.subject))


def step_add(desk: Desk, draft: Draft) -> Form:
    """Return the form of a new step."""
    from inclusion_cli.cli.plan import starters_of
    from inclusion_cli.interviews.plan import about, add_form

    case = desk.reading.casefile(draft.subject)
    return add_form(case, about(case, starters_of(desk)))


def step_start(desk: Desk, draft: Draft) -> Form:
    """Return the form of starting a step."""
    from inclusion_cli.cli.plan import start_form_of

    return start_form_of(desk, desk.reading.casefile(draft.subject))


def step_stop(desk: Desk, draft: Draft) -> Form:
    """Return the form of stopping a step."""
    from inclusion_cli.interviews.plan_moves import stop_form

    return stop_form(desk.reading.casefile(draft.subject))


def step_edit(desk: Desk, draft: Draft) -> Form:
    """Return the form of a changed step."""
    from inclusion_cli.cli.plan import edit_form_of

    case = desk.reading.casefile(draft.subject)
    return edit_form_of(desk, case, draft.about["step"])


def away(desk: Desk, draft: Draft) -> Form:
    """Return the form of days away."""
    from inclusion_cli.interviews.plan_moves import away_form

    return away_form(desk.reading.casefile(draft.subject), desk.clock.today())


def review(desk: Desk, draft: Draft) -> Form:
    """Return the form of a review."""
    from inclusion_cli.cli.review import form_for

    return form_for(desk, desk.reading.casefile(draft.subject))


def preparation(desk: Desk, draft: Draft) -> Form:
    """Return the form of a check before a session."""
    from inclusion_cli.cli.prepare import form_of

    return form_of(desk, desk.reading.casefile(draft.subject), draft)[0]


def observation(desk: Desk, draft: Draft) -> Form:
    """Return the form of what was seen between sessions."""
    from inclusion_cli.interviews.observe import between, form

    case = desk.reading.casefile(draft.subject)
    return form(case, between(case, now=desk.clock.now()))


def session_plan(desk: Desk, draft: Draft) -> Form:
    """Return the form of a session."""
    from inclusion_cli.casework.plan import current_step
    from inclusion_cli.interviews.session import plan_form, planning

    case = desk.reading.casefile(draft.subject)
    step = current_step(case).step
    return plan_form(case, step, planning(case, now=desk.clock.now(), step=step))


def session_cancel(desk: Desk, draft: Draft) -> Form:
    """Return the form of a cancelled session."""
    from inclusion_cli.interviews.session import cancel_form, planning

    case = desk.reading.casefile(draft.subject)
    return cancel_form(case, planning(case, now=desk.clock.now()))


def session_move(desk: Desk, draft: Draft) -> Form:
    """Return the form of a moved session."""
    from inclusion_cli.interviews.session import move_form, planning

    case = desk.reading.casefile(draft.subject)
    return move_form(case, planning(case, now=desk.clock.now()))


def reply(desk: Desk, draft: Draft) -> Form:
    """Return the form of a reply."""
    from inclusion_cli.interviews.reply import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def card(desk: Desk, draft: Draft) -> Form:
    """Return the form of a card."""
    from inclusion_cli.interviews.card import write_form

    return write_form(desk.reading.casefile(draft.subject), desk.clock.today())


def card_print(desk: Desk, draft: Draft) -> Form:
    """Return the form of a card to print."""
    from inclusion_cli.cli.card import numbers_here
    from inclusion_cli.interviews.card_print import print_form

    case = desk.reading.casefile(draft.subject)
    return print_form(case, numbers_here(desk))


def card_check(desk: Desk, draft: Draft) -> Form:
    """Return the form of a card to check."""
    from inclusion_cli.interviews.card_print import check_form

    return check_form(desk.reading.casefile(draft.subject), desk.clock.today())


def card_returned(desk: Desk, draft: Draft) -> Form:
    """Return the form of a copy that is gone."""
    from inclusion_cli.interviews.card_print import returned_form

    return returned_form(desk.reading.casefile(draft.subject))


def person_add(desk: Desk, _draft: Draft) -> Form:
    """Return the form of a new person."""
    from inclusion_cli.interviews.person import add_form

    return add_form(desk.reading.people())


def person_edit(desk: Desk, draft: Draft) -> Form:
    """Return the form of a mended name."""
    from inclusion_cli.interviews.person import edit_form

    case = desk.reading.casefile(draft.subject)
    return edit_form(case.person, desk.reading.people())


def person_close(desk: Desk, draft: Draft) -> Form:
    """Return the form of closing a file."""
    from inclusion_cli.interviews.person import close_form

    return close_form(desk.reading.casefile(draft.subject).person, desk.clock.today())


def amend(desk: Desk, draft: Draft) -> Form:
    """Return the form of an amendment."""
    from inclusion_cli.casework.look_up import find_record
    from inclusion_cli.cli.mending import opened

    return opened(desk, find_record(desk.search, draft.about["record"]))[1]


def refile(desk: Desk, draft: Draft) -> Form:
    """Return the form of moving a record."""
    from inclusion_cli.cli.refile import form_of

    return form_of(desk, draft)
