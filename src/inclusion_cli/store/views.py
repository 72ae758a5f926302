"""The views: SQLModel tables of what stands, dropped and rebuilt at will.

Nothing here is the truth; the log is. Reading goes over the same connection's cursor
(`reading.py`), so that a screen need not wait for SQLAlchemy; a test proves both equal.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sql
from sqlalchemy import (
    Delete,
    Insert,
    bindparam,
    create_engine,
    delete,
    insert,
    text,
)
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel, col

from inclusion_cli.store import finding, log
from inclusion_cli.store.fold import Standing, fold
from inclusion_cli.store.migrations import VIEWS_VERSION
from inclusion_cli.store.vault import honest, undo
from inclusion_cli.store.view_base import SettlingView
from inclusion_cli.store.view_tables import OWN_COLUMNS, SETTLERS, TABLES, WAITERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.store.vault import Vault


_IS_SETTLED = "EXISTS (SELECT 1 FROM settlingview s WHERE s.target = {kind}view.record)"


class Views:
    """Write the views on the connection, and in the transaction, of the vault.

    Made before the transaction begins: SQLAlchemy rolls back once when it connects.
    """

    def __init__(self, connection: Any) -> None:
        engine = create_engine(
            "sqlite://",
            creator=lambda: connection,
            module=sql,
            poolclass=StaticPool,
            pool_reset_on_return=None,
            isolation_level="AUTOCOMMIT",  # the transaction is the vault's own
            hide_parameters=True,
        )
        self._connection = engine.connect()
        self._raw = connection

    def put(self, standing: Standing) -> None:
        """Let what stands of a record be its only row."""
        finding.drop(self._raw, standing.kind, standing.record)
        finding.put(self._raw, standing)
        self._connection.execute(_delete(standing.kind), {"gone": standing.record})
        self._connection.execute(_insert(standing.kind), row_of(standing))
        self._settle(standing.kind, standing.record, settled_by(standing))

    def drop(self, kind: str, record: str) -> None:
        """Take a record's row away."""
        finding.drop(self._raw, kind, record)
        self._connection.execute(_delete(kind), {"gone": record})
        self._settle(kind, record, ())

    def _settle(self, kind: str, record: str, targets: tuple[str, ...]) -> None:
        """Let a record settle these and no others, and know whether it is settled."""
        cursor, touched = self._raw.cursor(), {*targets}
        if kind in SETTLERS:
            was = "DELETE FROM settlingview WHERE record = ? RETURNING target"
            touched.update(target for (target,) in cursor.execute(was, (record,)))
            pairs = [(record, target) for target in dict.fromkeys(targets)]
            cursor.executemany("INSERT INTO settlingview VALUES (?, ?)", pairs)
        if kind in WAITERS:
            cursor.execute(_settle_in(kind), (record,))
        if touched:
            for waiter in WAITERS:
                cursor.executemany(_settle_in(waiter), [(one,) for one in touched])

    def rebuild(self, standings: Iterable[Standing]) -> None:
        """Drop every view, make it anew, and fill it with what stands."""
        tables = [t.__table__ for t in (*TABLES.values(), SettlingView)]  # type: ignore[attr-defined]
        SQLModel.metadata.drop_all(self._connection, tables)
        SQLModel.metadata.create_all(self._connection, tables)
        for statement in finding.MADE:
            self._raw.execute(statement)
        for standing in standings:
            self._connection.execute(_insert(standing.kind), row_of(standing))
            pairs = {(standing.record, target) for target in settled_by(standing)}
            self._raw.executemany("INSERT INTO settlingview VALUES (?, ?)", pairs)
            finding.put(self._raw, standing)
        for kind in WAITERS:
            is_settled = _IS_SETTLED.format(kind=kind)
            self._raw.execute(f"UPDATE {kind}view SET settled = {is_settled}")  # noqa: S608
        for statement in _indexes():
            self._raw.execute(statement)
        done = text("UPDATE vault SET views = :version")
        self._connection.execute(done, {"version": VIEWS_VERSION})


def views_of(vault: Vault) -> Views:
    """Return the writer of a vault's views, made once."""
    if vault.views is None:
        vault.views = Views(vault.connection)
    views: Views = vault.views
    return views


def rebuild(vault: Vault) -> None:
    """Drop the views of a vault and fold them anew from its log."""
    cursor, views = vault.connection.cursor(), views_of(vault)
    with honest(vault.folder):
        cursor.execute("BEGIN IMMEDIATE")
        try:
            views.rebuild(fold(log.read(cursor)))
            cursor.execute("COMMIT")
        finally:
            undo(vault.connection)


@cache
def _insert(kind: str) -> Insert:
    return insert(TABLES[kind])


@cache
def _delete(kind: str) -> Delete:
    table = TABLES[kind]
    return delete(table).where(col(table.record) == bindparam("gone"))


def _indexes() -> Iterator[str]:
    """Return what makes reading one person's file take the same with the years."""
    for kind in TABLES:
        yield f"CREATE INDEX {kind}_in_time ON {kind}view (file, happened_at)"
    for kind in WAITERS:
        own = ", ".join(("file", *OWN_COLUMNS[kind]))
        yield f"CREATE INDEX {kind}_waits ON {kind}view ({own}) WHERE NOT settled"
    for kind in ("decision", "paper"):
        own = ", ".join(("file", *OWN_COLUMNS[kind], "happened_at", "recorded_at"))
        yield f"CREATE INDEX {kind}_by_own ON {kind}view ({own}, record)"


@cache
def _settle_in(kind: str) -> str:
    is_settled = _IS_SETTLED.format(kind=kind)
    return f"UPDATE {kind}view SET settled = {is_settled} WHERE record = ?"  # noqa: S608


def settled_by(standing: Standing) -> tuple[str, ...]:
    """Return the records that a record settles."""
    named = standing.fields.get(SETTLERS.get(standing.kind, ""))
    return tuple(named) if isinstance(named, list) else (named,) if named else ()


def row_of(standing: Standing) -> dict[str, Any]:
    """Return the row of a record: what every view has, and the view's own columns."""
    fields = standing.fields
    return {
        "record": standing.record,
        "n": standing.n,
        "entry": standing.entry,
        "file": standing.file,
        "author": standing.author,
        "happened_at": standing.happened_at,
        "recorded_at": standing.recorded_at,
        "amended": standing.amended,
        "forks": standing.forks,
        **({"settled": False} if standing.kind in WAITERS else {}),
        **{name: fields[name] for name in OWN_COLUMNS[standing.kind]},
    }
