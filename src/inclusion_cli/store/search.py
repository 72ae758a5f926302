"""The search: records by their words, and by a part of their id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inclusion_cli.store import finding
from inclusion_cli.store.trails import Trails

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.find import Term

_SINCE = (
    " AND (SELECT substr(happened_at, 1, 10) FROM entry WHERE n = findview.rowid)"
    " >= :since"
)


class Hit(NamedTuple):
    """A record that has all the words."""

    kind: str
    file: str
    record: str
    body: str
    happened_at: str


class Search(Trails):
    """Find what stands by its words."""

    def find(
        self,
        terms: Iterable[Term],
        files: Iterable[str],
        *,
        kind: str = "",
        since: date | None = None,
        limit: int = 20,
    ) -> tuple[tuple[Hit, ...], int]:
        """Return the records with all of it, written last first, and how many."""
        match = finding.asked_for(terms, files, kind)
        if not match:
            return (), 0
        where = f"findview MATCH :match{_SINCE if since else ''}"
        told = {"match": match, "since": since and since.isoformat(), "limit": limit}
        (total,) = self._cursor.execute(
            f"SELECT count(*) FROM findview WHERE {where}",  # noqa: S608 - our own names
            told,
        ).fetchone()
        found = self._cursor.execute(
            f"SELECT rowid FROM findview WHERE {where} "  # noqa: S608
            "ORDER BY rowid DESC LIMIT :limit",
            told,
        ).fetchall()
        return tuple(self._hit(n) for (n,) in found), total

    def _hit(self, n: int) -> Hit:
        row = self._cursor.execute(
            "SELECT e.kind, e.file, e.record, b.body, e.happened_at "
            "FROM entry e JOIN entry_body b ON b.n = e.n WHERE e.n = ?",
            (n,),
        ).fetchone()
        return Hit(*row)
