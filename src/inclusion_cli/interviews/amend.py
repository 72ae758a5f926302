"""A form opened again on a record that stands: what was, what is now, and why.

Any form of a record will do. What stands is known and not asked; the check page marks
what changed. A standing answer that a newer form would refuse, such as a day that was
to come and has been, is left alone until it is changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.values import at_least
from inclusion_cli.interviews.question import Answers, Form, Live, Question, settled
from inclusion_cli.interviews.walk import walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

REASON = "reason"
LETTERS = 3


def reason_question() -> Question:
    """Return the question that every change answers, once it is made."""
    return Question(
        REASON,
        say("What is wrong or new? It stays in the history."),
        say("Why it changes"),
        at_least(LETTERS),
    )


def amended(form: Form, *, name: str, header: str, who: str) -> Form:
    """Return the form of a record, opened again on what stands of it."""
    form = settled(form)
    stood = _stood(form)
    refused = frozenset(_refused(form, stood))

    def questions(answers: Answers) -> Iterator[Question]:
        for question in form.questions(answers):
            if question.key != REASON:
                yield _mended(question, stood, lenient=question.key in refused)
        yield reason_question()

    return Form(
        name=name,
        title=say("Amend"),
        questions=questions,
        version=form.version,
        header=header,
        who=who,
        save=say("save the change for {who}", who=who),
        intro=(say("This is what stands. To change a line, type its number."),),
        known=form.known,
        usual=form.usual,
        last=REASON,
    )


def standing_answers(form: Form) -> tuple[Answers, bool]:
    """Return the answers a form is opened on, and whether none that is needed lacks."""
    found = walk(form, form.known, skip_open=True)
    lacking = [q for q in found.open() if q.key != REASON]
    whole = not lacking and not found.problems
    return {q.key: found.answers.get(q.key) for q in found.asked}, whole


def _mended(question: Question, stood: Live, *, lenient: bool) -> Question:
    """Return a question that knows what stood, and takes it as it stands."""
    asks, before = question.constraint, stood.get(question.key)

    def unless_it_stood(value: Any, answers: Answers) -> None:
        if value != before:
            asks(value, answers)

    constraint = unless_it_stood if lenient else asks
    return replace(question, constraint=constraint, stood=before)


def _stood(form: Form) -> Live:
    """Return what stands, as read."""
    stood = Live(form.known)
    for question in form.questions(stood):
        if question.key in form.known and question.relevant(stood):
            raw = form.known[question.key]
            stood[question.key] = None if raw is None else question.parse(raw)
    return stood


def _refused(form: Form, stood: Live) -> Iterator[str]:
    """Return the questions that would refuse what stands, were it given today."""
    for question in form.questions(stood):
        value = stood.get(question.key)
        try:
            if value is not None:
                question.constraint(value, stood)
        except ValueError:
            yield question.key
