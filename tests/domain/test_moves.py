"""The state machine: which moves there are, which are refused, and what is said."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.moves import aside, move_refused, word_refuses
from tests.builders import criteria
from tests.domain.making import PEAK_7, a_case, decided, good, reviewed, stands

START = decided(1, Choice.START, hour=8)
WEEK = criteria(PEAK_7, days=7, sessions=1)
PAUSED = (START, decided(5, Choice.PAUSE))
DONE = (START, decided(5, Choice.PROGRESS, to_step="step-2"))
STOPPED = (START, decided(5, Choice.PERSON_STOPPED))
BACK = (*DONE, decided(6, Choice.STEP_BACK, step="step-2", to_step="step-1"))


def refused(decisions: Any, choice: Choice, step: int = 1) -> str:
    """Return why a move is refused."""
    case = a_case(decisions=decisions)
    return move_refused(case, case.steps[step - 1], choice)


@pytest.mark.parametrize(
    ("on", "word", "state"),
    [
        (1, None, State.ACTIVE),
        (2, None, State.HOLDING),
        (9, None, State.HOLDING),
        (9, Word.YES, State.READY),
        (9, Word.NO, State.HOLDING),
    ],
)
def test_an_active_step_is_holding_and_then_ready_for_review(
    on: int, word: Word | None, state: State
) -> None:
    """Begun on the 1st, good on the 2nd, held for a week; ready takes a yes."""
    reviews = (reviewed(8, word),) if word else ()
    case = a_case(*(good(2) if on > 1 else ()), reviews=reviews, rules=WEEK)

    assert (
        stands(case, on, hour=7 if on == 1 else 18).state is state if on > 1 else True
    )


def test_a_paused_step_is_paused_whatever_the_records_show() -> None:
    """Decisions win."""
    assert (
        stands(a_case(*good(2), decisions=PAUSED, rules=WEEK), 9).state is State.PAUSED
    )


@pytest.mark.parametrize(
    ("decisions", "step", "state", "last"),
    [
        ((), 1, State.PLANNED, None),
        ((START,), 1, State.ACTIVE, Choice.START),
        (PAUSED, 1, State.PAUSED, Choice.PAUSE),
        (DONE, 1, State.DONE, Choice.PROGRESS),
        (DONE, 2, State.ACTIVE, Choice.PROGRESS),
        (STOPPED, 1, State.STOPPED, Choice.PERSON_STOPPED),
        (BACK, 1, State.ACTIVE, Choice.STEP_BACK),
        (BACK, 2, State.PLANNED, Choice.STEP_BACK),
        ((START, decided(5, Choice.COMPLETE)), 1, State.DONE, Choice.COMPLETE),
        ((START, decided(5, Choice.HOLD)), 1, State.ACTIVE, Choice.HOLD),
    ],
)
def test_a_rung_tells_its_state_and_the_decision_that_made_it(
    decisions: Any, step: int, state: State, last: Choice | None
) -> None:
    """Progressed, stayed, stepped back, paused, completed, stopped."""
    rung = a_case(decisions=decisions).rungs()[step - 1]

    assert (rung.state, rung.last) == (state, last)


@pytest.mark.parametrize(
    ("decisions", "choice", "says"),
    [
        ((), Choice.HOLD, "Step 1 is not on. It was not started yet."),
        (
            DONE,
            Choice.START,
            "Step 1 is done. It was done on Saturday 5 September 2026.",
        ),
        (
            DONE,
            Choice.HOLD,
            "Step 1 is not on. It was done on Saturday 5 September 2026.",
        ),
        (
            STOPPED,
            Choice.PROGRESS,
            (
                "Step 1 is not on. It was stopped, as the person wished, on Saturday "
                "5 September 2026."
            ),
        ),
        (PAUSED, Choice.PROGRESS, "Step 1 is paused. Resume it first, or step back."),
        (PAUSED, Choice.HOLD, "Step 1 is paused. Resume it first, or step back."),
        ((START,), Choice.RESUME, "Step 1 is not paused."),
        ((START,), Choice.COMPLETE, "Step 1 is not the last step."),
        ((START,), Choice.STEP_BACK, "There is no step below step 1."),
        ((START,), Choice.START, "Step 1 is on already."),
    ],
)
def test_a_move_that_is_not_there_is_refused_with_a_sentence(
    decisions: Any, choice: Choice, says: str
) -> None:
    """Where it stands, and since when."""
    assert refused(decisions, choice) == says


def test_the_last_step_is_completed_not_moved_on_from() -> None:
    """There is nothing above it."""
    assert refused(DONE, Choice.PROGRESS, step=2) == "Step 2 is the last step."
    assert refused(DONE, Choice.COMPLETE, step=2) == ""


@pytest.mark.parametrize(
    ("decisions", "choice"),
    [
        ((), Choice.START),
        (STOPPED, Choice.START),
        ((START,), Choice.PROGRESS),
        ((START,), Choice.HOLD),
        ((START,), Choice.PAUSE),
        ((START,), Choice.PERSON_STOPPED),
        (PAUSED, Choice.RESUME),
        (PAUSED, Choice.PAUSE),
        (PAUSED, Choice.PERSON_STOPPED),
    ],
)
def test_the_moves_there_are(decisions: Any, choice: Choice) -> None:
    """The person may stop at any time."""
    assert refused(decisions, choice) == ""


@pytest.mark.parametrize("choice", [Choice.PROGRESS, Choice.COMPLETE])
def test_a_no_is_honoured(choice: Choice) -> None:
    """No reason goes against it; not sure may be gone against, and is an override."""
    assert word_refuses(choice, Word.NO, "Amina") == (
        "Amina says no, so the next step waits until Amina says yes. Choose "
        "one of the others"
    )
    assert word_refuses(choice, Word.NOT_SURE, "Amina") == ""
    assert word_refuses(choice, Word.YES, "Amina") == ""


@pytest.mark.parametrize("choice", [Choice.HOLD, Choice.PAUSE, Choice.STEP_BACK])
def test_a_no_stands_in_the_way_of_nothing_else(choice: Choice) -> None:
    """To wait is always possible."""
    assert word_refuses(choice, Word.NO, "Amina") == ""


def test_recording_on_a_paused_or_ended_step_says_what_it_counts_for() -> None:
    """Nothing is lost, and nothing is pretended."""
    assert aside(a_case(decisions=PAUSED), "step-1") == (
        "Step 1 is paused. What you record is kept and shown. Good time starts anew "
        "when the step is resumed."
    )
    assert aside(a_case(decisions=DONE), "step-1") == (
        "Step 1 is not on. It was done on Saturday 5 September 2026. What you record "
        "is kept, and counts for that step alone."
    )
    assert aside(a_case(decisions=DONE), "step-2") == ""
    assert aside(a_case(), "nowhere") == ""
