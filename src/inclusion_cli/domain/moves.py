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
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.debrief import Word
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

UP = (Choice.PROGRESS, Choice.COMPLETE)

LAST_WORDS = {
    Choice.START: say("started"),
    Choice.PROGRESS: say("done"),
    Choice.HOLD: say("held"),
    Choice.PAUSE: say("paused"),
    Choice.RESUME: say("resumed"),
    Choice.STEP_BACK: say("left for the step below"),
    Choice.COMPLETE: say("completed"),
    Choice.PERSON_STOPPED: say("stopped, as the person wished,"),
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
        return say("That step is not on the ladder.")
    name = say("Step {number}", number=step.record.number)
    if choice is Choice.START:
        return _start_refused(rung, name)
    if not rung.current:
        return say("{name} is not on. {ended}", name=name, ended=_ended(rung))
    if choice in choices_for(case, rung):
        return ""
    return _not_from_here(case, rung, choice, name)


def _not_from_here(case: Casefile, rung: Rung, choice: Choice, name: str) -> str:
    if rung.state is State.PAUSED:
        return say("{name} is paused. Resume it first, or step back.", name=name)
    if choice is Choice.RESUME:
        return say("{name} is not paused.", name=name)
    if choice in UP:
        top = case.after(rung.step) is None
        return (
            say("{name} is the last step.", name=name)
            if top
            else say("{name} is not the last step.", name=name)
        )
    return say("There is no step below step {number}.", number=rung.step.record.number)


def _start_refused(rung: Rung, name: str) -> str:
    if rung.current:
        return say("{name} is on already.", name=name)
    if rung.state is State.DONE:
        return say("{name} is done. {ended}", name=name, ended=_ended(rung))
    return ""


def _ended(rung: Rung) -> str:
    if rung.last is None or rung.last_on is None:
        return say("It was not started yet.")
    return say(
        "It was {last_words} on {last_on}.",
        last_words=LAST_WORDS[rung.last],
        last_on=say_day(rung.last_on),
    )


def word_refuses(choice: Choice, word: Word, name: str) -> str:
    """Return why the person's own no stands against a choice, "" where it does not.

    Only the person says that they are ready. With "not sure" a reason may go against
    it, and it is an audit finding; a no is honoured.
    """
    if choice in UP and word.value == "no":
        return say(
            "{name} says no, so the next step waits until {name} "
            "says yes. Choose one of the others",
            name=name,
        )
    return ""


def aside(case: Casefile, step_id: str) -> str:
    """Return what is said when a session of a step that is not running is recorded."""
    rung = next((one for one in case.rungs() if one.step.id == step_id), None)
    if rung is None:
        return ""
    name = say("Step {number}", number=rung.step.record.number)
    if rung.state is State.PAUSED:
        return say(
            "{name} is paused. What you record is kept and shown. "
            "Good time starts anew when the step is resumed.",
            name=name,
        )
    if not rung.current:
        return say(
            "{name} is not on. {ended} What you record is kept, and "
            "counts for that step alone.",
            name=name,
            ended=_ended(rung),
        )
    return ""
