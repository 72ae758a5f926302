"""How serious an incident is, whom to ring by when, and what is not ticked yet."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.incident import (
    CallLadder,
    Incident,
    Level,
    LevelChange,
    Rung,
    RungCalled,
)
from inclusion_cli.domain.incident_words import ring_lines
from inclusion_cli.domain.incidents import (
    ORDER,
    REASON_LETTERS,
    at_least,
    highest,
    ring_by,
    rungs_for,
    still_open,
    to_ring,
    with_level,
)
from inclusion_cli.domain.kept import Kept
from tests.builders import at
from tests.conftest import NOW
from tests.domain.audit.making import WELL, calm, measured, run
from tests.domain.making import keep

EMERGENCY = Rung("emergency", "999", "999", 0, Level.DANGER_NOW)
MANAGER = Rung("manager", "The manager", "01632 960111", 60, Level.HARM)
OFFICE = Rung("office", "The office", "", 480, Level.NEAR_MISS)
RUNGS = (EMERGENCY, MANAGER, OFFICE)


def incident(first: Level | None, *, at: datetime = NOW, **more: object) -> Incident:
    """Return an incident that was graded at once."""
    levels = (LevelChange(at, first),) if first else ()
    told = Incident(
        "He fell on the stairs.", at, level=first, levels=levels, ladder=RUNGS
    )
    return replace(told, **more)  # type: ignore[arg-type]


def kept(record: Incident) -> Kept[Incident]:
    """Return an incident as the log keeps it."""
    return Kept("i1", "e1", "f1", record, "sam", record.at, record.at)


def ids(record: Incident, *, now: datetime = NOW) -> list[str]:
    """Return the steps that are not ticked."""
    return [step.rung.id for step in to_ring(kept(record), now=now)]


def test_danger_now_asks_for_every_step_of_the_ladder() -> None:
    """In the order the service gave it."""
    assert ids(incident(Level.DANGER_NOW)) == ["emergency", "manager", "office"]


def test_a_near_miss_rings_nobody_it_need_not() -> None:
    """Only the steps whose level it reaches."""
    assert ids(incident(Level.NEAR_MISS)) == ["office"]


def test_without_a_level_nobody_is_rung() -> None:
    """How serious it is, is asked on home; nothing is made up."""
    assert ids(incident(None)) == []


def test_a_step_is_late_once_its_minutes_are_over() -> None:
    """The manager has an hour here."""
    record = incident(Level.HARM)
    soon = to_ring(kept(record), now=NOW + timedelta(minutes=60))
    later = to_ring(kept(record), now=NOW + timedelta(minutes=61))

    assert [(step.rung.id, step.late) for step in soon] == [
        ("manager", False),
        ("office", False),
    ]
    assert [step.late for step in later] == [True, False]


def test_minutes_count_from_when_it_was_raised_so_high() -> None:
    """A call nobody knew to make was not late before."""
    raised = NOW + timedelta(hours=5)
    levels = (LevelChange(NOW, Level.NO_HARM), LevelChange(raised, Level.SERIOUS))
    record = incident(Level.NO_HARM, level=Level.SERIOUS, levels=levels)

    assert ring_by(kept(record), MANAGER) == raised + timedelta(minutes=60)
    assert ring_by(kept(record), OFFICE) == NOW + timedelta(minutes=480)


def test_lowering_the_level_takes_no_call_away() -> None:
    """Who was to be rung then is still rung, or it is ticked with why not."""
    levels = (
        LevelChange(NOW, Level.SERIOUS),
        LevelChange(NOW, Level.NEAR_MISS, "It turned out that nobody fell."),
    )
    record = incident(Level.SERIOUS, level=Level.NEAR_MISS, levels=levels)

    assert highest(record) is Level.SERIOUS
    assert ids(record) == ["manager", "office"]


def test_a_step_not_rung_for_a_reason_is_ticked() -> None:
    """Why it was not rung stands with it."""
    call = RungCalled("office", "Ada", NOW, not_rung="She was there and saw it.")

    assert ids(incident(Level.NEAR_MISS, called=(call,))) == []


def test_the_ladder_of_that_day_stays_with_the_incident() -> None:
    """Another ladder later changes nothing; one without any uses what there is."""
    other = CallLadder((EMERGENCY,), NOW.date())
    without = incident(Level.DANGER_NOW, ladder=())

    assert rungs_for(incident(Level.HARM), other) == (MANAGER, OFFICE)
    assert rungs_for(without, other) == (EMERGENCY,)
    assert rungs_for(without) == ()


def test_a_closed_incident_is_not_open() -> None:
    """Its steps leave home with it."""
    closed = kept(incident(Level.HARM, closed_on=NOW.date()))

    assert still_open((closed, kept(incident(Level.HARM)))) == (
        kept(incident(Level.HARM)),
    )


levels = st.sampled_from(Level)
ticks = st.lists(st.sampled_from([rung.id for rung in RUNGS]), max_size=4)


@given(first=levels, then=st.lists(levels, max_size=4), ticked=ticks)
def test_what_is_not_ticked_shrinks_only_by_ticks(
    first: Level, then: list[Level], ticked: list[str]
) -> None:
    """However often the level goes up and down."""
    record = incident(first)
    before = set(ids(record))
    for level in then:
        changed = (*record.levels, LevelChange(NOW, level, "x" * 20))
        record = replace(record, level=level, levels=changed)
        now = set(ids(record))
        assert before <= now
        before = now
    for rung in ticked:
        calls = (*record.called, RungCalled(rung, "Ada", NOW))
        record = replace(record, called=calls)
        assert set(ids(record)) == before - {rung}
        before -= {rung}


@given(first=levels, then=st.lists(st.tuples(levels, st.booleans()), max_size=5))
def test_a_level_never_goes_down_without_a_reason(
    first: Level, then: list[tuple[Level, bool]]
) -> None:
    """It is refused; every change that stands is kept, with its reason."""
    record = incident(first)
    for level, reasoned in then:
        why = "x" * REASON_LETTERS if reasoned else ""
        before = record
        try:
            record = with_level(record, level, at=NOW, why=why)
        except ValueError:
            assert not reasoned
            assert record.level
            assert not at_least(level, record.level)
            assert record == before
    for before_it, change in itertools.pairwise(record.levels):
        assert at_least(change.level, before_it.level) or change.why
    assert record.level is record.levels[-1].level


@given(one=levels, other=levels)
def test_levels_stand_in_one_order(one: Level, other: Level) -> None:
    """Of two levels one is at least the other, and both only where they are one."""
    assert at_least(one, other) or at_least(other, one)
    assert (at_least(one, other) and at_least(other, one)) == (one is other)
    assert ORDER[0] is Level.NEAR_MISS
    assert ORDER[-1] is Level.DANGER_NOW


@pytest.mark.usefixtures("london")
@pytest.mark.parametrize(
    ("told", "one", "eight"),
    [
        ("2026-10-25T00:30", "1:30am", "7:30am"),
        ("2027-03-28T00:30", "2:30am", "9:30am"),
    ],
)
def test_a_call_is_due_by_the_real_clock(told: str, one: str, eight: str) -> None:
    """Eight hours are eight hours in the night the clocks change."""
    at = datetime.fromisoformat(told).astimezone()
    grave = incident(Level.DANGER_NOW, at=at)
    kept = Kept("i1", "i1", "f", grave, "sam", at, at)

    lines = tuple(ring_lines(to_ring(kept, now=at), at.date()))

    assert f"by {one} today" in lines[1]
    assert f"by {eight} today" in lines[2]


def test_an_incident_nobody_graded_is_found_of_a_person_and_of_the_service() -> None:
    """After 72 hours nobody knows whom to ring: both say how to mend it."""
    fell = keep(Incident("Somebody fell on the stairs", at(3)), 3, id="fall-1")
    ours = replace(WELL, incidents=(fell,))
    theirs = calm(safety={"incidents": (fell,), "measures": (measured(2),)})
    told = "nobody has said how serious it was"

    for audit in (
        run(calm(), only="event-not-looked-at", service=ours),
        run(theirs, only="event-not-looked-at"),
    ):
        (found,) = [f for f in audit.findings if told in f.says]
        assert found.records == ("fall-1",)
        assert found.mend[:2] == ("incident", "raise")
    graded = replace(fell, record=replace(fell.record, level=Level.NO_HARM))
    quiet = run(
        calm(), only="event-not-looked-at", service=replace(WELL, incidents=(graded,))
    )
    assert not quiet.findings
