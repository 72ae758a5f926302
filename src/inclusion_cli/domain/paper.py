"""That a paper was made: the trace every printed thing leaves."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class PaperKind(Enum):
    """What was printed."""

    CARD = "card"
    REVIEW_PACK = "review_pack"


class Holder(Enum):
    """Who holds a copy of a card."""

    PERSON = "person"
    STAFF = "staff"


@record
class Paper:
    """A paper made from the vault. `version` is a card's version, 0 for a pack.

    `known_on` is the day a pack shows as it was known then, None for today.
    """

    kind: PaperKind
    on: date
    recipient: str
    purpose: str
    version: int = 0
    size: str = ""
    holder: Holder | None = None
    known_on: date | None = None
