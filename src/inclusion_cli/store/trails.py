"""Following records: by part of an id, through their versions, to what names them."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.history import Version
from inclusion_cli.domain.kept import Trace
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.plain import from_plain
from inclusion_cli.store import log
from inclusion_cli.store.fold import TAKEN_BACK, readable, voided

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.log import Written
    from inclusion_cli.store.reading import Reading

SHORTEST_PART = 4
_PART = re.compile(r"[0-9a-f-]+")
_MOST = 12


def is_part(typed: str) -> bool:
    """Say whether something typed can be part of an id."""
    text = typed.strip().casefold()
    return len(text) >= SHORTEST_PART and bool(_PART.fullmatch(text))


def found_by(reading: Reading, typed: str) -> tuple[Trace, ...]:
    """Return the records whose id, or that of one of whose entries, has this part.

    An id is known by its end, as papers print it, or by its beginning.
    """
    if not is_part(typed):
        return ()
    text = typed.strip().casefold()
    rows = reading.vault.connection.execute(
        "SELECT kind, file, record, id, recorded_at, max(n) FROM entry "
        "WHERE kind <> ? AND (record LIKE ? OR record LIKE ? OR id LIKE ? OR id LIKE ?)"
        " GROUP BY record ORDER BY n LIMIT ?",
        (TAKEN_BACK, f"%{text}", f"{text}%", f"%{text}", f"{text}%", _MOST),
    ).fetchall()
    return tuple(
        Trace(kind, file, record, entry, datetime.fromisoformat(at))
        for kind, file, record, entry, at, _n in rows
    )


def versions(reading: Reading, record: str) -> tuple[Version, ...]:
    """Return every version of a record, oldest first, taken back or not."""
    cursor = reading.vault.connection.cursor()
    written = tuple(log.read(cursor, "WHERE e.record = ?", (record,)))
    gone = voided(written)
    by = _voiders(written)
    own = [w for w in written if w.entry.kind != TAKEN_BACK]
    alive = [w for w in own if w.entry.id not in gone]
    replaced = {to for w in alive for to in w.entry.linked(log.SUPERSEDES)}
    return tuple(
        _version(w, gone, by, stands=w in alive and w.entry.id not in replaced)
        for w in own
    )


def _voiders(written: Iterable[Written]) -> dict[str, Written]:
    return {to: w for w in written for to in w.entry.linked(log.VOIDS)}


def _version(
    written: Written, gone: set[str], by: dict[str, Written], *, stands: bool
) -> Version:
    entry = written.entry
    voider = by.get(entry.id) if entry.id in gone else None
    return Version(
        entry=entry.id,
        author=entry.author,
        happened_at=datetime.fromisoformat(entry.happened_at),
        recorded_at=datetime.fromisoformat(entry.recorded_at),
        reason=entry.reason,
        record=_record(written),
        supersedes=entry.linked(log.SUPERSEDES),
        taken_back=voider is not None,
        taken_back_by=voider.entry.author if voider else "",
        taken_back_at=datetime.fromisoformat(voider.entry.recorded_at)
        if voider
        else None,
        erased=written.body is None,
        stands=stands,
    )


def _record(written: Written) -> Any:
    if written.body is None or not readable(written):
        return None
    return from_plain(KINDS[written.entry.kind], json.loads(written.body))


def in_file(reading: Reading, file: str) -> dict[str, Kept[Any]]:
    """Return what stands in a file, by id."""
    return {
        kept.id: kept
        for kind in KINDS.values()
        for kept in reading.all(kind, file=file)
    }


def naming(reading: Reading, file: str, record: str) -> tuple[str, ...]:
    """Return the records of a file whose words name this one's id."""
    rows = reading.vault.connection.execute(
        "SELECT DISTINCT e.record FROM entry e JOIN entry_body b ON b.n = e.n "
        "WHERE e.file = ? AND e.record <> ? AND instr(b.body, ?)",
        (file, record, record),
    )
    return tuple(name for (name,) in rows)


# --- finding words ------------------------------------------------------------------


def holding(
    reading: Reading,
    asked: str,
    kinds: Iterable[str],
    *,
    most: int,
    file: str = "",
    since: str = "",
) -> tuple[Kept[Any], ...]:
    """Return what stands and holds what is asked, the newest first.

    `asked` is in the language of `finding.asked_for`; `most` is for each kind. It may
    be found in something that is not text, such as a choice: whoever asked looks at the
    texts themselves.
    """
    only = " AND file = ?" if file else ""
    found = [
        kept
        for kind in kinds
        for kept in reading.where(
            KINDS[kind],
            f"v.record IN (SELECT record FROM {kind}view WHERE n IN (SELECT rowid FROM "  # noqa: S608
            f"findview WHERE findview MATCH ?) AND happened_at >= ?{only} "
            "ORDER BY happened_at DESC LIMIT ?)",
            *(asked, since, *([file] if file else []), str(most)),
        )
    ]
    return tuple(sorted(found, key=lambda kept: kept.order, reverse=True))
