"""The worker's own reflective meeting. In the worker's file, not a person's. 6.4."""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record


@record
class Supervision:
    """What was talked about, and what is taken away; agreements are actions.

    `worker` is the id of the worker. `since` is the day of the meeting before. `cases`
    are the ids of the records that were talked about. The questions are reflective:
    a risk I supported and what I felt; something I held back, and why; whose anxiety it
    was; what the person wanted; what I predicted against what happened; bias and
    culture; a restriction I could propose to lift.
    """

    worker: str
    on: date
    since: date | None = None
    minutes: int | None = None
    supervisor: str = ""
    present: str = ""
    wellbeing: str = ""
    cases: tuple[str, ...] = ()
    supported: str = ""
    held_back: str = ""
    whose_anxiety: str = ""
    person_wanted: str = ""
    predicted: str = ""
    bias: str = ""
    could_lift: str = ""
    learning: str = ""
    asked_safeguarding: bool | None = None
    decision_quality: str = ""
    next_on: date | None = None
