"""What both front ends share, and the plain one: lines only.

Choices are typed numbers in both. A line that is exactly "<", "-" or "?" goes back,
skips or helps, if it started empty.
"""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import capital, numbered, say_numbers
from inclusion_cli.errors import LeftForLater, Stopped
from inclusion_cli.interviews.asker import Back, Page, Prompt, Skip
from inclusion_cli.interviews.layout import height, wrapped
from inclusion_cli.interviews.looks import LEAD
from inclusion_cli.interviews.sentences import how, so_many
from inclusion_cli.interviews.tty import drain, ending_well, typed_line, unseen
from inclusion_cli.plain import one_line, shown
from inclusion_cli.tongue import say, say_many
from inclusion_cli.typed import NAME, as_typed

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from inclusion_cli.interviews.question import Form

AROUND = 6
"""Lines of the check page that are no answers."""
MARKS = ("<", "-", "?")
_SHIFT_TAB = "\x1b[Z"
"""What Shift+Tab sends where a line is typed unseen; in no passphrase, by accident."""
Half = Callable[[str, str], None]

PLAIN_KEYS = (
    say("Enter: keep what is shown, or go on."),
    say("Less-than sign, then Enter: go back one question."),
    say("Dash, then Enter: skip what can be left out."),
    say("Control and D: stop here and keep your place."),
)


def skipping(prompt: Prompt) -> str:
    """Return what Enter keeps, or how a question is skipped, or that it cannot be."""
    question = prompt.question
    if keeps := prompt.keeps or prompt.prefill:
        return say("Enter keeps: {keeps}", keeps=one_line(keeps))
    if question.required:
        return say("This one cannot be skipped.")
    return say("A dash skips it.") if question.explicit else question.skips


class Terminal:
    """What both front ends share: where lines go, and what marks mean."""

    for_help = say("? helps.")
    practice = False
    program = NAME
    """How the program is called here, where a sentence names a command."""
    edits = False
    """Whether an answer stands on the line to be edited; then a mark is a letter."""

    def __init__(self, half: Half | None = None) -> None:
        self.half = half or (lambda _key, _text: None)

    @staticmethod
    def scrolls(prompt: Prompt) -> bool:
        """Say whether the choices push their question off the screen."""
        told = (wrapped(f"  00. {c.label}") for c in prompt.question.choices)
        rows = sum(lines.count("\n") + 1 for lines in told)
        return 0 < height() < rows + AROUND

    def tell(self, *lines: str) -> None:
        """Show lines, wrapped to the terminal."""
        for line in lines:
            for part in shown(as_typed(line, self.program)).split("\n"):
                sys.stdout.write(wrapped(part) + "\n")
        sys.stdout.flush()

    def secret(self, label: str, *, back: bool = False) -> str:
        """Return what is typed unseen. Raises LeftForLater or Stopped.

        Shift+Tab is no letter of it: it raises Back where there is a way `back`, and
        asks again where there is none.
        """
        while True:
            typed = self._unseen(label)
            if back and (typed == "<" or _SHIFT_TAB in typed):
                raise Back
            if _SHIFT_TAB not in typed:
                return typed

    @staticmethod
    def unseen() -> AbstractContextManager[None]:
        """Return a time in which no key that is typed is shown."""
        return unseen()

    def _unseen(self, label: str) -> str:
        try:
            with ending_well():
                return getpass.getpass(f"{label} ")
        except EOFError:
            sys.stdout.write("\n")
            raise LeftForLater from None
        except KeyboardInterrupt:
            sys.stdout.write("\n")
            raise Stopped from None

    def stress(self, line: str) -> None:
        """Show a line that stands out where that can be done without colour."""
        self.tell(line)

    def ask(self, prompt: Prompt) -> str:
        """Show a question and return the line; raise Back, Skip, Leave or Stopped."""
        self._show(prompt)
        if prompt.question.grave:
            drain()
        while True:
            line = self._line(prompt)
            mark = line.strip()
            if prompt.prefill and self.edits:  # back, behind what stands; else letters
                mark = "<" if line == f"{prompt.prefill}<" else ""
            match mark:
                case "<":
                    raise Back
                case "-":
                    raise Skip
                case "?":
                    self._help(prompt)
                    continue
            return line

    def check(self, page: Page) -> str:
        """Show the check page and return the line that was typed."""
        read = page.brief is not None and not page.looks
        brief = read and 0 < height() < len(page.lines) + AROUND
        (self._show_brief if brief else self._show_page)(page)
        drain()
        while True:
            line = self._bare_line()
            match line.strip().casefold():
                case "<":
                    raise Back
                case "p" if brief:
                    self._show_page(page)
                    continue
                case "?":
                    self.tell("", *page.letters, "", *self._keys(), "")
                    continue
            return line

    def _show_brief(self, page: Page) -> None:
        """Show of a long page what changed, and how to read the whole."""
        if page.error:
            self._show_page(page)
            return
        lines = say_many("{number} line", "{number} lines", len(page.lines))
        self.tell("")
        self.stress(say("Check before you save"))
        for number in page.brief or ():
            short, said = page.lines[number - 1]
            self.tell(f"{number}. {short}: {one_line(said)}")
        self.tell(say("{lines}. P shows the whole page.", lines=lines))
        self._show_foot(page)

    def _show_foot(self, page: Page) -> None:
        raise NotImplementedError

    def _marked(self, header: str) -> str:
        return say("PRACTICE. {header}", header=header) if self.practice else header

    def _help(self, prompt: Prompt) -> None:
        """Show what the question means, how it is answered or skipped, and the keys."""
        question = prompt.question
        explained = question.explains()
        lines = (question.hint, *explained, how(question), skipping(prompt))
        self.tell("", *(line for line in lines if line), "", *self._keys(), "")

    def open(self, form: Form, total: int, last: str) -> None:
        """Show the header of an interview, and the last answer of one carried on."""
        self._header(self._marked(form.header or form.title))
        self.tell(*form.intro)
        if last:
            self.tell(say("Carrying on. Last answer: {last}", last=one_line(last)))
        questions = so_many(form, total)
        self.tell(
            say(
                "{questions} as you go. {for_help}",
                questions=questions,
                for_help=self.for_help,
            )
        )

    def _header(self, text: str) -> None:
        self.tell("", text)

    def _keys(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _show(self, prompt: Prompt) -> None:
        raise NotImplementedError

    def _show_page(self, page: Page) -> None:
        raise NotImplementedError

    def _line(self, prompt: Prompt) -> str:
        raise NotImplementedError

    def _bare_line(self) -> str:
        raise NotImplementedError


class Plain(Terminal):
    """Lines only: for screen readers, dumb terminals and whoever likes it."""

    for_help = say("Type a question mark for help.")

    def _keys(self) -> tuple[str, ...]:
        return PLAIN_KEYS

    def _show(self, prompt: Prompt) -> None:
        question = prompt.question
        if prompt.error:
            self.tell(prompt.complaint)
            return
        place = say("Question {place}. ", place=prompt.place) if prompt.place else ""
        self.tell("", *prompt.notes, f"{place}{question.label}")
        for number, choice in numbered(question.choices).items():
            self.tell(f"{number}. {choice.label}.")
        if self.scrolls(prompt):
            self.tell(f"{place}{question.label}")
        if question.kind == "choices" and question.none:
            self.tell(say("0. None."))
        if keeps := prompt.keeps or prompt.prefill:
            self.tell(say("Enter keeps: {keeps}", keeps=one_line(keeps)))
        elif not question.required:
            self.tell(say("A dash skips.") if question.explicit else question.skips)

    def _show_page(self, page: Page) -> None:
        if page.error:
            self.tell(say("Error: {error}", error=page.error))
            return
        self.tell(
            "", say("Check before you save."), say("Who: {who}", who=capital(page.who))
        )
        for number, (short, said) in enumerate(page.lines, start=1):
            self.tell(f"{number}. {short}: {one_line(said)}")
        if page.looks:
            self.tell(LEAD)
        for number, said in page.looks:
            self.tell(say("Line {number}. {said}", number=number, said=one_line(said)))
        self._show_foot(page)

    def _show_foot(self, page: Page) -> None:
        more = say(" A to add more.") if page.more else ""
        self.tell(
            say(
                "Type S to {save}. A number to change a line.{more} L to leave.",
                save=page.save,
                more=more,
            )
        )

    def _line(self, prompt: Prompt) -> str:
        question = prompt.question
        label = "> "
        if question.kind == "choice":
            label = say(
                "Type {say_numbers}: ", say_numbers=say_numbers(question.choices)
            )
        elif question.kind == "choices":
            label = say("Type numbers, or 0 for none: ")
            label = label if question.none else say("Type numbers: ")
        line = typed_line(label)
        self._echo(prompt, line)
        if not line.strip() and prompt.prefill:
            return prompt.prefill
        return line

    def _echo(self, prompt: Prompt, line: str) -> None:
        question = prompt.question
        if not question.choices or not line.strip():
            return
        with suppress(ValueError):
            said = question.say(question.parse(line))
            self.tell(say("You chose: {said}.", said=said))

    def _bare_line(self) -> str:
        return typed_line("> ")
