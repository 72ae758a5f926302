"""Reading what stands: records of one kind, and one person's casefile."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.decision import Decision, Review
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.kinds import name_of
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.paper import Paper
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, Plan, Step
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.service import Service, Worker
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import from_plain
from inclusion_cli.store import log
from inclusion_cli.store.fold import TAKEN_BACK, voided

if TYPE_CHECKING:
    from inclusion_cli.store.log import Head
    from inclusion_cli.store.vault import Vault

R = TypeVar("R")
_COLUMNS = (
    "v.record, v.entry, v.file, v.author, v.happened_at, v.recorded_at, "
    "v.amended, v.forks, b.body"
)

_IN_TIME = "unixepoch(v.happened_at, 'subsec'), v.recorded_at, v.record"


class Reading:
    """Read what stands in a vault."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._cursor = vault.connection.cursor()

    def all(self, kind: type[R], **where: str) -> tuple[Kept[R], ...]:
        """Return every standing record of a kind, in order of time.

        `where` names columns of the view: record, file; of people also code.
        """
        clause = " AND ".join(f"v.{column} = ?" for column in where) or "1"
        rows = self._cursor.execute(
            f"SELECT {_COLUMNS} FROM {name_of(kind)}view v "  # noqa: S608 - our own names
            "JOIN entry_body b ON b.n = v.n "
            f"WHERE {clause} ORDER BY {_IN_TIME}",
            tuple(where.values()),
        ).fetchall()
        return tuple(_kept(kind, row) for row in rows)

    def newest(self, kind: type[R], **where: str) -> Kept[R] | None:
        """Return the latest standing record of a kind."""
        found = self.all(kind, **where)
        return found[-1] if found else None

    def get(self, kind: type[R], record: str) -> Kept[R]:
        """Return one record. Raises NothingFound."""
        found = self.all(kind, record=record)
        if not found:
            raise NothingFound(
                f"There is no such {name_of(kind)} any more. Run the command again."
            )
        return found[0]

    def people(self) -> tuple[Kept[Person], ...]:
        """Return everybody, closed files too, in order of code number."""
        people = self.all(Person)
        return tuple(sorted(people, key=lambda kept: kept.record.code.rpartition("-")))

    def service(self) -> Kept[Service] | None:
        """Return the service, once it is set up."""
        return self.newest(Service)

    def workers(self) -> tuple[Kept[Worker], ...]:
        """Return the key workers who write here."""
        return self.all(Worker)

    def casefile(self, file: str) -> Casefile:
        """Return everything that stands in one person's file."""
        return Casefile(
            person=self.all(Person, file=file)[0],
            formulation=self.newest(Formulation, file=file),
            plan=self.newest(Plan, file=file),
            steps=self.all(Step, file=file),
            debriefs=self.all(Debrief, file=file),
            sessions=self.all(Session, file=file),
            reviews=self.all(Review, file=file),
            decisions=self.all(Decision, file=file),
            card=self.newest(Card, file=file),
            card_days=self._days_written("card", file),
            aways=self.all(Away, file=file),
            papers=self.all(Paper, file=file),
            observations=self.all(Observation, file=file),
            preparations=self.all(Preparation, file=file),
        )

    def _days_written(self, kind: str, file: str) -> tuple[date, ...]:
        """Return the days on which versions of a kind were written and still count."""
        written = [
            *log.read(self._cursor, "WHERE e.file = ? AND e.kind = ?", (file, kind)),
            *log.read(
                self._cursor, "WHERE e.file = ? AND e.kind = ?", (file, TAKEN_BACK)
            ),
        ]
        gone = voided(written)
        days = (
            datetime.fromisoformat(w.entry.happened_at).date()
            for w in written
            if w.entry.kind == kind and w.entry.id not in gone
        )
        return tuple(sorted(days))

    def entries_in(self, file: str) -> int:
        """Return how many entries a file has, to notice that something was added."""
        rows = self._cursor.execute(
            "SELECT count(*) FROM entry WHERE file = ?", (file,)
        )
        return int(rows.fetchone()[0])

    def head(self) -> Head:
        """Return the head code of everything in the vault."""
        return log.head(self._cursor)


def _kept(kind: type[R], row: tuple[Any, ...]) -> Kept[R]:
    record, entry, file, author, happened, recorded, amended, forks, body = row
    return Kept(
        id=record,
        entry=entry,
        file=file,
        record=from_plain(kind, json.loads(body)),
        author=author,
        happened_at=datetime.fromisoformat(happened),
        recorded_at=datetime.fromisoformat(recorded),
        amended=amended,
        forks=forks,
    )
