"""What a front end is, and what passes between it and an interview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from inclusion_cli.interviews.question import Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form


class Back(Exception):
    """Go one question back."""


class Skip(Exception):
    """Leave this question unanswered."""


class Leave(Exception):
    """Leave it all for later; `half` is what stood on the line."""

    def __init__(self, half: str = "") -> None:
        super().__init__()
        self.half = half


class Heading(str):
    """A line to read before a question that stands out from the others."""

    __slots__ = ()


@dataclass(frozen=True)
class Prompt:
    """What a front end shows for one question, and how the line begins.

    `keeps` is what Enter keeps, in words; `prefill` is text that stands on the line to
    be edited. `about` says that an answer to come may change the total.
    """

    question: Question
    number: int
    total: int
    keeps: str = ""
    prefill: str = ""
    notes: tuple[str, ...] = ()
    error: str = ""
    doubted: bool = False
    about: bool = False

    @property
    def complaint(self) -> str:
        """Return the error, or the doubt about what was typed, "" for none."""
        return (
            f"{(say('Check') if self.doubted else say('Error'))}: {self.error}"
            if self.error
            else ""
        )

    @property
    def place(self) -> str:
        """Return "3 of 8", "3" where nobody knows how many, "" for no number.

        A total that may still change is no promise: "3 of about 8".
        """
        if not self.number:
            return ""
        if not self.total:
            return str(self.number)
        if self.about and self.number < self.total:
            return say(
                "{number} of about {total}", number=self.number, total=self.total
            )
        return say("{number} of {total}", number=self.number, total=self.total)


@dataclass(frozen=True)
class Page:
    """The check page: numbered lines, what is left out, and what can be typed.

    `looks` are phrases worth a look, each with the number of its line. `brief` are the
    numbers of the lines to read where the page is longer than the screen and was read
    before: those that changed, or none for one that is carried on.
    """

    who: str
    lines: tuple[tuple[str, str], ...]
    save: str
    more: bool
    error: str = ""
    looks: tuple[tuple[int, str], ...] = ()
    brief: tuple[int, ...] | None = None

    @property
    def letters(self) -> tuple[str, ...]:
        """Return what each thing that can be typed does."""
        return (
            say("S, then Enter: {save}. Nothing is saved before.", save=self.save),
            say("A number, then Enter: change that line."),
            *([say("A, then Enter: add what was not asked.")] if self.more else []),
            say("L, then Enter: leave. Your answers are kept, and nothing is saved."),
        )


class Asker(Protocol):
    """A front end. Both methods may raise Back, Skip, Leave or Stopped."""

    def open(self, form: Form, total: int, last: str) -> None:
        """Show the header of an interview, and the last answer of one carried on."""

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
