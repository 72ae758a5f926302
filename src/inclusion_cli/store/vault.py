"""The vault: one encrypted file, opened with care and never made by mistake."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sql

from inclusion_cli import files
from inclusion_cli.domain.record import replace
from inclusion_cli.errors import (
    DiskFailed,
    DiskFull,
    InclusionError,
    NotUnderstood,
    VaultDamaged,
    VaultNewer,
)
from inclusion_cli.store import log, migrations
from inclusion_cli.store.folder import DATABASE, MAKING, check_file, exists
from inclusion_cli.store.keyfile import Key, read_key, write_key
from inclusion_cli.store.keys import derived
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

OLDEST_SQLITE = (3, 51, 3)  # the first without the WAL-reset fault
WAITS_MS = 5000
ROOM_NEEDED = 1 << 20  # bytes; less than this free is a full disk

_SETTINGS = (
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    f"PRAGMA busy_timeout = {WAITS_MS}",
)


SQL_ERRORS = (sql.Error, MemoryError)
"""What a statement raises; SQLCipher says "no memory" of a page it cannot decrypt."""


class Busy(InclusionError):
    """Another window is saving, and did not finish in five seconds."""

    exit_code = 13
    hint = say("Run the command again. Your answers are kept.")

    def __init__(self) -> None:
        super().__init__(say("Another window is saving to this vault."))


class Vault:
    """An open vault. `connection` is the door to the file.

    `another` opens a second door, for a check that runs beside; `views` is the writer
    of its views, once something is written.
    """

    def __init__(
        self,
        folder: Path,
        key: Key,
        connection: Any,
        id: str,  # noqa: A002 - what it is called everywhere
        device: str,
        another: Callable[[], Any],
    ) -> None:
        self.folder, self.key, self.connection = folder, key, connection
        self.id, self.device, self.another = id, device, another
        self.views: Any = None

    @property
    def practice(self) -> bool:
        """Say whether nobody in it is real."""
        return self.key.practice

    def head(self) -> log.Head:
        """Return the head code of everything in the vault."""
        return log.head(self.connection)

    def note_mark(self) -> None:
        """Write in the key how far the log has come, so an older copy is noticed."""
        entries = log.count(self.connection)
        if entries != self.key.mark:
            self.change_key(lambda key: replace(key, mark=max(entries, key.mark)))

    def change_key(self, change: Callable[[Key], Key]) -> None:
        """Write the key anew from what it says now, one window at a time."""
        with honest(self.folder):
            self.connection.execute("BEGIN IMMEDIATE")
        try:
            self.key = change(read_key(self.folder))
            write_key(self.folder, self.key)
        finally:
            undo(self.connection)

    def hurry(self) -> None:
        """Wait for no disk: for a practice vault that can be made anew."""
        self.connection.execute("PRAGMA synchronous = OFF")

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def create(
    folder: Path, key: Key, data_key: bytes, *, device: str, made_at: str
) -> Vault:
    """Make a vault where there is none. Raises NotUnderstood where there is one."""
    final, making = folder / DATABASE, folder / MAKING
    if exists(folder):
        raise NotUnderstood(
            say(
                'There is a vault in "{folder}" already. Name another folder.',
                folder=folder,
            )
        )
    files.make_folder(folder)
    making.unlink(missing_ok=True)
    os.close(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, files.OWNER_ONLY))
    with honest(folder):
        connection = _connect(making, data_key)
        connection.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        migrations.migrate(connection)
        connection.execute(
            "INSERT INTO vault (one, id, device, practice, made_at) "
            "VALUES (1, ?, ?, ?, ?)",
            (key.vault, device, key.practice, made_at),
        )
        connection.execute(
            "INSERT INTO device (id, genesis) VALUES (?, ?)",
            (device, log.genesis(key.vault, device)),
        )
        connection.close()
    write_key(folder, key)
    with files.honest_disk():
        making.replace(final)
        files.settle(folder)
    return open_vault(folder, data_key)


def open_vault(folder: Path, data_key: bytes) -> Vault:
    """Return the vault, after the checks of trust reference section 7.

    Raises VaultMissing, VaultDamaged or VaultNewer; never makes a file.
    """
    key = read_key(folder)
    path = folder / DATABASE
    check_file(folder)
    with honest(folder):
        connection = _connect(path, data_key)
        try:
            _check_inside(connection, path)
            vault_id, device = connection.execute(
                "SELECT id, device FROM vault"
            ).fetchone()
            _check_copy(connection, key, vault_id)
        except BaseException:
            connection.close()
            raise
    return Vault(
        folder, key, connection, vault_id, device, lambda: _connect(path, data_key)
    )


def _connect(path: Path, data_key: bytes) -> Any:
    if sql.sqlite_version_info < OLDEST_SQLITE:
        raise NotUnderstood(
            say("This SQLite is too old to be safe. Reinstall inclusion.")
        )
    connection = sql.connect(_uri(path), uri=True, isolation_level=None)
    raw = derived(data_key, "sqlcipher").hex()
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{raw}'\"")
        for setting in _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: Path) -> str:
    """Return a path as a URI that opens what is there and never makes a file."""
    whole = path.absolute().as_posix()
    for sign in ("%", "?", "#"):
        whole = whole.replace(sign, f"%{ord(sign):02X}")
    return f"file://{whole if whole.startswith('/') else '/' + whole}?mode=rw"


def _check_inside(connection: Any, path: Path) -> None:
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    version = migrations.version_of(connection)
    if found != migrations.APPLICATION_ID:
        raise VaultDamaged(say("this is not a vault of inclusion."))
    if version > migrations.HEAD_VERSION:
        raise VaultNewer(version, migrations.HEAD_VERSION)
    if version < migrations.HEAD_VERSION:
        _keep_copy(connection, path, version)
        migrations.migrate(connection)


def _keep_copy(connection: Any, path: Path, version: int) -> None:
    """Keep the vault as it was before a migration, under the same key."""
    copy = path.with_name(f"{path.name}.before-{version + 1}")
    copy.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(copy),))
    with suppress(OSError):
        copy.chmod(files.OWNER_ONLY)


def _check_copy(connection: Any, key: Key, vault_id: str) -> None:
    if vault_id != key.vault:
        raise VaultDamaged(say("its key belongs to another vault."))
    (last,) = connection.execute("SELECT coalesce(max(n), 0) FROM entry").fetchone()
    if last < key.mark:
        raise VaultDamaged(
            say(
                "this is an older copy. It has {last}; {mark} were here before.",
                last=say_many("{number} entry", "{number} entries", last),
                mark=f"{key.mark:,}",
            )
        )


def undo(connection: Any) -> None:
    """Leave a transaction that was not kept; SQLite may have left it by itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


@contextmanager
def honest(folder: Path) -> Iterator[None]:
    """Turn what SQLite says into our words, by its code and never by its text."""
    try:
        yield
    except Exception as error:
        ours = in_our_words(error, folder)
        if ours is error:
            raise
        raise ours from None


def in_our_words(error: Exception, folder: Path) -> Exception:
    """Return what an error of SQLite means here; any other error as it is."""
    error = getattr(error, "orig", error)  # SQLAlchemy wraps what SQLite said
    return _ours(error, folder) if isinstance(error, SQL_ERRORS) else error


def _ours(error: Exception, folder: Path) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sql.SQLITE_FULL:
        return DiskFull()
    if code == _IOERR:
        import shutil  # noqa: PLC0415 - only when something is wrong

        full = shutil.disk_usage(folder).free < ROOM_NEEDED
        return DiskFull() if full else DiskFailed()
    if code in (_CORRUPT, _NOTADB) or isinstance(error, MemoryError):
        return VaultDamaged("its pages do not hold together.")
    if code in (_BUSY, _LOCKED):
        return Busy()
    if code in (_READONLY, _PERM, _CANTOPEN):
        return NotUnderstood(f'The folder "{folder}" cannot be written to.')
    return error


_PERM, _BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _CANTOPEN, _NOTADB = (
    3,
    5,
    6,
    8,
    10,
    11,
    14,
    26,
)
