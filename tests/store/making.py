"""What tests of the store make: quick keys, own vaults, logs of several devices."""

from __future__ import annotations

import os
import sqlite3
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.person import Person
from inclusion_cli.store import held, keys, log, migrations, views
from inclusion_cli.store.keyfile import Key, Stretch
from inclusion_cli.store.recovery import new_recovery_code
from inclusion_cli.store.vault import Vault, create
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from inclusion_cli.clock import Clock

QUICK = Stretch(8, 1, 1)
"""A stretch far below the floor, so that a test takes no time."""
PASSPHRASE = "granite otter lantern plum violin"  # noqa: S105 - of tests alone
CODE = new_recovery_code()
SOMEBODY = Person("AK-014", "Amina Khan", "Amina")


def own_key(data_key: bytes, vault: str, *, mark: int = 0) -> Key:
    """Return a key that PASSPHRASE and CODE open, without the wait."""
    return keys.seal(
        data_key,
        vault=vault,
        passphrase=PASSPHRASE,
        recovery=keys.recovery_public(vault, CODE),
        stretch=QUICK,
        mark=mark,
    )


def own_vault(folder: Path, data_key: bytes, vault: str) -> Vault:
    """Make a vault of a worker's own, locked by PASSPHRASE."""
    key = own_key(data_key, vault)
    made = create(folder, key, data_key, device="device-1", made_at=NOW.isoformat())
    views.rebuild(made)
    return made


def save_people(vault: Vault, clock: Clock, *codes: str) -> None:
    """Save people, each in a save and a file of their own."""
    for code in codes:
        with Work(vault, clock, "sam") as work:
            work.add(replace(SOMEBODY, code=code), file=work.new_file())


def typed(line: str) -> str:
    """Return the number of a file descriptor that a line comes through, once."""
    reads, writes = os.pipe()
    os.write(writes, f"{line}\n".encode())
    os.close(writes)
    return str(reads)


# --- logs without a vault -----------------------------------------------------------


def an_entry(**told: Any) -> log.Entry:
    """Return an entry; each call names what matters there."""
    return log.Entry(
        **{
            "file": "file-1",
            "id": "entry-1",
            "kind": "person",
            "version": 1,
            "record": "record-1",
            "device": "device-1",
            "seq": 1,
            "previous": log.genesis("vault-1", "device-1"),
            "author": "sam",
            "happened_at": NOW.isoformat(),
            "recorded_at": NOW.isoformat(),
            "zone": "+0000",
            "clock_flag": 0,
            "links": "[]",
            "reason": "",
            "commitment": "0" * 64,
            **told,
        }
    )


def altered(entry: log.Entry, **told: Any) -> log.Entry:
    """Return an entry with some of its columns changed."""
    columns = {name: getattr(entry, name) for name in log.COLUMNS}
    return log.Entry(**{**columns, **told})


def plain_log() -> sqlite3.Connection:
    """Return an unencrypted log in memory: for its rules alone, never for its seal."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(connection)
    return connection


# --- time ---------------------------------------------------------------------------


def hurry(monkeypatch: pytest.MonkeyPatch, folder: Path, idle: int, hard: int) -> None:
    """Let ten minutes and two hours pass in seconds, in an agent too."""
    monkeypatch.setattr(held, "IDLE_SECONDS", idle)
    monkeypatch.setattr(held, "HARD_SECONDS", hard)
    code = (
        "import inclusion_cli.store.held as held; "
        f"held.IDLE_SECONDS, held.HARD_SECONDS = {idle}, {hard}; "
        "from inclusion_cli.store.agent import main; main()"
    )
    quick = folder / "python"
    quick.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{code}'\n")
    quick.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(quick))
