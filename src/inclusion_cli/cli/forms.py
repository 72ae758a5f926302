"""Every form a draft can be of: how it is called, opened and carried on."""

from __future__ import annotations

from contextlib import suppress
from shlex import quote
from typing import TYPE_CHECKING

from inclusion_cli.cli import (
    forms_audit,
    forms_incidents,
    forms_ladder,
    forms_limits,
    forms_money,
    forms_showing,
)
from inclusion_cli.cli.form_kind import Kind
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
    from inclusion_cli.domain.incident import Rung
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


KINDS = {
    **forms_incidents.KINDS,
    **forms_audit.KINDS,
    "amend": Kind(say("An amendment"), ("amend",), forms_ladder.amend),
    "away": Kind(say("Days away"), ("plan", "away"), forms_ladder.away),
    "card": Kind(say("Card"), ("card", "write"), forms_ladder.card),
    "card_check": Kind(
        say("Card to check"), ("card", "check"), forms_ladder.card_check
    ),
    "card_print": Kind(
        say("Card to print"), ("card", "print"), forms_ladder.card_print
    ),
    "card_returned": Kind(
        say("A copy that is gone"), ("card", "returned"), forms_ladder.card_returned
    ),
    "pack_commissioner": Kind(
        say("A commissioner pack"),
        ("pack", "commissioner"),
        forms_showing.pack_commissioner,
    ),
    "dashboard": Kind(
        say("A dashboard to give"), ("dashboard",), forms_showing.dashboard
    ),
    **{name: Kind(*told) for name, told in CONSENT.items()},
    "characteristics": Kind(
        say("About themselves"), ("person", "about"), forms_limits.characteristics
    ),
    "debrief": Kind(say("Debrief"), ("debrief",), forms_ladder.debrief),
    "formulation": Kind(say("Formulation"), ("formulate",), forms_ladder.formulation),
    "formulation_confirm": Kind(
        say("Formulation, still true?"),
        ("formulate", "confirm"),
        forms_ladder.formulation_confirm,
    ),
    "formulation_sign": Kind(
        say("Signing the formulation"),
        ("formulate", "sign"),
        forms_ladder.formulation_sign,
    ),
    "measure": Kind(say("A measure"), ("measure", "add"), forms_showing.measure),
    "observation": Kind(
        say("Between sessions"), ("observe",), forms_ladder.observation
    ),
    "pack_inspector": Kind(
        say("A pack for an inspector"),
        ("pack", "inspector"),
        forms_showing.pack_inspector,
    ),
    "pack_continuity": Kind(
        say("A continuity pack"), ("pack", "continuity"), forms_showing.pack_continuity
    ),
    "pack_my_record": Kind(
        say("Their own copy"), ("pack", "my-record"), forms_showing.pack_my_record
    ),
    "pack_safeguarding": Kind(
        say("A safeguarding review"),
        ("pack", "safeguarding"),
        forms_showing.pack_safeguarding,
    ),
    "pack_visit": Kind(
        say("A visit sheet"), ("pack", "visit"), forms_showing.pack_visit
    ),
    "person_add": Kind(say("A new person"), ("person", "add"), forms_ladder.person_add),
    "person_close": Kind(
        say("Closing the file"), ("person", "close"), forms_ladder.person_close
    ),
    "person_edit": Kind(
        say("A mended name"), ("person", "edit"), forms_ladder.person_edit
    ),
    "preparation": Kind(
        say("Before the session"), ("prepare",), forms_ladder.preparation
    ),
    "read_tick": Kind(
        say("Read and understood"), ("formulate", "read"), forms_limits.read_tick
    ),
    "refile": Kind(say("Moving to the right file"), ("refile",), forms_ladder.refile),
    "reply": Kind(say("A reply"), ("reply",), forms_ladder.reply),
    "restriction_lift": Kind(
        say("Lifting a limit"),
        ("restriction", "lift"),
        forms_limits.restriction("lift"),
    ),
    "restriction_place": Kind(
        say("A limit"), ("restriction", "place"), forms_limits.restriction_place
    ),
    "restriction_review": Kind(
        say("A look at a limit"),
        ("restriction", "review"),
        forms_limits.restriction("review"),
    ),
    "restriction_sign": Kind(
        say("The rest of a limit"),
        ("restriction", "sign"),
        forms_limits.restriction("sign"),
    ),
    "review": Kind(say("Step review"), ("review",), forms_ladder.review),
    "risk_decision": Kind(
        say("A positive risk decision"), ("decide-risk",), forms_limits.risk_decision
    ),
    "risk_outcome": Kind(
        say("How a decision went"),
        ("decide-risk", "outcome"),
        forms_limits.risk_outcome,
    ),
    "session_cancel": Kind(
        say("A cancelled session"), ("session", "cancel"), forms_ladder.session_cancel
    ),
    "session_move": Kind(
        say("A moved session"), ("session", "move"), forms_ladder.session_move
    ),
    "session_plan": Kind(
        say("A session"), ("session", "plan"), forms_ladder.session_plan
    ),
    "step_add": Kind(say("A new step"), ("plan", "add"), forms_ladder.step_add),
    "step_edit": Kind(say("A changed step"), ("plan", "edit"), forms_ladder.step_edit),
    "step_start": Kind(
        say("Starting a step"), ("plan", "start"), forms_ladder.step_start
    ),
    "step_stop": Kind(say("Stopping a step"), ("plan", "stop"), forms_ladder.step_stop),
    "trace": Kind(
        say("The thread on paper"), ("trace", "--paper"), forms_showing.trace
    ),
    "supervision": Kind(
        say("Supervision"), ("supervision", "note"), forms_showing.supervision
    ),
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
    answered, total, about = len(draft.answers), 0, False
    ring: tuple[Rung, ...] = ()
    with suppress(NothingFound, AnswersWrong):  # what it was about is gone; it stays
        form = kind.build(desk, draft)
        if not _told(form, draft):
            return None  # a key was touched, and nothing was told
        answered, total = _counted(form, draft)
        about = bool(form.usual)
        ring = forms_incidents.to_ring(desk, draft, form)
    return DraftNote(
        person=person.name if person else "",
        code=code,
        title=kind.title,
        answered=answered,
        total=total,
        started=draft.started_at.astimezone(),
        command=(*kind.command, *_about_what(draft, code, ours=is_ours)),
        session=draft.about.get("session", ""),
        ring=ring,
        about=about,
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
        return (quote(whom), code)
    record, partner = draft.about.get("record", ""), draft.about.get("partner", "")
    if record:
        to = draft.about.get("code", "")
        return (short_id(record), *([to] if to else []))
    return (*((code,) if code else ()), *((short_id(partner),) if partner else ()))
    if ours and draft.form not in forms_incidents.OF_THE_SERVICE:
        return (SERVICE_FLAG,)
    return (code,) if code else ()
