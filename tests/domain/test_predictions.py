"""Sealed predictions: closed until the debrief, then beside what happened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given

from inclusion_cli.domain.debrief import Happened, Outcome
from inclusion_cli.domain.predictions import (
    as_seen,
    calibration,
    calibration_lines,
    opened,
    veiled,
)
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from tests.builders import a_debrief, at
from tests.domain.making import a_case, keep
from tests.domain.strategies import ratings

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept


def prepared(number: int, **told: Any) -> Kept[Preparation]:
    """Return a check before a session of the n-th day, with guesses of both."""
    own = {
        "mine": Guess(peak=8, will_happen=70),
        "workers": Guess(peak=7, going=True),
        **told,
    }
    return keep(Preparation("step-1", at(number, 9), Wanted.YES, **own), number)


def test_a_guess_is_sealed_until_its_own_debrief() -> None:
    """The debrief of another day opens nothing; its own does."""
    ready = prepared(3)

    before = a_case(a_debrief(2), preparations=(ready,))
    after = a_case(a_debrief(2), a_debrief(3), preparations=(ready,))

    assert as_seen(ready.record, before.debriefs) == veiled(ready.record)
    assert as_seen(ready.record, after.debriefs) == ready.record
    assert veiled(ready.record).mine is None
    assert veiled(ready.record).workers is None


def test_of_two_sessions_on_one_day_the_planned_one_is_meant() -> None:
    """A session that was planned is known by its id, not by its day."""
    ready = prepared(3, session="session-3")

    other = a_case(a_debrief(3), preparations=(ready,))
    own = a_case(a_debrief(3, session="session-3"), preparations=(ready,))

    assert as_seen(ready.record, other.debriefs) == veiled(ready.record)
    assert as_seen(ready.record, own.debriefs) == ready.record


def test_both_guesses_open_beside_what_happened() -> None:
    """In one sentence each, without a word of praise or blame."""
    debrief = a_debrief(3, worry_peak=5, worry_before=4, feared=Happened.NO)
    case = a_case(debrief, preparations=(prepared(3),))

    assert list(opened(case, debrief.record)) == [
        "Now open: you thought Amina would go. Amina went.",
        "Worry at its worst: Amina thought 8, you thought 7, it was 5.",
        "Amina was 70 in 100 sure it would happen. It did not.",
    ]


def test_what_was_not_asked_is_not_made_up() -> None:
    """A session that did not go ahead has no worry to be held against a guess."""
    debrief = a_debrief(3, outcome=Outcome.CHOSE_NOT_TO, worry_peak=None)
    case = a_case(debrief, preparations=(prepared(3),))

    assert list(opened(case, debrief.record)) == [
        "Now open: you thought Amina would go. Amina did not go."
    ]
    assert list(opened(a_case(debrief), debrief.record)) == []


def test_predictions_over_time_carry_their_n() -> None:
    """What came true of how many, and how far the guesses were away."""
    debriefs = (
        a_debrief(3, worry_peak=5, feared=Happened.NO),
        a_debrief(5, worry_peak=6, feared=Happened.YES),
        a_debrief(7, worry_peak=None, feared=None),
    )
    ready = (prepared(3), prepared(5, workers=Guess(peak=5, going=False)), prepared(7))
    case = a_case(*debriefs, preparations=ready)

    found = calibration(case, debriefs)

    assert list(calibration_lines(found, "Amina")) == [
        "What Amina feared came true 1 of 2 times, and partly 0 times.",
        (
            "Amina guessed their worst worry 2 times. "
            "The guess was higher than what came 2 times."
        ),
        "The worker guessed it 2 times, on average 2 of 10 away.",
        "The worker guessed right whether Amina would go 2 of 3 times.",
    ]
    assert list(calibration_lines(calibration(a_case(), ()), "Amina")) == []


@given(mine=ratings, workers=ratings, came=ratings)
def test_a_guess_counts_only_where_something_can_be_held_against_it(
    mine: int | None, workers: int | None, came: int | None
) -> None:
    """No guess and no score are no error of nought."""
    debrief = a_debrief(3, worry_before=None, worry_after=None, worry_peak=came)
    ready = prepared(3, mine=Guess(peak=mine), workers=Guess(peak=workers))
    case = a_case(debrief, preparations=(ready,))

    found = calibration(case, (debrief,))

    both = workers is not None and came is not None
    assert found.worker_n == both
    assert (found.worker_error is not None) == both
    assert found.own_n == (mine is not None and came is not None)
    assert veiled(ready.record) == replace(ready.record, mine=None, workers=None)
