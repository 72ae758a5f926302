"""Reading the records of one kind that stand in a vault."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.kinds import KINDS, name_of
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import from_plain
from inclusion_cli.store import log, near
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.store.log import Head, Written
    from inclusion_cli.store.vault import Vault

R = TypeVar("R")


class Records:
    """Read the standing records of a kind, and the entries behind them."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._cursor = vault.connection.cursor()

    def all(self, kind: type[R], **where: str) -> tuple[Kept[R], ...]:
        """Return every standing record of a kind, in order of time.

        `where` names columns of the view: record, file; of people also code.
        """
        clause = " AND ".join(f"v.{column} = ?" for column in where) or "1"
        return self.where(kind, clause, *where.values())

    def where(self, kind: type[R], clause: str, *args: str) -> tuple[Kept[R], ...]:
        """Return the standing records of a kind that a clause picks, in order of time.

        `v` is the view, `b` the body. The clause is ours, never somebody's text.
        """
        rows = self._cursor.execute(
            f"SELECT {near.COLUMNS} FROM {name_of(kind)}view v "  # noqa: S608 - our own names
            "JOIN entry_body b ON b.n = v.n "
            f"WHERE {clause} ORDER BY {near.IN_TIME}",
            args,
        ).fetchall()
        return tuple([kept_from(kind, row) for row in rows])

    def newest(self, kind: type[R], **where: str) -> Kept[R] | None:
        """Return the latest standing record of a kind."""
        found = self.all(kind, **where)
        return found[-1] if found else None

    def get(self, kind: type[R], record: str) -> Kept[R]:
        """Return one record. Raises NothingFound."""
        found = self.all(kind, record=record)
        if not found:
            raise NothingFound(
                say(
                    "There is no such {name_of} any more. Run the command again.",
                    name_of=name_of(kind),
                )
            )
        return found[0]

    def of_kind(self, kind: str, clause: str, *args: str) -> tuple[Kept[Any], ...]:
        """Return records of a kind by its name; its class is loaded if there are any.

        The clause is ours, never somebody's text.
        """
        found = (
            f"SELECT 1 FROM {kind}view v "  # noqa: S608 - our own names
            f"JOIN entry_body b ON b.n = v.n WHERE {clause} LIMIT 1"
        )
        if self._cursor.execute(found, args).fetchone() is None:
            return ()
        return self.where(KINDS[kind], clause, *args)

    def entries(self, where: str, args: tuple[Any, ...]) -> Iterator[Written]:
        """Return entries of the log that fit, in order of arrival."""
        return log.read(self._cursor, where, args)

    def entries_in(self, file: str) -> int:
        """Return how many entries a file has, to notice that something was added."""
        rows = self._cursor.execute(
            "SELECT count(*) FROM entry WHERE file = ?", (file,)
        )
        return int(rows.fetchone()[0])

    def head(self) -> Head:
        """Return the head code of everything in the vault."""
        return log.head(self._cursor)


def kept_from(kind: type[R], row: tuple[Any, ...]) -> Kept[R]:
    """Return a kept record from the columns of its view and its body."""
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
