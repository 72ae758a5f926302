"""Prove that the log is whole: every hash, every chain, every link, every view."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.receipts import Fault, Verified
from inclusion_cli.store import crockford, log
from inclusion_cli.store.fold import Standing, fold

if TYPE_CHECKING:
    from inclusion_cli.store.log import Entry, Written
    from inclusion_cli.store.vault import Vault

PROGRESS_EVERY = 5000
Progress = Callable[[int, int], None]
Seen = tuple[str | int, ...]


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
    with ThreadPoolExecutor(1) as beside:
        pages = beside.submit(_page_faults, vault)
        broken, written = _chain_faults(cursor, vault.id, progress)
        faults = broken or _view_faults(cursor, written)
        faults = [*pages.result(), *faults]
    now = log.head(cursor)
    if against:
        faults += _against(cursor, against, entries or 0, now, faults)
    return Verified(now.entries, now.code, tuple(faults), against.upper(), entries or 0)


def _page_faults(vault: Vault) -> list[Fault]:
    """Ask SQLCipher and SQLite, over a door of its own, whether the pages are whole."""
    connection = vault.another()
    try:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        found = [
            Fault("a page of the file does not carry its seal") for _ in broken[:1]
        ]
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            found.append(Fault("the tables of the file do not hold together"))
        return found
    finally:
        connection.close()


def _chain_faults(
    cursor: Any, vault: str, progress: Progress | None
) -> tuple[list[Fault], list[Written]]:
    """Walk every device's chain up to the first entry that does not hold.

    Returns what is wrong, and the entries that hold.
    """
    genesis = dict(cursor.execute("SELECT id, genesis FROM device").fetchall())
    for device, start in genesis.items():
        if start != log.genesis(vault, device):
            return [Fault("a device's first hash is not this vault's")], []
    chain, total = _Chain(cursor, genesis), log.count(cursor)
    found: list[Written] = []
    bodies = 0
    for number, (written, digest) in enumerate(log.read_hashed(cursor), start=1):
        if what := chain.fault(written, digest):
            return [Fault(what, written.entry.id, number)], found
        found.append(written)
        bodies += written.body is not None
        if progress and number % PROGRESS_EVERY == 0:
            progress(number, total)
    if cursor.execute("SELECT count(*) FROM entry_body").fetchone()[0] != bodies:
        return [Fault("there are words that belong to no entry")], found
    return [], found


class _Chain:
    """Where each device's chain has come to."""

    def __init__(self, cursor: Any, genesis: dict[str, str]) -> None:
        connection = cursor.connection
        rows = connection.execute("SELECT file, id FROM erasure").fetchall()
        self.erased = set(rows)
        self.known = {row[0] for row in connection.execute("SELECT id FROM entry")}
        self.tips = {device: (0, start) for device, start in genesis.items()}

    def fault(self, written: Written, digest: str) -> str:
        """Return what is wrong with the next entry, "" for nothing, and move on."""
        entry = written.entry
        seq, previous = self.tips.get(entry.device, (0, ""))
        if entry.seq != seq + 1 or entry.previous != previous:
            return "an entry is missing before it, or was moved"
        if entry.hash() != digest:
            return "it was changed after it was written"
        self.tips[entry.device] = (entry.seq, digest)
        if entry.links != log.NO_LINKS and not self._points_right(entry):
            return "it points to an entry that is not there"
        return self._body_fault(*written)

    def _body_fault(self, entry: Entry, salt: str | None, body: str | None) -> str:
        if salt is None or body is None:
            erased = (entry.file, entry.id) in self.erased
            return "" if erased else "its words are gone without an order"
        same = log.commitment(salt, body) == entry.commitment
        return "" if same else "its words were changed after they were written"

    def _points_right(self, entry: Entry) -> bool:
        return all(
            target in self.known for _relation, target in json.loads(entry.links)
        )


def _view_faults(cursor: Any, written: list[Written]) -> list[Fault]:
    """Fold the log anew and hold it against the views as they stand."""
    wanted = {_seen(standing) for standing in fold(written)}
    if wanted != set(views_seen(cursor)):
        return [Fault("the views differ from the log")]
    return []


def _seen(standing: Standing) -> Seen:
    """Return what a view shows of a record: everything but its words."""
    return tuple(standing[:-1])


def views_seen(cursor: Any) -> Iterator[Seen]:
    """Return every row of every view, each with its kind."""
    names = ", ".join(Standing._fields[1:-1])
    for kind in KINDS:
        rows = cursor.execute(f"SELECT {names} FROM {kind}view")  # noqa: S608
        yield from ((kind, *row) for row in rows)


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
