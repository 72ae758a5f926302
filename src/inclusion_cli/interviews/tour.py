"""What the tour says beside a debrief: a line before a question, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.interviews.lines import Terminal
from inclusion_cli.interviews.tty import drain
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Page, Prompt

PARTS = 4
"""The tour has as many parts: home, a debrief, its receipt, taking it back."""

START = (
    say("In 5 minutes you record 1 session."),
    say("Ctrl+D leaves the tour. The same command carries it on."),
)
BACK_AGAIN = (say("Welcome back. The tour carries on where you left it."),)
HOME = (
    say("Alarms come first: risk nobody manages, caution nobody can justify."),
    say("We take the debrief."),
)
DEBRIEF = (say("The questions are real."),)
CARRIED_ON = (say("In your day, home brings you back."),)
RECEIPT = (say("Both guesses before the session were sealed. Now they open."),)
TAKE_BACK = (
    say("Yes puts the practice session back as it was. No keeps what you saved."),
)
QUESTIONS = {
    "person": say("What waits is on the list. Its number is enough."),
    "how": say("Type a number, then Enter. Or type ? for help."),
    "worry_before": say("The person gives this score. A dash skips it."),
    "worry_peak": say("To go back 1 question, type < and Enter. Then come back."),
    "worry_after": say("Press Ctrl+D now, to see leaving. You come back here."),
    "feared": say("Over time, this shows what was feared beside what came."),
    "signs": say("They are from the person's own card. 0 is none."),
    "since": say("No stray key can say all is well."),
    "words": say("Write it as it was said. Nobody corrects it."),
}
"""A line before a question, by its key."""
REHEARSAL = "worry_after"
"""Here the tour asks to be left, and comes back; anywhere else, leaving leaves it."""
CHECK = (say("Nothing is saved yet."),)


class Beside(Terminal):
    """A front end that says a line of the tour before a question, the first time."""

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        self.practice = True
        self._shown_once: set[str] = set()
        self._at = ""

    def part(self, number: int, title: str, *lines: str) -> None:
        """Show the heading of a part of the tour, and what it says."""
        self._header(
            self._marked(
                say(
                    "The tour, {number} of {parts}. {title}",
                    number=number,
                    parts=PARTS,
                    title=title,
                )
            )
        )
        self.tell(*lines)

    def go_on(self) -> None:
        """Wait for Enter. Raises Leave or Stopped."""
        self.tell("", say("Enter goes on."))
        drain()
        self._bare_line()

    @property
    def rehearses(self) -> bool:
        """Say whether the tour stands where it asks to be left for a moment."""
        return self._at == REHEARSAL

    def ask(self, prompt: Prompt) -> str:
        """Show a question, with its line the first time."""
        self._at = prompt.question.key
        self._beside(QUESTIONS.get(prompt.question.key))
        return super().ask(prompt)

    def check(self, page: Page) -> str:
        """Show the check page, with its lines the first time."""
        self._beside(*CHECK)
        return super().check(page)

    def _beside(self, *lines: str | None) -> None:
        for line in lines:
            if line and line not in self._shown_once:
                self._shown_once.add(line)
                self.tell("", say("Tour: {line}", line=line))


def beside(asker: Terminal) -> Beside:
    """Return a front end like the one there is, that says the tour's lines."""
    made: Beside = type(say("Guided"), (Beside, type(asker)), {})()
    return made
