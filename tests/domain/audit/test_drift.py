"""The drift map: situations against sessions, and what mends where they drift apart."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from inclusion_cli.domain.audit_look import span_of
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.drift import drift
from inclusion_cli.domain.drift_map import DriftRow, Met
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.pack_situations import situation
from inclusion_cli.screens.audit_drift import picture
from inclusion_cli.screens.page import Line
from inclusion_cli.screens.voice import envelope
from tests.builders import a_debrief, a_trigger, day
from tests.domain.audit.building import LOAN
from tests.domain.audit.making import MONTH, NOW, calm, written
from tests.domain.making import UNCOUNTED, ladder, observed, planned

SPAN = span_of(MONTH, NOW)
LOANS = a_trigger(id="t2", kind=TriggerKind.MONEY_PRESSURE, situation="The till")


def rows(*debriefs: object, **told: object) -> dict[str, DriftRow]:
    """Return the rows of a drift map, by situation."""
    return {row.trigger: row for row in drift(calm(*debriefs, **told), SPAN).rows}


def test_planned_and_met() -> None:
    """Gone to as planned; there is nothing to mend."""
    row = rows(a_debrief(3, session="session-3"))["t1"]

    assert row.cells == (Met.AS_PLANNED,)
    assert (row.met, row.says, row.never) == (1, "", False)


def test_planned_and_not_met() -> None:
    """Chosen against: it is asked what stood in the way."""
    off = a_debrief(3, session="session-3", outcome=Outcome.CHOSE_NOT_TO)
    row = rows(off)["t1"]

    assert row.cells == (Met.NOT_MET,)
    assert row.mend == ("review", "AK-014")


@pytest.mark.parametrize("outcome", UNCOUNTED)
def test_what_was_called_off_never_counts_against_the_person(outcome: Outcome) -> None:
    """Whoever called a session off, it is no situation that was planned and not met."""
    off = a_debrief(3, session="session-3", outcome=outcome)
    row = rows(off)["t1"]

    assert row.cells == (Met.CALLED_OFF,)
    assert (row.not_met, row.called_off, row.says) == (0, 1, "")


def test_what_is_not_debriefed_is_not_known_yet() -> None:
    """A past session with no debrief is unknown on screen, on paper and in JSON."""
    found = drift(calm(a_debrief(3, session="s"), sessions=(planned(10),)), SPAN)
    row = found.rows[0]

    assert row.cells == (Met.AS_PLANNED, Met.NOT_KNOWN)
    assert (row.not_met, row.not_known, row.mend) == (0, 1, ("debrief", "AK-014"))
    lines = [block.text for block in picture(found) if isinstance(block, Line)]
    assert any(line.startswith("Not known yet, with no debrief, 1:") for line in lines)
    told = json.loads(envelope(found))["data"]["rows"][0]
    assert told["cells"] == ["planned_and_met", "not_known_yet"]
    assert told["not_known"] == 1


def test_met_without_a_plan() -> None:
    """A session nobody planned, and a request between sessions."""
    seen = observed(12, Seen.MONEY_REQUEST, money=LOAN)
    found = rows(
        a_debrief(3),
        formulation=written(triggers=(a_trigger(), LOANS)),
        observations=(seen,),
    )

    assert found["t1"].cells == (Met.UNPLANNED, Met.APART)
    assert found["t2"].cells == (Met.APART, Met.UNPLANNED)
    assert found["t2"].mend[:2] == ("plan", "edit")


def test_never_tested() -> None:
    """No step ever met it: plan one, or set it aside; what is set aside is left."""
    aside = a_trigger(id="t3", situation="The gig", unanswered_because="Not wanted now")
    found = rows(
        a_debrief(3, session="s"),
        formulation=written(triggers=(a_trigger(), LOANS, aside)),
    )

    assert (found["t2"].never, found["t2"].mend[:2]) == (True, ("plan", "add"))
    assert (found["t3"].never, found["t3"].says) == (True, "")


def test_what_the_formulation_does_not_have_has_a_row() -> None:
    """A step may meet what nobody wrote down."""
    found = rows(a_debrief(3, session="s"), steps=ladder(triggers=("t1", "The market")))

    assert found["The market"].met == 1
    assert found["The market"].mend == ("formulate", "AK-014")


def test_the_words_of_a_step_are_the_situation_they_name() -> None:
    """In small letters, too."""
    found = rows(a_debrief(3, session="s"), steps=ladder(triggers=("the 8:15 bus",)))

    assert list(found) == ["t1"]


def test_every_cell_has_its_column() -> None:
    """The map is whole: each row has one cell for each session."""
    found = drift(calm(sessions=(planned(20),)), SPAN)

    assert all(len(row.cells) == len(found.columns) for row in found.rows)
    assert [column.on for column in found.columns] == sorted(
        column.on for column in found.columns
    )


def test_sessions_of_other_months_are_not_in_it() -> None:
    """Only what was in the month; when it was last met may be earlier."""
    found = drift(calm(a_debrief(-3)), SPAN)

    assert found.columns == ()
    assert found.rows[0].last_met is not None


def test_never_is_said_of_no_month_alone() -> None:
    """What was met after the month was met: it is not planned anew."""
    case = calm(a_debrief(33, session="s"))
    row = drift(case, SPAN).rows[0]

    assert (row.cells, row.never, row.last_met) == ((), False, day(33))
    assert row.says == ""


def test_what_a_step_is_to_meet_needs_no_other_step() -> None:
    """It was never met, and a step of the ladder has it."""
    case = replace(calm(), debriefs=())

    row = drift(case, SPAN).rows[0]

    assert (row.never, row.says, row.mend) == (True, "", ())


@pytest.mark.parametrize("steps", [ladder(), ladder(triggers=("the 8:15 bus",))])
@pytest.mark.parametrize("outcome", [Outcome.ATTENDED_FULL, Outcome.CHOSE_NOT_TO])
def test_the_map_and_the_formulation_say_the_same_of_met(
    steps: Any, outcome: Outcome
) -> None:
    """One rule: the day on the map is the day beside the situation."""
    case = calm(a_debrief(33, outcome=outcome), steps=steps)
    it = case.formulation.record  # type: ignore[union-attr]

    row = drift(case, SPAN).rows[0]
    told = dict(situation(case, it, it.triggers[0]).rows)["Met last"]

    if row.last_met is None:
        assert told == "in no session yet"
    else:
        assert told.startswith(say_day(row.last_met))
