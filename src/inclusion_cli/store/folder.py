"""The folder of a vault: the names of its files, and whether they are all there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.errors import VaultDamaged, VaultGone, VaultMissing
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from pathlib import Path

DATABASE = "vault.db"
MAKING = f"{DATABASE}.new"
KEY_FILE = "vault.key"
KEY_COPY = "vault.key.2"
PAGE = 4096


def exists(folder: Path) -> bool:
    """Say whether there is a vault in a folder, whole or not.

    A key without its vault is one, too: nothing may be put in its place. A vault that
    was being made when the computer stopped is none yet.
    """
    if (folder / DATABASE).exists():
        return True
    keys = any((folder / name).exists() for name in (KEY_FILE, KEY_COPY))
    return keys and not (folder / MAKING).exists()


def check_file(folder: Path) -> None:
    """Raise VaultMissing or VaultDamaged where no vault can be opened in a folder."""
    path = folder / DATABASE
    if not exists(folder):
        raise VaultMissing(str(folder))
    if not path.exists():
        raise VaultGone(str(folder))
    state = path.lstat()
    if path.is_symlink() or state.st_nlink != 1:
        raise VaultDamaged(say("its file is a link to another one."))
    if path.with_name(f"{path.name}-journal").exists():
        return  # a save was cut off: SQLite puts the pages back as they were
    if state.st_size == 0 or state.st_size % PAGE:
        raise VaultDamaged(say("its file is cut short."))
    with path.open("rb") as file:
        if file.read(15) == b"SQLite format 3":
            raise VaultDamaged(say("its file is not encrypted."))
