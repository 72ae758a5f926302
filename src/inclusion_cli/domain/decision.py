"""Decisions about a step, the review they rest on, and when a reason is needed."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

SHORTEST_REASON = 20  # letters; practice reference 2.3, state machine
WISHES = say(" wishes it: ")
"""Among what a decision went against, this tells the person's own wish for it."""


class Choice(Enum):
    """What can be decided about a step."""

    START = "start"
    PROGRESS = "progress"
    HOLD = "hold"
    PAUSE = "pause"
    RESUME = "resume"
    STEP_BACK = "step_back"
    COMPLETE = "complete"
    PERSON_STOPPED = "person_stopped"


CHOICE_WORDS = {
    Choice.START: say("Start"),
    Choice.PROGRESS: say("Progress"),
    Choice.HOLD: say("Hold"),
    Choice.PAUSE: say("Pause"),
    Choice.RESUME: say("Resume"),
    Choice.STEP_BACK: say("Step back"),
    Choice.COMPLETE: say("Complete"),
    Choice.PERSON_STOPPED: say("Stop, as the person wishes"),
}


@record
class Evidence:
    """One line as it was shown at the review: agreed, what records show, and which.

    `change` is what would change the answer.
    """

    agreed: str
    answer: str
    shows: str
    records: tuple[str, ...] = ()
    missing: str = ""
    change: str = ""


@record
class Review:
    """What lay on the table: the evidence as shown, and the person's wish."""

    step: str
    on: date
    evidence: tuple[Evidence, ...]
    ready: Word
    wish: str
    pause_signs: tuple[Evidence, ...] = ()


@record
class Decision:
    """What was decided about a step, by whom, why, and what follows.

    `to_step` is the step that is on from now, "" where none is. `cites` holds the ids
    of the records it rests on; a pause sign it cites is answered by it. `overrides`
    names what it went against, in words. At a start, `clinical` holds in words what
    needs a clinician, None where it was not asked, and `oversight` names who that is.
    """

    step: str
    choice: Choice
    on: date
    to_step: str = ""
    review: str = ""
    why: str = ""
    agreed_with: str = ""
    look_again: date | None = None
    least_change: str = ""
    resume_when: str = ""
    needs: str = ""
    what_changed: str = ""
    cites: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()
    clinical: tuple[str, ...] | None = None
    oversight: str = ""

    @property
    def only_looks(self) -> bool:
        """Say whether it only looks at what waits: it is about no step."""
        return not (self.step or self.to_step)

    def __post_init__(self) -> None:
        if self.overrides and len(self.why) < SHORTEST_REASON:
            raise ValueError("going against what was agreed needs a reason")
        if self.choice is Choice.PAUSE and not (self.resume_when and self.look_again):
            raise ValueError("a pause says what ends it and when to look again")


def goes_against(decision: Decision) -> tuple[str, ...]:
    """Return what a decision went against of what was agreed, in words.

    The person's own wish for it, kept beside, is nothing it went against.
    """
    return tuple(text for text in decision.overrides if WISHES not in text)
