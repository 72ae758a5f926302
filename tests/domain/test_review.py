"""What lies on the table at a review, and what goes against it."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Concern, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.review import ReviewTable, review_table
from inclusion_cli.domain.review_choices import clashes
from tests.builders import A_CRISIS_CALL, a_debrief, criteria, day
from tests.domain.making import (
    OURS,
    PEAK_7,
    a_case,
    decided,
    good,
    reviewed,
    stands,
    stop_for,
)

START = decided(1, Choice.START, hour=8)
WEEK = criteria(PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL)])
YES = (reviewed(6, Word.YES),)


def table(case: Any, on: int) -> ReviewTable:
    """Return the review table in the evening of the n-th day."""
    return review_table(case, stands(case, on))


def reached(**told: Any) -> ReviewTable:
    """Return a table on which all that was agreed is met."""
    return table(a_case(*good(1, 7), reviews=YES, rules=WEEK, **told), 8)


# --- the evidence -------------------------------------------------------------------


def test_each_line_shows_what_was_agreed_beside_what_is_recorded() -> None:
    """Stability, the hold and the person's word, with the ids they were read from."""
    stability, hold, word = reached().agreed

    assert (stability.agreed, stability.answer, stability.shows) == (
        "worry at its worst is 7 or less in the last session",
        "met",
        "6",
    )
    assert stability.records == ("debrief-7",)
    assert (hold.answer, hold.shows) == ("met", "7 of 7 days, 1 of 1 session")
    assert (word.agreed, word.answer, word.shows) == (
        "Amina feels ready",
        "met",
        "Said yes on Sunday 6 September 2026",
    )


@pytest.mark.parametrize(
    ("word", "answer", "shows"),
    [
        (Word.NO, "not_met", "Said no on Sunday 6 September 2026"),
        (Word.NOT_SURE, "not_met", "Not sure on Sunday 6 September 2026"),
        (None, "cannot_tell", "Not asked yet"),
    ],
)
def test_the_word_is_shown_as_it_was_given(
    word: Word | None, answer: str, shows: str
) -> None:
    """Not asked is not a no."""
    reviews = (reviewed(6, word),) if word else ()

    line = table(a_case(*good(1), reviews=reviews), 8).agreed[-1]

    assert (line.answer, line.shows) == (answer, shows)
    assert line.missing == ("" if word else "ask Amina")


def test_a_pause_sign_is_open_until_a_decision_cites_it() -> None:
    """It stays on the table, answered."""
    call = a_debrief(2, contacts=(day(2),))
    answer = decided(3, Choice.HOLD, cites=("debrief-2",))

    (opened,) = table(a_case(call, rules=WEEK), 4).pause_signs
    answered = table(a_case(call, rules=WEEK, decisions=(START, answer)), 4)

    assert (opened.agreed, opened.answer) == ("a crisis call in 7 days: pause", "met")
    assert opened.shows == "On Wednesday 2 September 2026: 1 in 7 days"
    assert answered.pause_signs[0].answer == "not_met"
    assert answered.pause_signs[0].shows.endswith(". Answered by a decision")


def test_a_pause_sign_nobody_asked_about_is_not_shown_as_absent() -> None:
    """No data is not stable: whether there was a crisis call cannot be told."""
    mute = a_debrief(2, concerns=None)

    (line,) = table(a_case(mute, rules=WEEK), 3).pause_signs

    assert line.answer == "cannot_tell"


def test_a_concern_no_review_has_seen_is_on_the_table() -> None:
    """Harm is looked at whatever was agreed to pause for."""
    told = a_debrief(2, concerns=(Concern.HURT, Concern.MONEY))

    line = table(a_case(told), 3).pause_signs[-1]

    assert (line.answer, line.records) == ("met", ("debrief-2",))
    assert line.shows == (
        "On Wednesday 2 September 2026: someone was hurt or unsafe and someone asked "
        "for money or things"
    )


def test_what_was_left_out_is_said_with_its_days() -> None:
    """Nothing is missing silently."""
    unrated, ours = a_debrief(2, worry_peak=None), a_debrief(3, outcome=OURS)

    said = table(a_case(*good(1), unrated, ours), 4).left_out

    assert said == (
        "1 debrief with no score for worry: Wednesday 2 September 2026.",
        "1 session cancelled by us, not counted: Thursday 3 September 2026.",
    )


def test_a_decision_cites_every_session_and_every_open_thing_once() -> None:
    """What was on the table is what the decision rests on."""
    hurt = a_debrief(2, contacts=(day(2),), concerns=(Concern.HURT,))
    other = a_debrief(1, step="step-2", id="elsewhere", concerns=(Concern.MONEY,))

    assert table(a_case(*good(1), hurt, other, rules=WEEK), 4).cites == (
        "debrief-1",
        "debrief-2",
        "elsewhere",
    )


# --- what goes against it -----------------------------------------------------------

CAUTIOUS = (Choice.HOLD, Choice.PAUSE, Choice.STEP_BACK)


@pytest.mark.parametrize("choice", [Choice.PROGRESS, Choice.COMPLETE])
def test_moving_on_when_all_is_met_goes_against_nothing(choice: Choice) -> None:
    """Met, held, and the person says yes."""
    assert clashes(reached(), choice, Word.YES) == ()


def test_moving_on_before_names_each_line_that_is_not_met() -> None:
    """The hold is short by four days; that is what the reason must answer."""
    short = table(a_case(*good(1), reviews=YES, rules=WEEK), 4)

    assert clashes(short, Choice.PROGRESS, Word.YES) == (
        (
            "All of this holds for 7 days and 1 session. The records: 3 of 7 days, "
            "1 of 1 session. Missing: time."
        ),
    )


@pytest.mark.parametrize(
    ("word", "said"), [(Word.NO, "no"), (Word.NOT_SURE, "not sure")]
)
def test_moving_on_without_a_yes_goes_against_the_person(word: Word, said: str) -> None:
    """The word of this review counts, not the one before."""
    assert clashes(reached(), Choice.PROGRESS, word) == (f"Amina says: {said}.",)


@pytest.mark.parametrize("choice", [Choice.PROGRESS, Choice.RESUME])
def test_moving_on_with_an_open_pause_sign_goes_against_it(choice: Choice) -> None:
    """The sign is named with its day."""
    call = a_debrief(1, contacts=(day(1),))
    opened = table(a_case(call, *good(2), reviews=YES, rules=WEEK), 12)

    assert clashes(opened, choice, Word.YES) == (
        (
            "An open pause sign: a crisis call in 7 days: pause. "
            "On Tuesday 1 September 2026: 1 in 7 days."
        ),
    )


@pytest.mark.parametrize("choice", CAUTIOUS)
def test_holding_back_a_person_who_is_ready_needs_a_reason_too(choice: Choice) -> None:
    """Caution is a decision like any other."""
    assert clashes(reached(), choice, Word.YES) == (
        "All that was agreed is met, and Amina says yes.",
    )


@pytest.mark.parametrize("choice", CAUTIOUS)
@pytest.mark.parametrize("word", [Word.NO, Word.NOT_SURE])
def test_waiting_for_a_person_who_is_not_ready_goes_against_nothing(
    choice: Choice, word: Word
) -> None:
    """Nobody is hurried."""
    assert clashes(reached(), choice, word) == ()


@pytest.mark.parametrize("choice", CAUTIOUS)
def test_waiting_before_all_is_met_goes_against_nothing(choice: Choice) -> None:
    """The criteria say the same."""
    short = table(a_case(*good(1), reviews=YES, rules=WEEK), 4)

    assert clashes(short, choice, Word.YES) == ()


@pytest.mark.parametrize("choice", CAUTIOUS)
def test_waiting_with_an_open_pause_sign_goes_against_nothing(choice: Choice) -> None:
    """Held again since, and yet the call of the 1st has no answer."""
    call = a_debrief(1, contacts=(day(1),))
    opened = table(a_case(call, *good(2), reviews=YES, rules=WEEK), 12)

    assert {line.answer for line in opened.agreed} == {"met"}
    assert clashes(opened, choice, Word.YES) == ()


@pytest.mark.parametrize("word", Word)
def test_stopping_never_goes_against_anything(word: Word) -> None:
    """The person may stop at any time with no reason."""
    call = a_debrief(1, contacts=(day(1),))
    opened = table(a_case(call, rules=WEEK), 2)

    for at_table in (reached(), opened):
        assert clashes(at_table, Choice.PERSON_STOPPED, word) == ()
