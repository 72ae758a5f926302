"""One loop for flags, answers files and both terminals: ask what is still open.

Every answer, however it came, is read by the same question. Each one is kept before
the next is asked. Nothing is asked inside a transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from inclusion_cli.errors import AnswersWrong, LeftForLater, NotUnderstood
from inclusion_cli.interviews.question import Answers, Form, Live, Question, raw_of

Raws = dict[str, str | None]


class Back(Exception):  # noqa: N818 - a move, not an error
    """Go one question back."""


class Skip(Exception):  # noqa: N818
    """Leave this question unanswered."""


class Leave(Exception):  # noqa: N818
    """Leave it all for later; `half` is what stood on the line."""

    def __init__(self, half: str = "") -> None:
        super().__init__()
        self.half = half


@dataclass(frozen=True)
class Prompt:
    """What a front end shows for one question, and how the line begins.

    `keeps` is what Enter keeps, in words; `prefill` is text that stands on the line to
    be edited; `last` reminds of the answer before.
    """

    question: Question
    number: int
    total: int
    keeps: str = ""
    prefill: str = ""
    last: str = ""
    notes: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True)
class Page:
    """The check page: numbered lines, what is left out, and what can be typed."""

    who: str
    lines: tuple[tuple[str, str], ...]
    save: str
    more: bool
    error: str = ""


class Asker(Protocol):
    """A front end. Both methods may raise Back, Skip, Leave or Stopped."""

    def open(self, form: Form, total: int, *, resumed: bool) -> None:
        """Show the header of an interview."""

    def ask(self, prompt: Prompt) -> str:
        """Show a question and return the line that was typed."""

    def check(self, page: Page) -> str:
        """Show the check page and return the line that was typed."""

    def tell(self, *lines: str) -> None:
        """Show lines."""


class Keep(Protocol):
    """Where answers are kept as they are given."""

    def keep(self, key: str, raw: str | None) -> None:
        """Keep an answer; None is skipped."""

    def half(self, key: str, text: str) -> None:
        """Keep a line that was typed and not sent."""


class Nowhere:
    """Keep nothing: for scripts, and for dry runs."""

    def keep(self, key: str, raw: str | None) -> None:
        """Keep nothing."""

    def half(self, key: str, text: str) -> None:
        """Keep nothing."""


@dataclass
class Walk:
    """What a form asks of the answers so far: what was read, what is open, and what
    does not read any more."""

    asked: list[Question] = field(default_factory=list)
    answers: Live = field(default_factory=lambda: Live(()))
    problems: dict[str, str] = field(default_factory=dict)

    def open(self) -> Iterable[Question]:
        """Return the questions without an answer; extra ones are never open."""
        return (q for q in self.asked if q.key not in self.answers and not q.extra)

    def usual(self) -> list[Question]:
        """Return what is asked on the usual path, and extras that were given."""
        return [q for q in self.asked if not q.extra or q.key in self.answers]


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
            found.problems[question.key] = str(reason)
    return found


def gather(
    form: Form,
    given: Mapping[str, str | None],
    asker: Asker | None,
    keep: Keep,
    *,
    halves: Mapping[str, str] | None = None,
    drafted: Mapping[str, str | None] | None = None,
) -> Answers:
    """Return the answers of a form: given, drafted, or asked.

    `given` comes from flags and files and is told at once where it is wrong; what was
    `drafted` and no longer reads is asked again. Without an asker everything must be
    given: raises AnswersWrong with all that is missing or wrong.
    """
    _refuse_wrong(form, given)
    if asker is None:
        return _all_given(form, dict(given))
    raws: Raws = {**(drafted or {}), **given}
    for key in walk(form, raws).problems:
        raws.pop(key)
    for key, raw in given.items():
        keep.keep(key, raw)
    return _Interview(form, raws, asker, keep, dict(halves or {})).run()


def _refuse_wrong(form: Form, given: Mapping[str, str | None]) -> None:
    problems = walk(form, dict(given)).problems
    if problems:
        raise AnswersWrong(problems)


def _all_given(form: Form, raws: Raws) -> Answers:
    """Return the answers without asking; a default stands where one is offered."""
    found = walk(form, raws, skip_open=True)
    while defaults := {q.key: q.default for q in found.open() if q.default}:
        raws |= defaults
        found = walk(form, raws, skip_open=True)
    problems = dict(found.problems)
    for question in found.open():
        way = f"add {question.flag}" if question.flag else f"give {question.key}"
        problems.setdefault(question.key, f"{question.short}: {way}")
    asked = {question.key for question in found.asked}
    for key in raws.keys() - asked:
        problems[key] = f"{key}: not asked here, given the other answers"
    if problems:
        raise AnswersWrong(problems)
    return {q.key: found.answers.get(q.key) for q in found.asked}


class _Interview:
    """Ask until everything is answered and the check page says save."""

    def __init__(
        self, form: Form, raws: Raws, asker: Asker, keep: Keep, halves: dict[str, str]
    ) -> None:
        self.form, self.raws, self.asker = form, raws, asker
        self.keep, self.halves = keep, halves
        self.at: str | None = None  # set while going back over answered questions
        self.last = ""

    def run(self) -> Answers:
        found = walk(self.form, self.raws)
        self.asker.open(self.form, len(found.usual()), resumed=bool(found.answers))
        self.last = self._newest(found)
        while True:
            self._ask_open()
            if self._check():
                found = walk(self.form, self.raws, skip_open=True)
                return {q.key: found.answers.get(q.key) for q in found.asked}

    def _newest(self, found: Walk) -> str:
        done = [q for q in found.asked if q.key in found.answers]
        return self._reminder(done[-1], found.answers) if done else ""

    @staticmethod
    def _reminder(question: Question, answers: Answers) -> str:
        return f"{question.short}: {question.say(answers[question.key])}"

    def _ask_open(self) -> None:
        """Ask each open question; while retracing, each question in turn."""
        while True:
            found = walk(self.form, self.raws)
            usual = found.usual()
            question = self._turn(found, usual)
            if question is None:
                return
            place = usual.index(question)
            try:
                self._answer(question, found, place + 1, len(usual))
            except Back:
                self.at = usual[max(place - 1, 0)].key
                continue
            if self.at is not None:
                after = walk(self.form, self.raws).usual()
                keys = [q.key for q in after]
                here = keys.index(question.key)
                self.at = keys[here + 1] if here + 1 < len(keys) else None

    def _turn(self, found: Walk, usual: list[Question]) -> Question | None:
        for question in usual:
            if question.key == self.at:
                return question
        self.at = None
        return next(iter(found.open()), None)

    def _answer(self, question: Question, found: Walk, number: int, total: int) -> None:
        """Ask one question until it is answered or skipped, and keep that."""
        error, doubted = "", ""
        while True:
            prompt = self._prompt(question, found, number, total, error)
            try:
                raw = self.asker.ask(prompt)
            except Skip:
                raw = ""
                if question.required:
                    error = f"{question.short} is needed. {_LEAVE}"
                    continue
                self._keep(question, None, found)
                return
            except Leave as left:
                self._leave(question, left.half)
            error, doubted = self._take(question, found, raw, doubted)
            if not error:
                return

    def _take(
        self, question: Question, found: Walk, raw: str, doubted: str
    ) -> tuple[str, str]:
        """Keep a typed line; return an error to show, and what was doubted."""
        if not raw.strip():
            return self._take_nothing(question, found), ""
        try:
            value = question.read(raw, found.answers)
        except ValueError as reason:
            return str(reason), ""
        doubt = question.doubt(value, found.answers)
        if doubt and doubted != raw:
            return f"{doubt} To keep it, type it again.", raw
        self._keep(question, raw_of(value), found)
        return "", ""

    def _take_nothing(self, question: Question, found: Walk) -> str:
        """Let Enter keep what stands, or the default, or skip what is optional."""
        if question.key in found.answers:
            return ""
        if question.default and not question.grave:
            self._keep(question, question.default, found)
            return ""
        if not question.required:
            self._keep(question, None, found)
            return ""
        return f"{question.short} is needed. {_LEAVE}"

    def _keep(self, question: Question, raw: str | None, found: Walk) -> None:
        self.keep.keep(question.key, raw)
        self.raws[question.key] = raw
        value = None if raw is None else question.read(raw, found.answers)
        self.last = f"{question.short}: {question.say(value)}"

    def _leave(self, question: Question, half: str) -> None:
        if half:
            self.keep.half(question.key, half)
        raise LeftForLater

    def _prompt(
        self, question: Question, found: Walk, number: int, total: int, error: str
    ) -> Prompt:
        stands = found.answers.get(question.key)
        answered = question.key in found.answers and stands is not None
        text = question.kind == "text"
        keeps = prefill = ""
        if answered and text:
            prefill = raw_of(stands)
        elif answered:
            keeps = question.say(stands)
        elif question.default and not question.grave:
            keeps = question.say(question.read(question.default, found.answers))
        return Prompt(
            question=question,
            number=number,
            total=total,
            keeps=keeps,
            prefill=self.halves.pop(question.key, "") or prefill,
            last=self.last,
            notes=question.before(found.answers),
            error=error,
        )

    def _check(self) -> bool:
        """Show the check page; return True to save, False to ask more."""
        error = ""
        while True:
            found = walk(self.form, self.raws)
            usual, more = found.usual(), len(found.usual()) < len(found.asked)
            lines = tuple((q.short, q.say(found.answers[q.key])) for q in usual)
            page = Page(self.form.who, lines, self.form.save, more, error)
            try:
                typed = self.asker.check(page).strip().casefold()
            except Back:
                self.at = usual[-1].key
                return False
            except (Leave, Skip):
                raise LeftForLater from None
            error = self._checked(typed, usual, found)
            if error == _SAVE:
                return True
            if not error:
                return False

    def _checked(self, typed: str, usual: list[Question], found: Walk) -> str:
        """Act on the check page's line; return _SAVE, an error, or "" to go on."""
        if typed in ("s", "save"):
            return _SAVE
        if typed in ("l", "leave"):
            raise LeftForLater
        if typed in ("a", "add") and len(usual) < len(found.asked):
            return self._add_more(found)
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(usual):
            return self._change(usual[int(typed) - 1], found, int(typed), len(usual))
        return f"Type S to save, L to leave, or a number from 1 to {len(usual)}."

    def _change(self, question: Question, found: Walk, number: int, total: int) -> str:
        with suppress(Back):
            self._answer(question, found, number, total)
        return ""

    def _add_more(self, found: Walk) -> str:
        extras = [q for q in found.asked if q.extra]
        for number, question in enumerate(extras, start=1):
            found = walk(self.form, self.raws)
            try:
                self._answer(question, found, number, len(extras))
            except Back:
                break
        return ""


_SAVE = "save"
_LEAVE = "Ctrl+D stops and keeps your place."


def ask_one(question: Question, asker: Asker, *notes: str) -> Any:
    """Ask a single question outside a form until it is answered."""
    error = ""
    while True:
        prompt = Prompt(question, 0, 0, notes=notes, error=error)
        try:
            raw = asker.ask(prompt)
        except (Back, Leave):
            raise LeftForLater from None
        except Skip:
            raw = ""
        if not raw.strip():
            if question.default and not question.grave:
                return question.read(question.default, {})
            error = f"{question.short} is needed. {_LEAVE}"
            continue
        try:
            return question.read(raw, {})
        except ValueError as reason:
            error, notes = str(reason), ()


def nobody_to_ask() -> NotUnderstood:
    """Return the error for a question with nobody at a terminal."""
    return NotUnderstood("There is no terminal to ask at. Say who: a code like AK-014.")
