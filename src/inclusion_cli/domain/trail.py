"""Everything the log keeps of one record: each entry, and what stands of them."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from inclusion_cli.domain.record import record

TAKEN_BACK = "taken_back"


class Words(Enum):
    """Whether what an entry says can be read here."""

    READ = "read"
    ERASED = "erased"
    UNKNOWN = "unknown"


@record
class Past:
    """One entry of a record. `record` is what it says, None where it cannot be read.

    `replaces`, `voids` and `came_from` name entries; `moved_away` says that it took the
    record out of a file it did not belong in.
    """

    entry: str
    kind: str
    file: str
    author: str
    happened_at: datetime
    recorded_at: datetime
    words: Words
    record: Any = None
    reason: str = ""
    replaces: tuple[str, ...] = ()
    voids: tuple[str, ...] = ()
    came_from: tuple[str, ...] = ()
    moved_away: bool = False

    @property
    def is_version(self) -> bool:
        """Say whether it says something of its own."""
        return self.kind != TAKEN_BACK


@record
class Trail:
    """The entries of one record in the order they came, oldest first.

    `gone` are the entries that are taken back, `heads` the versions that nothing
    replaces: none where the record is taken back, several where it forked.
    """

    id: str
    entries: tuple[Past, ...]
    gone: frozenset[str]
    heads: tuple[str, ...]

    @property
    def kind(self) -> str:
        """Return what kind of record it is."""
        return self.versions[0].kind if self.versions else TAKEN_BACK

    @property
    def file(self) -> str:
        """Return the file it is in."""
        return self.entries[0].file

    @property
    def versions(self) -> tuple[Past, ...]:
        """Return the entries that say something of their own."""
        return tuple(past for past in self.entries if past.is_version)

    @property
    def standing(self) -> Past | None:
        """Return the version that stands, None where the record is taken back."""
        found = {past.entry: past for past in self.entries}
        return found[self.heads[-1]] if self.heads else None

    @property
    def forked(self) -> bool:
        """Say whether two versions or more claim to be the newest."""
        return len(self.heads) > 1

    @property
    def alive(self) -> tuple[Past, ...]:
        """Return the versions that count."""
        return tuple(past for past in self.versions if past.entry not in self.gone)

    @property
    def moved_away(self) -> Past | None:
        """Return what took the record to another file, None where it is here."""
        moves = (p for p in self.entries if p.moved_away and p.entry not in self.gone)
        return None if self.heads else next(moves, None)
