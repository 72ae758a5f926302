"""Decisions: a reason where something agreed is gone against, and no pause for ever."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.decision import CHOICE_WORDS, Choice, Decision
from inclusion_cli.domain.plan import (
    Away,
    AwayKind,
    Step,
    changed_dimensions,
    in_order,
)
from tests.builders import a_step, criteria, day
from tests.domain.making import keep

AGAINST = ("All that was agreed is met, and Amina says yes.",)
PAUSED = {"resume_when": "Two calm days", "look_again": day(8)}


def decide(choice: Choice, **told: Any) -> Decision:
    """Return a decision of day 1."""
    return Decision("step-1", choice, day(1), **told)


@pytest.mark.parametrize("choice", [Choice.PROGRESS, Choice.HOLD, Choice.STEP_BACK])
@pytest.mark.parametrize("why", ["", "x" * 19])
def test_going_against_what_was_agreed_needs_a_reason(choice: Choice, why: str) -> None:
    """In either direction, 20 letters at the least."""
    with pytest.raises(ValueError, match=r"^going against what was agreed needs a"):
        decide(choice, overrides=AGAINST, why=why)


def test_a_reason_of_20_letters_is_enough() -> None:
    """The end of the range is in it."""
    assert decide(Choice.HOLD, overrides=AGAINST, why="x" * 20).overrides == AGAINST


def test_going_along_with_it_needs_none() -> None:
    """A reason is for going against."""
    assert decide(Choice.PROGRESS, to_step="step-2").why == ""


@pytest.mark.parametrize("gap", PAUSED)
def test_a_pause_says_what_ends_it_and_when_to_look_again(gap: str) -> None:
    """So that a pause cannot become a ban."""
    with pytest.raises(ValueError, match=r"^a pause says what ends it and when to"):
        decide(Choice.PAUSE, **{**PAUSED, gap: None})


def test_the_person_may_stop_without_any_reason() -> None:
    """Always honoured."""
    assert decide(Choice.PERSON_STOPPED).why == ""


def test_every_choice_has_its_words() -> None:
    """And a stop is said as what it is."""
    assert set(CHOICE_WORDS) == set(Choice)
    assert CHOICE_WORDS[Choice.PERSON_STOPPED] == "Stop, as the person wishes"


# --- the ladder ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"accompaniment": -1}, r"^accompaniment is from 0 to 6$"),
        ({"accompaniment": 7}, r"^accompaniment is from 0 to 6$"),
        ({"minutes": 0}, r"^a step lasts from 1 minute to a day$"),
        ({"minutes": 1441}, r"^a step lasts from 1 minute to a day$"),
        ({"criteria": {}}, r"^Criteria takes exactly: hold, pause, stability\.$"),
    ],
)
def test_a_step_that_could_not_be_is_refused(told: dict[str, Any], why: str) -> None:
    """Its company, its length and what was agreed are in range."""
    with pytest.raises(ValueError, match=why):
        a_step(**told)


@pytest.mark.parametrize(
    ("level", "says"),
    [
        (0, "on their own, with a talk before and after"),
        (3, "a worker travels there and back"),
        (6, "a worker beside them all the way"),
    ],
)
def test_company_is_said_in_words(level: int, says: str) -> None:
    """From independent to beside throughout."""
    assert a_step(accompaniment=level, minutes=1440).company == says


def test_what_changes_between_two_steps_is_named() -> None:
    """One at a time is steadier, so more than one must be seen."""
    before = a_step()

    assert changed_dimensions(before, a_step()) == ()
    assert changed_dimensions(before, a_step(minutes=30)) == ("how long",)
    assert changed_dimensions(
        before, a_step(accompaniment=5, place="Park", time="3pm", minutes=30)
    ) == ("who is there", "where", "when", "how long")


def test_steps_stand_in_order_of_their_numbers() -> None:
    """Two written with one number stand in order of entry."""
    third: Any = keep(a_step(number=3), id="c")
    twins: list[Any] = [keep(a_step(number=2), id=name) for name in ("b", "a")]

    found = in_order([third, *twins])

    assert [kept.id for kept in found] == ["a", "b", "c"]


def test_days_away_end_on_or_after_they_begin() -> None:
    """One day away is a first and a last day."""
    assert Away(AwayKind.HOLIDAY, day(3), day(3)).last == day(3)
    with pytest.raises(ValueError, match=r"^the last day cannot be before the first$"):
        Away(AwayKind.HOLIDAY, day(3), day(2))


def test_what_was_agreed_can_be_read_from_the_step() -> None:
    """The grammar is parsed where it is asked for."""
    step: Step = a_step(criteria=criteria(days=21))

    assert step.agreed.hold.days == 21
