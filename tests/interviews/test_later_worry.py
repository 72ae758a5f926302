"""Worry the day after: asked where more is added, and the session was before today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inclusion_cli.casework.debrief import debrief_from
from inclusion_cli.domain.pack_sessions import noted
from inclusion_cli.interviews import debrief
from inclusion_cli.interviews.asker import Nowhere
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.walk import walk
from tests.builders import at
from tests.domain.making import a_case, keep, ladder

NOW = at(20, 18)
TOLD = {"how": "stayed", "since": "0"}


@pytest.mark.parametrize(("day", "asked"), [(19, True), (20, False)])
def test_it_is_asked_on_a_later_day_and_never_on_the_usual_way(
    day: int, *, asked: bool
) -> None:
    """The same evening nobody knows it yet."""
    case = a_case(steps=ladder())
    it = debrief.about(case, case.steps[0], None, now=NOW, ask_ready=True)
    found = walk(debrief.form(case, it), {**TOLD, "when": at(day).isoformat()})

    keys = {question.key: question.extra for question in found.asked}
    assert ("worry_next_day" in keys) is asked
    assert "worry_next_day" not in {question.key for question in found.usual()}


def test_a_debrief_is_amended_with_it_and_the_pack_says_it() -> None:
    """Written the same evening, told the day after."""
    case = a_case(steps=ladder())
    step = case.steps[0]
    it = debrief.about(case, step, None, now=NOW, ask_ready=True)
    told = gather(
        debrief.form(case, it),
        {**TOLD, "when": at(20).isoformat()},
        None,
        Nowhere(),
    )
    kept = keep(debrief_from(told, step, None, ()), 20)
    case = replace(case, debriefs=(kept,))

    form = debrief.amend_form(case, kept, now=at(21, 9))
    mended = gather(form, {"worry_next_day": "6"}, None, Nowhere())

    record = debrief_from(mended, step, None, ())
    assert kept.record.worry_next_day is None
    assert record == replace(kept.record, worry_next_day=6)
    (note,) = noted(case, (replace(kept, record=record),))
    assert (note.what, note.words) == ("Worry the day after", "6 of 10")
