"""How a form about what is shown is built again from its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def pack_commissioner(desk: Desk, _draft: Draft) -> Form:
    """Return the form of a commissioner pack."""
    from inclusion_cli.interviews.pack_commissioner import form

    return form(desk.clock.today())


def measure(desk: Desk, draft: Draft) -> Form:
    """Return the form of a measure."""
    from inclusion_cli.cli.measure import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def pack_inspector(desk: Desk, _draft: Draft) -> Form:
    """Return the form of an inspector pack."""
    from inclusion_cli.cli.pack_inspector import form_of

    return form_of(desk)[1]


def dashboard(desk: Desk, draft: Draft) -> Form:
    """Return the form of a dashboard to give."""
    from inclusion_cli.interviews.dashboard import person_form, service_form

    today = desk.clock.today()
    if not draft.subject:
        return service_form(today)
    return person_form(desk.reading.casefile(draft.subject), today)


def pack_my_record(desk: Desk, draft: Draft) -> Form:
    """Return the form of their own copy."""
    from inclusion_cli.cli.pack_my_record import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def pack_continuity(desk: Desk, draft: Draft) -> Form:
    """Return the form of a continuity pack."""
    from inclusion_cli.casework.pack_continuity import EVERYBODY
    from inclusion_cli.interviews.pack_continuity import form

    one = desk.reading.casefile(draft.subject).label if draft.subject else ""
    return form(one or EVERYBODY)


def pack_safeguarding(desk: Desk, draft: Draft) -> Form:
    """Return the form of a safeguarding review on paper."""
    from inclusion_cli.interviews.pack_safeguarding import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def trace(desk: Desk, draft: Draft) -> Form:
    """Return the form of the thread on paper."""
    from inclusion_cli.interviews.trace import form

    case = desk.reading.casefile(draft.subject)
    nameless = draft.about.get("anonymous") == "yes"
    return form(case, desk.clock.today(), anonymous=nameless)


def pack_visit(desk: Desk, draft: Draft) -> Form:
    """Return the form of a visit sheet."""
    from inclusion_cli.cli.pack_visit import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def supervision(desk: Desk, _draft: Draft) -> Form:
    """Return the form of a supervision."""
    from inclusion_cli.cli.supervision import form_of

    return form_of(desk)[0]
