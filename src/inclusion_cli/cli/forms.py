"""Every form a draft can be of: how it is called, opened and carried on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inclusion_cli.domain.home import DraftNote
from inclusion_cli.domain.person import Person
from inclusion_cli.interviews.walk import reckoned, walk

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

Build = Callable[["Desk", "Draft"], "Form"]


@dataclass(frozen=True)
class Kind:
    """A form's title, the words that carry it on, and how it is built again."""

    title: str
    command: tuple[str, ...]
    build: Build


def _debrief(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.debrief import form_of

    return form_of(desk, desk.reading.casefile(draft.subject), draft)[0]


def _formulation(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.formulation import form

    return form(desk.reading.casefile(draft.subject), desk.clock.today())


def _step_add(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.plan import about, add_form
    from inclusion_cli.shipped import starters

    case = desk.reading.casefile(draft.subject)
    return add_form(case, about(case, starters()))


def _step_start(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.plan_moves import start_form

    return start_form(desk.reading.casefile(draft.subject), desk.clock.now())


def _step_stop(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.plan_moves import stop_form

    return stop_form(desk.reading.casefile(draft.subject))


def _step_edit(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.plan import edit_form_of

    case = desk.reading.casefile(draft.subject)
    return edit_form_of(case, draft.about["step"])


def _away(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.plan_moves import away_form

    return away_form(desk.reading.casefile(draft.subject), desk.clock.today())


def _review(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.review import form_of

    return form_of(desk, desk.reading.casefile(draft.subject))[0]


def _card(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.card import write_form

    return write_form(desk.reading.casefile(draft.subject))


def _card_print(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.interviews.card import print_form

    return print_form(desk.reading.casefile(draft.subject))


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


KINDS = {
    "away": Kind("Days away", ("plan", "away"), _away),
    "card": Kind("Card", ("card", "write"), _card),
    "card_print": Kind("Card to print", ("card", "print"), _card_print),
    "debrief": Kind("Debrief", ("debrief",), _debrief),
    "formulation": Kind("Formulation", ("formulate",), _formulation),
    "person_add": Kind("A new person", ("person", "add"), _person_add),
    "person_close": Kind("Closing the file", ("person", "close"), _person_close),
    "person_edit": Kind("A mended name", ("person", "edit"), _person_edit),
    "review": Kind("Step review", ("review",), _review),
    "step_add": Kind("A new step", ("plan", "add"), _step_add),
    "step_edit": Kind("A changed step", ("plan", "edit"), _step_edit),
    "step_start": Kind("Starting a step", ("plan", "start"), _step_start),
    "step_stop": Kind("Stopping a step", ("plan", "stop"), _step_stop),
}


def draft_notes(desk: Desk) -> list[DraftNote]:
    """Return the drafts that hold an answer, as home lists them."""
    drafts = [d for d in desk.drafts.all() if d.answers or d.half]
    known = {kept.file: kept.record for kept in desk.reading.people()} if drafts else {}
    return [note for draft in drafts if (note := _note(desk, draft, known))]


def _note(desk: Desk, draft: Draft, known: dict[str, Person]) -> DraftNote | None:
    kind = KINDS.get(draft.form.split(":")[0])
    person = known.get(draft.subject)
    if kind is None or (draft.subject and person is None):
        return None
    form = kind.build(desk, draft)
    found = walk(form, {**form.known, **draft.answers})
    asked = {question.key for question in reckoned(form, draft.answers)}
    begun = {q.key for q in found.asked if q.kind == "text"} & draft.half.keys()
    if not (draft.answers or begun):
        return None  # a key was touched, and nothing was told
    answered = len(asked & draft.answers.keys()) or min(len(draft.answers), len(asked))
    code = person.code if person else ""
    return DraftNote(
        person=person.name if person else "",
        code=code,
        title=kind.title,
        answered=len(draft.answers) if found.ends_open else answered,
        total=0 if found.ends_open else len(asked),
        started=draft.started_at.astimezone(),
        command=(*kind.command, *([code] if code else [])),
        session=draft.about.get("session", ""),
    )
