"""That a paper was made: the trace every printed thing leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class PaperKind(Enum):
    """What was printed."""

    CARD = "card"
    REVIEW_PACK = "review_pack"


class Holder(Enum):
    """Who holds a copy of a card."""

    PERSON = "person"
    STAFF = "staff"


@dataclass(frozen=True)
class Paper:
    """A paper made from the vault. `version` is a card's version, 0 for a pack."""

    kind: PaperKind
    on: date
    recipient: str
    purpose: str
    version: int = 0
    size: str = ""
    holder: Holder | None = None
