"""Where each step stands: folded from the decisions, and from nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.pack_ladder import rung_line
from inclusion_cli.domain.pages import ladder as drawn
from tests.builders import a_debrief, at, day
from tests.domain.making import a_case, decided, gone, ladder, noon, planned

START, PROGRESS, HOLD = Choice.START, Choice.PROGRESS, Choice.HOLD
PAUSE, RESUME, STEP_BACK = Choice.PAUSE, Choice.RESUME, Choice.STEP_BACK
COMPLETE, STOPPED = Choice.COMPLETE, Choice.PERSON_STOPPED


def states(*decisions: Any) -> tuple[State, ...]:
    """Return where the two steps stand after these decisions."""
    return tuple(rung.state for rung in a_case(decisions=decisions).rungs())


UP = decided(9, PROGRESS, to_step="step-2")
BACK = decided(12, STEP_BACK, step="step-2", to_step="step-1")


@pytest.mark.parametrize(
    ("decisions", "first", "second"),
    [
        ((), State.PLANNED, State.PLANNED),
        ((decided(1, START),), State.ACTIVE, State.PLANNED),
        ((decided(1, START), decided(5, HOLD)), State.ACTIVE, State.PLANNED),
        ((decided(1, START), UP), State.DONE, State.ACTIVE),
        ((decided(1, START), decided(5, PAUSE)), State.PAUSED, State.PLANNED),
        (
            (decided(1, START), decided(5, PAUSE), decided(8, RESUME)),
            State.ACTIVE,
            State.PLANNED,
        ),
        ((decided(1, START), UP, BACK), State.ACTIVE, State.PLANNED),
        ((decided(1, START), decided(5, STOPPED)), State.STOPPED, State.PLANNED),
        (
            (decided(1, START), UP, decided(12, COMPLETE, step="step-2")),
            State.DONE,
            State.DONE,
        ),
        (
            (decided(1, START), decided(5, STOPPED), decided(20, START)),
            State.ACTIVE,
            State.PLANNED,
        ),
    ],
)
def test_decisions_alone_move_the_state(
    decisions: tuple[Any, ...], first: State, second: State
) -> None:
    """A person decides; no record of a session moves a step."""
    assert states(*decisions) == (first, second)


def test_sessions_never_move_the_state() -> None:
    """However well it goes, the step is on until someone decides."""
    case = a_case(*(a_debrief(n) for n in range(1, 40)))

    assert [rung.state for rung in case.rungs()] == [State.ACTIVE, State.PLANNED]


def test_a_step_begins_anew_with_its_latest_start_or_resume() -> None:
    """A pause keeps the beginning; a resume makes a new one, from its own moment."""
    begun = (decided(1, START), decided(5, PAUSE))

    paused = a_case(decisions=begun).current()
    resumed = a_case(decisions=(*begun, decided(8, RESUME))).current()

    assert paused is not None
    assert resumed is not None
    assert (paused.began, resumed.began) == (day(1), day(8))
    assert resumed.since == noon(8)


def test_a_step_gone_back_to_begins_anew() -> None:
    """What was recorded on it before is shown, not counted."""
    current = a_case(decisions=(decided(1, START), UP, BACK)).current()

    assert current is not None
    assert (current.step.id, current.began, current.since) == (
        "step-1",
        day(12),
        noon(12),
    )


@pytest.mark.parametrize(
    "decisions",
    [(), (decided(1, START), decided(5, STOPPED)), (decided(1, START, to_step=""),)],
)
def test_sometimes_no_step_is_on(decisions: tuple[Any, ...]) -> None:
    """Before the first start, and after the person stopped."""
    assert a_case(decisions=decisions).current() is None


def test_at_most_one_step_is_on() -> None:
    """Whatever is decided in its order, one step is on or none."""
    decisions = (decided(1, START), decided(4, PAUSE), UP, BACK, decided(15, PAUSE))

    for number in range(len(decisions) + 1):
        rungs = a_case(decisions=decisions[:number]).rungs()
        assert sum(rung.current for rung in rungs) <= 1


def test_the_ladder_is_in_order_of_its_numbers() -> None:
    """Also where a later rung was written first; above and below are the next ones."""
    first, second, third = ladder("Walk", "Group", "Cafe")
    case = a_case(steps=(third, first, second))

    assert [rung.step.id for rung in case.rungs()] == ["step-1", "step-2", "step-3"]
    assert (case.after(first), case.before(third)) == (second, second)
    assert (case.before(first), case.after(third)) == (None, None)
    assert case.step("step-2") is second
    assert case.step("step-9") is None


def test_a_session_with_a_debrief_is_no_longer_open() -> None:
    """The debrief names the session it is about."""
    debrief = a_debrief(3, session="session-3")

    case = a_case(debrief, sessions=(planned(3), planned(5)))

    assert [session.id for session in case.open_sessions()] == ["session-5"]


def test_days_away_are_all_days_from_first_to_last() -> None:
    """Two stretches that touch make one set of days."""
    case = a_case(aways=(gone(3, 5), gone(5, 6), gone(9, 9)))

    assert case.away_days() == {day(n) for n in (3, 4, 5, 6, 9)}


def test_the_person_is_named_in_full_and_as_they_like() -> None:
    """Name and code in every header."""
    case = a_case()

    assert (case.label, case.known_as) == ("Amina Khan, AK-014", "Amina")


def test_a_paused_step_stands_so_since_the_pause_and_not_since_it_began() -> None:
    """Begun on the 1st, paused on the 9th: the pack and the ladder both say the 9th."""
    case = a_case(
        decisions=(decided(1, Choice.START, hour=8), decided(9, Choice.PAUSE))
    )

    paused = case.rungs()[0]
    shown = drawn(case, now=at(20)).rungs

    assert paused.stands_since == day(9)
    assert rung_line(case, paused).since == "since Wednesday 9 September 2026"
    assert next(rung.since for rung in shown if rung.number == 1) == day(9)


def test_an_active_step_stands_so_since_it_began() -> None:
    """A hold that was decided on the 5th did not begin it."""
    case = a_case(decisions=(decided(1, Choice.START, hour=8), decided(5, Choice.HOLD)))

    assert case.rungs()[0].stands_since == day(1)
    assert case.rungs()[1].stands_since is None
