"""Both alarms on the table, what is latest and gravest, and a softer look."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.debrief import Concern, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.defaults import Defaults
from inclusion_cli.domain.due import Group
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.home import home
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.unanswered import unanswered
from tests.builders import A_CRISIS_CALL, a_debrief, at, criteria, day
from tests.domain.making import (
    LATE_SIGN,
    PEAK_7,
    a_case,
    decided,
    good,
    observed,
    reviewed,
    stands,
    stop_for,
)

START = decided(1, Choice.START, hour=8)
A_LATE_SIGN: dict[str, Any] = {"not": {"signs_stage_max": {"stage": 2, "days": 7}}}
RULES = criteria(
    PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL), stop_for(A_LATE_SIGN)]
)
REQUEST = MoneyRequest("20 pounds", "A neighbour", Did.UNSURE)


def on_table(case: Any, on: int) -> Any:
    """Return the review table in the evening of the n-th day."""
    return review_table(case, stands(case, on))


def test_over_caution_stands_on_the_review_as_loud_as_a_pause_sign() -> None:
    """Both are alarms of the same table, on home too."""
    cautious = a_case(*good(1), reviews=(reviewed(6, Word.YES),), rules=RULES)
    risky = a_case(a_debrief(2, contacts=(day(2),)), rules=RULES)

    (caution,), (risk,) = on_table(cautious, 23).alarms, on_table(risky, 4).alarms
    items = home([cautious, risky], (), now=at(23, 18), worker="Sam").items

    assert (caution.side, risk.side) == (Side.CAUTION, Side.RISK)
    assert caution.records == ("debrief-1",)
    assert caution.says == (
        "All that was agreed has been met since Tuesday 8 September. "
        "For 15 days nobody has offered the next step. "
        "Met: worry at its worst is 7 or less in the last session."
    )
    loud = [item for item in items if item.alarm]
    assert {item.alarm for item in loud} == {"caution", "risk"}
    assert {item.group for item in loud} == {Group.TODAY}
    assert items[: len(loud)] == tuple(loud)


def test_a_service_moves_the_alarm_with_its_own_number() -> None:
    """21 days in place of 14."""
    case = a_case(*good(1), reviews=(reviewed(6, Word.YES),), rules=RULES)

    def rings(on: int) -> bool:
        where = standing(case, now=at(on, 18), defaults=Defaults(over_caution_days=21))
        return bool(alarms(case, where, on=day(on)))

    assert [rings(on) for on in (22, 28, 29)] == [False, False, True]


def test_a_pause_sign_shows_what_it_shows_by_now() -> None:
    """One call when it fired, three by the day shown: both are said, all are named."""
    seen = tuple(observed(n, Seen.CRISIS_CONTACT) for n in (2, 3, 4))
    case = a_case(observations=seen, rules=RULES)

    sign = on_table(case, 5).pause_signs[0]

    assert sign.shows == "On Wednesday 2 September 2026: 1 in 7 days. Now: 3 in 7 days"
    assert sign.records == tuple(entry.id for entry in seen)
    (alarm,) = alarms(case, stands(case, 5), on=day(5))
    assert "The records now: 3 in 7 days." in alarm.says


def test_the_gravest_sign_is_the_one_that_is_shown() -> None:
    """Struggling on the 2nd, "I need help now" on the 3rd."""
    grave = replace(LATE_SIGN, text="I must go tonight", stage=4)
    case = a_case(
        a_debrief(2, signs=(LATE_SIGN,)), a_debrief(3, signs=(grave,)), rules=RULES
    )

    sign = on_table(case, 4).pause_signs[1]

    assert '"I must go tonight" on Thursday 3 September 2026' in sign.shows


def test_not_being_sure_is_a_softer_look_the_same_day() -> None:
    """No alarm and no pause sign; it is asked again today, and a decision closes it."""
    told = a_debrief(2, concerns=(Concern.NOT_SURE,))
    case = a_case(told, rules=RULES)
    answered = replace(
        case, decisions=(START, decided(3, Choice.HOLD, cites=("debrief-2",)))
    )

    (look,) = [i for i in due_for(case, now=at(2, 18)) if i.group is Group.TODAY]

    assert (look.alarm, look.command) == ("", ("review", "AK-014"))
    assert look.says == (
        "Today, it was not sure that all was well. Ask Amina again the same day."
    )
    assert list(unanswered(case)) == []
    line = on_table(case, 3).pause_signs[-1]
    assert (line.answer, line.missing) == ("cannot_tell", "ask Amina again")
    assert [i for i in due_for(answered, now=at(3, 18)) if "not sure" in i.says] == []


def test_a_request_that_was_observed_is_a_concern_like_one_that_was_told() -> None:
    """Whichever step is on, or none."""
    seen = observed(2, Seen.MONEY_REQUEST, money=REQUEST)
    case = a_case(observations=(seen,), decisions=())

    (alarm,) = alarms(case, None, on=day(3))

    assert alarm.records == (seen.id,)
    assert "someone asked for money or things" in alarm.says


def test_what_a_decision_cites_has_every_open_request_in_it() -> None:
    """So that the review of it is on record."""
    seen = observed(2, Seen.MONEY_REQUEST, money=REQUEST)

    table = on_table(a_case(observations=(seen,), rules=RULES), 3)

    assert seen.id in table.cites


def test_a_clock_that_was_moved_back_is_noticed() -> None:
    """A debrief of the 9th, looked at on the 5th: left out, and said to be."""
    case = a_case(*good(2), a_debrief(9), rules=RULES)

    where = stands(case, 5)

    assert [debrief.id for debrief in where.ahead] == ["debrief-9"]
    assert on_table(case, 5).left_out[-1] == (
        "1 debrief dated later than now: Wednesday 9 September 2026. Check this "
        "computer's clock."
    )
    assert any(
        "Check this computer's clock." in i.says for i in due_for(case, now=at(5))
    )


def test_a_clock_before_the_start_of_the_step_breaks_nothing() -> None:
    """Started on the 1st, looked at the day before."""
    where = standing(a_case(*good(2), rules=RULES), now=at(0, 18))

    assert where is not None
    assert (where.hold.started, where.idle, where.sessions) == (None, 0, ())


def test_clock_changes_move_no_date() -> None:
    """A hold over the end of summer time has as many days as any other."""
    rules = criteria(PEAK_7, days=60, sessions=1)

    where = stands(a_case(*good(1), rules=rules), 61)

    assert where.hold.completed == day(61)
