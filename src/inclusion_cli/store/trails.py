"""Reading back: every entry of a record, and which record an id stands for."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.ids import PRINTED
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.trail import Past, Trail, Words
from inclusion_cli.plain import from_plain
from inclusion_cli.store import log
from inclusion_cli.store.fold import TAKEN_BACK, alive_and_heads, readable, voided
from inclusion_cli.store.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.store.log import Written

GROUPS = (8, 4, 4, 4, 12)
"""Signs between the dashes of an id."""
MOST = 10
"""Records named where an id could be several."""


class Trails(Reading):
    """Read what the log keeps of a record, whether it stands or not."""

    def trail(self, record: str) -> Trail | None:
        """Return every entry of a record, oldest first, or None for no such record."""
        versions = tuple(log.read(self._cursor, "WHERE e.record = ?", (record,)))
        if not versions:
            return None
        _alive, heads = alive_and_heads(versions)
        return Trail(
            id=record,
            entries=tuple(map(_past, versions)),
            gone=frozenset(voided(versions)),
            heads=tuple(w.entry.id for w in heads),
        )

    def records_like(self, typed: str) -> tuple[Trail, ...]:
        """Return the records whose id begins or ends so, or that an entry's id names.

        It may begin as it is kept, or as it is printed: its last signs. Dashes and case
        do not matter; `typed` is letters and digits alone.
        """
        bare = typed.casefold()
        begins, ends = _dashed(bare), _dashed(bare, from_end=True)
        told = {"begins": begins, "beyond": f"{begins}~", "ends": ends}
        told |= {"bare": bare}
        for column in ("record", "id"):  # each from an index of its own
            found = self._cursor.execute(
                "SELECT DISTINCT record FROM entry WHERE n IN (SELECT n FROM entry "  # noqa: S608 - our own names
                f"WHERE {column} BETWEEN :begins AND :beyond "
                f"OR substr({column}, -length(:ends)) = :ends "
                f"OR substr({column}, -{PRINTED}, length(:bare)) = :bare) "
                f"LIMIT {MOST}",
                told,
            ).fetchall()
            if found:
                return self._trails(found)
        return ()

    def records_of(self, file: str, kind: str) -> tuple[Trail, ...]:
        """Return the records of a kind in a file, standing or not, oldest first."""
        found = self._cursor.execute(
            "SELECT DISTINCT record FROM entry WHERE file = ? AND kind = ? ORDER BY n",
            (file, kind),
        ).fetchall()
        return self._trails(found)

    def _trails(self, rows: Iterable[tuple[str]]) -> tuple[Trail, ...]:
        trails = (self.trail(record) for (record,) in rows)
        return tuple(trail for trail in trails if trail)


def _dashed(bare: str, *, from_end: bool = False) -> str:
    """Return the beginning or the end of an id with the dashes it is kept with."""
    groups = GROUPS[::-1] if from_end else GROUPS
    letters, found = bare[::-1] if from_end else bare, []
    for length in groups:
        if letters:
            found.append(letters[:length])
            letters = letters[length:]
    whole = "-".join([*found, *([letters] if letters else [])])
    return whole[::-1] if from_end else whole


def _past(written: Written) -> Past:
    entry = written.entry
    known = entry.kind == TAKEN_BACK or readable(written)
    words = Words.READ if known else Words.UNKNOWN
    if written.body is None:
        words = Words.ERASED
    says = entry.kind != TAKEN_BACK and words is Words.READ
    return Past(
        entry=entry.id,
        kind=entry.kind,
        file=entry.file,
        author=entry.author,
        happened_at=datetime.fromisoformat(entry.happened_at),
        recorded_at=datetime.fromisoformat(entry.recorded_at),
        words=words,
        record=from_plain(KINDS[entry.kind], json.loads(written.body or "{}"))
        if says
        else None,
        reason=entry.reason,
        replaces=entry.linked(log.SUPERSEDES),
        voids=entry.linked(log.VOIDS),
        came_from=entry.linked(log.REFILED_FROM),
        moved_away=bool(entry.linked(log.REFILED)),
    )
