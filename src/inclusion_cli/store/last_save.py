"""Which entries are somebody's last save here, and what was told since."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import Trace
from inclusion_cli.store import log

if TYPE_CHECKING:
    from inclusion_cli.store.log import Written

OF_THE_LAST_SAVE = (
    "WHERE author = ? AND device = ? AND recorded_at = (SELECT recorded_at "
    "FROM entry WHERE author = ? AND device = ? "
    "AND (kind NOT IN ('paper', 'disclosure') OR links <> '[]') "
    "ORDER BY seq DESC LIMIT 1)"
)
SINCE_THE_LAST_SAVE = (
    "WHERE author = ? AND device = ? AND seq > coalesce((SELECT max(seq) "
    "FROM entry WHERE author = ? AND device = ? "
    "AND (kind NOT IN ('paper', 'disclosure') OR links <> '[]')), -1)"
)


def trace_of(written: Written) -> Trace:
    """Return an entry of the log without its words."""
    entry = written.entry
    return Trace(
        entry.kind,
        entry.file,
        entry.record,
        entry.id,
        datetime.fromisoformat(entry.recorded_at),
        amends=bool(entry.linked(log.SUPERSEDES)),
        moves=bool(entry.linked(log.REFILED)),
        reason=entry.reason,
    )
