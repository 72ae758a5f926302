"""The search: records by their words, and by a part of their id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.plain import canonical
from inclusion_cli.store import finding
from inclusion_cli.store.trails import Trails

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.find import Term

_SINCE = (
    "SELECT n FROM {kind}view WHERE happened_at >= :since "
    "AND file IN (SELECT value FROM json_each(:files))"
)


def _within(kinds: Iterable[str]) -> str:
    """Return what keeps to a time; the plus keeps the words the first thing asked."""
    rows = " UNION ALL ".join(_SINCE.format(kind=kind) for kind in kinds)
    return f"AND +rowid IN ({rows}) "


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
        files = tuple(files)
        match = finding.asked_for(terms, files, kind)
        if not match:
            return (), 0
        told = {"match": match, "since": str(since or ""), "files": canonical([*files])}
        only = _within([kind] if kind else KINDS) if since else ""
        found = self._cursor.execute(
            f"SELECT rowid FROM findview WHERE findview MATCH :match {only}"  # noqa: S608 - our own names
            "ORDER BY rowid DESC",
            told,
        ).fetchall()
        return tuple(self._hit(n) for (n,) in found[:limit]), len(found)

    def _hit(self, n: int) -> Hit:
        row = self._cursor.execute(
            "SELECT e.kind, e.file, e.record, b.body, e.happened_at "
            "FROM entry e JOIN entry_body b ON b.n = e.n WHERE e.n = ?",
            (n,),
        ).fetchone()
        return Hit(*row)
