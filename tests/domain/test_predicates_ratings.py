"""Ratings over the last sessions gone to: worry, what was feared, how far it fell."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Happened
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET
from tests.builders import a_debrief
from tests.domain.making import CHOSE_NOT, OURS, found

TWO = {"x": 7, "last": 2}


def peaks(*ratings: int | None) -> list[Any]:
    """Return one session a day with these worst worries."""
    return [
        a_debrief(n, worry_before=0, worry_peak=rating, worry_after=0)
        for n, rating in enumerate(ratings, start=1)
    ]


def test_a_threshold_itself_is_kept() -> None:
    """At most 7 includes 7."""
    assert found("peak_suds_max", 2, *peaks(7, 7), args=TWO).answer is MET
    assert found("peak_suds_max", 2, *peaks(7, 8), args=TWO).answer is NOT_MET


def test_one_rating_over_is_not_met_before_the_rest_is_known() -> None:
    """One over of the last two fails whatever the other is."""
    one_short = found("peak_suds_max", 1, *peaks(8), args=TWO)
    one_missing = found("peak_suds_max", 2, *peaks(8, None), args=TWO)

    assert (one_short.answer, one_short.missing) == (NOT_MET, "")
    assert (one_missing.answer, one_missing.missing) == (NOT_MET, "")


def test_a_missing_rating_cannot_be_told_and_is_named() -> None:
    """A session without a score is not a calm session."""
    result = found("peak_suds_max", 2, *peaks(3, None), args=TWO)

    assert result.answer is CANNOT_TELL
    assert result.missing == "a score for worry at its worst for 1 session"
    assert result.shows == "3"


def test_too_few_sessions_cannot_be_told_and_says_how_many() -> None:
    """One of two is not yet two."""
    result = found("peak_suds_max", 1, *peaks(3), args=TWO)

    assert result.answer is CANNOT_TELL
    assert result.missing == "1 more session that goes ahead"


def test_both_gaps_are_named_together() -> None:
    """What would settle it is all of it."""
    result = found("peak_suds_max", 1, *peaks(None), args=TWO)

    assert result.answer is CANNOT_TELL
    assert result.shows == "Nothing recorded yet"
    assert result.missing == (
        "a score for worry at its worst for 1 session and 1 more session that goes "
        "ahead"
    )


def test_only_the_last_ones_count() -> None:
    """An old hard day does not hold anyone back."""
    result = found("peak_suds_max", 3, *peaks(10, 4, 5), args=TWO)

    assert (result.answer, result.shows) == (MET, "4 and 5")
    assert result.used == ("debrief-2", "debrief-3")


def test_sessions_not_gone_to_carry_no_rating() -> None:
    """Ratings are read from the last sessions the person went to."""
    missed = [
        a_debrief(3, outcome=CHOSE_NOT, worry_peak=None),
        a_debrief(4, outcome=OURS, worry_peak=None),
    ]

    result = found("peak_suds_max", 4, *peaks(4, 5), *missed, args=TWO)

    assert (result.answer, result.used) == (MET, ("debrief-1", "debrief-2"))


@pytest.mark.parametrize(
    ("before", "after", "answer"),
    [
        (5, 5, MET),
        (5, 0, MET),
        (5, 6, NOT_MET),
        (None, 3, CANNOT_TELL),
        (3, None, CANNOT_TELL),
        (None, None, CANNOT_TELL),
    ],
)
def test_worry_after_is_held_against_worry_before(
    before: int | None, after: int | None, answer: object
) -> None:
    """No higher includes the same; one of the two missing cannot be told."""
    session = a_debrief(1, worry_before=before, worry_peak=9, worry_after=after)

    result = found("post_le_pre", 1, session, args={"last": 1})

    assert result.answer is answer


def test_worry_before_and_after_are_shown_side_by_side() -> None:
    """The numbers stand beside the answer."""
    sessions = [
        a_debrief(n, worry_before=n + 3, worry_peak=9, worry_after=n) for n in (1, 2)
    ]

    result = found("post_le_pre", 2, *sessions, args={"last": 2})

    assert result.shows == "4 before, 1 after and 5 before, 2 after"


@pytest.mark.parametrize(
    ("feared", "answer"),
    [
        ((Happened.NO, Happened.PARTLY), MET),
        ((Happened.NO, Happened.YES), NOT_MET),
        ((Happened.YES, None), NOT_MET),
        ((Happened.NO, None), CANNOT_TELL),
        ((Happened.NO,), CANNOT_TELL),
    ],
)
def test_what_was_feared_is_asked_of_each_of_the_last(
    feared: tuple[Happened | None, ...], answer: object
) -> None:
    """No or partly in the last two; an answer not given is not a no."""
    sessions = [a_debrief(n, feared=said) for n, said in enumerate(feared, start=1)]
    args = {"outcomes": ["no", "partly"], "last": 2}

    assert found("prediction_outcome_in", 2, *sessions, args=args).answer is answer


def test_an_unanswered_fear_is_named() -> None:
    """It says which question has no answer."""
    args = {"outcomes": ["no"], "last": 1}

    result = found("prediction_outcome_in", 1, a_debrief(1, feared=None), args=args)

    assert result.missing == 'an answer to "did it happen?" for 1 session'


# --- worry against the first two ----------------------------------------------------


def drop(*ratings: int | None, points: int = 2) -> Any:
    """Return whether worry at its worst fell by so many points."""
    args = {"points": points}
    return found("suds_drop_from_baseline", len(ratings), *peaks(*ratings), args=args)


def test_worry_is_held_against_the_mean_of_the_first_two() -> None:
    """8 and 7 at first make 7.5; 2 lower is 5.5 or less."""
    assert drop(8, 7, 5).answer is MET
    assert drop(8, 7, 6).answer is NOT_MET
    assert drop(8, 6, 5).answer is MET


def test_the_latest_session_is_judged_not_the_best() -> None:
    """A better day in between does not stand for today."""
    result = drop(8, 8, 3, 8)

    assert result.answer is NOT_MET
    assert result.shows == "8 and 8 at first, 8 now"
    assert result.used == ("debrief-1", "debrief-2", "debrief-4")


def test_two_sessions_are_only_the_beginning() -> None:
    """With the first two alone there is nothing to hold against them."""
    result = drop(8, 8)

    assert result.answer is CANNOT_TELL
    assert result.missing == "1 more session that goes ahead"


@pytest.mark.parametrize("ratings", [(None, 8, 4), (8, None, 4), (8, 8, None)])
def test_a_missing_score_leaves_it_open(ratings: tuple[int | None, ...]) -> None:
    """One score missing of the three cannot be told."""
    result = drop(*ratings)

    assert result.answer is CANNOT_TELL
    assert result.missing == "a score for worry at its worst"


def test_a_fall_that_can_no_longer_happen_is_not_met() -> None:
    """From 1 and 1, worry cannot fall by 2: it fails whatever comes."""
    assert drop(1, 1, points=2).answer is NOT_MET
