"""A small form, and somebody who types prepared lines into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import Choice, whole
from inclusion_cli.interviews.asker import Back, Leave, Page, Prompt, Skip
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.question import Answers, Form, Question, choose, rate
from inclusion_cli.interviews.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTCOMES = (Choice("went", "It went ahead"), Choice("not", "It did not"))
MOVES = {"<": Back, "-": Skip, "leave": Leave}


def questions(answers: Answers) -> Iterator[Question]:
    """Return a small form with a branch, a score, rows and an extra."""
    yield choose("how", "How did it go?", "How it went", OUTCOMES)
    yield Question(
        "why", "Why not?", "Why not", relevant=lambda a: a.get("how") == "not"
    )
    yield rate(
        "worry",
        "Worry?",
        "Worry",
        relevant=lambda a: a.get("how") == "went",
        required=False,
    )
    yield from rows(answers, "sign", _sign)
    yield Question("note", "Note?", "Note", required=False, extra=True)


def _sign(prefix: str, number: int) -> Iterator[Question]:
    yield Question(f"{prefix}text", "A sign?", f"Sign {number}", required=False)
    yield Question(f"{prefix}days", "Days?", "Days", whole(1, 7), "number")


FORM = Form("small", "Small", questions, who="Amina Khan, AK-014")


class Typist:
    """Type prepared lines; remember what was asked and kept."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.pages: list[Page] = []
        self.kept: dict[str, str | None] = {}
        self.halves: dict[str, str] = {}

    def open(self, form: Form, total: int, last: str) -> None:
        """Show nothing."""

    def tell(self, *lines: str) -> None:
        """Show nothing."""

    def ask(self, prompt: Prompt) -> str:
        """Type the next line."""
        self.asked.append(prompt.question.key)
        if prompt.error:
            self.errors.append(prompt.error)
        return self._next()

    def check(self, page: Page) -> str:
        """Type the next line on the check page."""
        self.pages.append(page)
        return self._next()

    def _next(self) -> str:
        line = self.lines.pop(0)
        if line == "leave":
            raise Leave("half a sent")
        if line in MOVES:
            raise MOVES[line]
        return line

    def keep(self, key: str, raw: str | None) -> None:
        """Remember what was kept."""
        self.kept[key] = raw

    def half(self, key: str, text: str) -> None:
        """Remember a half-typed line."""
        self.halves[key] = text


def typed(*lines: str, **given: str | None) -> tuple[Answers, Typist]:
    """Return the answers of the small form, typed, and who typed them."""
    typist = Typist(*lines)
    return gather(FORM, given, typist, typist), typist
