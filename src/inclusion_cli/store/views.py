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

from inclusion_cli.store import finding, log
from inclusion_cli.store.fold import Standing, fold
from inclusion_cli.store.migrations import VIEWS_VERSION
from inclusion_cli.store.vault import honest, undo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


class Settled(View):
    """What a view has whose records wait until another record settles them.

    A planned session waits for its debrief, what gave concern for a decision about it.
    """

    settled: bool = False


class SettlingView(SQLModel, table=True):
    """Which record settles which."""

    record: str = Field(primary_key=True)
    target: str = Field(primary_key=True, index=True)


class AwayView(View, table=True):
    """Days away."""


class CardView(View, table=True):
    """Early-warning cards."""


class DebriefView(Settled, table=True):
    """Debriefs."""


class DecisionView(View, table=True):
    """Decisions."""

    step: str
    choice: str
    to_step: str


class FormulationView(View, table=True):
    """Formulations."""


class ObservationView(Settled, table=True):
    """Observations between sessions."""

    seen: str


class PaperView(View, table=True):
    """Papers made."""

    kind: str
    holder: str | None
    recipient: str


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


class SessionView(Settled, table=True):
    """Planned sessions."""


class StepView(View, table=True):
    """Steps."""


class WorkerView(View, table=True):
    """Key workers."""


class ActionView(View, table=True):
    """Actions, until they are done and somebody looked at them again."""

    done_on: str | None
    worked: str | None


class AfterActionView(View, table=True):
    """After-action reviews."""

    __tablename__ = "after_actionview"


class AgreementView(View, table=True):
    """Agreements about money, until they end."""

    ended_on: str | None


class AuditView(View, table=True):
    """Audits that were kept, by month."""

    month: str


class CaseReviewView(View, table=True):
    """Safeguarding case reviews."""

    __tablename__ = "case_reviewview"


class CharacteristicsView(View, table=True):
    """What people say about themselves."""


class ConcernView(View, table=True):
    """Safeguarding concerns, until they are closed."""

    closed_on: str | None


class ConsentView(View, table=True):
    """Consents, until they are withdrawn."""

    withdrawn_on: str | None


class DisclosureView(View, table=True):
    """What was told to whom."""


class CallLadderView(View, table=True):
    """The service's ladder of calls."""

    __tablename__ = "call_ladderview"


class EventPlanView(View, table=True):
    """Event plans."""

    __tablename__ = "event_planview"


class IncidentView(View, table=True):
    """Incidents, until they are closed."""

    closed_on: str | None


class MeasureView(View, table=True):
    """Measures."""

    instrument: str
    about: str


class MoneyCheckView(Settled, table=True):
    """Looks at a week's money; a decision looks at what was unexplained."""

    __tablename__ = "money_checkview"


class PartnerView(View, table=True):
    """Partners."""


class ReadTickView(View, table=True):
    """What was read and understood."""

    __tablename__ = "read_tickview"


class ReductionView(View, table=True):
    """Temporary reductions, until they end."""

    ended_on: str | None


class RegistrationView(View, table=True):
    """What the service says of its registration."""


class RehearsalView(View, table=True):
    """Sentences that were rehearsed."""


class RestrictionView(Settled, table=True):
    """Restrictions, until a review lifts them."""


class RestrictionReviewView(View, table=True):
    """Reviews of restrictions."""

    __tablename__ = "restriction_reviewview"

    restriction: str = Field(index=True)


class RiskDecisionView(Settled, table=True):
    """Positive risk decisions, until their outcome is told."""

    __tablename__ = "risk_decisionview"


class RiskOutcomeView(View, table=True):
    """Outcomes of positive risk decisions."""

    __tablename__ = "risk_outcomeview"


class SampleReadView(View, table=True):
    """Files read for an audit."""

    __tablename__ = "sample_readview"


class SupervisionView(View, table=True):
    """Supervisions, by worker."""

    worker: str = Field(index=True)


TABLES: dict[str, type[View]] = {
    "action": ActionView,
    "after_action": AfterActionView,
    "agreement": AgreementView,
    "audit": AuditView,
    "away": AwayView,
    "call_ladder": CallLadderView,
    "card": CardView,
    "case_review": CaseReviewView,
    "characteristics": CharacteristicsView,
    "concern": ConcernView,
    "consent": ConsentView,
    "debrief": DebriefView,
    "decision": DecisionView,
    "disclosure": DisclosureView,
    "event_plan": EventPlanView,
    "formulation": FormulationView,
    "incident": IncidentView,
    "measure": MeasureView,
    "money_check": MoneyCheckView,
    "observation": ObservationView,
    "paper": PaperView,
    "partner": PartnerView,
    "person": PersonView,
    "plan": PlanView,
    "preparation": PreparationView,
    "read_tick": ReadTickView,
    "recheck": RecheckView,
    "reduction": ReductionView,
    "registration": RegistrationView,
    "rehearsal": RehearsalView,
    "reply": ReplyView,
    "restriction": RestrictionView,
    "restriction_review": RestrictionReviewView,
    "review": ReviewView,
    "risk_decision": RiskDecisionView,
    "risk_outcome": RiskOutcomeView,
    "sample_read": SampleReadView,
    "service": ServiceView,
    "session": SessionView,
    "step": StepView,
    "supervision": SupervisionView,
    "worker": WorkerView,
}


OWN_COLUMNS = {
    kind: sorted(table.model_fields.keys() - Settled.model_fields.keys())
    for kind, table in TABLES.items()
}
SETTLERS = {
    "debrief": "session",
    "decision": "cites",
    "restriction_review": "lifts",
    "risk_outcome": "decision",
}
"""Which field of which kind names the records it settles."""
WAITERS = tuple(kind for kind, table in TABLES.items() if issubclass(table, Settled))
_IS_SETTLED = "EXISTS (SELECT 1 FROM settlingview s WHERE s.target = {kind}view.record)"


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
        self._raw = connection

    @property
    def engine(self) -> Engine:
        """Return the engine, for sessions that read."""
        return self._engine

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
