"""What is due: its groups, its order, its reasons, and one engine for all."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.due import Group
from inclusion_cli.domain.due_person import due_for
from tests.builders import (
    A_CRISIS_CALL,
    a_card,
    a_debrief,
    a_formulation,
    at,
    criteria,
    day,
)
from tests.domain.making import (
    PEAK_7,
    a_case,
    decided,
    good,
    keep,
    planned,
    reviewed,
    slept,
    stop_for,
)

START = decided(1, Choice.START, hour=8)
WEEK = criteria(PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL)])
CARE: dict[str, Any] = {"formulation": keep(a_formulation()), "card": keep(a_card())}
"""A formulation and a card in date, so that only the plan can be due."""


def due(case: Any, on: int, *, hour: int = 18) -> list[tuple[str, str]]:
    """Return the group and the words of what is due."""
    return [(d.group.value, d.says) for d in due_for(case, now=at(on, hour))]


def test_nothing_is_due_for_a_file_in_order() -> None:
    """No noise."""
    assert due(a_case(*good(1), **CARE), 3) == []


# --- sessions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "hour", "group", "says"),
    [
        (5, 10, "today", "Debrief, today 10am: A morning walk. Not started."),
        (4, 14, "today", "Debrief, yesterday 2pm: A morning walk. Not started."),
        (5, 18, "today", "Debrief, today 6pm: A morning walk. Not started."),
        (5, 20, "today", "Session, today 8pm: A morning walk. Prepare it."),
        (6, 10, "coming", "Session, tomorrow 10am: A morning walk."),
        (12, 10, "coming", "Session, Saturday 12 September 10am: A morning walk."),
    ],
)
def test_a_planned_session_is_due_by_its_time(
    number: int, hour: int, group: str, says: str
) -> None:
    """Passed: its debrief. Today: the session. Within a week: coming."""
    case = a_case(*good(1), sessions=(planned(number, hour=hour),), **CARE)

    assert due(case, 5) == [(group, says)]


def test_a_session_more_than_a_week_away_is_not_yet_due() -> None:
    """The screen looks seven days ahead."""
    assert due(a_case(*good(1), sessions=(planned(13),), **CARE), 5) == []


def test_a_session_of_a_step_that_is_gone_is_not_due() -> None:
    """It has no name to be shown by."""
    case = a_case(*good(1), sessions=(planned(5, step="step-9"),), **CARE)

    assert due(case, 5) == []


# --- reviews ------------------------------------------------------------------------


def test_all_that_was_agreed_is_a_review_today() -> None:
    """Since the 8th, and the person says yes."""
    case = a_case(*good(1), reviews=(reviewed(6, Word.YES),), rules=WEEK, **CARE)

    assert due(case, 10) == [
        ("today", "Step review. All that was agreed is met since Tuesday 8 September.")
    ]


def test_met_and_never_asked_is_a_question_today() -> None:
    """The person's word is the one thing missing."""
    assert due(a_case(*good(1), rules=WEEK, **CARE), 9) == [
        ("today", "Met since yesterday. Ask Amina about the next step.")
    ]


@pytest.mark.parametrize("word", [Word.NO, Word.NOT_SURE])
def test_a_person_who_does_not_want_to_is_not_pressed(word: Word) -> None:
    """Their word was asked for and given."""
    case = a_case(*good(1), reviews=(reviewed(6, word),), rules=WEEK, **CARE)

    assert due(case, 10) == []


def test_after_two_weeks_the_alarm_says_it_instead() -> None:
    """The same thing is not said twice."""
    case = a_case(*good(1, 20), rules=WEEK, reviews=(reviewed(6, Word.YES),), **CARE)

    (item,) = due_for(case, now=at(22, 18))

    assert (item.group, item.alarm, item.on) == (Group.TODAY, "caution", day(8))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (12, []),
        (13, [("coming", "Step review, Sunday 20 September.")]),
        (19, [("coming", "Step review, tomorrow.")]),
        (20, [("today", "Step review. Due today.")]),
        (21, [("today", "Step review. Due 1 day ago.")]),
    ],
)
def test_a_date_to_look_again_is_kept(on: int, expected: list[Any]) -> None:
    """Held on the 6th, to be looked at again on the 20th."""
    held = decided(6, Choice.HOLD, look_again=day(20))
    case = a_case(*good(1, 11), decisions=(START, held), **CARE)

    assert due(case, on) == expected


def test_a_pause_past_its_date_is_said_once() -> None:
    """The alarm says it; the review line does not say it again."""
    case = a_case(*good(1), decisions=(START, decided(2, Choice.PAUSE)), **CARE)

    (item,) = due_for(case, now=at(11, 18))

    assert item.alarm == "caution"


# --- formulation, card, and what is worth a look ------------------------------------


def test_a_file_with_nothing_in_it_asks_for_a_formulation() -> None:
    """One thing at a time."""
    case = a_case(steps=(), decisions=())

    assert due(case, 3) == [("look", "No formulation yet.")]


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (4, [("today", "Formulation review. It was due yesterday.")]),
        (12, [("coming", "Formulation review, Saturday 12 September.")]),
        (13, []),
    ],
)
def test_a_formulation_is_reviewed_in_time(review: int, expected: list[Any]) -> None:
    """Late, within a week, or not yet."""
    formulation = keep(a_formulation(review_on=day(review)))
    case = a_case(*good(4), formulation=formulation, card=CARE["card"])

    assert due(case, 5) == expected


def test_a_formulation_is_to_be_reviewed_on_its_day() -> None:
    """On the day itself it is something to do today."""
    formulation = keep(a_formulation(review_on=day(5)))
    case = a_case(*good(4), formulation=formulation, card=CARE["card"])

    assert [group for group, _says in due(case, 5)] == ["today"]


@pytest.mark.parametrize(("on", "late"), [(91, False), (92, True)])
def test_a_card_is_looked_at_within_90_days(on: int, late: object) -> None:
    """Written on the 1st day, on the 91st it is 90 days old."""
    case = a_case(*good(on - 1), **{**CARE, "formulation": keep(a_formulation())})

    said = [says for _group, says in due(case, on) if "card" in says]

    assert said == (["The card was last looked at 91 days ago."] if late else [])


def test_what_is_missing_is_worth_a_look() -> None:
    """A card, steps, or a step that is on."""
    formulation = CARE["formulation"]
    bare = a_case(formulation=formulation, steps=(), decisions=())
    idle = a_case(formulation=formulation, card=CARE["card"], decisions=())

    assert due(bare, 3) == [
        ("look", "No early-warning card yet."),
        ("look", "No steps planned yet."),
    ]
    assert due(idle, 3) == [("look", "No step is on.")]


@pytest.mark.parametrize(
    ("peaks", "rising"),
    [((3, 5, 6), True), ((9, 3, 5, 6), True), ((3, 5, 5), False), ((3, 6, 5), False)],
)
def test_worry_that_rises_three_times_running_is_worth_a_look(
    peaks: tuple[int, ...], rising: object
) -> None:
    """The numbers are shown; nothing is predicted from them."""
    debriefs = [
        a_debrief(n, worry_before=0, worry_peak=p, worry_after=0)
        for n, p in enumerate(peaks, start=1)
    ]

    said = due(a_case(*debriefs, **CARE), 5)

    line = [("look", "Worry at its worst is going up: 3, 5, 6.")]
    assert said == (line if rising else [])


@pytest.mark.parametrize(("on", "quiet"), [(15, []), (16, ["15 days"])])
def test_two_weeks_of_silence_are_worth_a_look(on: int, quiet: list[str]) -> None:
    """Absence of records is not stability."""
    rules = criteria({"attended_at_least": {"n": 9, "of_last": 9}})

    said = due(a_case(*good(1), rules=rules, **CARE), on)

    assert said == [("look", f"Nothing recorded for {days}.") for days in quiet]


def test_what_was_seen_between_sessions_is_no_session_and_no_silence() -> None:
    """With a night noted on day 10, home says how long no session came."""
    rules = criteria({"attended_at_least": {"n": 9, "of_last": 9}})
    seen = (slept(10, 7),)

    said = due(a_case(*good(1), observations=seen, rules=rules, **CARE), 16)

    assert said == [("look", "No session for 15 days.")]
