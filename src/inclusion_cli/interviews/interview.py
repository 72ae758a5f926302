"""One interview at a terminal: ask, go back, check, save. See `gather`."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import LeftForLater
from inclusion_cli.interviews.asker import Back, Leave, Page, Prompt, Skip
from inclusion_cli.interviews.hints import hint_of
from inclusion_cli.interviews.looks import looks_at, nothing_to_see
from inclusion_cli.interviews.question import NEW, choose_some, raw_of
from inclusion_cli.interviews.sentences import needed
from inclusion_cli.interviews.walk import Walk, is_sure, reckoned, walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Asker, Keep
    from inclusion_cli.interviews.looks import Look
    from inclusion_cli.interviews.question import Answers, Form, Question

Place = tuple[int, int, bool]
"""A question's number, how many there are, and whether that may still change."""
NO_PLACE: Place = (0, 0, False)
_SAVE = "save"
SHORT = 40
"""A text of so many letters is typed anew; a longer one stands on the line."""
FEW = 3
"""More than these are offered as a list to choose from."""
NEEDED = say("Ctrl+D stops and keeps your place.")
READ_BACK = ("day", "days", "when")
"""What was typed is said again with its weekday: a slip is seen where it was made."""
_DASH = say("Type a dash if it was not asked.")


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
        self.keep, self.halves, self.look = keep, halves, look
        self.drafted = drafted
        self.at: str | None = None  # set while going back over answered questions
        self._read: dict[str, str] | None = None  # the check page as it was read

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
                self._answer(question, found, self._place(usual[: place + 1]))
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
        usual path it may change with what is answered: that is said.
        """
        if up_to[-1].key in self.form.known:
            return NO_PLACE
        number = sum(question.key not in self.form.known for question in up_to)
        if not self._total_is_known():
            return number, 0, False
        total = max(len(reckoned(self.form, self.raws)), number)
        return number, total, not is_sure(replace(self.form, usual={}), self.raws)

    def _turn(self, found: Walk, usual: list[Question]) -> Question | None:
        for question in usual:
            if question.key == self.at:
                return question
        self.at = None
        return next((q for q in found.open() if q.key != self.form.last), None)

    def _answer(self, question: Question, found: Walk, place: Place) -> None:
        """Ask one question until it is answered or skipped, and keep that."""
        error, doubted = "", ""
        while True:
            prompt = self._prompt(question, found, place)
            prompt = replace(prompt, error=error, doubted=bool(doubted))
            try:
                raw = self.asker.ask(prompt)
            except Skip:
                raw = ""
                if question.required:
                    error, doubted = f"{needed(question)} {NEEDED}", ""
                    continue
                self._keep(question, None)
                return
            except Leave as left:
                self._leave(question, left.half)
            if prompt.prefill and not raw.strip() and not question.required:
                self._keep(question, None)  # what stood there was taken away
                return
            error, doubted = self._take(question, found, raw, doubted)
            if not error:
                return
            self._refused(question, raw, doubted)

    def _refused(self, question: Question, raw: str, doubted: str) -> None:
        """Forget a refused line; only a sentence stands on the line, to be mended.

        A word or a number typed in the wrong place is never in the way of the next.
        """
        if question.kind != "text":
            return
        self.keep.half(question.key, "")
        sentence = len(raw.split()) > 1 and not doubted
        if sentence and getattr(self.asker, "edits", False):
            self.halves[question.key] = raw

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
            return f"{doubt} {question.twice}", raw
        self._keep(question, raw_of(value))
        if question.kind in READ_BACK:
            self.asker.tell(say("That is {say}.", say=question.say(value)))
        return "", ""

    def _take_nothing(self, question: Question, found: Walk) -> str:
        """Let Enter keep what stands, or the default, or skip what is optional."""
        if question.key in found.answers:
            return ""
        if question.default and not question.grave:
            self._keep(question, question.default)
            return ""
        if not question.required and not question.explicit:
            self._keep(question, None)
            return ""
        leave = _DASH if not question.required else NEEDED
        return f"{needed(question)} {leave}"

    def _keep(self, question: Question, raw: str | None) -> None:
        self.keep.keep(question.key, raw)
        self.raws[question.key] = raw

    def _leave(self, question: Question, half: str) -> None:
        if half and question.kind == "text":
            self.keep.half(question.key, half)
        raise LeftForLater

    def _prompt(self, question: Question, found: Walk, place: Place) -> Prompt:
        stands = found.answers.get(question.key)
        answered = question.key in found.answers and stands is not None
        half = self.halves.pop(question.key, "") if question.kind == "text" else ""
        keeps = prefill = ""
        if answered and _edited(question, stands):
            prefill = raw_of(stands)
        elif answered:
            keeps = question.say(stands)
        elif question.default and not question.grave:
            keeps = question.say(question.read(question.default, found.answers))
        if not question.hint:
            question = replace(question, hint=hint_of(self.form.name, question.key))
        number, total, about = place
        return Prompt(
            question=question,
            number=number,
            total=total,
            about=about,
            keeps=keeps,
            prefill=half or prefill,
            notes=question.before(found.answers),
        )

    def _check(self) -> bool:
        """Show the check page; return True to save, False to ask more."""
        error = ""
        while True:
            found = walk(self.form, self.raws)
            usual, more = self._usual(found), len(found.usual()) < len(found.asked)
            told, read = _told(usual, found), self._read
            lines = tuple((q.short, told[q.key]) for q in usual)
            looks = () if error else looks_at(usual, found.answers, self.look)
            page = Page(self.form.who, lines, self.form.save, more, error, looks)
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
            self._answer(last, found, NO_PLACE)
        except Back:
            return ""
        return _SAVE

    def _change(self, question: Question, found: Walk, number: int, total: int) -> str:
        with suppress(Back):
            self._answer(question, found, (number, total, False))
        return ""

    def _add_more(self, found: Walk) -> str:
        extras = self._which([q for q in found.asked if q.extra])
        for number, question in enumerate(extras, start=1):
            found = walk(self.form, self.raws)
            try:
                self._answer(question, found, (number, len(extras), False))
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


def _edited(question: Question, stands: Any) -> bool:
    """Say whether an answer stands on the line to be edited: free text that is long."""
    raw = raw_of(stands) if question.kind == "text" else ""
    return len(raw) > SHORT or "\n" in raw
