"""Making a commissioner's pack: people read one by one, logged before it appears."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.claims_why import ClaimsWhy, why_claims
from inclusion_cli.domain.commissioner import Commissioner, commissioner, on_paper
from inclusion_cli.domain.dates import end_of
from inclusion_cli.domain.defaults import Defaults
from inclusion_cli.domain.equity import Faring, answers_of
from inclusion_cli.domain.numbers import PersonNumbers, person_days, person_numbers
from inclusion_cli.domain.numbers_total import Adding
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.record import record
from inclusion_cli.domain.small_counts import LEAST
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaving import Leaving
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

FORM = "pack_commissioner"
KEPT_RECORDS = 20
"""Ids of records held for each number while ten thousand people are added up."""


@record
class Counting:
    """What is counted: from when to when, as known at a moment, by which defaults."""

    first: date
    last: date
    now: datetime
    defaults: Defaults


def counted(
    reading: Reading,
    about: Counting,
    *,
    records: int = KEPT_RECORDS,
    seen: Callable[[int, int], None] = lambda _done, _of: None,
) -> Commissioner:
    """Return what a pack says, from one person's file at a time.

    Of each file nothing is kept but its part in the sums, and so many ids.
    """
    adding, faring = Adding(records), Faring()
    files = reading.files()
    for done, file in enumerate(files, start=1):
        case = reading.casefile(file)
        numbers = _numbers(case, about)
        adding.add(numbers)
        faring.add(numbers, answers_of(case))
        seen(done, len(files))
    service = reading.service()
    return commissioner(
        adding.done(),
        faring.done(),
        service=service.record.name if service else "",
        first=about.first,
        last=about.last,
        defaults=about.defaults,
    )


def too_few(reading: Reading, about: Counting) -> bool:
    """Say whether so few people have anything in the days that no count is told."""
    found = 0
    for file in reading.files():
        case, now = reading.casefile(file), min(end_of(about.last), about.now)
        found += person_days(case, now, about.first, about.last) > 0
        if found >= LEAST:
            return False
    return True


def _numbers(case: Casefile, about: Counting) -> PersonNumbers:
    return person_numbers(
        case,
        now=min(end_of(about.last), about.now),
        first=about.first,
        last=about.last,
        defaults=about.defaults,
    )


def log_pack(work: Work, file: str, pack: Commissioner, leaving: Leaving) -> str:
    """Write that a pack leaves, with its days and its claims; return the paper's id."""
    paper = Paper(
        PaperKind.COMMISSIONER,
        work.clock.today(),
        leaving.recipient,
        leaving.purpose,
        tells_from=pack.first,
        tells_to=pack.last,
        claims=pack.claimed,
    )
    told = log_leaving(work, file, paper, leaving)
    work.clear_draft("", FORM)
    return told.record.paper


def paper_of(
    reading: Reading, pack: Commissioner, leaving: Leaving, *, on: date
) -> PartsPaper:
    """Return the pack as a paper, with the head code of now."""
    marks = sheet(
        reading,
        say("The service"),
        recipient=leaving.recipient,
        purpose=leaving.purpose,
        on=on,
    )
    return on_paper(pack, marks)


def why_pack(
    then: Reading, paper: Kept[Paper], defaults: Defaults, *, records: int
) -> ClaimsWhy:
    """Return each claim of a pack with its records, counted again as known then.

    `then` reads the vault at the moment the paper was kept.
    """
    first, last = paper.record.tells_from, paper.record.tells_to
    assert first is not None, "a pack keeps the days it tells of"
    assert last is not None, "a pack keeps the days it tells of"
    about = Counting(first, last, paper.recorded_at, defaults)
    pack = counted(then, about, records=records)
    return why_claims(paper, pack)
