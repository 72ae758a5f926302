"""Asking at a desk: whose turn it is, drafts to carry on, answers kept as given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli import wording
from inclusion_cli.domain.bank_numbers import masked, without_secrets
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.values import Choice, capital
from inclusion_cli.errors import (
    FileClosed,
    LeftForLater,
    NotUnderstood,
    OpenElsewhere,
    Stopped,
)
from inclusion_cli.interviews.asker import Nowhere
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.gather import gather as answers_of
from inclusion_cli.interviews.question import choose
from inclusion_cli.screens.voice import program
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Answers, Form
    from inclusion_cli.store.drafts import Draft, Drafts

CARRY_ON, AFRESH, OTHER = "carry_on", "afresh", "other"
RESUME = (
    Choice(CARRY_ON, say("Carry on")),
    Choice(AFRESH, say("Throw it away and start again")),
)
SURE = (Choice(AFRESH, say("Yes, throw it away")), Choice(CARRY_ON, say("No, go back")))
RESUME_OR_OTHER = (*RESUME, Choice(OTHER, say("Keep it, and do another one")))


def begin(
    desk: Desk,
    typed: str | None,
    form: str,
    about: str,
    *,
    first: Mapping[str, str] | None = None,
) -> tuple[Casefile, Draft | None]:
    """Return the person a form is about, and the draft to carry on, if any.

    Without a name, drafts of this form come first, the newest foremost. `about`
    says what it is, such as "a debrief for".
    """
    for draft in _own_drafts(desk, form) if typed is None else ():
        if not desk.turns.take(draft.subject, form):
            continue  # it is being answered in another window
        case = desk.reading.casefile(draft.subject)
        said = _what_now(desk, draft, f"{about} {case.label}", RESUME_OR_OTHER)
        if said == CARRY_ON:
            return case, draft
        if said == AFRESH:
            desk.drafts.forget(draft.subject, form)
            return case, None
    case = desk.person(typed, first=first)
    return case, resumed(desk, case.person.file, form, f"{about} {case.label}")


def begin_with_anybody(
    desk: Desk, typed: str | None, form: str, about: str
) -> tuple[Casefile, Draft | None]:
    """Return the same of a form that a closed file takes, too, where one was typed."""
    if typed is None:
        return begin(desk, typed, form, about)
    case = anybody(desk, typed)
    return case, resumed(desk, case.person.file, form, f"{about} {case.label}")


def anybody(desk: Desk, typed: str | None) -> Casefile:
    """Return the casefile of the person meant; of one who left, if nobody else.

    For reading, ending and calling back, and for what became known later. Nobody who
    left is offered where nothing was typed.
    """
    try:
        return desk.person(typed)
    except FileClosed:
        assert typed is not None, "only what was typed names a closed file"
        return desk.reading.casefile(desk.anyone(typed).file)


def _own_drafts(desk: Desk, form: str) -> tuple[Draft, ...]:
    if desk.asker is None:
        return ()
    drafts = reversed(desk.drafts.all())
    return tuple(d for d in drafts if d.form == form and d.answers)


def resumed(desk: Desk, subject: str, form: str, about: str) -> Draft | None:
    """Return a draft the worker wants to carry on, asking about it.

    One without an answer is not asked about: a sentence that was begun is on its line
    again, and one with nothing in it begins anew.
    """
    draft = desk.drafts.find(subject, form)
    if draft is None or desk.asker is None:
        return None
    _take_turn(desk, draft.subject, form, about)
    if draft.half and not draft.answers:
        return draft
    if draft.answers and _what_now(desk, draft, about, RESUME) == CARRY_ON:
        return draft
    desk.drafts.forget(subject, form)
    return None


def begin_another(
    desk: Desk, subject: str, form: str, about: str
) -> tuple[str, Draft | None]:
    """Return the name of a draft that is free, and the draft itself to carry on.

    What must never wait is blocked by no draft: one that is open in another window, or
    is to be kept, stays, and another is begun beside it.
    """
    drafts = [d for d in desk.drafts.all() if d.subject == subject]
    if desk.asker is None or desk.call.dry_run:
        return _free(desk, subject, form, drafts), None
    for draft in drafts:
        if draft.form.split(":")[0] != form or not (draft.answers or draft.half):
            continue
        if not desk.turns.take(subject, draft.form):
            continue
        if not draft.answers:
            return draft.form, draft
        said = _what_now(desk, draft, about, RESUME_OR_OTHER)
        if said == CARRY_ON:
            return draft.form, draft
        if said == AFRESH:
            desk.drafts.forget(subject, draft.form)
            return draft.form, None
    return _free(desk, subject, form, drafts), None


def _free(desk: Desk, subject: str, form: str, drafts: list[Draft]) -> str:
    """Return a name for a draft that no other draft has, and no other window."""
    taken = {draft.form for draft in drafts}
    names = (form, *(f"{form}:{number}" for number in range(2, len(taken) + 9)))
    free = (n for n in names if n not in taken and desk.turns.take(subject, n))
    return next(free)


def keep_typed(desk: Desk, subject: str, form: str, given: Mapping[str, str]) -> None:
    """Keep answers that came with a command in a draft of their own."""
    drafts = [d for d in desk.drafts.all() if d.subject == subject]
    name = _free(desk, subject, form, drafts)
    desk.drafts.begin(subject, name, 1, {})
    for key, raw in given.items():
        desk.drafts.keep(subject, name, key, masked(raw))


def _take_turn(desk: Desk, subject: str, form: str, about: str) -> None:
    """Hold a draft for this window. Raises OpenElsewhere where another one has it."""
    if not desk.turns.take(subject, form):
        raise OpenElsewhere(capital(about))


def _what_now(desk: Desk, draft: Draft, about: str, choices: tuple[Choice, ...]) -> str:
    """Return what the worker wants to do with a draft; throwing it away twice."""
    assert desk.asker is not None
    today = desk.clock.today()
    started = draft.started_at.astimezone()
    when = say(
        "{date} at {started}",
        date=say_near(started.date(), today=today),
        started=say_time(started),
    )
    kept = say_many("{number} answer", "{number} answers", len(draft.answers))
    question = choose("resume", say("What now?"), say("Answer"), choices, grave=True)
    sure = choose(
        "sure", say("Throw {kept} away?", kept=kept), say("Answer"), SURE, grave=True
    )
    notes: tuple[str, ...] = (
        say(
            "Not finished: {about}, from {when}. {kept} kept.",
            about=about,
            when=when,
            kept=kept,
        ),
    )
    try:
        while True:
            said: str = ask_one(question, desk.asker, *notes)
            if said != AFRESH or ask_one(sure, desk.asker) == AFRESH:
                return said
            notes = ()
    except (LeftForLater, Stopped) as stop:
        raise type(stop)(
            say("Stopped. {kept} kept, of {about}.", kept=kept, about=about)
        ) from None


def gather(
    desk: Desk,
    form: Form,
    subject: str,
    *,
    draft: Draft | None = None,
    about: Mapping[str, str] | None = None,
    given: Mapping[str, str | None] | None = None,
    again: str,
) -> Answers:
    """Return the answers of a form about somebody, kept as they are given.

    `again` is the command that carries on after a stop.
    """
    given = desk.given if given is None else given
    if desk.asker is None:
        return answers_of(form, given, None, Nowhere())
    keep: Nowhere | _InDraft = Nowhere()
    if not desk.call.dry_run:
        _take_turn(
            desk,
            subject,
            form.name,
            say("{title} for {who}", title=form.title, who=form.who),
        )
        desk.drafts.begin(subject, form.name, form.version, about or {})
        keep = _InDraft(desk.drafts, subject, form.name)
        desk.asker.half = keep.half
    desk.asker.practice = desk.practice
    desk.asker.program = program(practice=desk.practice)
    try:
        return answers_of(
            form,
            given,
            desk.asker,
            keep,
            drafted=draft.answers if draft else {},
            halves=draft.half if draft else {},
            look=wording.look(desk.settings.data, form.name),
        )
    except (LeftForLater, Stopped) as stop:
        raise _told(desk, stop, form, subject, again) from None


class NothingGiven(NotUnderstood):
    """A new version was asked for by a script that says nothing new."""

    def __init__(self, still: str, code: str) -> None:
        super().__init__(say("Nothing was given, and nobody is here to be asked."))
        self.hint = say(
            "To say that nothing has changed, type: inclusion {still} {code}",
            still=still,
            code=code,
        )


def refuse_nothing(desk: Desk, case: Casefile, still: str) -> None:
    """Let nobody's silence say that what stands is still true. Raises NothingGiven."""
    if desk.asker is None and not desk.given:
        raise NothingGiven(still, case.person.record.code)


def answers_about(
    desk: Desk, case: Casefile, draft: Draft | None, form: Form, command: str
) -> Answers:
    """Return the answers of a form about a person, carried on by `command` CODE."""
    again = f"{command} {case.person.record.code}"
    return gather(desk, form, case.person.file, draft=draft, again=again)


def _told(
    desk: Desk, stop: LeftForLater | Stopped, form: Form, subject: str, again: str
) -> LeftForLater | Stopped:
    """Return the stop with what is kept, and how to carry on."""
    if desk.call.dry_run:
        return type(stop)(say("Stopped. Nothing was saved."))
    draft = desk.drafts.find(subject, form.name)
    kept = say_many(
        "{number} answer", "{number} answers", len(draft.answers) if draft else 0
    )
    told = type(stop)(say("Stopped. {kept} kept for {who}.", kept=kept, who=form.who))
    told.hint = say("To carry on, type: inclusion {again}", again=again)
    return told


class _InDraft:
    """Keep answers in the draft of one form about one person."""

    def __init__(self, drafts: Drafts, subject: str, form: str) -> None:
        self._drafts, self._subject, self._form = drafts, subject, form

    def keep(self, key: str, raw: str | None) -> None:
        """Keep an answer before the next question is asked."""
        self._drafts.keep(self._subject, self._form, key, raw)

    def half(self, key: str, text: str) -> None:
        """Keep a line that was typed and not sent, without numbers of cards."""
        safe = without_secrets(text)
        self._drafts.keep_half(self._subject, self._form, key, safe)
