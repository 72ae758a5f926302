"""An interview in this process: the plain front end, its lines typed by a script.

It is the front end itself; only where a line would come from the keyboard, a script
gives it. Quick, so that every guided command can be walked in every run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.desk import Desk
from inclusion_cli.interviews import lines, tty
from inclusion_cli.interviews.asker import Page, Prompt
from tests.interviews.screen import squeezed

if TYPE_CHECKING:
    from tests.conftest import Ran, Run
    from tests.interviews.script import Interview

Reply = Callable[["Prompt"], str]
ReplyPage = Callable[["Page"], str]


@dataclass
class Sitting:
    """One walk: what was asked, by key, what was typed first, and the check pages."""

    asked: list[Prompt] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)


class Script:
    """Answer each question as the interview's script says, in its order."""

    def __init__(self, interview: Interview) -> None:
        self._steps = list(interview.steps)
        self._known: dict[str, str] = {}

    def __call__(self, prompt: Prompt) -> str:
        """Return what is typed at a question; the same again where it comes again."""
        key = prompt.question.key
        if key not in self._known:
            assert self._steps, f"the script has no answer for {prompt.question.label}"
            step = self._steps.pop(0)
            shown = f"{prompt.question.label} {prompt.question.skips}"
            assert step.asks in squeezed(shown), shown
            self._known[key] = step.types
        return self._known[key]

    def knows(self, prompt: Prompt) -> bool:
        """Say whether a question has been asked, and so was not known before."""
        return prompt.question.key in self._known


def save(_page: Page) -> str:
    """Save at the check page."""
    return "s"


def walked(
    run: Run,
    words: tuple[str, ...],
    reply: Reply,
    reply_page: ReplyPage = save,
) -> tuple[Ran, Sitting]:
    """Run a guided command as if somebody sat there; return how it went."""
    sitting = Sitting()

    class Seat(lines.Plain):
        def _line(self, prompt: Prompt) -> str:
            sitting.asked.append(prompt)
            line = reply(prompt)
            sitting.typed.setdefault(prompt.question.key, line)
            self._echo(prompt, line)
            return prompt.prefill if not line and prompt.prefill else line

        def _show_page(self, page: Page) -> None:
            sitting.pages.append(page)
            super()._show_page(page)

        def _bare_line(self) -> str:
            return reply_page(sitting.pages[-1])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tty, "interactive", lambda: True)
        patch.setattr(lines, "drain", lambda: None)
        patch.setattr(Desk, "_front_end", lambda _desk: Seat())
        return run(*words, "--practice", "--plain"), sitting
