"""Windows of days: what is in them, and why silence and youth prove nothing."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Concern, SignSeen
from inclusion_cli.domain.facts import Baseline, PauseEvent
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET
from tests.builders import a_debrief, day
from tests.domain.making import LATE_SIGN, found, good

A_WEEK = {"n": 0, "days": 7}
EVERY_WINDOW: list[tuple[str, dict[str, Any]]] = [
    ("no_pause_event", {"days": 7}),
    ("crisis_contacts_max", A_WEEK),
    ("signs_stage_max", {"stage": 2, "days": 7}),
    ("no_concern", {"days": 7}),
]


def called(told_on: int, *days: int) -> Any:
    """Return a debrief of one day that tells of crisis calls on others."""
    return a_debrief(told_on, contacts=tuple(day(n) for n in days))


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW)
def test_a_quiet_asked_window_is_met(name: str, args: dict[str, Any]) -> None:
    """A debrief that asked and was told of nothing counts."""
    result = found(name, 20, a_debrief(15), args=args)

    assert (result.answer, result.shows) == (MET, "None in 7 days")
    assert result.used == ("debrief-15",)


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW)
def test_silence_is_not_stability(name: str, args: dict[str, Any]) -> None:
    """A debrief eight days ago says nothing about the last seven."""
    result = found(name, 20, a_debrief(13), args=args)

    assert result.answer is CANNOT_TELL
    assert result.shows.startswith("Not asked in 7 days")
    assert result.missing == "a debrief"


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW)
def test_the_first_day_of_the_window_is_in_it(name: str, args: dict[str, Any]) -> None:
    """A window of seven days ends today and includes the 14th on the 20th."""
    assert found(name, 20, a_debrief(14), args=args).answer is MET


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW[1:])
def test_a_debrief_that_did_not_ask_is_silence(name: str, args: dict[str, Any]) -> None:
    """None is a question that was not asked; empty is an answer of none."""
    mute = a_debrief(19, signs=None, concerns=None)

    assert found(name, 20, mute, args=args).answer is CANNOT_TELL


def test_any_debrief_asks_about_pause_signs() -> None:
    """For pause signs a debrief counts whole."""
    mute = a_debrief(19, signs=None, concerns=None)

    assert found("no_pause_event", 20, mute, args={"days": 7}).answer is MET


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW)
def test_a_step_younger_than_the_window_cannot_be_told(
    name: str, args: dict[str, Any]
) -> None:
    """Begun on the 3rd, a week is only full on the 9th."""
    young = found(name, 8, a_debrief(7), began=3, args=args)
    old_enough = found(name, 9, a_debrief(7), began=3, args=args)

    assert (young.answer, young.shows) == (CANNOT_TELL, "None so far, in 6 days")
    assert young.missing == "time, until Wednesday 9 September 2026"
    assert old_enough.answer is MET


BAD_DAY_2: dict[str, dict[str, Any]] = {
    "no_pause_event": {"pause_events": (PauseEvent(day(2), "debrief-2"),)},
    "crisis_contacts_max": {"sessions": (called(2, 2),)},
    "signs_stage_max": {"sessions": (a_debrief(2, signs=(LATE_SIGN,)),)},
    "no_concern": {"sessions": (a_debrief(2, concerns=(Concern.HURT,)),)},
}


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW)
def test_a_young_step_can_have_failed_already(name: str, args: dict[str, Any]) -> None:
    """What has happened has happened, however short the time."""
    more = dict(BAD_DAY_2[name])
    sessions = more.pop("sessions", (a_debrief(2),))

    result = found(name, 3, *sessions, args=args, **more)

    assert result.answer is NOT_MET
    assert result.used == ("debrief-2",)


@pytest.mark.parametrize(("name", "args"), EVERY_WINDOW)
@pytest.mark.parametrize(("on", "answer"), [(8, NOT_MET), (9, MET)])
def test_a_bad_day_leaves_the_window_after_seven_days(
    name: str, args: dict[str, Any], on: int, answer: object
) -> None:
    """The 2nd is in a week that ends on the 8th, not in one that ends on the 9th."""
    more = dict(BAD_DAY_2[name])
    sessions = more.pop("sessions", (a_debrief(2),))

    result = found(name, on, *sessions, a_debrief(8), args=args, **more)

    assert result.answer is answer


# --- crisis calls -------------------------------------------------------------------


def test_at_most_two_calls_includes_two() -> None:
    """A threshold itself is kept."""
    args = {"n": 2, "days": 7}

    assert found("crisis_contacts_max", 9, called(9, 8, 9), args=args).answer is MET
    over = found("crisis_contacts_max", 9, called(9, 7, 8, 9), args=args)
    assert (over.answer, over.shows) == (NOT_MET, "3 in 7 days")


def test_a_call_counts_on_its_own_day_not_the_day_it_was_told() -> None:
    """Told of on the 20th, a call of the 13th is not in the last seven days."""
    old = found("crisis_contacts_max", 20, called(20, 13), args=A_WEEK)
    new = found("crisis_contacts_max", 20, called(20, 14), args=A_WEEK)

    assert (old.answer, new.answer) == (MET, NOT_MET)


def test_a_call_after_its_session_counts_on_its_own_day() -> None:
    """A debrief written late tells of a call after the session; that day stands."""
    late = called(3, 12)

    before = found("crisis_contacts_max", 11, late, called(10), args=A_WEEK)
    after = found("crisis_contacts_max", 12, late, called(10), args=A_WEEK)

    assert (before.answer, after.answer) == (MET, NOT_MET)


def test_calls_before_the_step_began_are_not_counted() -> None:
    """Begun on the 16th: a call of the 15th fails nothing, though a week holds it."""
    earlier = found("crisis_contacts_max", 20, called(18, 15), began=16, args=A_WEEK)
    since = found("crisis_contacts_max", 20, called(18, 16), began=16, args=A_WEEK)

    assert (earlier.answer, since.answer) == (CANNOT_TELL, NOT_MET)


BASELINE = {"n": "baseline", "days": 28}


@pytest.mark.parametrize(
    ("before", "now", "answer"),
    [
        (Baseline(3, 56), 1, MET),  # 0.54 in 30 days is no more than 1.6
        (Baseline(3, 56), 2, NOT_MET),  # 2.1 in 30 days is more than 1.6
        (Baseline(2, 56), 1, MET),  # the same rate is not more
        (Baseline(0, 56), 0, MET),
        (Baseline(0, 56), 1, NOT_MET),
        (Baseline(4, 84), 1, MET),
        (Baseline(4, 84), 2, NOT_MET),
    ],
)
def test_rates_are_compared_not_counts(
    before: Baseline, now: int, answer: object
) -> None:
    """Calls in 28 days are held against calls in all the days counted before."""
    days = tuple(range(30, 30 + now))

    result = found(
        "crisis_contacts_max", 40, called(39, *days), args=BASELINE, baseline=before
    )

    assert result.answer is answer


@pytest.mark.parametrize("baseline", [None, Baseline(0, 0)])
def test_a_baseline_of_no_counted_days_cannot_be_compared(
    baseline: Baseline | None,
) -> None:
    """Nobody knows what "more than before" would be."""
    result = found(
        "crisis_contacts_max", 40, called(39, 38), args=BASELINE, baseline=baseline
    )

    assert (result.answer, result.missing) == (CANNOT_TELL, "a baseline")


def test_a_rate_shows_both_counts_with_their_days() -> None:
    """A number never stands without its days."""
    result = found(
        "crisis_contacts_max", 40, called(39), args=BASELINE, baseline=Baseline(3, 56)
    )

    assert result.shows == "None, against 3 in 56 days before, in 28 days"


# --- signs and concerns -------------------------------------------------------------


@pytest.mark.parametrize(("stage", "answer"), [(1, NOT_MET), (2, NOT_MET), (3, MET)])
def test_a_sign_of_the_named_stage_itself_is_within_it(
    stage: int, answer: object
) -> None:
    """A sign of stage 3 is past stage 2, and not past stage 3."""
    told = a_debrief(19, signs=(LATE_SIGN,))

    result = found("signs_stage_max", 20, told, args={"stage": stage, "days": 7})

    assert result.answer is answer


def test_the_sign_is_shown_in_its_own_words_with_its_day() -> None:
    """The record speaks as the card did."""
    told = a_debrief(19, signs=(SignSeen("s2-1", "Goes quiet", 2), LATE_SIGN))

    result = found("signs_stage_max", 20, told, args={"stage": 2, "days": 7})

    assert result.shows == '"Three bad nights" on Saturday 19 September 2026'


def test_not_being_sure_is_no_answer() -> None:
    """It is not good news, and nothing fires on it: somebody has to ask again."""
    told = a_debrief(19, concerns=(Concern.NOT_SURE,))

    result = found("no_concern", 20, *good(18), told, args={"days": 7})

    assert result.answer is CANNOT_TELL
    assert result.shows == "Not sure on Saturday 19 September 2026"
    assert result.missing == "what happened on Saturday 19 September 2026"


@pytest.mark.parametrize("concern", [Concern.HURT, Concern.MONEY])
def test_harm_and_a_request_are_concerns(concern: Concern) -> None:
    """Each fails the window, and says when."""
    told = a_debrief(19, concerns=(concern,))

    result = found("no_concern", 20, told, args={"days": 7})

    assert result.answer is NOT_MET
    assert result.shows == "Told of on Saturday 19 September 2026"


def test_a_crisis_call_alone_is_counted_elsewhere() -> None:
    """It has a predicate of its own."""
    told = a_debrief(19, concerns=(Concern.CRISIS,), contacts=(day(18),))

    assert found("no_concern", 20, told, args={"days": 7}).answer is MET
