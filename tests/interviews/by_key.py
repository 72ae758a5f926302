"""Somebody who answers by key, and a formulation asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.interviews.asker import Back, Leave, Skip
from inclusion_cli.interviews.formulation import about, form
from inclusion_cli.interviews.gather import gather
from tests.builders import day
from tests.domain.making import a_case, keep

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Page, Prompt
    from inclusion_cli.interviews.question import Answers, Form

TODAY = day(5)
MOVES = {"<": Back, "-": Skip, "leave": Leave}
CORE = {
    "what_matters": "The film club",
    "cost_of_not_doing": "The evenings",
    "account": "I go quiet on the way",
    "account_on": "",
    "trigger.1.situation": "The late bus",
    "trigger.1.kind": "1",
    "trigger.1.tends": "Gets off early",
    "trigger.1.signs": "Looks down",
    "trigger.1.helps": "Going at noon",
    "trigger.2.situation": "The pub on Friday",
    "trigger.2.kind": "3",
    "trigger.2.tends": "Drinks fast",
    "trigger.2.signs": "Sits by the bar",
    "trigger.2.helps": "Eats first",
    "trigger.3.situation": "",
    "strength.1.text": "Patience",
    "strength.2.text": "Humour",
    "strength.3.text": "",
    "control.1.text": "Walk home together",
    "control.1.kind": "1",
    "control.1.trigger": "1",
    "control.2.text": "",
    "trigger.2.unanswered": "",
    "more": "",
    "review_on": "",
}
ROWS = ("trigger.1", "trigger.2", "strength.", "control.", "trigger.3")


class Worker:
    """Somebody who answers by key; a list is what is typed there, time after time."""

    def __init__(self, told: dict[str, Any], *pages: str) -> None:
        self.told = {k: v if isinstance(v, list) else [v] for k, v in told.items()}
        self.lines = list(pages) or ["s"]
        self.asked: list[str] = []
        self.notes: dict[str, tuple[str, ...]] = {}
        self.errors: list[str] = []
        self.pages: list[Page] = []

    def open(self, form: Form, total: int, last: str) -> None:
        """Show nothing."""

    def tell(self, *lines: str) -> None:
        """Show nothing."""

    def ask(self, prompt: Prompt) -> str:
        """Type what was told for this question, else Enter."""
        key = prompt.question.key
        self.asked.append(key)
        self.notes[key] = prompt.notes
        if prompt.error:
            self.errors.append(prompt.error)
        told = self.told.get(key, [""])
        return self._typed(told.pop(0) if len(told) > 1 else told[0])

    def check(self, page: Page) -> str:
        """Type the next line on the check page."""
        self.pages.append(page)
        return self._typed(self.lines.pop(0))

    def _typed(self, line: str) -> str:
        if line in MOVES:
            raise MOVES[line]
        return line

    def keep(self, key: str, raw: str | None) -> None:
        """Keep nothing."""

    def half(self, key: str, text: str) -> None:
        """Keep nothing."""


def asked(
    told: dict[str, Any], *pages: str, old: Any = None, **more: Any
) -> tuple[Answers, Worker]:
    """Return the answers of a formulation, and who gave them."""
    case = a_case(formulation=keep(old) if old else None, **more)
    worker = Worker(told, *pages)
    return gather(form(case, about(case, TODAY)), {}, worker, worker), worker


def given(told: dict[str, Any], *, old: Any = None) -> Answers:
    """Return the answers as a script gives them, with nobody to ask."""
    case = a_case(formulation=keep(old) if old else None)
    it = form(case, about(case, TODAY))
    return gather(it, {k: v for k, v in told.items() if v}, None, Worker({}))
