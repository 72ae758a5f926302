"""What the tour says beside a debrief: a line before a question, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.interviews.lines import Terminal
from inclusion_cli.interviews.tty import drain

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Page, Prompt

PARTS = 4
"""The tour has as many parts: home, a debrief, its receipt, taking it back."""

START = (
    "In 5 minutes you record 1 session, as you would after a visit.",
    "Nobody here is real, so nothing can go wrong.",
    "Ctrl+D leaves the tour. Later, the same command carries it on.",
)
BACK_AGAIN = ("Welcome back. The tour carries on where you left it.",)
HOME = (
    "You start here each day. Type inclusion, and this is what you see.",
    "An alarm comes first. One is for risk that nobody manages.",
    "The other is as loud: caution that nobody can justify.",
    "A number opens a line. We take the debrief.",
)
DEBRIEF = (
    "These are the real questions. A line before some of them says how they work.",
)
CARRIED_ON = (
    "You left, and your answers are kept. They are kept if the power fails, too.",
    "In your day, you carry on from home. Here the tour does it for you.",
)
RECEIPT = (
    "A receipt says what was saved, for whom, and what follows.",
    "What each of you guessed before the session was sealed. Now it is open.",
    "The last lines say what to do next.",
)
TAKE_BACK = (
    "You can take back your own last save. It stays in the history.",
    "Yes puts the practice session back as it was. No keeps what you saved.",
)
QUESTIONS = {
    "person": "The session that waits is on the list. Its number is enough.",
    "how": "Type a number, then Enter. Type ? to see what a question means.",
    "worry_before": "The person gives this score. Not asked? A dash skips it.",
    "worry_peak": "To mend the answer before, type < and Enter. Try it, and come back.",
    "worry_after": "Now try to leave: press Ctrl+D. The tour brings you back here.",
    "feared": "What was feared, and what came. Over time, this shows both.",
    "signs": "These signs are from the person's own card. 0 is none of them.",
    "since": "Nothing is chosen for you here. No stray key can say that all is well.",
    "words": "Write it as it was said. The person's own words are left as they are.",
}
"""A line before a question, by its key."""
CHECK = (
    "Nothing is saved yet. Type the number of a line to change it. Try 1 of them.",
    "S saves it. A adds more, such as what helped.",
)


class Beside(Terminal):
    """A front end that says a line of the tour before a question, the first time."""

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        self.practice = True
        self._shown_once: set[str] = set()

    def part(self, number: int, title: str, *lines: str) -> None:
        """Show the heading of a part of the tour, and what it says."""
        self._header(self._marked(f"The tour, {number} of {PARTS}. {title}"))
        self.tell(*lines)

    def go_on(self) -> None:
        """Wait for Enter. Raises Leave or Stopped."""
        self.tell("", "Press Enter to go on.")
        drain()
        self._bare_line()

    def ask(self, prompt: Prompt) -> str:
        """Show a question, with its line the first time."""
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
                self.tell("", f"Tour: {line}")


def beside(asker: Terminal) -> Beside:
    """Return a front end like the one there is, that says the tour's lines."""
    made: Beside = type("Guided", (Beside, type(asker)), {})()
    return made
