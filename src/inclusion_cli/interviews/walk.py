"""Reading the answers so far in the order of a form, asking nobody."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from inclusion_cli.interviews.question import Form, Live, Question, Raws
from inclusion_cli.interviews.sentences import in_a_list, or_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass
class Walk:
    """What a form asks, given some answers.

    `answers` is what was read, `problems` what does not read, each by its key.
    """

    asked: list[Question] = field(default_factory=list)
    answers: Live = field(default_factory=lambda: Live(()))
    problems: dict[str, str] = field(default_factory=dict)

    def open(self) -> Iterable[Question]:
        """Return the questions without an answer; extra ones are never open."""
        return (q for q in self.asked if q.key not in self.answers and not q.extra)

    @property
    def ends_open(self) -> bool:
        """Say whether there are rows, so that nobody knows how many questions.

        Rows are numbered; what is asked about each thing chosen is not a row.
        """
        middles = (question.key.split(".")[1:2] for question in self.asked)
        return any(middle and middle[0].isdigit() for middle in middles)

    def usual(self) -> list[Question]:
        """Return what is asked on the usual path, and extras that were given."""
        return [q for q in self.asked if not q.extra or q.key in self.answers]


def reckoned(form: Form, raws: Raws) -> list[Question]:
    """Return what is asked on the usual path from here, and is not known."""
    found = walk(form, {**form.usual, **form.known, **raws})
    return [q for q in found.usual() if q.key not in form.known]


_TYPICAL = {
    "text": ("A word or two",),
    "number": ("1",),
    "day": ("yesterday", "tomorrow"),
    "when": ("yesterday 9am", "tomorrow 9am"),
}
"""What stands for an answer to come, where there is no list to choose from."""


def is_sure(form: Form, raws: Raws) -> bool:
    """Say whether no answer to come changes how many questions there are.

    What a form reckons with is taken as it is.
    """
    given = {**form.usual, **form.known, **raws}
    found = walk(form, given)
    many = len(found.usual())
    return all(
        len(walk(form, {**given, question.key: raw}).usual()) == many
        for question in found.open()
        if question.key not in given and question.key != form.last
        for raw in _answers_to(question)
    )


def _answers_to(question: Question) -> Iterable[str | None]:
    """Return what may be typed, each kind of it once; None is a question skipped."""
    choices = tuple(choice.key for choice in question.choices)
    skipped = () if question.required else (None,)
    return (*skipped, *(choices or _TYPICAL.get(question.kind, ())))


def walk(form: Form, raws: Raws, *, skip_open: bool = False) -> Walk:
    """Read the answers in the order of the form, asking nobody."""
    found = Walk(answers=Live(raws))
    for question in form.questions(found.answers):
        if not question.relevant(found.answers):
            continue
        found.asked.append(question)
        if question.key not in raws:
            if skip_open and not question.required:
                found.answers[question.key] = None
            continue
        raw = raws[question.key]
        try:
            found.answers[question.key] = (
                None if raw is None else question.read(raw, found.answers)
            )
        except ValueError as reason:
            told = in_a_list(question, str(reason))
            found.problems[question.key] = told + or_in_words(question, raw)
    return found
