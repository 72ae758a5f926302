"""Incidents that were begun and are not saved: named first, with whom to ring.

Each stays a draft, as it may be about the wrong person; and none is overlooked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.home import draft_dues
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.record_page import PagePart, PageRow
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from inclusion_cli.domain.home import DraftNote
    from inclusion_cli.domain.record_page import RecordPage

ADD = ("incident", "add")
BEGUN = say("Begun, not saved")


def begun_incidents(drafts: Iterable[DraftNote]) -> tuple[DraftNote, ...]:
    """Return the drafts that are of an incident."""
    return tuple(draft for draft in drafts if draft.command[:2] == ADD)


def begun_words(drafts: Iterable[DraftNote], *, now: datetime) -> tuple[str, ...]:
    """Return for each what was begun when, whom to ring, and how to carry on."""
    return tuple(
        say(
            "{says} To carry on: inclusion {command}",
            says=item.says,
            command=" ".join(item.command),
        )
        for item in draft_dues(begun_incidents(drafts), now)
    )


def with_begun(
    page: RecordPage, drafts: Iterable[DraftNote], *, now: datetime
) -> RecordPage:
    """Return a page of incidents with those on it first that are not saved."""
    there = begun_incidents(drafts)
    if not there:
        return page
    whose = (f"{d.person}, {d.code}" if d.code else say("The service") for d in there)
    rows = zip(whose, begun_words(there, now=now), strict=True)
    part = PagePart(BEGUN, tuple(PageRow(who, says) for who, says in rows))
    return replace(page, parts=(part, *page.parts))
