"""The plan of an evening on paper, for the person: logged, and then made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.casework.event_plan import NoEvening
from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.event_page import next_event
from inclusion_cli.domain.event_sheet import PURPOSE, event_sheet
from inclusion_cli.domain.ids import fits
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.event_plan import EventPlan
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaf import Leaf
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


class NoSuchEvening(NothingFound):
    """No evening of the person has that id."""

    def __init__(self, case: Casefile, typed: str) -> None:
        super().__init__(
            say(
                '{label} has no evening with the id "{typed}".',
                label=case.label,
                typed=one_line(typed),
            )
        )
        self.hint = say(
            "To see all, type: inclusion event show {code}",
            code=case.person.record.code,
        )


def named(case: Casefile, typed: str) -> Kept[EventPlan]:
    """Return the evening with that id. Raises NoSuchEvening."""
    found = [kept for kept in case.safety.event_plans if fits(kept.id, typed)]
    if len(found) != 1:
        raise NoSuchEvening(case, typed)
    return found[0]


def evening_of(case: Casefile, *, now: datetime, typed: str = "") -> Kept[EventPlan]:
    """Return the evening that was typed, else the next. Raises NoEvening."""
    found = named(case, typed) if typed else next_event(case, now=now)
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
