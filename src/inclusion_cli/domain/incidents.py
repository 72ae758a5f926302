"""Incidents as they stand: how serious, whom to ring by when, and what is not ticked.

Source: practice reference 4.2 (9), 4.4. A level grades what happened, never a person.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.incident import (
    CallLadder,
    Closing,
    Incident,
    Level,
    LevelChange,
    Rung,
)
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.values import YES, Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


LEVEL_WORDS = {
    Level.NEAR_MISS: say("Nearly happened"),
    Level.NO_HARM: say("Happened, nobody was hurt"),
    Level.HARM: say("Somebody was hurt, or a loss"),
    Level.SERIOUS: say("Serious: badly hurt, a crime, or it could have been"),
    Level.DANGER_NOW: say("Somebody is in danger now"),
}
LEVELS = tuple(Choice(level.value, words) for level, words in LEVEL_WORDS.items())
ORDER = tuple(Level)
"""The levels, the lightest first."""
REASON_LETTERS = 20
"""The least a reason says, where a level goes down. Service default."""


@record
class ToRing:
    """A step of the ladder that is not ticked: of which incident, by when."""

    incident: Kept[Incident]
    rung: Rung
    by: datetime
    late: bool


def at_least(level: Level, floor: Level) -> bool:
    """Say whether a level is as serious as another, or more."""
    return ORDER.index(level) >= ORDER.index(floor)


def highest(incident: Incident) -> Level | None:
    """Return the most serious level it was ever given; lowering takes no call away."""
    given = [change.level for change in incident.levels]
    given += [incident.level] if incident.level else []
    return max(given, key=ORDER.index, default=None)


def with_level(
    incident: Incident,
    level: Level,
    *,
    at: datetime,
    why: str = "",
    ladder: tuple[Rung, ...] = (),
) -> Incident:
    """Return an incident with another level, kept beside those it had.

    `ladder` is the ladder of calls, for one that holds none. One that is closed is open
    again, unless it goes down. Raises ValueError where it goes down without a reason.
    """
    now = incident.level
    down = now is not None and not at_least(level, now)
    if down and len(why) < REASON_LETTERS:
        raise ValueError(
            say("must say why, in {letters} letters or more", letters=REASON_LETTERS)
        )
    change = LevelChange(at, level, why)
    raised = replace(
        incident,
        level=level,
        levels=(*incident.levels, change),
        ladder=incident.ladder or ladder,
    )
    return raised if down else _opened(raised)


def _opened(incident: Incident) -> Incident:
    """Return an incident that is open; when and why it was closed stays in it."""
    if incident.closed_on is None:
        return incident
    was = Closing(incident.closed_on, incident.closed_because)
    closings = (*incident.closings, was)
    return replace(incident, closed_on=None, closed_because="", closings=closings)


def still_open(incidents: Iterable[Kept[Incident]]) -> tuple[Kept[Incident], ...]:
    """Return those of some incidents that are not closed."""
    return tuple(kept for kept in incidents if kept.record.closed_on is None)


def to_ring(
    kept: Kept[Incident], ladder: CallLadder | None = None, *, now: datetime
) -> tuple[ToRing, ...]:
    """Return the steps of one incident that are not ticked, in order of the ladder."""
    ticked = {call.rung for call in kept.record.called}
    return tuple(
        ToRing(kept, rung, by, late=by < now)
        for rung in rungs_for(kept.record, ladder)
        if rung.id not in ticked and (by := ring_by(kept, rung)) is not None
    )


def rungs_for(incident: Incident, ladder: CallLadder | None = None) -> tuple[Rung, ...]:
    """Return the steps of the ladder that its most serious level asks for."""
    level = highest(incident)
    rungs = incident.ladder or (ladder.rungs if ladder else ())
    if level is None:
        return ()
    return tuple(rung for rung in rungs if at_least(level, rung.level))


def rung_before_saved(told: Mapping[str, Any], ladder: CallLadder) -> tuple[Rung, ...]:
    """Return whom an incident or a concern that is half told asks to ring.

    It is everybody on the ladder from harm on, and who is rung at once in danger.
    """
    if told.get("danger_now") == YES:
        return tuple(rung for rung in ladder.rungs if not rung.within)
    level = Level(told["level"]) if told.get("level") else None
    if level is None or not at_least(level, Level.HARM):
        return ()
    return tuple(rung for rung in ladder.rungs if at_least(level, rung.level))


def ring_by(kept: Kept[Incident], rung: Rung) -> datetime | None:
    """Return by when a step is to be rung: counted from when it was graded so high."""
    since = next(
        (c.at for c in kept.record.levels if at_least(c.level, rung.level)),
        kept.recorded_at if kept.record.level else None,
    )
    return since + timedelta(minutes=rung.within) if since else None
