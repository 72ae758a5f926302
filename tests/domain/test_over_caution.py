"""Over-caution: good time has passed, and nobody offered the next step."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.plan import AwayKind
from tests.builders import A_CRISIS_CALL, a_debrief, criteria, day
from tests.domain.making import (
    OURS,
    PEAK_7,
    a_case,
    decided,
    gone,
    good,
    reviewed,
    stands,
    stop_for,
)

WEEK = criteria(PEAK_7, days=7, sessions=1)
START = decided(1, Choice.START, hour=8)


def waiting(*debriefs: Any, word: Word | None = Word.YES, **told: Any) -> Any:
    """Return a casefile that is reached on the 8th."""
    reviews = (reviewed(6, word),) if word else ()
    return a_case(*good(1), *debriefs, reviews=reviews, rules=WEEK, **told)


@pytest.mark.parametrize(("on", "idle", "alarm"), [(21, 13, False), (22, 14, True)])
def test_fourteen_days_after_the_8th_is_the_22nd(
    on: int, idle: int, alarm: object
) -> None:
    """A day counts once it has passed."""
    where = stands(waiting(), on)

    assert (where.idle, where.over_cautious) == (idle, alarm)


def test_never_having_been_asked_is_over_caution_too() -> None:
    """Eligible but for the question."""
    assert stands(waiting(word=None), 22).over_cautious is True


@pytest.mark.parametrize("word", [Word.NO, Word.NOT_SURE])
def test_a_person_who_does_not_want_to_is_not_held_back(word: Word) -> None:
    """With no or not sure, nothing counts as over-caution."""
    assert stands(waiting(word=word), 40).over_cautious is False


def test_the_days_run_again_from_the_latest_decision() -> None:
    """Held on the 20th: 14 days are over on the 4th of the next month."""
    case = waiting(decisions=(START, decided(20, Choice.HOLD)))

    assert (stands(case, 33).idle, stands(case, 33).over_cautious) == (13, False)
    assert (stands(case, 34).idle, stands(case, 34).over_cautious) == (14, True)


def test_days_away_do_not_count() -> None:
    """In hospital from the 10th to the 12th: three days later."""
    case = waiting(aways=(gone(10, 12),))

    assert (stands(case, 24).idle, stands(case, 25).idle) == (13, 14)


def test_days_the_service_cancelled_do_not_count() -> None:
    """Cancelled for the 10th, gone to on the 15th: five days stood still."""
    case = waiting(a_debrief(10, outcome=OURS), *good(15))

    assert (stands(case, 22).idle, stands(case, 22).over_cautious) == (9, False)


def test_nothing_reached_is_nothing_held_back() -> None:
    """Before the hold is complete no day counts."""
    assert (stands(waiting(), 7).idle, stands(waiting(), 8).idle) == (0, 0)


def test_an_open_pause_sign_is_no_over_caution() -> None:
    """There is something to answer first."""
    rules = criteria(PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL)])
    call = a_debrief(2, contacts=(day(2),))

    case = a_case(call, *good(3), reviews=(reviewed(6, Word.YES),), rules=rules)

    assert stands(case, 60).hold.complete is True
    assert stands(case, 60).over_cautious is False


@pytest.mark.parametrize("kind", AwayKind)
def test_days_away_of_every_kind_stop_the_hold_itself(kind: AwayKind) -> None:
    """Hospital, holiday, or lost by the service."""
    hold = stands(waiting(aways=(gone(3, 5, kind),)), 8).hold

    assert (hold.days, hold.frozen) == (4, 3)
