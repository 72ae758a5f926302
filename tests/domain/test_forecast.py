"""How often, the earliest day of each rung, and a pace that is unusual."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from inclusion_cli import shipped
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.defaults import Defaults, defaults_from
from inclusion_cli.domain.forecast import HOW_OFTEN, Forecast, forecasts
from inclusion_cli.domain.often import often, per_week
from inclusion_cli.domain.standing import standing
from tests.builders import ATTENDED_3_OF_4, a_step, at, criteria, day
from tests.domain.making import PEAK_7, a_case, decided, good, keep, ladder, planned
from tests.domain.test_moves import PAUSED

WEEKS = criteria(ATTENDED_3_OF_4, days=14, sessions=3)


@pytest.mark.parametrize(
    ("told", "times"),
    [
        ("twice a week", 2),
        ("2 times a week", 2),
        ("Once a week", 1),
        ("3 sessions a week", 3),
        ("every 2 weeks", Fraction(1, 2)),
        ("every other week.", Fraction(1, 2)),
        ("fortnightly", Fraction(1, 2)),
        ("weekly", 1),
        ("every day", 7),
        ("weekdays", 5),
        ("once a month", Fraction(3, 13)),
        ("now and then", None),
        ("0 times a week", None),
        ("each Tuesday", None),
        ("", None),
    ],
)
def test_how_often_is_read_from_ordinary_words(told: str, times: Any) -> None:
    """Or it is not, and nobody guesses."""
    assert per_week(told) == times


def test_how_often_is_kept_as_it_was_said() -> None:
    """Where nobody can tell, the answer says how to say it."""
    assert often("  Twice   a week ") == "Twice a week"
    with pytest.raises(ValueError, match="must be like 2 times a week"):
        often("when it suits")


def ahead(on: int, *debriefs: Any, **told: Any) -> dict[str, Forecast]:
    """Return the forecasts in the evening of the n-th day."""
    case = a_case(*debriefs, **told)
    return forecasts(case, standing(case, now=at(on, 18)))


def test_with_the_sessions_planned_it_is_the_earliest_day_there_is() -> None:
    """Three of four from the 1st; held from the 5th for 14 days."""
    found = ahead(
        2, *good(1), sessions=[planned(n) for n in (3, 5, 12, 15)], rules=WEEKS
    )

    assert found["step-1"].on == day(19)
    assert found["step-1"].says == (
        "the earliest day is Saturday 19 September, if sessions go as planned"
    )


def test_without_enough_planned_it_says_what_is_missing() -> None:
    """No date is made up."""
    found = ahead(2, *good(1), rules=criteria(PEAK_7, days=14, sessions=3))

    assert (found["step-1"].on, found["step-1"].says) == (
        None,
        "it needs 2 more sessions, none planned",
    )


def test_with_how_often_there_is_a_day_all_the_same() -> None:
    """Twice a week from the 2nd."""
    steps = ladder(criteria=WEEKS, often="2 times a week")

    found = ahead(2, *good(1), steps=steps)

    assert found["step-1"].on == day(23)
    assert found["step-1"].says.endswith(
        "As it is planned 2 times a week, the earliest day is Wednesday 23 September"
    )


def test_later_rungs_follow_from_holds_and_how_often() -> None:
    """Each begins on the earliest day of the one before."""
    steps = ladder("One", "Two", "Three", criteria=WEEKS, often="weekly")

    found = ahead(2, *good(1), steps=steps)

    days = [found[f"step-{n}"].on for n in (1, 2, 3)]
    assert None not in days
    assert days == sorted(days, key=lambda one: one or day(1))
    assert found["step-2"].says.startswith("it can begin on ")
    assert ". What is agreed for it can be met by " in found["step-2"].says


def test_a_rung_whose_turn_it_is_can_begin_now() -> None:
    """Where all of the step before is met, no day is said before which it may not."""
    steps = ladder(
        "One",
        "Two",
        criteria=criteria(ATTENDED_3_OF_4, days=2, sessions=1),
        often="weekly",
    )

    found = ahead(9, *good(1, 3, 5, 8), steps=steps)

    assert found["step-1"].says.startswith("all of it was met on ")
    assert found["step-2"].says.startswith(
        "it can begin now. What is agreed for it can be met by "
    )


def test_without_how_often_a_later_rung_has_no_day() -> None:
    """It says what it needs, and what would give it one."""
    found = ahead(2, *good(1), rules=WEEKS)

    assert (found["step-2"].on, found["step-2"].says) == (
        None,
        "it needs 14 days and 3 sessions",
    )
    assert found["step-2"].notes == (HOW_OFTEN,)


def test_a_paused_step_has_no_day() -> None:
    """Nobody plans around a pause."""
    found = ahead(6, *good(1), decisions=PAUSED, rules=WEEKS)

    assert found["step-1"].says == "it is paused: there is no date until it is resumed"


def test_what_is_done_is_not_forecast() -> None:
    """The ladder below is behind."""
    moved = (
        decided(1, Choice.START, hour=8),
        decided(5, Choice.PROGRESS, to_step="step-2"),
    )

    assert set(ahead(6, decisions=moved, rules=WEEKS)) == {"step-2"}


def two(**told: Any) -> tuple[Any, ...]:
    """Return two steps, the second as told."""
    first = a_step(expected_worry=2, often="weekly")
    second = a_step(**{"number": 2, "often": "weekly", "expected_worry": 3, **told})
    return keep(first, id="step-1"), keep(second, id="step-2")


@pytest.mark.parametrize(
    ("told", "note"),
    [
        (
            {"criteria": criteria(PEAK_7, days=3, sessions=3)},
            (
                "Step 2 can be done in 3 days and 3 sessions. That is fast: one good "
                "week can be luck."
            ),
        ),
        (
            {"criteria": criteria(PEAK_7, days=14, sessions=1)},
            (
                "Step 2 can be done in 14 days and 1 session. That is fast: one good "
                "week can be luck."
            ),
        ),
        (
            {"criteria": criteria(PEAK_7, days=200, sessions=3)},
            (
                "Step 2 takes 30 weeks even if all goes well. That is slow: what would "
                "make it shorter?"
            ),
        ),
        (
            {"expected_worry": 6},
            (
                "Step 2 is expected to be 4 worse than step 1. "
                "Is there a step between them?"
            ),
        ),
    ],
)
def test_an_unusual_pace_is_said(told: dict[str, Any], note: str) -> None:
    """Fast, slow, or a leap."""
    assert ahead(2, *good(1), steps=two(**told))["step-2"].notes == (note,)


def test_an_ordinary_pace_says_nothing() -> None:
    """Most ladders are."""
    assert ahead(2, *good(1), steps=two())["step-2"].notes == ()


# --- the numbers a service may change -----------------------------------------------


def test_the_file_that_is_shipped_says_what_the_program_does() -> None:
    """One set of numbers, in two places."""
    assert shipped.defaults() == Defaults()


def test_a_service_may_change_some_of_the_numbers() -> None:
    """What it leaves out stands."""
    found = defaults_from({"over_caution_days": 21})

    assert (found.over_caution_days, found.quiet_days) == (21, 14)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (
            {"over_caution": 3},
            'There is no "over_caution". There are: over_caution_days',
        ),
        ({"quiet_days": 0}, "quiet_days must be a whole number from 1 to 365"),
        ({"quiet_days": "14"}, 'It says "14".'),
        ({"quiet_days": True}, 'It says "True".'),
    ],
)
def test_a_number_that_cannot_be_used_is_told(data: dict[str, Any], says: str) -> None:
    """Which one, what there is, and what it says."""
    with pytest.raises(ValueError, match=says.replace(".", r"\.")):
        defaults_from(data)
