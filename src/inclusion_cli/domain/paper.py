"""That a paper was made: the trace every printed thing leaves."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class PaperKind(Enum):
    """What was printed."""

    CARD = "card"
    REVIEW_PACK = "review_pack"
    AUDIT = "audit"
    BRIEFING = "briefing"
    COMMISSIONER = "commissioner"
    CONSENT_COPY = "consent_copy"
    CONTINUITY = "continuity"
    DASHBOARD = "dashboard"
    EVENING = "evening"
    INSPECTOR = "inspector"
    LETTER = "letter"
    MY_RECORD = "my_record"
    SAFEGUARDING = "safeguarding"
    SUPERVISION = "supervision"
    TRACE = "trace"
    VISIT = "visit"


SHOWS_THE_RECORD = frozenset(
    {
        PaperKind.REVIEW_PACK,
        PaperKind.CONTINUITY,
        PaperKind.MY_RECORD,
        PaperKind.SAFEGUARDING,
        PaperKind.TRACE,
        PaperKind.VISIT,
    }
)
"""Papers that tell of the records of a file; a card, an evening sheet and a letter tell
of one thing each."""


class Holder(Enum):
    """Who holds a copy of a card."""

    PERSON = "person"
    STAFF = "staff"
    OTHER = "other"


class Ended(Enum):
    """What became of a copy that nobody holds any more."""

    RETURNED = "returned"
    DESTROYED = "destroyed"
    LOST = "lost"


@record
class Claimed:
    """A claim of a pack by its key, with the numbers it was printed with."""

    key: str
    n: int
    out_of: int


@record
class Paper:
    """A paper made from the vault. `version` is a card's version, 0 for a pack.

    `adds` is what the person chose to have on a carried card beyond the discreet.
    `ended` and `ended_on` tell what became of a copy that is no longer held.
    `known_on` is the day a pack shows as it was known then, None for today. `until` is
    the last day a paper may be used, such as a visit sheet. `tells_from` and `tells_to`
    are the days a pack of numbers tells of, `claims` what it claims. `seed` is what the
    people of a pack were drawn with, None where they were chosen.
    """

    kind: PaperKind
    on: date
    recipient: str
    purpose: str
    version: int = 0
    size: str = ""
    holder: Holder | None = None
    adds: tuple[str, ...] = ()
    ended: Ended | None = None
    ended_on: date | None = None
    known_on: date | None = None
    until: date | None = None
    tells_from: date | None = None
    tells_to: date | None = None
    claims: tuple[Claimed, ...] = ()
    seed: int | None = None
