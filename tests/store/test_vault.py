"""Opening a vault: never making one, and four different sentences for four troubles."""

from __future__ import annotations

import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import (
    NotUnderstood,
    VaultDamaged,
    VaultMissing,
    VaultNewer,
)
from inclusion_cli.store.folder import DATABASE, KEY_COPY, KEY_FILE, PAGE
from inclusion_cli.store.vault import Vault, create, open_vault
from tests.conftest import NOW
from tests.store.making import PASSPHRASE, own_vault, typed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def database(own: Vault) -> Path:
    """Return the file of an own vault that is closed."""
    own.close()
    return own.folder / DATABASE


def damage(folder: Path, data_key: bytes) -> str:
    """Return what is said of a vault that is not whole."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(VaultDamaged) as damaged:
        open_vault(folder, data_key)
    after = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert damaged.value.exit_code == 15
    assert before == after, "something was changed"
    return str(damaged.value).removeprefix("The vault is damaged: ")


# --- never making one by mistake ----------------------------------------------------


def test_a_wrong_path_makes_no_file(tmp_path: Path, data_key: bytes) -> None:
    """Opening never creates: not a file, not a folder."""
    with pytest.raises(VaultMissing):
        open_vault(tmp_path / "nowhere", data_key)

    assert list(tmp_path.iterdir()) == []


def test_a_key_without_its_vault_makes_no_file(database: Path, data_key: bytes) -> None:
    """The key is there, the vault is gone: missing, and still gone afterwards."""
    database.unlink()

    with pytest.raises(VaultMissing):
        open_vault(database.parent, data_key)

    assert not database.exists()


def test_a_vault_is_not_made_over_another(own: Vault, data_key: bytes) -> None:
    """Where there is a vault, making one is refused and it stays as it is."""
    before = (own.folder / DATABASE).read_bytes()

    with pytest.raises(NotUnderstood) as refused:
        create(own.folder, own.key, data_key, device="d", made_at=NOW.isoformat())

    assert (
        str(refused.value)
        == f'There is a vault in "{own.folder}" already. Name another folder.'
    )
    assert (own.folder / DATABASE).read_bytes() == before


@pytest.mark.parametrize("name", ["a b", "100%", "a?b=c", "a#b", "ä ö", "a;b'c"])
def test_a_folder_may_have_any_name(tmp_path: Path, data_key: bytes, name: str) -> None:
    """The vault is made and found where it was asked for, and nowhere else."""
    own_vault(tmp_path / name, data_key, "vault-1").close()

    open_vault(tmp_path / name, data_key).close()

    assert [path.name for path in tmp_path.iterdir()] == [name]


# --- four sentences -----------------------------------------------------------------


def test_wrong_damaged_newer_and_missing_are_told_apart(
    run: Run, own: Vault, data_key: bytes
) -> None:
    """Four troubles, four sentences; exits 14, 15, 15 and 3."""
    own.close()
    database = own.folder / DATABASE
    whole, words = database.read_bytes(), ("verify", "--json", "--passphrase-fd")
    said = {}

    said["wrong"] = run(*words, typed("not the passphrase"))
    database.write_bytes(whole[:-1])
    said["damaged"] = run(*words, typed(PASSPHRASE))
    database.write_bytes(whole)
    newer = open_vault(own.folder, data_key)
    newer.connection.execute("PRAGMA user_version = 99")
    newer.close()
    said["newer"] = run(*words, typed(PASSPHRASE))
    database.unlink()
    said["missing"] = run(*words, typed(PASSPHRASE))

    assert {name: ran.code for name, ran in said.items()} == {
        "wrong": 14,
        "damaged": 15,
        "newer": 15,
        "missing": 3,
    }
    assert {name: ran.error["message"] for name, ran in said.items()} == {
        "wrong": "That passphrase does not open this vault.",
        "damaged": "The vault is damaged: its file is cut short.",
        "newer": (
            "A newer version of inclusion made this vault (form 99; "
            "this one reads up to 1). Nothing was changed."
        ),
        "missing": (
            f"There is no vault in {own.folder}: its key is there, "
            "its vault.db is gone."
        ),
    }


# --- files that are not the vault ---------------------------------------------------


def test_a_symbolic_link_is_refused(
    database: Path, tmp_path: Path, data_key: bytes
) -> None:
    """A vault behind a link could be two files, or another one tomorrow."""
    moved = database.rename(tmp_path / "elsewhere.db")
    database.symlink_to(moved)

    assert damage(database.parent, data_key) == "its file is a link to another one."


def test_a_hard_link_is_refused(
    database: Path, tmp_path: Path, data_key: bytes
) -> None:
    """Two names of one file have two journals: SQLite's own warning."""
    os.link(database, tmp_path / "second name")

    assert damage(database.parent, data_key) == "its file is a link to another one."


@pytest.mark.parametrize("length", [0, 1, PAGE - 1, PAGE + 1, -1])
def test_a_file_cut_in_a_page_is_refused(
    database: Path, data_key: bytes, length: int
) -> None:
    """Half a copy is not opened."""
    database.write_bytes(database.read_bytes()[:length])

    assert damage(database.parent, data_key) == "its file is cut short."


@pytest.mark.parametrize("pages", [1, 2, 10, -1, -10])
def test_a_file_cut_between_pages_is_refused(
    database: Path, data_key: bytes, pages: int
) -> None:
    """A copy that ends at a page is a half copy as well."""
    database.write_bytes(database.read_bytes()[: pages * PAGE])

    said = damage(database.parent, data_key)
    assert said == "its pages do not hold together."


def test_a_plain_database_is_refused(database: Path, data_key: bytes) -> None:
    """Never open, and never write into, what is not encrypted."""
    database.unlink()
    plain = sqlite3.connect(database)
    plain.execute("CREATE TABLE entry (id TEXT)")
    plain.commit()
    plain.close()

    assert damage(database.parent, data_key) == "its file is not encrypted."


def test_another_programs_file_is_refused(own: Vault, data_key: bytes) -> None:
    """A file under the same key that is not a vault is not read as one."""
    own.connection.execute("PRAGMA application_id = 42")
    own.close()

    assert damage(own.folder, data_key) == "this is not a vault of inclusion."


def test_another_data_key_is_damage(database: Path) -> None:
    """The passphrase was right and the file is another one's: damage, not "wrong"."""
    assert damage(database.parent, bytes(32)) == "its pages do not hold together."


def test_the_key_of_another_vault_is_refused(
    own: Vault, data_key: bytes, tmp_path: Path
) -> None:
    """Even under one data key, a key says whose it is."""
    other = own_vault(tmp_path / "other", data_key, "vault-2")
    for vault in (own, other):
        vault.close()
    for name in (KEY_FILE, KEY_COPY):
        shutil.copy(other.folder / name, own.folder / name)

    assert damage(own.folder, data_key) == "its key belongs to another vault."


def test_a_newer_vault_is_left_as_it_is(own: Vault, data_key: bytes) -> None:
    """An old program never "repairs" what it does not know."""
    own.connection.execute("PRAGMA user_version = 2")
    own.close()
    before = (own.folder / DATABASE).read_bytes()

    with pytest.raises(VaultNewer):
        open_vault(own.folder, data_key)

    assert (own.folder / DATABASE).read_bytes() == before
