"""Prove that the log is whole: every hash, every chain, every link, every view."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.receipts import Fault, Verified
from inclusion_cli.store import crockford, log
from inclusion_cli.store.vault import SQL_ERRORS
from inclusion_cli.store.verify_views import Records, copies_differ
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.store.log import Entry, Written
    from inclusion_cli.store.vault import Vault

PROGRESS_EVERY = 5000
Progress = Callable[[int, int], None]
VIEWS_DIFFER = Fault(say("the views differ from the log"))


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
    cursor, records = vault.connection.cursor(), Records()
    with ThreadPoolExecutor(1) as beside:
        file = beside.submit(_file_faults, vault)
        faults = _log_faults(cursor, vault.id, records, progress)
        pages, loose, copies = file.result()
    if not faults and loose:
        faults = [Fault(say("there are words that belong to no entry"))]
    if not faults and (copies or records.differ(cursor)):
        faults = [VIEWS_DIFFER]
    faults = [*pages, *faults]
    now = _head(cursor)
    told = _against(cursor, against, entries or 0, now, faults) if against else []
    return Verified(
        now.entries,
        now.code,
        (*faults, *told),
        against.upper(),
        entries or 0,
        fits=not told,
    )


def chain_faults(
    vault: Vault, *, progress: Progress | None = None
) -> tuple[Fault, ...]:
    """Return the first fault of the log's chains, if any: hashes, links and words.

    It is what an audit looks at. `verify` proves the pages and the views as well, which
    takes three times as long.
    """
    cursor = vault.connection.cursor()
    return tuple(_log_faults(cursor, vault.id, Records(), progress))


def _head(cursor: Any) -> log.Head:
    """Return the head of the log, or an empty one where it cannot be read."""
    try:
        return log.head(cursor)
    except SQL_ERRORS:
        return log.Head("", 0)


# --- the file, over a door of its own -----------------------------------------------


def _file_faults(vault: Vault) -> tuple[list[Fault], bool, bool]:
    """Return what is wrong with the pages, if words are loose, if the views differ."""
    connection = vault.another()
    try:
        pages = list(_page_faults(connection))
        return pages, _loose_words(connection), copies_differ(connection)
    finally:
        connection.close()


def _page_faults(connection: Any) -> Iterator[Fault]:
    """Ask SQLCipher and SQLite whether the pages are whole."""
    if connection.execute("PRAGMA cipher_integrity_check").fetchone():
        yield Fault(say("a page of the file does not carry its seal"))
    try:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except SQL_ERRORS:
        whole = False
    if not whole:
        yield Fault(say("the tables of the file do not hold together"))


def _loose_words(connection: Any) -> bool:
    """Say whether there are words that belong to no entry."""
    try:
        found = connection.execute(
            "SELECT 1 FROM entry_body b LEFT JOIN entry e ON e.n = b.n "
            "WHERE e.n IS NULL LIMIT 1"
        )
        return found.fetchone() is not None
    except SQL_ERRORS:
        return True


# --- the log ------------------------------------------------------------------------


def _log_faults(
    cursor: Any, vault: str, records: Records, progress: Progress | None
) -> list[Fault]:
    """Walk every device's chain up to the first entry that does not hold."""
    number = 0
    try:
        chain, total = _Chain(cursor, vault), log.count(cursor)
        if not chain.begins_right():
            return [Fault(say("a device's first hash is not this vault's"))]
        for number, written in enumerate(log.read(cursor), start=1):
            if what := chain.fault(written):
                return [Fault(what, written.entry.id, number)]
            records.meet(written)
            if progress and number % PROGRESS_EVERY == 0:
                progress(number, total)
    except SQL_ERRORS:
        return [Fault(say("entry {part} cannot be read", part=f"{number + 1:,}"))]
    return []


class _Chain:
    """Where each device's chain has come to."""

    def __init__(self, cursor: Any, vault: str) -> None:
        self._connection, self._vault = cursor.connection, vault
        rows = self._connection.execute("SELECT n FROM erasure").fetchall()
        self._erased = {row[0] for row in rows}
        rows = self._connection.execute("SELECT id, genesis FROM device").fetchall()
        self._tips: dict[str, tuple[int, str]] = {
            device: (0, start) for device, start in rows
        }

    def begins_right(self) -> bool:
        """Say whether every device's chain begins with this vault."""
        return all(
            start == log.genesis(self._vault, device)
            for device, (_seq, start) in self._tips.items()
        )

    def fault(self, written: Written) -> str:
        """Return what is wrong with the next entry, "" for nothing, and move on."""
        entry, salt, body, n, digest = written
        seq, previous = self._tips.get(entry.device, (0, ""))
        if entry.seq != seq + 1 or entry.previous != previous:
            return "an entry is missing before it, or was moved"
        if entry.hash() != digest:
            return "it was changed after it was written"
        self._tips[entry.device] = (entry.seq, digest)
        if entry.links != log.NO_LINKS and not self._points_right(entry):
            return "it points to an entry that is not there"
        if salt is None or body is None:
            return "" if n in self._erased else "its words are gone without an order"
        same = log.commitment(salt, body) == entry.commitment
        return "" if same else "its words were changed after they were written"

    def _points_right(self, entry: Entry) -> bool:
        return all(to in self._known for _relation, to in json.loads(entry.links))

    @cached_property
    def _known(self) -> set[str]:
        return {row[0] for row in self._connection.execute("SELECT id FROM entry")}


def _against(
    cursor: Any, code: str, entries: int, now: log.Head, faults: list[Fault]
) -> list[Fault]:
    """Compare with a head code somebody else kept."""
    if entries > now.entries:
        gone = entries - now.entries
        return [
            Fault(
                say(
                    "{gone} of the {entries} entries of that day are missing",
                    gone=f"{gone:,}",
                    entries=f"{entries:,}",
                )
            )
        ]
    then = log.head(cursor, first=entries)
    if crockford.typed(then.code) == crockford.typed(code) or faults:
        return []
    return [
        Fault(
            say(
                "the first {entries} entries are not those the code was "
                "made from: the log was written anew, or the code "
                "belongs to another vault",
                entries=f"{entries:,}",
            )
        )
    ]
