"""The views: SQLModel tables of what stands, dropped and rebuilt at will.

Nothing here is the truth; the log is. `table=True` classes do not validate, and need
not: they hold what the fold made. Reading goes over the same connection's cursor
(`reading.py`), so that a screen need not wait for SQLAlchemy; a test proves both equal.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sql
from sqlalchemy import (
    Delete,
    Engine,
    Insert,
    bindparam,
    create_engine,
    delete,
    insert,
    text,
)
from sqlalchemy.pool import StaticPool
from sqlmodel import Field, SQLModel, col

from inclusion_cli.store import log
from inclusion_cli.store.fold import Standing, fold
from inclusion_cli.store.migrations import VIEWS_VERSION
from inclusion_cli.store.vault import honest, undo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.store.vault import Vault


class View(SQLModel):
    """What every view has: one row for what stands of one record.

    The words stay in the log, once; reading joins them.
    """

    record: str = Field(primary_key=True)
    n: int
    entry: str
    file: str = Field(index=True)
    author: str
    happened_at: str
    recorded_at: str
    amended: int
    forks: int


class AwayView(View, table=True):
    """Days away."""


class CardView(View, table=True):
    """Early-warning cards."""


class DebriefView(View, table=True):
    """Debriefs."""


class DecisionView(View, table=True):
    """Decisions."""


class FormulationView(View, table=True):
    """Formulations."""


class ObservationView(View, table=True):
    """Observations between sessions."""


class PaperView(View, table=True):
    """Papers made."""


class PersonView(View, table=True):
    """People, by code."""

    code: str = Field(index=True)


class PlanView(View, table=True):
    """Plans."""


class PreparationView(View, table=True):
    """Checks before a session."""


class RecheckView(View, table=True):
    """Formulations gone through again."""


class ReplyView(View, table=True):
    """What people replied."""


class ReviewView(View, table=True):
    """Reviews."""


class ServiceView(View, table=True):
    """The service."""


class SessionView(View, table=True):
    """Planned sessions."""


class StepView(View, table=True):
    """Steps."""


class WorkerView(View, table=True):
    """Key workers."""


TABLES: dict[str, type[View]] = {
    "away": AwayView,
    "card": CardView,
    "debrief": DebriefView,
    "decision": DecisionView,
    "formulation": FormulationView,
    "observation": ObservationView,
    "paper": PaperView,
    "person": PersonView,
    "plan": PlanView,
    "preparation": PreparationView,
    "recheck": RecheckView,
    "reply": ReplyView,
    "review": ReviewView,
    "service": ServiceView,
    "session": SessionView,
    "step": StepView,
    "worker": WorkerView,
}


OWN_COLUMNS = {
    kind: sorted(table.model_fields.keys() - View.model_fields.keys())
    for kind, table in TABLES.items()
}


class Views:
    """Write the views on the connection, and in the transaction, of the vault.

    Made before the transaction begins: SQLAlchemy rolls back once when it connects.
    """

    def __init__(self, connection: Any) -> None:
        self._engine = create_engine(
            "sqlite://",
            creator=lambda: connection,
            module=sql,
            poolclass=StaticPool,
            pool_reset_on_return=None,
            isolation_level="AUTOCOMMIT",  # the transaction is the vault's own
            hide_parameters=True,
        )
        self._connection = self._engine.connect()

    @property
    def engine(self) -> Engine:
        """Return the engine, for sessions that read."""
        return self._engine

    def put(self, standing: Standing) -> None:
        """Let what stands of a record be its only row."""
        self.drop(standing.kind, standing.record)
        self._connection.execute(_insert(standing.kind), row_of(standing))

    def drop(self, kind: str, record: str) -> None:
        """Take a record's row away."""
        self._connection.execute(_delete(kind), {"gone": record})

    def rebuild(self, standings: Iterable[Standing]) -> None:
        """Drop every view, make it anew, and fill it with what stands."""
        tables = [table.__table__ for table in TABLES.values()]  # type: ignore[attr-defined]
        SQLModel.metadata.drop_all(self._connection, tables)
        SQLModel.metadata.create_all(self._connection, tables)
        for standing in standings:
            self._connection.execute(_insert(standing.kind), row_of(standing))
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
        **{name: fields[name] for name in OWN_COLUMNS[standing.kind]},
    }
