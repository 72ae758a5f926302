"""The forms of consent, of what was told and of partners, for drafts to carry on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Kind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def _consent(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.consent import about
    from inclusion_cli.interviews.consent import form

    case = desk.reading.casefile(draft.subject)
    return form(case, about(desk, case))


def _consent_withdraw(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.consent_withdraw import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def _disclosure(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.disclosure import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def _disclosure_finish(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.disclosure import first_open
    from inclusion_cli.interviews.disclosure_finish import finish_form

    case = desk.reading.casefile(draft.subject)
    return finish_form(case, first_open(case))


def _disclosure_recalled(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.consent_withdraw import recalled_form

    return recalled_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _partner_add(desk: Desk, _draft: Draft) -> Form:
    from inclusion_cli.cli.partner import form_of

    return form_of(desk)


def _partner_brief(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.partner import brief_form_of

    case = desk.reading.casefile(draft.subject)
    return brief_form_of(desk, case, draft.about["partner"])


def _pack_leaving(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.review import leaving_form

    case = desk.reading.casefile(draft.subject)
    return leaving_form(case, draft.about["recipient"], desk.clock.today())


KINDS = {
    "consent": Kind(say("Consent"), ("consent", "give"), _consent),
    "consent_withdraw": Kind(
        say("Taking consent back"),
        ("consent", "withdraw"),
        _consent_withdraw,
    ),
    "disclosure": Kind(say("Telling somebody"), ("disclosure", "add"), _disclosure),
    "disclosure_finish": Kind(
        say("What was told, the rest"),
        ("disclosure", "finish"),
        _disclosure_finish,
    ),
    "disclosure_recalled": Kind(
        say("Called back"),
        ("disclosure", "recalled"),
        _disclosure_recalled,
    ),
    "pack_leaving": Kind(
        say("A pack that leaves"),
        ("review", "--pack-only", "--for"),
        _pack_leaving,
    ),
    "partner_add": Kind(say("A partner"), ("partner", "add"), _partner_add),
    "partner_brief": Kind(
        say("A page for a partner"),
        ("partner", "brief"),
        _partner_brief,
    ),
}
