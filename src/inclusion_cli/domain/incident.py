"""Incidents and near misses, and who was told, in which order.

Source: practice reference 4.2 (9), 4.4. Levels grade what happened, never a person.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from inclusion_cli.domain.record import record


class Level(Enum):
    """How serious what happened is; it says who is rung, and by when."""

    NEAR_MISS = "near_miss"
    NO_HARM = "no_harm"
    HARM = "harm"
    SERIOUS = "serious"
    DANGER_NOW = "danger_now"


@record
class Rung:
    """One step of the ladder as the service set it up: who, how, by when, from where.

    `level` is the lowest level it is for, `within` the minutes there are.
    """

    id: str
    who: str
    phone: str
    within: int
    level: Level


@record
class RungCalled:
    """One step of the escalation ladder, ticked: who was rung, when, by whom.

    `whom` is what the step is called. `not_rung` is why it was not rung, "" where it
    was: that ticks it, too.
    """

    rung: str
    who: str
    at: datetime
    by: str = ""
    said: str = ""
    not_rung: str = ""
    whom: str = ""


@record
class LevelChange:
    """That the level was raised, or lowered with a reason."""

    at: datetime
    level: Level
    why: str = ""


@record
class Closing:
    """That it was closed before it was opened again: on which day, and why."""

    on: date
    because: str = ""


@record
class Incident:
    """Something that went wrong, or nearly. What is known is kept; nothing else waits.

    `what` is the one sentence an incident needs. `sorts` are its categories by key.
    `hurt` says who was hurt and how. `session` and `debrief` are ids, "" for none.
    `called` are the steps of the escalation ladder that are ticked. `concern` is the
    id of the safeguarding concern that came of it. `ladder` is the ladder of calls
    as it stood when it was graded, so that what was due then can be read for ever.
    `closings` are the times it was closed and was opened again by a higher level.
    """

    what: str
    at: datetime
    level: Level | None = None
    sorts: tuple[str, ...] = ()
    place: str = ""
    hurt: str = ""
    at_once: str = ""
    witnesses: str = ""
    notified: str = ""
    view: str = ""
    in_community: bool | None = None
    session: str = ""
    debrief: str = ""
    concern: str = ""
    levels: tuple[LevelChange, ...] = ()
    ladder: tuple[Rung, ...] = ()
    called: tuple[RungCalled, ...] = ()
    closed_on: date | None = None
    closed_because: str = ""
    closings: tuple[Closing, ...] = ()


@record
class AfterAction:
    """The after-action review: four questions, and what the person said would help.

    Actions that come of it are records of their own. `restriction` is whether the
    response added a limit, which is then a restriction with an end; `limit_ended` is
    the day that limit ended, None where it holds or there was none.
    """

    incident: str
    on: date
    expected: str
    happened: str
    why_differed: str
    change: str
    plan_followed: str = ""
    person_said: str = ""
    proportionate: str = ""
    restriction: bool | None = None
    fed_back: str = ""
    limit_ended: date | None = None


@record
class CallLadder:
    """The service's own ladder: whom to phone now, in what order. Kept offline."""

    rungs: tuple[Rung, ...]
    checked_on: date
