"""Every version of a record, oldest first: who wrote it, when, why, what changed."""

from __future__ import annotations

from datetime import datetime

from inclusion_cli.domain.record import record
from inclusion_cli.domain.told import Change, Told


@record
class Version:
    """One entry of a record. `record` is None where it cannot be read here."""

    entry: str
    author: str
    happened_at: datetime
    recorded_at: datetime
    reason: str
    record: object | None
    supersedes: tuple[str, ...] = ()
    taken_back: bool = False
    taken_back_by: str = ""
    taken_back_at: datetime | None = None
    erased: bool = False
    stands: bool = False


@record
class VersionLine:
    """A version as it is shown: its number, its state in words, what it changed."""

    number: int
    when: str
    by: str
    state: str
    reason: str
    says: tuple[Told, ...]
    changes: tuple[Change, ...]


@record
class HistoryPage:
    """The history of one record. `forks` is how many versions claim to be newest."""

    id: str
    code: str
    label: str
    what: str
    happened: str
    versions: tuple[VersionLine, ...]
    forks: int
    next: tuple[str, ...] = ()
