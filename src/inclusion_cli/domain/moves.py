"""Which moves a step can make, and why one is refused. Practice reference 2.3.

    planned -> active -> holding -> ready for review
        -> progressed | stay | step back | paused | completed | person stopped
    paused -> resumed at the same step, or one lower

Holding and ready for review are what the records show; a decision makes every other
move. The person may stop at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import Choice

if TYPE_CHECKING:
    from inclusion_cli.domain.debrief import Word
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

UP = (Choice.PROGRESS, Choice.COMPLETE)

LAST_WORDS = {
    Choice.START: "started",
    Choice.PROGRESS: "done",
    Choice.HOLD: "held",
    Choice.PAUSE: "paused",
    Choice.RESUME: "resumed",
    Choice.STEP_BACK: "left for the step below",
    Choice.COMPLETE: "completed",
    Choice.PERSON_STOPPED: "stopped, as the person wished,",
}
"""What a decision did to a step, in words."""


def choices_for(case: Casefile, rung: Rung) -> tuple[Choice, ...]:
    """Return what can be decided about the step that is on, in the order offered."""
    up = Choice.PROGRESS if case.after(rung.step) else Choice.COMPLETE
    down = (Choice.STEP_BACK,) if case.before(rung.step) else ()
    if rung.state is State.PAUSED:
        return (Choice.RESUME, Choice.PAUSE, *down, Choice.PERSON_STOPPED)
    if not rung.current:
        return ()
    return (up, Choice.HOLD, Choice.PAUSE, *down, Choice.PERSON_STOPPED)


def move_refused(case: Casefile, step: Kept[Step], choice: Choice) -> str:
    """Return why a decision about a step cannot be made, "" where it can."""
    rung = next((one for one in case.rungs() if one.step.id == step.id), None)
    if rung is None:
        return "That step is not on the ladder."
    name = f"Step {step.record.number}"
    if choice is Choice.START:
        return _start_refused(rung, name)
    if not rung.current:
        return f"{name} is not on. {_ended(rung)}"
    if choice in choices_for(case, rung):
        return ""
    return _not_from_here(case, rung, choice, name)


def _not_from_here(case: Casefile, rung: Rung, choice: Choice, name: str) -> str:
    if rung.state is State.PAUSED:
        return f"{name} is paused. Resume it first, or step back."
    if choice is Choice.RESUME:
        return f"{name} is not paused."
    if choice in UP:
        top = case.after(rung.step) is None
        return f"{name} is the last step." if top else f"{name} is not the last step."
    return f"There is no step below step {rung.step.record.number}."


def _start_refused(rung: Rung, name: str) -> str:
    if rung.current:
        return f"{name} is on already."
    if rung.state is State.DONE:
        return f"{name} is done. {_ended(rung)}"
    return ""


def _ended(rung: Rung) -> str:
    if rung.last is None or rung.last_on is None:
        return "It was not started yet."
    return f"It was {LAST_WORDS[rung.last]} on {say_day(rung.last_on)}."


def word_refuses(choice: Choice, word: Word, name: str) -> str:
    """Return why the person's own no stands against a choice, "" where it does not.

    Only the person says that they are ready. With "not sure" a reason may go against
    it, and it is an audit finding; a no is honoured.
    """
    if choice in UP and word.value == "no":
        return (
            f"{name} says no, so the next step waits until {name} says yes. "
            "You can hold, pause or step back"
        )
    return ""


def aside(case: Casefile, step_id: str) -> str:
    """Return what is said when a session of a step that is not running is recorded."""
    rung = next((one for one in case.rungs() if one.step.id == step_id), None)
    if rung is None:
        return ""
    name = f"Step {rung.step.record.number}"
    if rung.state is State.PAUSED:
        return (
            f"{name} is paused. What you record is kept and shown. "
            "Good time starts anew when the step is resumed."
        )
    if not rung.current:
        return (
            f"{name} is not on. {_ended(rung)} "
            "What you record is kept, and counts for that step alone."
        )
    return ""
