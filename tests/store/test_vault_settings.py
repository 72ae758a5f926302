"""What is in force on every open vault, and who may read its files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlcipher3.dbapi2 as sql

from inclusion_cli.clock import Clock
from inclusion_cli.store import vault as vaults
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.folder import DATABASE, PAGE
from inclusion_cli.store.keys import derived
from inclusion_cli.store.vault import Busy, Vault, open_vault
from inclusion_cli.store.work import Work
from tests.store.making import SOMEBODY, save_people

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMESPACES = sys.platform == "linux" and shutil.which("unshare")
OPENSSL = shutil.which("openssl")
CANARY = "Canary Halfpenny"


@pytest.fixture
def second(vault: Vault, data_key: bytes) -> Iterator[Vault]:
    """Return the same vault in another window, one that waits a fifth of a second."""
    other = open_vault(vault.folder, data_key)
    other.connection.execute("PRAGMA busy_timeout = 200")
    yield other
    other.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("cell_size_check", 1),
        ("trusted_schema", 0),
        ("mmap_size", 0),
        ("busy_timeout", 5000),
        ("page_size", 4096),
    ],
)
def test_a_setting_is_really_in_force(
    vault: Vault, pragma: str, value: str | int
) -> None:
    """Not what was asked for, but what SQLite says it does."""
    found = vault.connection.execute(f"PRAGMA {pragma}").fetchone()

    assert str(found[0] if found else 0) == str(value)


def test_this_sqlite_is_new_enough() -> None:
    """Before 3.51.3 it could corrupt a file (trust reference, decision 1)."""
    assert sql.sqlite_version_info >= (3, 51, 3)
    assert vaults.OLDEST_SQLITE == (3, 51, 3)


def test_the_file_is_encrypted_and_sealed_page_by_page(
    vault: Vault, clock: Clock
) -> None:
    """No word of a record, and no word of SQLite's, is readable in the file."""
    with Work(vault, clock, "sam") as work:
        work.add(type(SOMEBODY)("CH-001", CANARY, "Halfpenny"), file="file-1")

    data = (vault.folder / DATABASE).read_bytes()

    assert vault.connection.execute("PRAGMA cipher_version").fetchone()
    for word in (b"SQLite format 3", b"CREATE TABLE", b"Halfpenny", b"CH-001"):
        assert word not in data


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_files_are_for_their_owner_alone(vault: Vault, clock: Clock) -> None:
    """0600 for every file, 0700 for the folder, the journal of a save included."""
    with Work(vault, clock, "sam") as work:
        work.add(SOMEBODY, file="file-1")
        modes = {p.name: p.stat().st_mode & 0o777 for p in vault.folder.iterdir()}

    assert modes == dict.fromkeys(
        ("vault.db", "vault.db-journal", "vault.key", "vault.key.2"), 0o600
    )
    assert vault.folder.stat().st_mode & 0o777 == 0o700


def test_nothing_is_left_beside_a_closed_vault(vault: Vault, clock: Clock) -> None:
    """One file at rest, and the two copies of its key."""
    save_people(vault, clock, "AK-001")
    vault.close()

    names = {path.name for path in vault.folder.iterdir()}
    assert names == {"vault.db", "vault.key", "vault.key.2"}


@pytest.mark.skipif(not OPENSSL, reason="needs openssl, to read pages ourselves")
def test_deleted_words_are_gone_from_every_page(
    vault: Vault, clock: Clock, data_key: bytes
) -> None:
    """A draft thrown away leaves none of its words, even to who holds the key."""
    drafts = Drafts(vault, clock)
    drafts.begin("file-1", "debrief", 1, {})
    drafts.keep("file-1", "debrief", "note", f"{CANARY} " * 500)
    before = pages_decrypted(vault.folder / DATABASE, data_key)

    drafts.forget("file-1", "debrief")

    assert before.count(b"Halfpenny") > 490
    assert pages_decrypted(vault.folder / DATABASE, data_key).count(b"Half") == 0


def pages_decrypted(path: Path, data_key: bytes) -> bytes:
    """Return every page of a SQLCipher file as openssl decrypts it, one after another.

    AES-256 in CBC mode; the last 80 bytes of a page are its initial value and its seal,
    the first 16 of the first page a salt.
    """
    raw, found = path.read_bytes(), []
    secret = derived(data_key, "sqlcipher").hex()
    for start in range(0, len(raw), PAGE):
        page = raw[start + (16 if start == 0 else 0) : start + PAGE]
        told = ["-K", secret, "-iv", page[-80:-64].hex()]
        done = subprocess.run(
            ["openssl", "enc", "-d", "-aes-256-cbc", "-nopad", *told],
            input=page[:-80],
            check=True,
            capture_output=True,
        )
        found.append(done.stdout)
    return b"".join(found)


# --- two windows --------------------------------------------------------------------


def test_the_second_writer_waits_then_says_so(
    vault: Vault, second: Vault, clock: Clock
) -> None:
    """It waits its time, then one sentence and exit 13; the first one's save stands."""
    with Work(vault, clock, "sam") as work:
        work.add(SOMEBODY, file="file-1")
        begun = time.monotonic()
        with pytest.raises(Busy) as busy, Work(second, clock, "ana"):
            pass
        waited = time.monotonic() - begun

    assert waited >= 0.2
    assert (busy.value.exit_code, busy.value.code) == (13, "busy")
    assert str(busy.value) == "Another window is saving to this vault."
    assert vault.head().entries == 1


def test_the_second_writer_saves_once_the_first_is_done(
    vault: Vault, second: Vault, clock: Clock
) -> None:
    """Nothing is lost by having waited, and the two continue one chain."""
    save_people(vault, clock, "AK-001")
    save_people(second, Clock(clock.fixed), "AK-002")

    with Work(vault, clock, "sam") as work:
        assert [kept.record.code for kept in work.people()] == ["AK-001", "AK-002"]


def test_an_answer_waits_its_turn_too(
    vault: Vault, second: Vault, clock: Clock
) -> None:
    """An answer that cannot be kept is said not to be, never dropped."""
    drafts = Drafts(second, clock)
    drafts.begin("file-1", "debrief", 1, {})

    with Work(vault, clock, "sam"), pytest.raises(Busy):
        drafts.keep("file-1", "debrief", "note", "x")


def test_reading_goes_on_while_another_window_writes(
    vault: Vault, second: Vault, clock: Clock
) -> None:
    """A save that is not finished is not seen, and keeps nobody from reading."""
    with Work(vault, clock, "sam") as work:
        work.add(SOMEBODY, file="file-1")
        assert second.head().entries == 0


# --- a folder that cannot be written to ---------------------------------------------


@pytest.mark.skipif(not NAMESPACES, reason="needs mount namespaces")
def test_a_read_only_folder_gives_one_clear_sentence(empty_practice: Path) -> None:
    """Reading works; writing says which folder, exit 2, and changes nothing."""
    folder = empty_practice / "practice"
    before = (folder / DATABASE).read_bytes()
    read_only = (
        f"mount --bind '{folder}' '{folder}' && "
        f"mount -o remount,ro,bind '{folder}' && exec '{sys.executable}' "
        "-m inclusion_cli --practice "
    )

    def ran(words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["unshare", "-rm", "sh", "-c", read_only + words],
            check=False,
            capture_output=True,
            text=True,
        )

    reads = ran("person list")
    writes = ran("person add --json --code AK-001 --name 'A Khan' --known-as Amina")

    if "mount:" in reads.stderr or "unshare:" in reads.stderr:
        pytest.skip("no mount namespaces here")
    assert (reads.returncode, writes.returncode) == (0, 2)
    assert json.loads(writes.stdout)["error"]["message"] == (
        f'The folder "{folder}" cannot be written to.'
    )
    assert (folder / DATABASE).read_bytes() == before
    assert not Path(f"{folder / DATABASE}-journal").exists()
