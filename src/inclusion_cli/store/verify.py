"""Prove that the log is whole: every hash, every chain, every link, every view."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.receipts import Fault, Verified
from inclusion_cli.plain import canonical
from inclusion_cli.store import crockford, log
from inclusion_cli.store.fold import fold

if TYPE_CHECKING:
    from inclusion_cli.store.fold import Standing
    from inclusion_cli.store.vault import Vault

PROGRESS_EVERY = 5000
Progress = Callable[[int, int], None]


def verify(
    vault: Vault,
    *,
    against: str = "",
    entries: int | None = None,
    progress: Progress | None = None,
) -> Verified:
    """Check the file, the log, its links and the views; with a code, since when.

    `against` is a head code as printed and `entries` the number beside it.
    """
    cursor = vault.connection.cursor()
    faults = _file_faults(cursor)
    faults += _chain_faults(cursor, vault.id, progress)
    faults += _view_faults(cursor)
    now = log.head(cursor)
    if against:
        faults += _against(cursor, against, entries or now.entries, now, faults)
    return Verified(now.entries, now.code, tuple(faults), against.upper(), entries or 0)


def _file_faults(cursor: Any) -> list[Fault]:
    """Ask SQLCipher and SQLite whether the pages are whole."""
    broken = cursor.execute("PRAGMA cipher_integrity_check").fetchall()
    found = [Fault("a page of the file does not carry its seal") for _ in broken[:1]]
    said = cursor.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if said != "ok":
        found.append(Fault("the tables of the file do not hold together"))
    if cursor.execute("PRAGMA foreign_key_check").fetchall():
        found.append(Fault("a body or an erasure has no entry"))
    return found


def _chain_faults(cursor: Any, vault: str, progress: Progress | None) -> list[Fault]:
    """Walk every device's chain; stop at the first entry that does not hold."""
    total = log.count(cursor)
    genesis = dict(cursor.execute("SELECT id, genesis FROM device").fetchall())
    for device, start in genesis.items():
        if start != log.genesis(vault, device):
            return [Fault("a device's first hash is not this vault's")]
    erased = set(cursor.execute("SELECT file, id FROM erasure").fetchall())
    known = {row[0] for row in cursor.execute("SELECT id FROM entry")}
    tips = {device: (0, start) for device, start in genesis.items()}
    columns = ", ".join(f"e.{name}" for name in log.COLUMNS)
    rows = cursor.execute(
        f"SELECT {columns}, e.hash, b.salt, b.body FROM entry e "  # noqa: S608
        "LEFT JOIN entry_body b ON b.file = e.file AND b.id = e.id ORDER BY e.rowid"
    )
    for number, row in enumerate(rows, start=1):
        entry = dict(zip(log.COLUMNS, row, strict=False))
        what = _entry_fault(entry, row[-3], row[-2], row[-1], tips, erased, known)
        if what:
            return [Fault(what, entry["id"], number)]
        tips[entry["device"]] = (entry["seq"], row[-3])
        if progress and number % PROGRESS_EVERY == 0:
            progress(number, total)
    return []


def _entry_fault(
    entry: dict[str, Any],
    digest: str,
    salt: str | None,
    body: str | None,
    tips: dict[str, tuple[int, str]],
    erased: set[tuple[str, str]],
    known: set[str],
) -> str:
    seq, previous = tips[entry["device"]]
    if entry["seq"] != seq + 1 or entry["previous"] != previous:
        return "an entry is missing before it, or was moved"
    if log.entry_hash(entry) != digest:
        return "it was changed after it was written"
    if salt is None or body is None:
        if (entry["file"], entry["id"]) not in erased:
            return "its words are gone without an order"
    elif log.commitment(salt, body) != entry["commitment"]:
        return "its words were changed after they were written"
    if entry["links"] != "[]":
        for _relation, target in json.loads(entry["links"]):
            if target not in known:
                return "it points to an entry that is not there"
    return ""


def _view_faults(cursor: Any) -> list[Fault]:
    standings = fold(log.read(cursor))
    if views_digest_of(standings) != views_digest(cursor):
        return [Fault("the views differ from the log")]
    return []


_VIEW_COLUMNS = (
    "record, entry, file, author, happened_at, recorded_at, amended, forks, body"
)


def views_digest(cursor: Any) -> str:
    """Return a digest of every view as it stands in its table."""
    rows = [
        [kind, *row]
        for kind in KINDS
        for row in cursor.execute(
            f"SELECT {_VIEW_COLUMNS} FROM {kind}view"  # noqa: S608
        ).fetchall()
    ]
    return _digest(rows)


def views_digest_of(standings: tuple[Standing, ...]) -> str:
    """Return the digest the views must have, folded from the log."""
    rows = [
        [
            s.kind,
            s.record,
            s.entry,
            s.file,
            s.author,
            s.happened_at,
            s.recorded_at,
            s.amended,
            s.forks,
            s.body,
        ]
        for s in standings
    ]
    return _digest(rows)


def _digest(rows: list[list[Any]]) -> str:
    text = canonical(sorted(rows, key=lambda row: (row[0], row[1])))
    return hashlib.sha256(text.encode()).hexdigest()


def _against(
    cursor: Any, code: str, entries: int, now: log.Head, faults: list[Fault]
) -> list[Fault]:
    """Compare with a head code somebody else kept."""
    if entries > now.entries:
        gone = entries - now.entries
        return [Fault(f"{gone:,} of the {entries:,} entries of that day are missing")]
    then = log.head(cursor, first=entries)
    if crockford.typed(then.code) == crockford.typed(code) or faults:
        return []
    return [
        Fault(
            f"the first {entries:,} entries are not those the code was made from: "
            "the log was written anew, or the code belongs to another vault"
        )
    ]
