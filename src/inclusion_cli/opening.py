"""Opening a vault: by a key that is held, by a passphrase, or for practice."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.clock import Clock
from inclusion_cli.errors import (
    InclusionError,
    Locked,
    NotUnderstood,
    WrongPassphrase,
)
from inclusion_cli.store.folder import check_file
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.migrations import VIEWS_VERSION
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inclusion_cli.interviews.lines import Terminal
    from inclusion_cli.settings import Call

TRIES = 3


def opened(
    folder: Path, home: Path, call: Call, asker: Callable[[], Terminal | None]
) -> tuple[Vault, bytes]:
    """Return the vault in a folder and its data key, which is held for a while.

    `asker` returns who can be asked for a passphrase, where it comes to that.

    Raises VaultMissing, Locked, WrongPassphrase, VaultDamaged or VaultNewer.
    """
    check_file(folder)
    data_key, typed = _data_key(folder, home, call, asker)
    vault = open_vault(folder, data_key)
    renew_views(vault)
    if typed:
        with suppress(InclusionError, OSError):  # a folder that is only to be read
            vault.note_mark()
    return vault, data_key


def _data_key(
    folder: Path, home: Path, call: Call, asker: Callable[[], Terminal | None]
) -> tuple[bytes, bool]:
    """Return the data key, and whether it took a passphrase."""
    key = read_key(folder)
    if key.practice:
        from inclusion_cli.store.keys import open_practice

        return open_practice(key), False
    from inclusion_cli.store.keeper import keeper

    holds = keeper(home)
    if call.passphrase_fd is None and (held := holds.get(key.vault)):
        return held.data_key, False
    data_key = by_passphrase(folder, call, asker())
    holds.put(key.vault, data_key)
    return data_key, True


def by_passphrase(folder: Path, call: Call, asker: Terminal | None) -> bytes:
    """Return the data key, by a passphrase from the script or the terminal.

    Raises Locked where nobody is there to type it, WrongPassphrase after three.
    """
    from inclusion_cli.store.keys import open_with_passphrase

    key = read_key(folder)
    if call.passphrase_fd is not None:
        return open_with_passphrase(key, read_fd(call.passphrase_fd))
    if asker is None:
        raise Locked
    return thrice(
        asker, say("Passphrase:"), lambda typed: open_with_passphrase(key, typed)
    )


def thrice(asker: Terminal, label: str, opens: Callable[[str], bytes]) -> bytes:
    """Return the data key, by what is typed unseen. Raises WrongPassphrase after three.

    A second try is asked here: one that is typed in a shell stays in its history.
    """
    for number in range(1, TRIES + 1):
        typed = asker.secret(label)
        with asker.unseen():
            try:
                return opens(typed)
            except WrongPassphrase as wrong:
                if number == TRIES:
                    raise
                asker.tell(say("Error: {wrong}", wrong=wrong))
                time.sleep(number)
    raise WrongPassphrase


def renew_views(vault: Vault) -> None:
    """Fold the views anew where a newer program shapes them differently."""
    (version,) = vault.connection.execute("SELECT views FROM vault").fetchone()
    if version != VIEWS_VERSION:
        from inclusion_cli.store.views import rebuild

        rebuild(vault)


def read_fd(number: int) -> str:
    """Return the first line that comes through a file descriptor."""
    try:
        with os.fdopen(os.dup(number), encoding="utf-8") as stream:
            return stream.readline().rstrip("\r\n")
    except OSError:
        raise NotUnderstood(
            say(
                "Nothing can be read from file descriptor {number}. Use "
                "it like this: --passphrase-fd 3 3<file",
                number=number,
            )
        ) from None
    except UnicodeDecodeError:
        raise NotUnderstood(
            say(
                "What comes from file descriptor {number} is not text in UTF-8.",
                number=number,
            )
        ) from None


def practice_clock() -> Clock:
    """Return the clock of a practice vault: INCLUSION_NOW stops it."""
    return Clock(_now_given())


def _now_given() -> datetime | None:
    told = os.environ.get("INCLUSION_NOW")
    if not told:
        return None
    try:
        return datetime.fromisoformat(told).astimezone()
    except ValueError:
        raise NotUnderstood(
            say(
                'INCLUSION_NOW is "{told}". It must be a date and time, '
                "like 2026-11-18T14:00.",
                told=told,
            )
        ) from None
