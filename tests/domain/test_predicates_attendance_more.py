"""What never counts against the person, and where the window of sessions ends."""

from __future__ import annotations

from itertools import product

import pytest

from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Answer
from tests.builders import a_debrief
from tests.domain.making import CHOSE_NOT, NO_SHOW, UNCOUNTED, found

THREE_OF_FOUR = {"n": 3, "of_last": 4}
WENT, MISSED = Outcome.ATTENDED_FULL, NO_SHOW


def answer(*outcomes: Outcome, n: int = 3, of_last: int = 4) -> Answer:
    """Return what attendance answers for one session a day."""
    sessions = [a_debrief(i, outcome=o) for i, o in enumerate(outcomes, start=1)]
    args = {"n": n, "of_last": of_last}
    return found("attended_at_least", 9, *sessions, args=args).answer


@pytest.mark.parametrize("outcome", UNCOUNTED)
def test_what_others_cancelled_is_not_among_the_last_four(outcome: Outcome) -> None:
    """Four cancellations after three good sessions change nothing at all."""
    sessions = [a_debrief(n) for n in (1, 2, 3)]
    cancelled = [a_debrief(n, outcome=outcome) for n in (4, 5, 6, 7)]

    result = found("attended_at_least", 7, *sessions, *cancelled, args=THREE_OF_FOUR)

    assert (result.answer, result.shows) == (MET, "3 of 3 went ahead")
    assert result.used == ("debrief-1", "debrief-2", "debrief-3")


@pytest.mark.parametrize("outcome", [CHOSE_NOT, NO_SHOW])
def test_not_going_is_countable_and_not_gone_to(outcome: Outcome) -> None:
    """A choice not to go and an unexplained no-show both fill a place."""
    assert answer(WENT, WENT, outcome, outcome) is NOT_MET
    assert answer(WENT, WENT, WENT, outcome) is MET


@pytest.mark.parametrize("outcome", [o for o in Outcome if o.attended])
def test_every_way_of_going_is_gone_to(outcome: Outcome) -> None:
    """However long they stayed."""
    assert answer(outcome, n=1, of_last=1) is MET


def test_exactly_four_outcomes_are_attended_and_six_countable() -> None:
    """The list of the practice reference, section 2.2 and 2.3."""
    attended = {o.value for o in Outcome if o.attended}
    countable = {o.value for o in Outcome if o.countable}

    assert attended == {
        "attended_full",
        "attended_part_left_by_choice",
        "attended_part_distress",
        "attended_part_other",
    }
    assert countable - attended == {"person_chose_not_to", "no_show_unexplained"}


def test_an_old_miss_leaves_the_window() -> None:
    """Only the last four count."""
    assert answer(MISSED, MISSED, WENT, WENT) is NOT_MET
    assert answer(MISSED, MISSED, WENT, WENT, WENT) is MET


@pytest.mark.parametrize("n", [1, 2, 3])
@pytest.mark.parametrize("known", [0, 1, 2, 3])
def test_the_answer_is_what_every_possible_future_agrees_on(n: int, known: int) -> None:
    """MET where all futures are met, NOT_MET where none is, else it is open."""
    for past in product((WENT, MISSED), repeat=known):
        futures = product((WENT, MISSED), repeat=3 - known)
        ends = {(*past, *rest).count(WENT) >= n for rest in futures}
        open_ = {True: MET, False: NOT_MET}[ends.pop()] if len(ends) == 1 else None

        assert answer(*past, n=n, of_last=3) is (open_ or CANNOT_TELL)


def test_no_session_yet_says_so() -> None:
    """An empty record names what is missing, and is no score of 0."""
    result = found("attended_at_least", 1, args=THREE_OF_FOUR)

    assert (result.answer, result.shows) == (CANNOT_TELL, "No session yet")
    assert result.missing == "3 more sessions that go ahead"
