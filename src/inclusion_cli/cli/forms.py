"""Every form a draft can be of: how it is called, opened and carried on."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from inclusion_cli.cli import forms_audit, forms_incidents, forms_money
from inclusion_cli.cli.form_kind import Build, Kind
from inclusion_cli.cli.forms_consent import CONSENT
from inclusion_cli.domain.filed import SERVICE_FLAG
from inclusion_cli.domain.home import DraftNote
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.person import Person
from inclusion_cli.errors import AnswersWrong, NothingFound
from inclusion_cli.interviews.walk import reckoned, walk
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


def _card(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.card import write_form

    return write_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _card_print(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.card import numbers_here
    from inclusion_cli.interviews.card_print import print_form

    case = desk.reading.casefile(draft.subject)
    return print_form(case, numbers_here(desk))


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
    from inclusion_cli.interviews.person import close_form

    return close_form(desk.reading.casefile(draft.subject).person, desk.clock.today())


def _amend(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.casework.look_up import find_record
    from inclusion_cli.cli.mending import opened

    return opened(desk, find_record(desk.search, draft.about["record"]))[1]


def _refile(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.refile import form_of

    return form_of(desk, draft)


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
    **forms_incidents.KINDS,
    **forms_audit.KINDS,
    "amend": Kind(say("An amendment"), ("amend",), _amend),
    "away": Kind(say("Days away"), ("plan", "away"), _away),
    "card": Kind(say("Card"), ("card", "write"), _card),
    "card_check": Kind(say("Card to check"), ("card", "check"), _card_check),
    "card_print": Kind(say("Card to print"), ("card", "print"), _card_print),
    "card_returned": Kind(
        say("A copy that is gone"), ("card", "returned"), _card_returned
    ),
    "dashboard": Kind(say("A dashboard to give"), ("dashboard",), _dashboard),
    **{name: Kind(*told) for name, told in CONSENT.items()},
    "characteristics": Kind(
        say("About themselves"), ("person", "about"), _characteristics
    ),
    "debrief": Kind(say("Debrief"), ("debrief",), _debrief),
    "formulation": Kind(say("Formulation"), ("formulate",), _formulation),
    "formulation_confirm": Kind(
        say("Formulation, still true?"), ("formulate", "confirm"), _formulation_confirm
    ),
    "formulation_sign": Kind(
        say("Signing the formulation"), ("formulate", "sign"), _formulation_sign
    ),
    "measure": Kind(say("A measure"), ("measure", "add"), _measure),
    "observation": Kind(say("Between sessions"), ("observe",), _observation),
    "pack_inspector": Kind(
        say("A pack for an inspector"), ("pack", "inspector"), _pack_inspector
    ),
    "pack_continuity": Kind(
        say("A continuity pack"), ("pack", "continuity"), _pack_continuity
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
    "person_add": Kind(say("A new person"), ("person", "add"), _person_add),
    "person_close": Kind(say("Closing the file"), ("person", "close"), _person_close),
    "person_edit": Kind(say("A mended name"), ("person", "edit"), _person_edit),
    "preparation": Kind(say("Before the session"), ("prepare",), _preparation),
    "read_tick": Kind(say("Read and understood"), ("formulate", "read"), _read_tick),
    "refile": Kind(say("Moving to the right file"), ("refile",), _refile),
    "reply": Kind(say("A reply"), ("reply",), _reply),
    "restriction_lift": Kind(
        say("Lifting a limit"), ("restriction", "lift"), _restriction("lift")
    ),
    "restriction_place": Kind(
        say("A limit"), ("restriction", "place"), _restriction_place
    ),
    "restriction_review": Kind(
        say("A look at a limit"), ("restriction", "review"), _restriction("review")
    ),
    "restriction_sign": Kind(
        say("The rest of a limit"), ("restriction", "sign"), _restriction("sign")
    ),
    "review": Kind(say("Step review"), ("review",), _review),
    "risk_decision": Kind(
        say("A positive risk decision"), ("decide-risk",), _risk_decision
    ),
    "risk_outcome": Kind(
        say("How a decision went"), ("decide-risk", "outcome"), _risk_outcome
    ),
    "session_cancel": Kind(
        say("A cancelled session"), ("session", "cancel"), _session_cancel
    ),
    "session_move": Kind(say("A moved session"), ("session", "move"), _session_move),
    "session_plan": Kind(say("A session"), ("session", "plan"), _session_plan),
    "step_add": Kind(say("A new step"), ("plan", "add"), _step_add),
    "step_edit": Kind(say("A changed step"), ("plan", "edit"), _step_edit),
    "step_start": Kind(say("Starting a step"), ("plan", "start"), _step_start),
    "step_stop": Kind(say("Stopping a step"), ("plan", "stop"), _step_stop),
    "trace": Kind(say("The thread on paper"), ("trace", "--paper"), _trace),
    "supervision": Kind(say("Supervision"), ("supervision", "note"), _supervision),
    **forms_money.KINDS,
}


def draft_notes(desk: Desk) -> list[DraftNote]:
    """Return the drafts that hold an answer, as home lists them."""
    drafts = [d for d in desk.drafts.all() if d.answers or d.half]
    known = {kept.file: kept.record for kept in desk.reading.people()} if drafts else {}
    ours = desk.reading.service_file() if any(d.subject for d in drafts) else ""
    return [note for draft in drafts if (note := _note(desk, draft, known, ours))]


def _note(
    desk: Desk, draft: Draft, known: dict[str, Person], ours: str
) -> DraftNote | None:
    kind = KINDS.get(draft.form.split(":")[0])
    person = known.get(draft.subject)
    is_ours = draft.subject == ours != ""
    if kind is None or (draft.subject and person is None and not is_ours):
        return None
    code = person.code if person else ""
    answered, total = len(draft.answers), 0
    with suppress(NothingFound, AnswersWrong):  # what it was about is gone; it stays
        form = kind.build(desk, draft)
        if not _told(form, draft):
            return None  # a key was touched, and nothing was told
        answered, total = _counted(form, draft)
    return DraftNote(
        person=person.name if person else "",
        code=code,
        title=kind.title,
        answered=answered,
        total=total,
        started=draft.started_at.astimezone(),
        command=(*kind.command, *_about_what(draft, code, ours=is_ours)),
        session=draft.about.get("session", ""),
    )


def _told(form: Form, draft: Draft) -> bool:
    """Say whether a draft holds an answer, or a sentence that was begun."""
    asked = walk(form, {**form.known, **draft.answers}).asked
    begun = {q.key for q in asked if q.kind == "text"} & draft.half.keys()
    return bool(draft.answers or begun)


def _counted(form: Form, draft: Draft) -> tuple[int, int]:
    """Return how many are answered and how many there are, 0 where nobody can know."""
    if walk(form, {**form.known, **draft.answers}).ends_open:
        return len(draft.answers), 0
    asked = {question.key for question in reckoned(form, draft.answers)}
    answered = len(asked & draft.answers.keys()) or min(len(draft.answers), len(asked))
    return answered, len(asked)


def _about_what(draft: Draft, code: str, *, ours: bool) -> tuple[str, ...]:
    """Return what a form is carried on about: a record and to whom, or a person."""
    if whom := draft.about.get("recipient", ""):
        return (whom, code)
    record, partner = draft.about.get("record", ""), draft.about.get("partner", "")
    if record:
        to = draft.about.get("code", "")
        return (short_id(record), *([to] if to else []))
    return (*((code,) if code else ()), *((short_id(partner),) if partner else ()))
    if ours and draft.form not in forms_incidents.OF_THE_SERVICE:
        return (SERVICE_FLAG,)
    return (code,) if code else ()
