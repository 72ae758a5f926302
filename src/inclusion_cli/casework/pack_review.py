"""The pack for a step review: that it is made, and what it shows, as known by when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.consent_items import REVIEW_PACK
from inclusion_cli.domain.dates import end_of, say_day
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.pack import review_pack
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.pack_lines import ReviewPack
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

RECIPIENT = say("the people at this review")
PURPOSE = say("step review")
AT_THE_REVIEW = Leaving(RECIPIENT, "", PURPOSE, Rests.AT_THE_REVIEW)
"""A pack for the meeting itself: read there, and nobody says who agreed to what."""


def log_pack(
    work: Work,
    case: Casefile,
    *,
    known_on: date | None = None,
    leaving: Leaving = AT_THE_REVIEW,
) -> None:
    """Write that a pack is made and for whom, before it is.

    Raises NotAgreed where it leaves on a consent that is not there.
    """
    paper = Paper(
        PaperKind.REVIEW_PACK,
        work.clock.today(),
        recipient=leaving.recipient,
        purpose=leaving.purpose,
        known_on=known_on,
    )
    file = case.person.file
    log_leaving(work, file, paper, leaving, case=case, items=(REVIEW_PACK,))
    work.clear_draft(file, "pack_leaving")


class NothingKnownThen(NothingFound):
    """A pack was asked for as of a day before the first record of a person."""

    hint = say("To see it from the first day on, use that day.")

    def __init__(self, case: Casefile, day: date) -> None:
        first = say_day(case.person.recorded_at.astimezone().date())
        super().__init__(
            say(
                "On {day} nothing about {label} was written yet. The "
                "first record is of {first}.",
                day=say_day(day),
                label=case.label,
                first=first,
            )
        )


def known_until(case: Casefile, day: date, now: datetime) -> datetime:
    """Return the last moment of a day, or now. Raises NothingKnownThen."""
    end = end_of(day)
    if case.person.recorded_at > end:
        raise NothingKnownThen(case, day)
    return min(end, now)


def make_pack(
    reading: Reading,
    file: str,
    *,
    now: datetime,
    since: date | None,
    printed: date | None = None,
    leaving: Leaving = AT_THE_REVIEW,
    defaults: Defaults = SHIPPED,
) -> ReviewPack:
    """Return the review pack of a person as `reading` knows it at `now`.

    `printed` is the day it is made where that is a later one.
    """
    case, service, workers = (
        reading.casefile(file),
        reading.service(),
        reading.workers(),
    )
    marks = sheet(
        reading,
        case.person.record.code,
        recipient=leaving.recipient,
        purpose=leaving.purpose,
        on=printed or now.date(),
    )
    if printed:
        marks = replace(
            marks, as_known=say("As known on {date}.", date=say_day(now.date()))
        )
    return review_pack(
        case,
        marks,
        service=service.record.name if service else "",
        worker=workers[0].record.name if workers else "",
        now=now,
        since=since,
        defaults=defaults,
    )
