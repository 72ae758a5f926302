"""Which actions are open, past their day, and done."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.action import Action, Worked
from inclusion_cli.domain.action_standing import (
    actions_of,
    done_actions,
    open_actions,
    overdue,
    unchecked,
)
from inclusion_cli.domain.kept import Kept
from tests.conftest import NOW

TODAY = NOW.date()


def kept(number: int, action: Action, at: datetime = NOW) -> Kept[Action]:
    """Return an action as the log keeps it."""
    return Kept(f"a{number}", f"e{number}", "f1", action, "sam", at, at)


def test_an_action_due_today_is_open_and_not_overdue() -> None:
    """It is overdue from tomorrow."""
    due = (kept(1, Action("Ring the bank", "Sam", TODAY)),)

    assert open_actions(due, on=TODAY) == due
    assert overdue(due, on=TODAY) == ()
    assert overdue(due, on=TODAY + timedelta(days=1)) == due


def test_what_was_done_waits_for_a_look_whether_it_worked() -> None:
    """Until somebody says."""
    done = Action("Ring the bank", "Sam", TODAY, done_on=TODAY, evidence="Letter")
    looked = Action("Fix the light", "Ada", TODAY, done_on=TODAY, worked=Worked.YES)

    assert unchecked((kept(1, done), kept(2, looked)), on=TODAY) == (kept(1, done),)


def test_actions_are_found_by_what_they_came_of() -> None:
    """The id of an incident, an audit or a meeting."""
    ours, other = Action("A", "Sam", TODAY, of="i1"), Action("B", "Sam", TODAY)

    assert actions_of((kept(1, ours), kept(2, other)), "i1") == (kept(1, ours),)


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
actions = st.builds(
    lambda due, done: Action("A", "Sam", due, done_on=done), days, st.none() | days
)


@given(st.lists(actions, max_size=8), days)
def test_open_and_done_are_all_there_is(found: list[Action], on: date) -> None:
    """No action is both, none is neither, and overdue ones are open."""
    every = [kept(number, action) for number, action in enumerate(found)]
    open_, done = open_actions(every, on=on), done_actions(every, on=on)

    assert len(open_) + len(done) == len(every)
    assert {one.id for one in (*open_, *done)} == {one.id for one in every}
    assert set(overdue(every, on=on)) <= set(open_)
