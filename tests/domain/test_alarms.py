"""The two alarms, equally loud."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from inclusion_cli.domain.alarms import SIDE_WORDS, Alarm, Side, alarms
from inclusion_cli.domain.debrief import Concern, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.formulation import Control, ControlKind
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.unanswered import unanswered
from tests.builders import (
    A_CRISIS_CALL,
    a_debrief,
    a_formulation,
    a_trigger,
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
    reviewed,
    stop_for,
)

START = decided(1, Choice.START, hour=8)
RULES = criteria(PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL)])
RESTRICTION = Control(
    "No evening events",
    ControlKind.RESTRICTION,
    "t1",
    harm="Money was taken twice at night",
    lawful_basis="agreed",
    tried="A worker near",
    ends_when="Three calm evenings",
)


def rung(case: Any, on: int) -> tuple[Alarm, ...]:
    """Return the alarms in the evening of the n-th day."""
    where = standing(case, now=at(on, 18))
    return alarms(case, where, on=day(on))


def test_a_quiet_file_rings_nothing() -> None:
    """No sign, no concern, nothing reached."""
    assert rung(a_case(*good(1), rules=RULES), 3) == ()


def test_a_pause_sign_without_an_answer_is_a_risk_nobody_manages() -> None:
    """It says what was seen, when, and what was agreed for it."""
    call = a_debrief(2, contacts=(day(2),))

    (alarm,) = rung(a_case(call, rules=RULES), 4)

    assert alarm.side is Side.RISK
    assert alarm.says == (
        "A pause sign on Wednesday 2 September has no answer: a crisis call in 7 days. "
        "You agreed to pause."
    )
    assert (alarm.records, alarm.mend, alarm.since) == (
        ("debrief-2",),
        ("review", "AK-014"),
        day(2),
    )


def test_a_decision_that_cites_it_answers_it() -> None:
    """Whatever was decided, someone looked."""
    call = a_debrief(2, contacts=(day(2),))
    answer = decided(3, Choice.HOLD, cites=("debrief-2",))

    assert rung(a_case(call, rules=RULES, decisions=(START, answer)), 4) == ()


def test_a_decision_about_something_else_does_not_answer_it() -> None:
    """A review that did not have it on the table leaves it open."""
    call = a_debrief(2, contacts=(day(2),))
    other = decided(3, Choice.HOLD, cites=("debrief-1",))

    (alarm,) = rung(a_case(call, rules=RULES, decisions=(START, other)), 4)

    assert alarm.records == ("debrief-2",)


@pytest.mark.parametrize(
    ("concerns", "what"),
    [
        ((Concern.HURT,), "someone was hurt or unsafe"),
        ((Concern.MONEY,), "someone asked for money or things"),
    ],
)
def test_a_concern_no_review_has_seen_is_a_risk(
    concerns: tuple[Concern, ...], what: str
) -> None:
    """Also where no pause sign was agreed for it."""
    told = a_debrief(2, concerns=concerns)

    (alarm,) = rung(a_case(told), 4)

    assert alarm.says == (
        f"On Wednesday 2 September {what}. No review has looked at it."
    )


def test_a_concern_is_open_whichever_step_is_on() -> None:
    """Harm on an earlier step, or with no step on, is still harm."""
    told = a_debrief(2, concerns=(Concern.HURT,), step="step-2")
    stopped = decided(3, Choice.PERSON_STOPPED)

    case = a_case(told, decisions=(START, stopped))

    assert [alarm.records for alarm in rung(case, 4)] == [("debrief-2",)]
    assert list(unanswered(case)) == [
        ("debrief-2", day(2), "someone was hurt or unsafe")
    ]


def test_one_debrief_rings_once() -> None:
    """Where its pause sign says so already, the concern does not say it again."""
    when = {"not": {"no_concern": {"days": 7}}}
    rules = criteria(PEAK_7, pause=[stop_for(when)])
    told = a_debrief(2, concerns=(Concern.HURT,))

    found = rung(a_case(told, rules=rules), 4)

    assert [alarm.records for alarm in found] == [("debrief-2",)]


def test_a_trigger_nothing_answers_is_a_risk() -> None:
    """A trigger with no control is unmanaged."""
    bus, pub = a_trigger(), a_trigger(id="t2", situation="The pub at six")
    formulation = keep(a_formulation(triggers=(bus, pub)))

    (alarm,) = rung(a_case(formulation=formulation), 4)

    assert alarm.side is Side.RISK
    assert alarm.says == 'Nothing is agreed yet for "The pub at six".'
    assert alarm.mend == ("formulate", "AK-014")


# --- caution nobody can justify -----------------------------------------------------


def test_good_time_with_nothing_offered_is_as_loud() -> None:
    """Reached on the 8th, nobody offered until the 22nd."""
    case = a_case(*good(1), reviews=(reviewed(6, Word.YES),), rules=RULES)

    (alarm,) = rung(case, 22)

    assert alarm.side is Side.CAUTION
    assert alarm.says == (
        "All that was agreed has been met since Tuesday 8 September. For 14 days "
        "nobody has offered the next step. "
        "Met: worry at its worst is 7 or less in the last session."
    )
    assert (alarm.since, alarm.mend) == (day(8), ("review", "AK-014"))
    assert rung(case, 21) == ()


def test_not_having_asked_is_said() -> None:
    """The question itself is overdue."""
    (alarm,) = rung(a_case(*good(1), rules=RULES), 22)

    assert "the next step. Nobody has asked Amina. Met: " in alarm.says


@pytest.mark.parametrize(("on", "rings"), [(12, 0), (13, 1)])
def test_a_pause_past_its_date_is_a_ban(on: int, rings: int) -> None:
    """Paused on the 5th, to be looked at on the 12th."""
    case = a_case(decisions=(START, decided(5, Choice.PAUSE)))

    found = rung(case, on)

    assert [alarm.side for alarm in found] == [Side.CAUTION] * rings
    if rings:
        assert found[0].says == (
            "The pause was to be looked at again on Saturday 12 September. "
            "That is 1 day ago."
        )


def test_a_pause_that_was_renewed_has_its_new_date() -> None:
    """The latest pause counts."""
    pauses = (decided(5, Choice.PAUSE), decided(11, Choice.PAUSE))

    assert rung(a_case(decisions=(START, *pauses)), 15) == ()
    assert len(rung(a_case(decisions=(START, *pauses)), 19)) == 1


@pytest.mark.parametrize(("review", "rings"), [(10, 0), (9, 1)])
def test_a_limit_past_its_review_date_is_caution(review: int, rings: int) -> None:
    """On the 10th, a review of the 9th is late and one of the 10th is not."""
    formulation = a_formulation(controls=(RESTRICTION,), review_on=day(review))

    found = rung(a_case(formulation=keep(formulation)), 10)

    assert [alarm.side for alarm in found] == [Side.CAUTION] * rings
    if rings:
        assert found[0].says == (
            'The limit "No evening events" is in force without current authority. '
            "Its date was Wednesday 9 September."
        )


def test_support_past_its_review_date_limits_nobody() -> None:
    """Only a restriction is a limit they did not choose."""
    formulation = keep(a_formulation(review_on=date(2020, 1, 1)))

    assert rung(a_case(formulation=formulation), 10) == ()


def test_both_sides_have_a_name_and_risk_comes_first() -> None:
    """Equally loud, in turn."""
    hurt = a_debrief(2, concerns=(Concern.HURT,))
    formulation = keep(a_formulation(controls=(RESTRICTION,), review_on=day(3)))

    found = rung(a_case(hurt, formulation=formulation), 10)

    assert [alarm.side for alarm in found] == [Side.RISK, Side.CAUTION]
    assert SIDE_WORDS == {
        Side.RISK: "Risk nobody is managing",
        Side.CAUTION: "Caution nobody can justify",
    }
