"""An older copy of the vault, and the mark beside it that tells."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import VaultDamaged
from inclusion_cli.store import keys
from inclusion_cli.store.folder import DATABASE
from inclusion_cli.store.keyfile import read_key, write_key
from inclusion_cli.store.vault import Vault, open_vault
from tests.store.making import PASSPHRASE, own_key, save_people, typed

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from tests.conftest import Run

OLDER = (
    "The vault is damaged: this is an older copy. It has 1 entry; 3 were here before."
)


def test_an_older_copy_is_noticed(own: Vault, clock: Clock, data_key: bytes) -> None:
    """A file that was put back is not taken for today's."""
    save_people(own, clock, "AK-001")
    older = (own.folder / DATABASE).read_bytes()
    save_people(own, clock, "AK-002", "AK-003")
    own.note_mark()
    own.close()
    (own.folder / DATABASE).write_bytes(older)

    with pytest.raises(VaultDamaged) as damaged:
        open_vault(own.folder, data_key)

    assert (damaged.value.exit_code, str(damaged.value)) == (15, OLDER)


def test_an_older_copy_is_noticed_at_the_next_command(
    run: Run, own: Vault, clock: Clock
) -> None:
    """A sync tool puts yesterday's file back: caught at the next open (trust, 6.4)."""
    older = (own.folder / DATABASE).read_bytes()
    save_people(own, clock, "AK-001")
    own.close()
    assert run("today", "--passphrase-fd", typed(PASSPHRASE)).code in (0, 2)
    (own.folder / DATABASE).write_bytes(older)

    ran = run("verify", "--json", "--passphrase-fd", typed(PASSPHRASE))

    assert ran.code == 15
    assert re.search("older copy", ran.error["message"])


def test_a_mark_written_late_keeps_the_passphrase_another_window_chose(
    own: Vault, clock: Clock, data_key: bytes
) -> None:
    """A vault that was opened before the change does not put the old key back."""
    fresh = keys.seal(
        data_key,
        vault=own.id,
        passphrase="another passphrase",  # noqa: S106
        recovery=own.key.recovery,
        stretch=own.key.stretch,
    )
    write_key(own.folder, fresh)
    save_people(own, clock, "AK-001")

    own.note_mark()

    key = read_key(own.folder)
    assert keys.open_with_passphrase(key, "another passphrase") == data_key
    assert key == replace(fresh, mark=1)


def test_a_vault_ahead_of_its_mark_opens(
    own: Vault, clock: Clock, data_key: bytes
) -> None:
    """More entries than the mark is a vault that was written to: nothing is wrong."""
    save_people(own, clock, "AK-001", "AK-002")
    write_key(own.folder, own_key(data_key, own.id, mark=1))
    own.close()

    opened = open_vault(own.folder, data_key)

    assert opened.id == own.id
    opened.close()
