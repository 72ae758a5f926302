"""Migrations: each step whole with its number, and the vault before it kept."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.errors import DiskFull, VaultDamaged, VaultNewer
from inclusion_cli.store import log, migrations, vault
from inclusion_cli.store.folder import DATABASE, PAGE
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.store.verify import verify
from tests.store.making import plain_log, save_people

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inclusion_cli.clock import Clock

COPY = f"{DATABASE}.before-2"


class Interrupted(Exception):
    """Something went wrong in the middle."""


def adds_a_column(cursor: Any) -> None:
    """Change the shape, as a second step might."""
    cursor.execute("ALTER TABLE draft ADD COLUMN owner TEXT NOT NULL DEFAULT ''")
    cursor.execute("CREATE TABLE anchor (root TEXT PRIMARY KEY) STRICT")


def breaks_off(cursor: Any) -> None:
    """Change the shape and fail."""
    adds_a_column(cursor)
    cursor.execute("INSERT INTO anchor VALUES ('half')")
    raise Interrupted


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a way to let this program know more steps than the first."""

    def know(*steps: Callable[[Any], None]) -> None:
        whole = (migrations.m0001_log, *steps)
        monkeypatch.setattr(migrations, "MIGRATIONS", whole)
        monkeypatch.setattr(migrations, "HEAD_VERSION", len(whole))

    return know


@pytest.fixture
def old(vault: Vault, clock: Clock) -> Path:
    """Return the folder of a closed vault of the first form, with two people in it."""
    save_people(vault, clock, "AK-001", "AK-002")
    vault.close()
    return vault.folder


def shape(cursor: Any) -> list[Any]:
    """Return the whole schema but for the views and SQLite's own tables."""
    found = cursor.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name NOT LIKE '%view%' "
        "AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    return list(found)


def test_migrating_from_nothing_gives_the_current_shape(vault: Vault) -> None:
    """Plain SQLite and the vault, step by step, come to the same tables and rules."""
    made = plain_log()

    assert shape(made) == shape(vault.connection)
    assert migrations.version_of(made) == migrations.HEAD_VERSION
    assert migrations.version_of(vault.connection) == migrations.HEAD_VERSION
    made.close()


def test_an_older_vault_is_migrated_on_opening(
    old: Path, data_key: bytes, newer: Callable[..., None]
) -> None:
    """The shape is the new one and every record is there."""
    newer(adds_a_column)

    opened = open_vault(old, data_key)

    assert migrations.version_of(opened.connection) == 2
    assert opened.connection.execute("SELECT owner FROM draft").fetchall() == []
    assert [k.record.code for k in Reading(opened).people()] == ["AK-001", "AK-002"]
    assert verify(opened).holds
    opened.close()


def test_a_copy_is_kept_before_a_migration(
    old: Path, data_key: bytes, newer: Callable[..., None], monkeypatch: Any
) -> None:
    """The vault as it was, under the same key, for its owner alone; it still opens."""
    newer(adds_a_column)
    open_vault(old, data_key).close()

    copy = old / COPY
    assert not copy.read_bytes().startswith(b"SQLite")
    if os.name == "posix":
        assert copy.stat().st_mode & 0o777 == 0o600
    (old / DATABASE).unlink()
    copy.rename(old / DATABASE)
    monkeypatch.undo()
    again = open_vault(old, data_key)
    assert migrations.version_of(again.connection) == 1
    assert log.count(again.connection) == 2
    assert verify(again).holds
    again.close()


def test_the_current_form_is_left_alone(old: Path, data_key: bytes) -> None:
    """Nothing is written and no copies pile up."""
    before = (old / DATABASE).read_bytes()

    open_vault(old, data_key).close()

    assert (old / DATABASE).read_bytes() == before
    assert [path.name for path in old.glob("*before*")] == []


def test_a_step_that_fails_leaves_the_version_before(
    old: Path, data_key: bytes, newer: Callable[..., None], monkeypatch: Any
) -> None:
    """Neither the number nor the shape moved, and the data is as it was."""
    newer(breaks_off)

    with pytest.raises(Interrupted):
        open_vault(old, data_key)

    monkeypatch.undo()
    again = open_vault(old, data_key)
    assert migrations.version_of(again.connection) == 1
    with closing(plain_log()) as made:
        assert shape(again.connection) == shape(made)
    assert log.count(again.connection) == 2
    assert verify(again).holds
    again.close()


def test_the_steps_before_one_that_fails_are_kept(
    old: Path, data_key: bytes, newer: Callable[..., None]
) -> None:
    """Each step is whole with its number: the next run goes on from there."""

    def third(_cursor: Any) -> None:
        raise Interrupted

    newer(adds_a_column, third)
    with pytest.raises(Interrupted):
        open_vault(old, data_key)
    assert (old / COPY).exists()

    newer(adds_a_column)
    opened = open_vault(old, data_key)
    assert migrations.version_of(opened.connection) == 2
    assert verify(opened).holds
    opened.close()


def test_the_copy_of_the_first_form_outlives_a_second_try(
    old: Path, data_key: bytes, newer: Callable[..., None], monkeypatch: Any
) -> None:
    """A migration that fails again and again costs nobody the copy."""
    newer(breaks_off)
    for _again in range(2):
        with pytest.raises(Interrupted):
            open_vault(old, data_key)

    monkeypatch.undo()
    (old / COPY).replace(old / DATABASE)
    again = open_vault(old, data_key)
    assert verify(again).holds
    again.close()


def test_a_newer_vault_is_refused_before_a_copy_is_made(
    old: Path, data_key: bytes, newer: Callable[..., None], monkeypatch: Any
) -> None:
    """An older program touches nothing."""
    newer(adds_a_column)
    open_vault(old, data_key).close()
    (old / COPY).unlink()
    monkeypatch.undo()
    before = (old / DATABASE).read_bytes()

    with pytest.raises(VaultNewer):
        open_vault(old, data_key)

    assert (old / DATABASE).read_bytes() == before
    assert not (old / COPY).exists()


@pytest.mark.parametrize(
    "every", [5, pytest.param(1, marks=pytest.mark.long)], ids=["some pages", "all"]
)
def test_damage_is_not_hidden_by_a_migration(
    old: Path, data_key: bytes, newer: Callable[..., None], every: int
) -> None:
    """Whichever page is broken: it is refused as it is, or `verify` says so after."""
    newer(adds_a_column)
    whole, silent = (old / DATABASE).read_bytes(), []

    for page in range(0, len(whole), PAGE * every):
        damaged = bytearray(whole)
        damaged[page + PAGE // 2] ^= 1
        (old / DATABASE).write_bytes(damaged)
        try:
            opened = open_vault(old, data_key)
        except VaultDamaged:
            assert (old / DATABASE).read_bytes() == damaged
            continue
        if not says_so(opened):
            silent.append(page // PAGE + 1)
        opened.close()

    assert silent == []


def says_so(opened: Vault) -> bool:
    """Say whether `verify` finds that the file is damaged."""
    try:
        return not verify(opened).holds
    except VaultDamaged:
        return True


def test_no_room_for_the_copy_means_no_migration(
    old: Path, data_key: bytes, newer: Callable[..., None], monkeypatch: Any
) -> None:
    """First the copy, then the change: a full disk is said, and nothing moved."""
    newer(adds_a_column)

    def full(*_args: Any) -> None:
        raise DiskFull

    monkeypatch.setattr(vault, "_keep_copy", full)
    before = (old / DATABASE).read_bytes()

    with pytest.raises(DiskFull):
        open_vault(old, data_key)

    assert (old / DATABASE).read_bytes() == before
