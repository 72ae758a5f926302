"""The two front ends: fancy (questionary with our keys) and plain (lines only).

The only importer of questionary. Choices are typed numbers in both. A line that is
exactly "<", "-" or "?" goes back, skips or helps, if it started empty.
"""

from __future__ import annotations

import getpass
import os
import signal
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any

from inclusion_cli.errors import Stopped
from inclusion_cli.interviews.gather import Back, Leave, Page, Prompt, Skip
from inclusion_cli.interviews.question import Form
from inclusion_cli.plain import one_line, shown

WIDEST = 78
NARROW = 60
AUTOSAVE_SECONDS = 1.0
Half = Callable[[str, str], None]

KEYS = (
    "Enter      keep what is shown, or go on",
    "Shift+Tab  go back one question, or type <",
    "Ctrl+T     skip this question, or type -",
    "Ctrl+D     stop here and keep your place",
    "Ctrl+C     stop at once; answers are kept",
)
PLAIN_KEYS = (
    "Enter: keep what is shown, or go on.",
    "Less-than sign, then Enter: go back one question.",
    "Dash, then Enter: skip this question.",
    "Control and D: stop here and keep your place.",
)


def interactive() -> bool:
    """Say whether somebody sits at a terminal, on both sides."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def width() -> int:
    """Return how many letters a line may have."""
    try:
        return max(min(os.get_terminal_size().columns, WIDEST + 1) - 1, 20)
    except OSError:
        return WIDEST


def drain() -> None:
    """Throw away keys that were typed before the question was on screen."""
    try:
        import termios  # noqa: PLC0415 - not on Windows

        termios.tcflush(sys.stdin, termios.TCIFLUSH)
    except ImportError:
        import msvcrt  # noqa: PLC0415 - only on Windows

        while msvcrt.kbhit():  # type: ignore[attr-defined]
            msvcrt.getwch()  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return


def secret(label: str) -> str:
    """Return a passphrase typed at the terminal, unseen. Raises Stopped."""
    try:
        return getpass.getpass(f"{label} ")
    except (KeyboardInterrupt, EOFError):
        sys.stdout.write("\n")
        raise Stopped("Stopped.") from None


class Terminal:
    """What both front ends share: where lines go, and what marks mean."""

    keys: tuple[str, ...] = KEYS
    practice = False

    def __init__(self, half: Half | None = None) -> None:
        self.half = half or (lambda _key, _text: None)

    def tell(self, *lines: str) -> None:
        """Show lines, wrapped to the terminal."""
        for line in lines:
            for part in shown(line).split("\n"):
                sys.stdout.write(_wrapped(part) + "\n")
        sys.stdout.flush()

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
            if not prompt.prefill:
                match line.strip():
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
        self._show_page(page)
        drain()
        while True:
            line = self._bare_line()
            match line.strip():
                case "<":
                    raise Back
                case "?":
                    self.tell(*self.keys)
                    continue
            return line

    def _marked(self, header: str) -> str:
        return f"PRACTICE. {header}" if self.practice else header

    def _help(self, prompt: Prompt) -> None:
        hint = prompt.question.hint
        self.tell("", *([hint] if hint else []), *self.keys, "")

    def open(self, form: Form, total: int, *, resumed: bool) -> None:
        """Show the header of an interview."""
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

    keys = PLAIN_KEYS

    def open(self, form: Form, total: int, *, resumed: bool) -> None:
        """Show the header of an interview."""
        self.tell("", self._marked(form.header or form.title))
        self.tell(*form.intro)
        kept = "Carrying on. " if resumed else ""
        self.tell(
            f"{kept}{total} questions. Each answer is kept as you go. "
            "Type a question mark for help."
        )

    def _show(self, prompt: Prompt) -> None:
        question = prompt.question
        if prompt.error:
            self.tell(f"Error: {prompt.error}")
            return
        place = f"Question {prompt.number} of {prompt.total}. " if prompt.number else ""
        self.tell("", *prompt.notes, f"{place}{question.label}")
        for number, choice in enumerate(question.choices, start=1):
            self.tell(f"{number}. {choice.label}.")
        if question.kind == "choices":
            self.tell("0. None of these.")
        if keeps := prompt.keeps or prompt.prefill:
            self.tell(f"Enter keeps: {one_line(keeps)}")
        elif not question.required:
            self.tell("Enter skips.")

    def _show_page(self, page: Page) -> None:
        if page.error:
            self.tell(f"Error: {page.error}")
            return
        self.tell("", "Check before you save.", f"Who: {page.who}")
        for number, (short, said) in enumerate(page.lines, start=1):
            self.tell(f"{number}. {short}: {one_line(said)}")
        more = " A to add more." if page.more else ""
        self.tell(
            f"Type S to {page.save}. A number to change a line.{more} L to leave."
        )

    def _line(self, prompt: Prompt) -> str:
        question = prompt.question
        number = {
            "choice": f"Type a number from 1 to {len(question.choices)}: ",
            "choices": "Type numbers, or 0 for none: ",
        }.get(question.kind, "> ")
        line = _typed(number)
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
            self.tell(f"You chose: {said}.")

    def _bare_line(self) -> str:
        return _typed("> ")


class Fancy(Terminal):
    """Keys for back and skip, and what is typed kept as it is typed."""

    def stress(self, line: str) -> None:
        """Show a line in bold."""
        if "NO_COLOR" in os.environ:
            self.tell(line)
            return
        sys.stdout.write(f"\x1b[1m{_wrapped(shown(line))}\x1b[0m\n")
        sys.stdout.flush()

    def open(self, form: Form, total: int, *, resumed: bool) -> None:
        """Show the header of an interview."""
        self.tell("")
        self.stress(_ruled(self._marked(form.header or form.title)))
        self.tell(*form.intro)
        kept = "Carrying on. " if resumed else ""
        self.tell(
            f"{kept}{total} short questions. Each answer is kept as you go. "
            "Type ? for keys."
        )

    def _show(self, prompt: Prompt) -> None:
        question = prompt.question
        if prompt.error:
            self.stress(f"Error: {prompt.error}")
            return
        self.tell("", *prompt.notes)
        place = f"{prompt.number} of {prompt.total}  " if prompt.number else ""
        self.stress(f"{place}{question.label}")
        for number, choice in enumerate(question.choices, start=1):
            self.tell(f"  {number}. {choice.label}")
        if question.kind == "choices":
            self.tell("  0. None of these")
        if prompt.keeps:
            self.tell(f"Enter keeps: {one_line(prompt.keeps)}")
        elif not question.required and not prompt.prefill:
            self.tell("Enter skips.")

    def _show_page(self, page: Page) -> None:
        if page.error:
            self.stress(f"Error: {page.error}")
            return
        self.tell("")
        self.stress(_ruled("Check before you save"))
        wide = max((len(short) for short, _said in page.lines), default=0)
        wide = max(wide, len("Who"))
        rows = [("", "Who", page.who)]
        rows += [(str(n), s, t) for n, (s, t) in enumerate(page.lines, start=1)]
        for number, short, said in rows:
            self.tell(*_row(number, short, one_line(said), wide))
        more = "   A add more" if page.more else ""
        self.tell(f"S {page.save}   1 to {len(page.lines)} change{more}   L leave")

    def _line(self, prompt: Prompt) -> str:
        grave = prompt.question.grave
        return self._typed(prompt.question.key, prompt.prefill, grave=grave)

    def _bare_line(self) -> str:
        return self._typed("", "", grave=True)

    def _typed(self, key: str, prefill: str, *, grave: bool) -> str:
        import questionary  # noqa: PLC0415 - after the header is on screen

        try:
            line = questionary.text(
                "", qmark=">", default=prefill, key_bindings=_bindings()
            )
        except Exception as error:
            if type(error).__name__ == "NoConsoleScreenBufferError":  # Git Bash
                return _typed("> ")
            raise
        application = line.application
        if grave:
            _drop_typeahead(application)
        saver = _Autosave(
            application.current_buffer, lambda text: self.half(key, text), on=bool(key)
        )
        try:
            with _saved_on_hang_up(saver):
                return str(line.unsafe_ask())
        except KeyboardInterrupt:
            saver.now()
            raise Stopped("Stopped. Your answers are kept.") from None


class _Autosave:
    """Keep the line as it grows, once a second at the most."""

    def __init__(self, buffer: Any, keep: Callable[[str], None], *, on: bool) -> None:
        self._buffer, self._keep, self._on = buffer, keep, on
        self._saved_at = 0.0
        buffer.on_text_changed += self._changed

    def _changed(self, _buffer: Any) -> None:
        if time.monotonic() - self._saved_at >= AUTOSAVE_SECONDS:
            self.now()

    def now(self) -> None:
        """Keep what stands on the line."""
        if self._on and self._buffer.text:
            self._saved_at = time.monotonic()
            self._keep(self._buffer.text)


@contextmanager
def _saved_on_hang_up(saver: _Autosave) -> Iterator[None]:
    """Keep the half-typed line when the window is closed or the system stops us."""

    def end(number: int, _frame: FrameType | None) -> None:
        with suppress(Exception):  # the answers before it are safe either way
            saver.now()
        os._exit(128 + number)

    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {getattr(signal, n): signal.signal(getattr(signal, n), end) for n in names}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _bindings() -> Any:
    from prompt_toolkit.key_binding import KeyBindings  # noqa: PLC0415

    keys = KeyBindings()

    @keys.add("s-tab")
    @keys.add("c-b")
    def _back(event: Any) -> None:
        event.app.exit(exception=Back())

    @keys.add("c-t")
    def _skip(event: Any) -> None:
        event.app.exit(exception=Skip())

    @keys.add("c-d")
    def _leave(event: Any) -> None:
        event.app.exit(exception=Leave(event.current_buffer.text))

    return keys


def _drop_typeahead(application: Any) -> None:
    from prompt_toolkit.input.typeahead import clear_typeahead  # noqa: PLC0415

    clear_typeahead(application.input)


def _typed(label: str) -> str:
    """Return one line in plain mode, with the same ends as fancy."""
    try:
        return input(label)
    except EOFError:
        sys.stdout.write("\n")
        raise Leave from None
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        raise Stopped("Stopped. Your answers are kept.") from None


def _wrapped(line: str) -> str:
    if len(line) <= width():
        return line
    indent = len(line) - len(line.lstrip())
    hang = indent + 3 if line.lstrip()[:1].isdigit() else indent
    return textwrap.fill(
        line.strip(),
        width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * hang,
        break_long_words=True,
        break_on_hyphens=False,
    )


def _row(number: str, short: str, said: str, wide: int) -> tuple[str, ...]:
    if width() < NARROW:
        return (f"{number:>2}  {short}", *_hung(said, 4))
    first, *rest = _hung(said, wide + 7) or [""]
    head = f"{number:>3}  {short:<{wide}}  "
    return (head + first.strip(), *rest)


def _hung(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        text,
        width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )


def _ruled(title: str) -> str:
    room = width() - len(title) - 5
    return f"--- {title} {'-' * room}" if room > 3 else f"--- {title}"
