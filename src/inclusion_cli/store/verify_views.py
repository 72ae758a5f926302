"""Hold the views against the log: they must be what folding it anew would give.

Most records have one entry, and their row is a copy of it: SQLite compares those by
itself. The others are folded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.store import log
from inclusion_cli.store.fold import fold_record, readable
from inclusion_cli.store.vault import SQL_ERRORS
from inclusion_cli.store.view_tables import OWN_COLUMNS, SETTLERS, WAITERS

if TYPE_CHECKING:
    from inclusion_cli.store.fold import Standing
    from inclusion_cli.store.log import Written

_COPIES = ("record", "file", "author", "happened_at")


class Records:
    """The records met in the log, and how many entries each has."""

    def __init__(self) -> None:
        self._entries: dict[str, int] = {}
        self._unreadable: set[str] = set()

    def meet(self, written: Written) -> None:
        """Count one entry."""
        record = written.entry.record
        self._entries[record] = self._entries.get(record, 0) + 1
        if not readable(written):
            self._unreadable.add(record)

    def differ(self, cursor: Any) -> bool:
        """Say whether the views show other records than these, or other versions."""
        several = {record for record, number in self._entries.items() if number > 1}
        single = self._entries.keys() - several - self._unreadable
        standing = [s for record in several if (s := _folded(cursor, record))]
        try:
            rows = sum(_count(cursor, kind) for kind in KINDS)
            found = cursor.execute("SELECT count(*) FROM findview_docsize").fetchone()
            shown = (rows,) == found and all(
                _row(cursor, one) == _expected(one) for one in standing
            )
        except SQL_ERRORS:
            return True
        return rows != len(single) + len(standing) or not shown


def copies_differ(connection: Any) -> bool:
    """Say whether a row is not what its entry says."""
    asked = [_other_than_entry(kind) for kind in KINDS]
    asked += [_settled_otherwise(kind) for kind in WAITERS]
    asked += [f"{one} EXCEPT {other}" for one, other in (_SETTLING, _SETTLING[::-1])]
    try:
        return any(connection.execute(query).fetchone() for query in asked)
    except SQL_ERRORS:
        return True


def _other_than_entry(kind: str) -> str:
    same = [f"e.kind = '{kind}'", "v.entry IS e.id"]
    same += [f"v.{name} IS e.{name}" for name in _COPIES]
    same += [f"v.{name} IS b.body ->> '$.{name}'" for name in OWN_COLUMNS[kind]]
    alone = "v.recorded_at IS e.recorded_at AND v.amended = 0 AND v.forks = 1"
    several = "(SELECT count(*) FROM entry o WHERE o.record = v.record) > 1"
    return (
        f"SELECT 1 FROM {kind}view v LEFT JOIN entry e ON e.n = v.n "  # noqa: S608
        "LEFT JOIN entry_body b ON b.n = v.n "
        f"WHERE NOT ({' AND '.join(same)} AND ({alone} OR {several})) LIMIT 1"
    )


def _settled_otherwise(kind: str) -> str:
    is_settled = "EXISTS (SELECT 1 FROM settlingview s WHERE s.target = v.record)"
    return f"SELECT 1 FROM {kind}view v WHERE v.settled IS NOT {is_settled} LIMIT 1"  # noqa: S608


def _settles(kind: str, field: str) -> str:
    """Return the query for what a kind settles: one record, or each of a list."""
    return (
        f"SELECT v.record, j.value FROM {kind}view v "  # noqa: S608 - our own names
        f"JOIN entry_body b ON b.n = v.n, json_each(b.body, '$.{field}') j "
        "WHERE j.value IS NOT NULL"
    )


_SETTLING = (
    "SELECT record, target FROM settlingview",
    f"SELECT * FROM ({' UNION '.join(_settles(*one) for one in SETTLERS.items())})",  # noqa: S608
)


def _folded(cursor: Any, record: str) -> Standing | None:
    return fold_record(log.read(cursor, "WHERE e.record = ?", (record,)))


def _count(cursor: Any, kind: str) -> int:
    (rows,) = cursor.execute(f"SELECT count(*) FROM {kind}view").fetchone()  # noqa: S608
    return int(rows)


def _row(cursor: Any, standing: Standing) -> Any:
    names = f"n, recorded_at, amended, forks FROM {standing.kind}view"
    query = f"SELECT {names} WHERE record = ?"
    return cursor.execute(query, (standing.record,)).fetchone()


def _expected(standing: Standing) -> tuple[str | int, ...]:
    return (standing.n, standing.recorded_at, standing.amended, standing.forks)
