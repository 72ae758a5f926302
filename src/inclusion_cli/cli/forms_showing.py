"""How a form about what is shown is built again from its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Kind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def _pack_commissioner(desk: Desk, _draft: Draft) -> Form:
    from inclusion_cli.interviews.pack_commissioner import form

    return form(desk.clock.today())


def _measure(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.measure import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def _pack_inspector(desk: Desk, _draft: Draft) -> Form:
    from inclusion_cli.cli.pack_inspector import form_of

    return form_of(desk)[1]


def _dashboard(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.dashboard import person_form, service_form

    today = desk.clock.today()
    if not draft.subject:
        return service_form(today)
    return person_form(desk.reading.casefile(draft.subject), today)


def _pack_my_record(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.pack_my_record import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def _pack_continuity(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.casework.pack_continuity import EVERYBODY
    from inclusion_cli.interviews.pack_continuity import form

    one = desk.reading.casefile(draft.subject).label if draft.subject else ""
    return form(one or EVERYBODY)


def _pack_safeguarding(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.pack_safeguarding import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def _trace(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.trace import form

    case = desk.reading.casefile(draft.subject)
    nameless = draft.about.get("anonymous") == "yes"
    return form(case, desk.clock.today(), anonymous=nameless)


def _pack_visit(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.pack_visit import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))


def _supervision(desk: Desk, _draft: Draft) -> Form:
    from inclusion_cli.cli.supervision import form_of

    return form_of(desk)[0]


KINDS = {
    "dashboard": Kind(say("A dashboard to give"), ("dashboard",), _dashboard),
    "measure": Kind(say("A measure"), ("measure", "add"), _measure),
    "pack_commissioner": Kind(
        say("A commissioner pack"),
        ("pack", "commissioner"),
        _pack_commissioner,
    ),
    "pack_continuity": Kind(
        say("A continuity pack"), ("pack", "continuity"), _pack_continuity
    ),
    "pack_inspector": Kind(
        say("A pack for an inspector"),
        ("pack", "inspector"),
        _pack_inspector,
    ),
    "pack_my_record": Kind(
        say("Their own copy"), ("pack", "my-record"), _pack_my_record
    ),
    "pack_safeguarding": Kind(
        say("A safeguarding review"),
        ("pack", "safeguarding"),
        _pack_safeguarding,
    ),
    "pack_visit": Kind(say("A visit sheet"), ("pack", "visit"), _pack_visit),
    "supervision": Kind(say("Supervision"), ("supervision", "note"), _supervision),
    "trace": Kind(say("The thread on paper"), ("trace", "--paper"), _trace),
}
UNTYPED = {"dashboard": "--html ."}
"""Options of a draft that was begun before they were kept with it."""
