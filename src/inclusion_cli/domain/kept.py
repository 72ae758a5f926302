"""A record as the log keeps it: what was written, by whom, and when."""

from __future__ import annotations

from datetime import date, datetime
from typing import Generic, TypeVar

from inclusion_cli.domain.record import record

R_co = TypeVar("R_co", covariant=True)


@record
class Kept(Generic[R_co]):
    """The newest version of one record, with where it came from.

    `id` stays through amendments; `entry` is the version that was read. `happened_at`
    is when it took place, `recorded_at` when it was first written down.
    """

    id: str
    entry: str
    file: str
    record: R_co
    author: str
    happened_at: datetime
    recorded_at: datetime
    amended: int = 0
    forks: int = 1

    @property
    def on(self) -> date:
        """Return the local day it happened."""
        return self.happened_at.date()

    @property
    def order(self) -> tuple[datetime, datetime, str]:
        """Return what puts records in order: by instant, then by order of entry."""
        return self.happened_at, self.recorded_at, self.id


@record
class Trace:
    """An entry of the log without its body: what kind, about which record, when.

    `amends` says that it replaces an earlier version, and `reason` why; `moves` that it
    took a record out of a file it did not belong in.
    """

    kind: str
    file: str
    record: str
    entry: str
    recorded_at: datetime
    amends: bool = False
    moves: bool = False
    reason: str = ""


def short_id(record_id: str) -> str:
    """Return the part of an id that is said aloud and printed: its last 8 signs."""
    return record_id[-8:]
