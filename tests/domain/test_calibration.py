"""Predictions against what came: counts with their n, and no grade of anybody."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.calibration import Calibration, calibration, in_words
from inclusion_cli.domain.debrief import Happened, Outcome
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from tests.builders import a_debrief, at, day
from tests.domain.making import a_case, keep


def ready(number: int, **told: Any) -> Any:
    """Return a check before the session of the n-th day, by Sam unless it says so."""
    author = told.pop("author", "sam")
    own = {"mine": Guess(peak=8), "workers": Guess(peak=7, going=True), **told}
    record = Preparation("step-1", at(number, 9), Wanted.YES, **own)
    return keep(record, number, author=author)


def counted(*debriefs: Any, **told: Any) -> Calibration:
    """Return the counts of a case, of Sam's work on days 1 to 30."""
    case = a_case(*debriefs, **told)
    return calibration([case], worker="sam", first=day(1), last=day(30))


def test_it_counts_how_far_off_the_guesses_were() -> None:
    """Sam guessed 7 twice; it was 5 and 8. On the whole half a point too high."""
    found = counted(
        a_debrief(3, worry_peak=5),
        a_debrief(5, worry_peak=8),
        preparations=(ready(3), ready(5)),
    )

    assert (found.workers.n, found.workers.off) == (2, 1)
    assert (found.workers.over, found.workers.under) == (1, 1)
    assert next(iter(in_words(found))) == (
        "You guessed worry at its worst 2 times: on the whole 0.5 of 10 higher than it "
        "was. Too high 1 time, too low 1 time."
    )


def test_going_is_right_when_it_was_so() -> None:
    """A session the service cancelled says nothing about the guess."""
    found = counted(
        a_debrief(3),
        a_debrief(5, outcome=Outcome.NO_SHOW, worry_peak=None),
        a_debrief(7, outcome=Outcome.CANCELLED_BY_SERVICE, worry_peak=None),
        preparations=(ready(3), ready(5), ready(7)),
    )

    assert (found.going, found.going_right) == (2, 1)


def test_a_fear_counts_where_it_was_asked_and_what_came_is_known() -> None:
    """Not where nobody asked how sure the person was."""
    found = counted(
        a_debrief(3, feared=Happened.NO),
        a_debrief(5, feared=Happened.YES),
        preparations=(ready(3, mine=Guess(will_happen=80)), ready(5)),
    )

    assert (found.fears, found.sure, found.came_true) == (1, 80, 0)


def test_only_ones_own_sessions_of_the_time_count() -> None:
    """Not a colleague's, and not those of before."""
    theirs = ready(3, author="kim")
    late = a_debrief(40)
    assert counted(a_debrief(3), preparations=(theirs,)) == Calibration()
    assert counted(late, preparations=(ready(40),)) == Calibration()
    assert list(in_words(Calibration())) == []


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=9))
def test_too_high_and_too_low_are_never_more_than_all(
    pairs: list[tuple[int, int]],
) -> None:
    """What was guessed right is neither; the sum is that of the differences."""
    days = range(1, len(pairs) + 1)
    debriefs = [
        a_debrief(n, worry_peak=was) for n, (_g, was) in zip(days, pairs, strict=False)
    ]
    preparations = tuple(
        ready(n, workers=Guess(peak=guess))
        for n, (guess, _w) in zip(days, pairs, strict=False)
    )

    found = counted(*debriefs, preparations=preparations).workers

    assert found.n == len(pairs)
    assert found.over + found.under <= found.n
    assert found.off == sum(guess - was for guess, was in pairs)
