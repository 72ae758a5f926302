"""Home is the same from what is near, whatever is open, closed, late or long ago."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inclusion_cli.clock import Clock
from inclusion_cli.domain.action import Action, Worked
from inclusion_cli.domain.concern import Refer, SafeguardingConcern, WishesAsked
from inclusion_cli.domain.home import home
from inclusion_cli.domain.incident import (
    AfterAction,
    Incident,
    Level,
    LevelChange,
    Rung,
    RungCalled,
)
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.store.vault import Vault

RUNGS = (Rung("manager", "Jo", "01632 960111", 60, Level.HARM),)
ago = st.integers(0, 900)


def written(vault: Vault, at: datetime, told: int, ended: int | None) -> None:
    """Write an incident, a concern and an action of long ago, told some days later."""
    known = at + timedelta(days=told)
    end = None if ended is None else (known + timedelta(days=ended)).date()
    with Work(vault, Clock(known), "sam") as work:
        file = work.people()[0].file
        kept = work.add(
            Incident(
                "A fall",
                at,
                level=Level.HARM,
                levels=(LevelChange(known, Level.HARM),),
                ladder=RUNGS,
                called=(RungCalled("manager", "Jo", known),) if told % 2 else (),
                closed_on=end,
            ),
            file=file,
            happened_at=at,
        )
        if told % 3:
            work.add(AfterAction(kept.id, known.date(), "a", "b", "c", "d"), file=file)
        concern = SafeguardingConcern(
            "He kept it",
            at,
            wishes_asked=WishesAsked.NONE_EXPRESSED,
            decided=Refer.REFER,
            why="It was his second",
            decided_at=known,
            told_manager_at=known,
            closed_on=end,
        )
        work.add(concern, file=file, happened_at=at)
        worked = Worked.YES if told % 2 else None
        action = Action("A", "Sam", known.date(), done_on=end, worked=worked)
        work.add(action, file=file)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(back=ago, told=st.integers(0, 60), ended=st.none() | st.integers(0, 90))
def test_incidents_concerns_and_actions_show_the_same(
    cases_vault: Vault, back: int, told: int, ended: int | None
) -> None:
    """What was told late, is still open or waits for a look is never too old."""
    at = NOW - timedelta(days=back)
    written(cases_vault, at, min(told, back), ended)
    reading = Reading(cases_vault)
    files = [kept.file for kept in reading.people()]

    for now in (NOW, NOW + timedelta(days=100)):
        near = [reading.near(file, now=now) for file in files]
        whole = [reading.casefile(file) for file in files]
        assert home(near, (), now=now, worker="S") == home(
            whole, (), now=now, worker="S"
        )
