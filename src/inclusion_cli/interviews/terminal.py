"""The fancy front end: questionary's line, with our keys. Its only importer.

What is typed is kept as it is typed, so that a closed window loses a second at most.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.values import capital, numbered
from inclusion_cli.errors import InclusionError, Stopped
from inclusion_cli.interviews.asker import Back, Heading, Leave, Skip
from inclusion_cli.interviews.layout import row, ruled, wrapped
from inclusion_cli.interviews.lines import MARKS, Terminal
from inclusion_cli.interviews.looks import LEAD
from inclusion_cli.interviews.tty import ending_well, typed_line
from inclusion_cli.plain import one_line, shown
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.interviews.asker import Page, Prompt

AUTOSAVE_SECONDS = 1.0
LEADS = 30
"""A name on the check page wider than this has a line of its own."""
AWAY = say("A dash takes it away.")
ON_THE_LINE = say("What was written is on the line: change it there.")
SEVERAL = say(". For several, type 1,2.")
KEYS = (
    (say("Enter"), say("keep what is shown, or go on")),
    (say("Shift+Tab"), say("go back one question, or type <")),
    (say("Ctrl+T"), say("skip what can be left out, or type -")),
    (say("Ctrl+D"), say("stop here and keep your place")),
    (say("Ctrl+C"), say("stop at once; answers are kept")),
)


class Fancy(Terminal):
    """Keys for back and skip, and what is typed kept as it is typed."""

    edits = True
    _said = ""

    def _once(self, told: str) -> str:
        """Return what is told the first time only: a tired worker reads every word."""
        fresh = "" if self._said == told else told
        self._said = told
        return fresh

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

    def _keys(self) -> tuple[str, ...]:
        wide = max(len(key) for key, _does in KEYS)
        return tuple(line for key, does in KEYS for line in row("", key, does, wide))

    def _show(self, prompt: Prompt) -> None:
        question = prompt.question
        if prompt.error:
            self.stress(prompt.complaint)
            return
        self.tell("")
        for note in prompt.notes:
            if isinstance(note, Heading):
                self.stress(ruled(note))
            else:
                self.tell(note)
        place = f"{prompt.place}  " if prompt.place else ""
        self.stress(f"{place}{question.label}")
        for number, choice in numbered(question.choices).items():
            self.tell(f"  {number}. {choice.label}")
        if self.scrolls(prompt):
            self.stress(f"{place}{question.label}")
        if question.kind == "choices" and question.none:
            several = self._once(SEVERAL) if len(question.choices) > 1 else ""
            self.tell(say("  0. None{several}", several=several))
        self._show_standing(prompt)

    def _show_standing(self, prompt: Prompt) -> None:
        """Say what stands, and what Enter does with it."""
        question = prompt.question
        if prompt.prefill and not prompt.error:
            self.tell(ON_THE_LINE)
        if prompt.keeps:
            self.tell(say("Enter keeps: {keeps}", keeps=one_line(prompt.keeps)))
            if question.kind == "text" and not question.required:
                self.tell(AWAY)
        elif not question.required and not question.explicit and not prompt.prefill:
            self.tell(question.skips)

    def _show_page(self, page: Page) -> None:
        if page.error:
            self.stress(say("Error: {error}", error=page.error))
            return
        self.tell("")
        self.stress(ruled(say("Check before you save")))
        shorts = [len(short) for short, _said in page.lines if len(short) <= LEADS]
        wide = max(*shorts, len(say("Who")), 0)
        rows = [("", say("Who"), capital(page.who))]
        rows += [(str(n), s, t) for n, (s, t) in enumerate(page.lines, start=1)]
        for number, short, said in rows:
            self.tell(*row(number, short, one_line(said), wide))
        if page.looks:
            self.tell(LEAD)
        for line, said in page.looks:
            self.tell(f"{line:>3}  {one_line(said)}")
        self._show_foot(page)

    def _show_foot(self, page: Page) -> None:
        more = say("   A add more") if page.more else ""
        numbers = f"1-{len(page.lines)}" if len(page.lines) > 1 else "1"
        self.tell(
            say(
                "S {save}   {numbers} change{more}   L leave",
                save=page.save,
                numbers=numbers,
                more=more,
            )
        )

    def _line(self, prompt: Prompt) -> str:
        question = prompt.question
        return self._typed(
            question.key if question.kind == "text" else "",
            prompt.prefill,
            grave=question.grave,
            refused=bool(prompt.error),
        )

    def _bare_line(self) -> str:
        return self._typed("", "", grave=True)

    def _typed(
        self, key: str, prefill: str, *, grave: bool, refused: bool = False
    ) -> str:
        import questionary

        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # one line needs no rows
        try:
            line = questionary.text(
                "",
                qmark=">",
                default=prefill,
                key_bindings=_bindings(),
                input_processors=[_seen_not_obeyed()],
            )
        except Exception as error:
            if type(error).__name__ == "NoConsoleScreenBufferError":  # Git Bash
                return typed_line("> ")
            raise
        application = line.application
        if grave:
            _drop_typeahead(application)
        told = prefill if refused else ""

        def keep(text: str) -> None:
            self.half(key, "" if text == told else text)

        saver = _Autosave(application.current_buffer, keep, on=bool(key))
        try:
            with ending_well(saver.now):
                return str(line.unsafe_ask())
        except Leave as left:
            saver.now()  # also where all of it was taken away again
            raise Leave("" if left.half == told else left.half) from None
        except KeyboardInterrupt:
            saver.now()
            raise Stopped from None


class _Autosave:
    """Keep the line as it grows: at once, then once a second, and after a pause."""

    def __init__(self, buffer: Any, keep: Callable[[str], None], *, on: bool) -> None:
        self._buffer, self._keep, self._on = buffer, keep, on
        self._saved_at = 0.0
        self._waiting = False
        self._stands = bool(buffer.text)
        buffer.on_text_changed += self._changed

    def _changed(self, _buffer: Any) -> None:
        if self._waiting or not self._on:
            return
        self._waiting = True
        wait = max(self._saved_at + AUTOSAVE_SECONDS - time.monotonic(), 0.0)
        asyncio.get_running_loop().call_later(wait, self.now)

    def now(self) -> None:
        """Keep what stands on the line; where that fails, sending the line says so."""
        self._waiting = False
        text = self._buffer.text
        if self._on and (text or self._stands) and text not in MARKS:
            self._saved_at = time.monotonic()
            self._stands = bool(text)
            with suppress(InclusionError):
                self._keep(text)


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


def _seen_not_obeyed() -> Any:
    """Return what draws a mark for each character that would turn the line round."""
    from prompt_toolkit.layout.processors import (  # noqa: PLC0415
        Processor,
        Transformation,
    )

    class Seen(Processor):
        def apply_transformation(self, transformation_input: Any) -> Transformation:
            return Transformation(
                [
                    (fragment[0], fragment[1].translate(_DRAWN), *fragment[2:])
                    for fragment in transformation_input.fragments
                ]
            )

    return Seen()


_TURNS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_DRAWN = dict.fromkeys(_TURNS, "\N{REPLACEMENT CHARACTER}")


def _drop_typeahead(application: Any) -> None:
    from prompt_toolkit.input.typeahead import clear_typeahead  # noqa: PLC0415

    clear_typeahead(application.input)
