"""Every form a draft can be of: how it is called, opened and carried on."""

from __future__ import annotations

from contextlib import suppress
from shlex import quote, split
from typing import TYPE_CHECKING

from inclusion_cli.cli import (
    forms_audit,
    forms_consent,
    forms_incidents,
    forms_ladder,
    forms_limits,
    forms_money,
    forms_showing,
)
from inclusion_cli.domain.filed import SERVICE_FLAG
from inclusion_cli.domain.home import DraftNote
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.person import Person
from inclusion_cli.errors import AnswersWrong, NothingFound
from inclusion_cli.interviews.walk import reckoned, walk

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.incident import Rung
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


KINDS = {
    **forms_ladder.KINDS,
    **forms_consent.KINDS,
    **forms_limits.KINDS,
    **forms_incidents.KINDS,
    **forms_money.KINDS,
    **forms_audit.KINDS,
    **forms_showing.KINDS,
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
    """Return what a form is carried on about: a record and to whom, or a person.

    The options it was begun with come first, as they would be typed.
    """
    typed = draft.about.get("typed") or forms_showing.UNTYPED.get(draft.form, "")
    return (*map(quote, split(typed)), *_of_what(draft, code, ours=ours))


def _of_what(draft: Draft, code: str, *, ours: bool) -> tuple[str, ...]:
    if whom := draft.about.get("recipient", ""):
        return (quote(whom), code)
    record, partner = draft.about.get("record", ""), draft.about.get("partner", "")
    if record:
        to = draft.about.get("code", "")
        return (short_id(record), *([to] if to else []))
    if partner:
        return (code, short_id(partner))
    if ours and draft.form not in forms_incidents.OF_THE_SERVICE:
        return (SERVICE_FLAG,)
    return (code,) if code else ()
