"""One question at a terminal: asked until it is answered or skipped, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.errors import LeftForLater
from inclusion_cli.interviews.asker import Leave, Prompt, Skip
from inclusion_cli.interviews.hints import hint_of
from inclusion_cli.interviews.question import raw_of
from inclusion_cli.interviews.sentences import needed
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Asker, Keep
    from inclusion_cli.interviews.question import Form, Question
    from inclusion_cli.interviews.walk import Walk

SHORT = 40
"""A text of so many letters is typed anew; a longer one stands on the line."""
NEEDED = say("Ctrl+D stops and keeps your place.")
READ_BACK = ("day", "days", "when")
"""What was typed is said again with its weekday: a slip is seen where it was made."""
_DASH = say("Type a dash if it was not asked.")

Place = tuple[int, int, bool]
"""A question's number, how many there are, and whether that may still change."""
NO_PLACE: Place = (0, 0, False)


class OneQuestion:
    """Ask one question of a form at a time; what is typed is kept at once."""

    def __init__(
        self,
        form: Form,
        raws: dict[str, str | None],
        asker: Asker,
        keep: Keep,
        halves: dict[str, str],
    ) -> None:
        self.form, self.raws, self.asker = form, raws, asker
        self.keep, self.halves = keep, halves

    def answer(self, question: Question, found: Walk, place: Place) -> None:
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
        offered = question.offered(found.answers)
        if offered and not question.grave:
            self._keep(question, offered)
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
        elif not question.grave and (offered := question.offered(found.answers)):
            keeps = question.say(question.read(offered, found.answers))
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


def _edited(question: Question, stands: Any) -> bool:
    """Say whether an answer stands on the line to be edited: free text that is long."""
    raw = raw_of(stands) if question.kind == "text" else ""
    return len(raw) > SHORT or "\n" in raw
