"""The plan of an evening on paper, for the person: logged, and then made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.casework.event_plan import NoEvening
from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.event_page import next_event
from inclusion_cli.domain.event_sheet import PURPOSE, event_sheet
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.event_plan import EventPlan
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaf import Leaf
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


def evening_of(case: Casefile, *, now: datetime) -> Kept[EventPlan]:
    """Return the evening that comes next. Raises NoEvening."""
    found = next_event(case, now=now)
    if found is None or found.record.at < now:
        raise NoEvening(case)
    return found


def log_sheet(work: Work, case: Casefile) -> None:
    """Write that the person is given the page, before it is made."""
    leaving = Leaving(case.known_as, "", PURPOSE, Rests.TO_THE_PERSON)
    paper = Paper(PaperKind.EVENING, work.clock.today(), "", "")
    log_leaving(work, case.person.file, paper, leaving, case=case)


def sheet_for(
    reading: Reading, case: Casefile, kept: Kept[EventPlan], *, on: date
) -> Leaf:
    """Return the page of an evening for the person."""
    code = case.person.record.code
    marks = sheet(reading, code, recipient=case.known_as, purpose=PURPOSE, on=on)
    return event_sheet(marks, case, kept.record, on=on)
