"""Making dashboards: read one person at a time, and log the page that leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.domain.consent_items import DASHBOARD_TELLS
from inclusion_cli.domain.number_incidents import OfService, of_service
from inclusion_cli.domain.numbers import PersonNumbers, person_numbers
from inclusion_cli.domain.paper import Paper, PaperKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaving import Leaving
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


def everybody(
    reading: Reading,
    *,
    now: datetime,
    first: date,
    last: date,
    defaults: Defaults,
    seen: Callable[[int, int], None] = lambda _done, _of: None,
) -> Iterator[PersonNumbers]:
    """Return the numbers of each person in turn; only one file is open at a time.

    `seen` hears how many are done, of how many.
    """
    files = reading.files()
    for done, file in enumerate(files, start=1):
        case = reading.casefile(file)
        yield person_numbers(case, now=now, first=first, last=last, defaults=defaults)
        seen(done, len(files))


def ours(reading: Reading, *, now: datetime, first: date, last: date) -> OfService:
    """Return the incidents of a period that are of the service, and of nobody."""
    service = reading.service()
    found = reading.of_kind("incident", "v.file = ?", service.file) if service else ()
    return of_service(found, now=now, first=first, last=last)


def log_page(
    work: Work, leaving: Leaving, file: str, *, case: Casefile | None = None
) -> Kept[Disclosure]:
    """Write that a dashboard leaves as a page, before it does."""
    paper = Paper(
        PaperKind.DASHBOARD, work.clock.today(), leaving.recipient, leaving.purpose
    )
    items = DASHBOARD_TELLS if case else ()
    kept = log_leaving(work, file, paper, leaving, case=case, items=items)
    work.clear_draft(file if case else "", "dashboard")
    return kept
