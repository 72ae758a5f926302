"""The drift map: each situation against each session, and what mends it."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say


class Met(Enum):
    """How a situation and a session came together."""

    AS_PLANNED = "planned_and_met"
    NOT_MET = "planned_not_met"
    UNPLANNED = "met_unplanned"
    CALLED_OFF = "called_off"
    NOT_KNOWN = "not_known_yet"
    APART = "not_in_it"


MET_WORDS = {
    Met.AS_PLANNED: say("planned and met"),
    Met.NOT_MET: say("planned, not met"),
    Met.UNPLANNED: say("met, not planned"),
    Met.CALLED_OFF: say("called off, which counts for nothing"),
    Met.NOT_KNOWN: say("not known yet, with no debrief"),
    Met.APART: say("not part of it"),
}
MET_SIGNS = {
    Met.AS_PLANNED: say("met"),
    Met.NOT_MET: say("not"),
    Met.UNPLANNED: say("new"),
    Met.CALLED_OFF: say("off"),
    Met.NOT_KNOWN: "?",
    Met.APART: "-",
}


@record
class DriftColumn:
    """One session, or one thing seen between sessions: its day and its record."""

    on: date
    record: str
    what: str


@record
class DriftRow:
    """One situation against each column, and what mends where they drifted apart.

    `never` says that no session ever met it. `situation` are the words of the
    formulation, or of the step where the formulation does not have it.
    """

    trigger: str
    situation: str
    cells: tuple[Met, ...]
    met: int
    not_met: int
    unplanned: int
    never: bool
    last_met: date | None
    says: str
    mend: tuple[str, ...]
    called_off: int = 0
    not_known: int = 0


@record
class DriftMap:
    """One person's drift map over a month."""

    name: str
    code: str
    month: str
    said: str
    columns: tuple[DriftColumn, ...]
    rows: tuple[DriftRow, ...]
    closed: date | None = None
