"""The fancy front end: questionary's line, with our keys. Its only importer.

What is typed is kept as it is typed, so that a closed window loses a second at most.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from inclusion_cli.errors import Stopped
from inclusion_cli.interviews.asker import Back, Leave, Skip
from inclusion_cli.interviews.lines import Terminal, row, ruled, typed_line, wrapped
from inclusion_cli.plain import one_line, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from inclusion_cli.interviews.asker import Page, Prompt

AUTOSAVE_SECONDS = 1.0


class Fancy(Terminal):
    """Keys for back and skip, and what is typed kept as it is typed."""

    def stress(self, line: str) -> None:
        """Show a line in bold."""
        if "NO_COLOR" in os.environ:
            self.tell(line)
            return
        sys.stdout.write(f"\x1b[1m{wrapped(shown(line))}\x1b[0m\n")
        sys.stdout.flush()

    def _header(self, text: str) -> None:
        self.tell("")
        self.stress(ruled(text))

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
        elif not question.required and not question.explicit and not prompt.prefill:
            self.tell("Enter skips.")

    def _show_page(self, page: Page) -> None:
        if page.error:
            self.stress(f"Error: {page.error}")
            return
        self.tell("")
        self.stress(ruled("Check before you save"))
        wide = max((len(short) for short, _said in page.lines), default=0)
        wide = max(wide, len("Who"))
        rows = [("", "Who", page.who)]
        rows += [(str(n), s, t) for n, (s, t) in enumerate(page.lines, start=1)]
        for number, short, said in rows:
            self.tell(*row(number, short, one_line(said), wide))
        more = "   A add more" if page.more else ""
        self.tell(f"S {page.save}   1 to {len(page.lines)} change{more}   L leave")

    def _line(self, prompt: Prompt) -> str:
        grave = prompt.question.grave
        return self._typed(prompt.question.key, prompt.prefill, grave=grave)

    def _bare_line(self) -> str:
        return self._typed("", "", grave=True)

    def _typed(self, key: str, prefill: str, *, grave: bool) -> str:
        import questionary

        try:
            line = questionary.text(
                "", qmark=">", default=prefill, key_bindings=_bindings()
            )
        except Exception as error:
            if type(error).__name__ == "NoConsoleScreenBufferError":  # Git Bash
                return typed_line("> ")
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
