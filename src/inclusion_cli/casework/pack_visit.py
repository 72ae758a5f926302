"""Making the sheet for a stand-in worker: agreed, one page, gone after the shift."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind, HowGiven
from inclusion_cli.domain.consent_items import STAND_IN
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.values import YES, and_list
from inclusion_cli.domain.visit import VisitSheet, refused, visit_sheet
from inclusion_cli.domain.visit_items import items_of
from inclusion_cli.domain.visit_rows import Row, rows
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

FORM = "pack_visit"
PURPOSE = STAND_IN
Rows = tuple[Row, ...]


class NotSeen(RuleSaysNo):
    """The person has not agreed to the page."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say(
                "{name} has not agreed to this page. Nothing was made.",
                name=case.known_as,
            )
        )
        self.hint = say(
            "Show it to {name} first, or tell the stand-in whom to ring.",
            name=case.known_as,
        )


def refuse_unseen(case: Casefile, answers: Mapping[str, Any]) -> None:
    """Raise NotSeen where the person has not said yes to the page."""
    if answers["agreed"] != YES:
        raise NotSeen(case)


class PageTooSmall(RuleSaysNo):
    """What must be on the page does not fit on it."""

    hint = say("Shorten it, and make the page again.")

    def __init__(self, parts: tuple[str, ...]) -> None:
        told = and_list(parts) if parts else say("what must be on it")
        super().__init__(say("This does not fit on one page. {told}.", told=told))


def all_rows(case: Casefile, now: datetime) -> Rows:
    """Return all there is to tell. Raises PageTooSmall where a must is too long."""
    found = rows(case, now=now)
    if parts := refused(found):
        raise PageTooSmall(parts)
    return found


def drawn(
    reading: Reading, case: Casefile, given: Mapping[str, Any], kept: Rows, every: Rows
) -> VisitSheet:
    """Return the sheet of some rows, with the marks of now."""
    marks = sheet(
        reading,
        case.person.record.code,
        recipient=given["recipient"],
        purpose=PURPOSE,
        on=given["today"],
    )
    return visit_sheet(case, marks, kept, every, until=given["until"])


def log_visit(work: Work, case: Casefile, given: Mapping[str, Any], kept: Rows) -> None:
    """Write what the person agreed to, for this stand-in and shift; then the paper.

    `kept` are the rows of the page: what they tell is what was agreed, and no more.
    """
    items = items_of(kept)
    file, until = case.person.file, given["until"].date()
    leaving = Leaving(
        given["recipient"], given["recipient_role"], PURPOSE, Rests.CONSENT
    )
    work.add(
        Consent(
            ConsentKind.TELL,
            work.clock.today(),
            Answered.GIVEN,
            PURPOSE,
            recipient=leaving.recipient,
            role=leaving.role,
            items=items,
            asked_how=say("By showing the page"),
            given_how=HowGiven(given["given_how"]),
            witness=given.get("witness") or "",
            until=until,
        ),
        file=file,
    )
    paper = Paper(
        PaperKind.VISIT,
        work.clock.today(),
        recipient=leaving.recipient,
        purpose=PURPOSE,
        until=until,
    )
    log_leaving(work, file, paper, leaving, case=work.casefile(file), items=items)
    work.clear_draft(file, FORM)
