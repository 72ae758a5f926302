"""A vault of which a part is gone: nothing is put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import NotUnderstood, VaultDamaged, VaultGone
from inclusion_cli.store.folder import DATABASE, KEY_COPY, KEY_FILE, MAKING, exists
from inclusion_cli.store.vault import create, open_vault
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

CREATED = {"device": "device-2", "made_at": NOW.isoformat()}


def test_a_vault_that_was_moved_away_keeps_its_key(
    vault: Vault, data_key: bytes, run: Run
) -> None:
    """Its key is not written over, by nobody; put back, it opens again."""
    folder, away = vault.folder, vault.folder.parent / "away.db"
    key = (folder / KEY_FILE).read_bytes()
    vault.close()
    (folder / DATABASE).rename(away)

    with pytest.raises(VaultGone):
        open_vault(folder, data_key)
    with pytest.raises(NotUnderstood):
        create(folder, vault.key, data_key, **CREATED)
    ran = run("--practice")

    assert ran.code == VaultGone.exit_code
    assert "vault.db is gone" in ran.err
    assert "init" not in ran.err
    assert (folder / KEY_FILE).read_bytes() == key
    away.rename(folder / DATABASE)
    open_vault(folder, data_key).close()


def test_a_vault_without_either_key_is_damaged(vault: Vault, run: Run) -> None:
    """It is not taken for no vault at all, and nobody is sent to set up another."""
    for name in (KEY_FILE, KEY_COPY):
        (vault.folder / name).unlink(missing_ok=True)

    ran = run("--practice")

    assert ran.code == VaultDamaged.exit_code
    assert "vault.key is missing" in ran.err


def test_a_vault_cut_off_while_it_was_made_is_made_anew(
    vault: Vault, data_key: bytes, tmp_path: Path
) -> None:
    """A key beside a vault that never was is no vault."""
    folder = tmp_path / "cut_off"
    folder.mkdir()
    (folder / MAKING).write_bytes(b"half")
    (folder / KEY_FILE).write_bytes((vault.folder / KEY_FILE).read_bytes())

    assert not exists(folder)
    create(folder, vault.key, data_key, **CREATED).close()

    assert exists(folder)
