"""One interview at a terminal: ask, go back, check, save. See `gather`."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import LeftForLater
from inclusion_cli.interviews.asker import Back, Leave, Page, Prompt, Skip
from inclusion_cli.interviews.looks import looks_at, nothing_to_see
from inclusion_cli.interviews.one_question import NO_PLACE, OneQuestion
from inclusion_cli.interviews.question import NEW, choose_some
from inclusion_cli.interviews.walk import Walk, is_sure, reckoned, walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Asker, Keep
    from inclusion_cli.interviews.looks import Look
    from inclusion_cli.interviews.one_question import Place
    from inclusion_cli.interviews.question import Answers, Form, Question

_SAVE = "save"
FEW = 3
"""More than these are offered as a list to choose from."""


class Interview:
    """Ask until everything is answered and the check page says save."""

    def __init__(
        self,
        form: Form,
        raws: dict[str, str | None],
        asker: Asker,
        keep: Keep,
        halves: dict[str, str],
        look: Look = nothing_to_see,
        *,
        drafted: bool = False,
    ) -> None:
        self.form, self.raws, self.asker = form, raws, asker
        self.look, self.drafted = look, drafted
        self._one = OneQuestion(form, raws, asker, keep, halves)
        self.at: str | None = None  # set while going back over answered questions
        self._read: dict[str, str] | None = None  # the check page as it was read
        self._total = 0  # the total that was said last

    def run(self) -> Answers:
        """Return the answers, once the check page says save."""
        found = walk(self.form, self.raws)
        newest = self._newest(found)
        if newest and not any(found.open()):
            self._read = _told(self._usual(found), found)
        self.asker.open(self.form, self._open_count(), newest if self.drafted else "")
        while True:
            self._ask_open()
            if self._check():
                found = walk(self.form, self.raws, skip_open=True)
                return {q.key: found.answers.get(q.key) for q in found.asked}

    def _open_count(self) -> int:
        """Return how many questions are usually to come, 0 where nobody can know."""
        if not self._total_is_known():
            return 0
        there = {*self.raws, self.form.last}
        return sum(q.key not in there for q in reckoned(self.form, self.raws))

    def _total_is_known(self) -> bool:
        """Say whether it can be told how many questions there are: no rows, no forks.

        A form that has a usual path says how many there are on it.
        """
        if walk(self.form, self.raws).ends_open:
            return False
        return bool(self.form.usual) or is_sure(self.form, self.raws)

    def _newest(self, found: Walk) -> str:
        done = [
            q
            for q in found.asked
            if q.key in found.answers and q.key not in self.form.known
        ]
        return self._reminder(done[-1], found.answers) if done else ""

    @staticmethod
    def _reminder(question: Question, answers: Answers) -> str:
        return f"{question.short}: {question.say(answers[question.key])}"

    def _ask_open(self) -> None:
        """Ask each open question; while retracing, each question in turn."""
        while True:
            found = walk(self.form, self.raws)
            usual = self._usual(found)
            question = self._turn(found, usual)
            if question is None:
                return
            place = usual.index(question)
            try:
                self._one.answer(question, found, self._place(usual[: place + 1]))
            except Back:
                self.at = usual[max(place - 1, 0)].key
                continue
            if self.at is not None:
                after = self._usual(walk(self.form, self.raws))
                keys = [q.key for q in after]
                here = keys.index(question.key)
                self.at = keys[here + 1] if here + 1 < len(keys) else None

    def _usual(self, found: Walk) -> list[Question]:
        """Return what is on the usual path, less what is asked last of all."""
        last = self.form.last
        return [q for q in found.usual() if q.key != last or q.key in found.answers]

    def _place(self, up_to: list[Question]) -> Place:
        """Return the question's number and how many there are, of those asked here.

        What was known has no number, and where it can change there is no total. On a
        usual path it may change with what is answered: that is said with the first
        total, and with each that is another one.
        """
        if up_to[-1].key in self.form.known:
            return NO_PLACE
        number = sum(question.key not in self.form.known for question in up_to)
        if not self._total_is_known():
            return number, 0, False
        total = max(len(reckoned(self.form, self.raws)), number)
        if is_sure(replace(self.form, usual={}), self.raws):
            return number, total, False
        said, self._total = self._total, total
        return number, total, total != said

    def _turn(self, found: Walk, usual: list[Question]) -> Question | None:
        for question in usual:
            if question.key == self.at:
                return question
        self.at = None
        return next((q for q in found.open() if q.key != self.form.last), None)

    def _check(self) -> bool:
        """Show the check page; return True to save, False to ask more."""
        error = ""
        while True:
            found = walk(self.form, self.raws)
            usual, more = self._usual(found), len(found.usual()) < len(found.asked)
            told, read = _told(usual, found), self._read
            lines = tuple((q.short, told[q.key]) for q in usual)
            looks = () if error else looks_at(usual, found.answers, self.look)
            page = Page(self.form.who, lines, self.form.saving, more, error, looks)
            page = replace(page, brief=_changed(told, read))
            self._read = told
            try:
                typed = self.asker.check(page).strip().casefold()
            except Back:
                self.at, self._read = usual[-1].key, None
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
            return self._asked_last(usual, found)
        if typed in ("l", "leave"):
            raise LeftForLater
        if typed in ("a", "add") and len(usual) < len(found.asked):
            return self._add_more(found)
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(usual):
            return self._change(usual[int(typed) - 1], found, int(typed), len(usual))
        if len(usual) < len(found.asked):
            return say(
                "Type S to save, A to add more, L to leave, or a number from 1 to "
                "{usual}.",
                usual=len(usual),
            )
        return say(
            "Type S to save, L to leave, or a number from 1 to {usual}.",
            usual=len(usual),
        )

    def _asked_last(self, usual: list[Question], found: Walk) -> str:
        """Ask what is asked last, where something changed; return as `_checked`."""
        last = next((q for q in found.open() if q.key == self.form.last), None)
        if last is None:
            return _SAVE
        if all(q.stood is NEW or found.answers[q.key] == q.stood for q in usual):
            return say(
                "Nothing is changed yet. Type the number of a line, or L to leave."
            )
        try:
            self._one.answer(last, found, NO_PLACE)
        except Back:
            return ""
        return _SAVE

    def _change(self, question: Question, found: Walk, number: int, total: int) -> str:
        with suppress(Back):
            self._one.answer(question, found, (number, total, False))
        return ""

    def _add_more(self, found: Walk) -> str:
        extras = self._which([q for q in found.asked if q.extra])
        for number, question in enumerate(extras, start=1):
            found = walk(self.form, self.raws)
            try:
                self._one.answer(question, found, (number, len(extras), False))
            except Back:
                break
        return ""

    def _which(self, extras: list[Question]) -> list[Question]:
        """Return what the worker wants to add; where there is much, that is asked."""
        if len(extras) <= FEW:
            return extras
        choices = tuple(Choice(q.key, q.short) for q in extras)
        menu = choose_some(
            "", say("What do you want to add?"), say("What to add"), choices
        )
        error = ""
        while True:
            try:
                raw = self.asker.ask(Prompt(menu, 0, 0, error=error))
                chosen = menu.read(raw, {}) if raw.strip() else ()
            except (Back, Skip):
                return []
            except Leave:
                raise LeftForLater from None
            except ValueError as reason:
                error = str(reason)
                continue
            return [question for question in extras if question.key in chosen]


def _told(usual: list[Question], found: Walk) -> dict[str, str]:
    """Return what the check page says of each answer, by its key."""
    return {q.key: q.marked(found.answers[q.key]) for q in usual}


def _changed(
    told: dict[str, str], read: dict[str, str] | None
) -> tuple[int, ...] | None:
    """Return the numbers of the lines that were not read as they are now."""
    if read is None:
        return None
    lines = enumerate(told.items(), start=1)
    return tuple(number for number, (key, said) in lines if read.get(key) != said)
