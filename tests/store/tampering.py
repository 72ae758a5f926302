"""Somebody who holds the key and meddles with the log."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inclusion_cli.store import log
from inclusion_cli.store.vault import Vault
from inclusion_cli.store.verify import verify
from tests.store.making import altered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.receipts import Verified

TRIGGERS = (
    "entry_is_never_changed",
    "entry_is_never_deleted",
    "entry_continues_its_chain",
    "body_is_never_changed",
    "body_is_deleted_by_order_only",
)
CHANGED = "it was changed after it was written"
WORDS_CHANGED = "its words were changed after they were written"
MISSING = "an entry is missing before it, or was moved"
GONE = "its words are gone without an order"
POINTS = "it points to an entry that is not there"
VIEWS = "the views differ from the log"


@dataclass(frozen=True)
class Six:
    """A vault with six entries; the last one amends the fifth person's name."""

    vault: Vault
    entries: tuple[log.Entry, ...]
    head: log.Head


@contextmanager
def meddling(vault: Vault) -> Iterator[Any]:
    """Return a cursor with every rule of the log taken away, and put them back."""
    cursor = vault.connection.cursor()
    rules = cursor.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    assert {name for name, _sql in rules} == set(TRIGGERS)
    cursor.execute("PRAGMA foreign_keys = OFF")
    for name, _sql in rules:
        cursor.execute(f"DROP TRIGGER {name}")
    yield cursor
    for _name, rule in rules:
        cursor.execute(rule)
    cursor.execute("PRAGMA foreign_keys = ON")


def chain_anew(cursor: Any, vault: Vault) -> None:
    """Recompute every commitment, previous and hash, as somebody with the key can."""
    previous = log.genesis(vault.id, vault.device)
    for written in tuple(log.read(cursor)):
        assert written.salt is not None
        assert written.body is not None
        fresh = altered(
            written.entry,
            previous=previous,
            commitment=log.commitment(written.salt, written.body),
        )
        previous = fresh.hash()
        cursor.execute(
            "UPDATE entry SET previous = ?, commitment = ?, hash = ? WHERE id = ?",
            (fresh.previous, fresh.commitment, previous, fresh.id),
        )


def first_named(found: Verified) -> tuple[str, int]:
    """Return what is said of the first entry that is named, and its number."""
    return next((fault.what, fault.number) for fault in found.faults if fault.entry)


def tampered(six: Six, statement: str, *args: Any) -> Verified:
    """Return what verify says after one statement with the rules taken away."""
    with meddling(six.vault) as cursor:
        cursor.execute(statement, args)
    found = verify(six.vault)
    assert (found.holds, found.exit_code) == (False, 15)
    return found
