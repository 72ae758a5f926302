"""Current, proportionate, individual: each test says what it found, and a mend."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.debrief import Concern, Outcome
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Answer
from inclusion_cli.domain.formulation import Dated
from inclusion_cli.domain.formulation_age import carried, stale_texts
from inclusion_cli.domain.formulation_standing import standing_of_formulation
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_formulation import formulation_lines
from inclusion_cli.domain.recheck import Found, Recheck
from tests.builders import (
    a_debrief,
    a_formulation,
    a_step,
    a_trigger,
    a_whole_formulation,
    at,
    day,
)
from tests.domain.making import a_case, keep

ROW = tuple[Answer, str]
YEAR = 366


def found(part: str, place: int, on: int = 5, **told: Any) -> ROW:
    """Return one finding about a formulation written on day 1."""
    case_told = {k: told.pop(k) for k in ("debriefs", "rechecks") if k in told}
    others = told.pop("others", ())
    formulation = keep(a_whole_formulation(**told))
    case = a_case(formulation=formulation, **case_told)
    stands = standing_of_formulation(case, on=day(on), others=others)
    assert stands is not None
    finding = getattr(stands, part)[place]
    return finding.answer, finding.shows


def test_a_formulation_in_order_meets_every_test() -> None:
    """Nothing wanting."""
    case = a_case(formulation=keep(a_whole_formulation()))

    stands = standing_of_formulation(case, on=day(5), others=())

    assert stands is not None
    assert stands.wanting() == ()


def test_there_is_nothing_to_say_where_there_is_none() -> None:
    """No formulation, no verdict on one."""
    assert standing_of_formulation(a_case(), on=day(5)) is None


def test_others_that_were_not_looked_at_cannot_be_told() -> None:
    """No data is no good news."""
    assert found("individual", 3, others=None)[0] is CANNOT_TELL
    assert found("proportionate", 4, others=None)[0] is CANNOT_TELL


@pytest.mark.parametrize(
    ("part", "place", "told", "shows"),
    [
        ("current", 0, {"sign_offs": ()}, "Not signed yet: a draft"),
        (
            "current",
            1,
            {"review_on": day(4)},
            "Was to be looked at on Friday 4 September 2026",
        ),
        (
            "current",
            2,
            {"debriefs": (a_debrief(3, concerns=(Concern.HURT,)),)},
            "Not looked at since: someone hurt or unsafe on Thursday 3 September",
        ),
        (
            "proportionate",
            2,
            {"review_on": day(4)},
            "1 limit past the review date",
        ),
        (
            "individual",
            2,
            {"account": "", "no_account_because": "She asked to wait",
             "words_kept": ()},
            "No own account: She asked to wait",
        ),
        (
            "individual",
            3,
            {"others": (("ZZ-009", a_formulation(triggers=(a_trigger(
                helps="On 3 May she got off at the bridge. She told Sam"),))),)},
            "Situation 1: last time: as ZZ-009",
        ),
    ],
)  # fmt: skip
def test_what_is_wanting_is_said(
    part: str, place: int, told: dict[str, Any], shows: str
) -> None:
    """Each in its own words, and none of them a score."""
    assert found(part, place, **told) == (NOT_MET, shows)


@pytest.mark.parametrize(
    ("situation", "place", "time"),
    [
        ("The 8:15 bus when school children are on it", MET, MET),
        ("At Tesco, late", MET, MET),
        ("Strangers in the queue", MET, NOT_MET),
        ("Crowds", NOT_MET, NOT_MET),
        ("In general", NOT_MET, NOT_MET),
        ("On Fridays", NOT_MET, MET),
    ],
)
def test_a_place_and_a_time_are_looked_for(
    situation: str, place: Answer, time: Answer
) -> None:
    """A label is no situation."""
    trigger = a_trigger(
        situation=situation,
        tends_to_happen="Leaves",
        early_signs="Silence",
        helps="Air",
    )
    told = a_formulation(
        triggers=(trigger,), what_matters="Company", controls=(), cost_of_not_doing="-"
    )
    case = a_case(formulation=keep(told))

    stands = standing_of_formulation(case, on=day(5))

    assert stands is not None
    assert [f.answer for f in stands.individual[:2]] == [place, time]


# --- age ----------------------------------------------------------------------------


def test_a_line_that_stood_a_year_asks_whether_it_is_still_true() -> None:
    """Unless somebody found it so; a new version keeps the age of what it kept."""
    on = day(1 + YEAR)
    old = a_case(formulation=keep(a_formulation(review_on=day(500))))
    look = keep(Recheck("formulation-1", 1, day(100), Found.STILL_TRUE), 100)
    seen = a_case(formulation=old.formulation, rechecks=(look,))

    assert len(stale_texts(old, on=on)) == len(stale_texts(old, on=day(2 + YEAR)))
    assert stale_texts(old, on=day(YEAR)) == ()
    assert stale_texts(seen, on=on) == ()
    (due,) = [d for d in due_for(old, now=at(1 + YEAR, 18)) if "12 months" in d.says]
    assert due.says == "9 lines of the formulation stood for 12 months. Still true?"


def test_what_a_new_version_kept_is_as_old_as_it_was() -> None:
    """What it changed is new."""
    old = a_formulation(dated=(Dated("strength", "Walks for miles", day(-50)),))
    new = a_formulation(version=2, what_matters="The film club")

    found = {(d.field, d.text): d.on for d in carried(new, old, written=day(1))}

    assert found["strength", "Walks for miles"] == day(-50)
    assert found["situation", "The 8:15 bus"] == day(1)
    assert ("what_matters", "The film club") not in found


def test_a_situation_says_when_a_session_met_it_last() -> None:
    """By the steps that name it: the day and the record, or that none has yet."""
    trigger = a_trigger()
    formulation = keep(a_formulation(triggers=(trigger,)))
    step = keep(a_step(triggers=(trigger.id,)), id="step-1")
    gone, missed = a_debrief(3), a_debrief(5, outcome=Outcome.CHOSE_NOT_TO)

    def said(*debriefs: Any) -> dict[str, str]:
        case = a_case(*debriefs, formulation=formulation, steps=(step,))
        lines = formulation_lines(case)
        assert lines is not None
        return dict(lines.situations[0].rows)

    assert said(gone, missed)["Met last"].endswith(f"({short_id(gone.id)})")
    assert said()["Met last"] == "in no session yet"
