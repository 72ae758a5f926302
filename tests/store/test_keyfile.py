"""`vault.key`: two copies, either of which is enough, and neither half believed."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import (
    InclusionError,
    VaultDamaged,
    VaultMissing,
    VaultNewer,
)
from inclusion_cli.store import keyfile
from inclusion_cli.store.folder import KEY_COPY, KEY_FILE
from inclusion_cli.store.keyfile import Key, Stretch, read_key, write_key
from tests.store.making import own_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DEEP = "[" * 5000
NEITHER = "The vault is damaged: neither copy of its key is whole."


@pytest.fixture
def key(data_key: bytes) -> Key:
    """Return a key."""
    return own_key(data_key, "vault-1", mark=7)


@pytest.fixture
def folder(tmp_path: Path, key: Key) -> Path:
    """Return a folder with both copies of the key."""
    write_key(tmp_path, key)
    return tmp_path


def bits_flipped(whole: bytes) -> Iterator[tuple[str, bytes]]:
    """Return the bytes with one bit flipped, for every bit, and which one it was."""
    for place, byte in enumerate(whole):
        for bit in range(8):
            changed = bytes([byte ^ 1 << bit])
            yield (
                f"byte {place}, bit {bit}",
                whole[:place] + changed + whole[place + 1 :],
            )


def put(path: Path, data: bytes) -> None:
    """Write over a file in place."""
    handle = os.open(path, os.O_WRONLY)
    os.write(handle, data)
    os.ftruncate(handle, len(data))
    os.close(handle)


def outcome(folder: Path) -> Key | str:
    """Return the key that is read, or the name of what is said instead."""
    try:
        return read_key(folder)
    except InclusionError as error:
        return error.code


def test_what_was_written_is_read(folder: Path, key: Key) -> None:
    """Both copies say the same, and it is what was put in."""
    assert read_key(folder) == key
    assert (folder / KEY_FILE).read_bytes() == (folder / KEY_COPY).read_bytes()


def test_the_key_is_for_its_owner_alone(folder: Path) -> None:
    """Nobody else on the computer may read either copy, and nothing else is left."""
    if os.name == "posix":
        modes = {path.stat().st_mode & 0o777 for path in folder.iterdir()}
        assert modes == {0o600}
    assert {path.name for path in folder.iterdir()} == {KEY_FILE, KEY_COPY}


def test_every_bit_flipped_in_one_copy_leaves_the_other(folder: Path, key: Key) -> None:
    """One copy damaged anywhere: the vault opens all the same."""
    whole = (folder / KEY_FILE).read_bytes()
    wrong = []

    for where, damaged in bits_flipped(whole):
        put(folder / KEY_FILE, damaged)
        if (found := outcome(folder)) != key:
            wrong.append(f"{where}: {found}")

    assert wrong == []


def test_every_bit_flipped_in_both_copies_is_damage(folder: Path, key: Key) -> None:
    """Both copies broken alike: damage, never another key, a newer one or a fault."""
    whole = (folder / KEY_FILE).read_bytes()
    wrong = []

    for where, damaged in bits_flipped(whole):
        put(folder / KEY_FILE, damaged)
        put(folder / KEY_COPY, damaged)
        found = outcome(folder)
        if found not in ("vault_damaged", key):
            wrong.append(f"{where}: {found}")

    assert wrong == []


def test_every_cut_of_both_copies_is_damage(folder: Path) -> None:
    """Cut short anywhere, empty too: one sentence and exit 15."""
    whole = (folder / KEY_FILE).read_bytes()

    for length in range(len(whole)):
        put(folder / KEY_FILE, whole[:length])
        put(folder / KEY_COPY, whole[:length])
        with pytest.raises(VaultDamaged) as damaged:
            read_key(folder)

    assert (damaged.value.exit_code, str(damaged.value)) == (15, NEITHER)


@pytest.mark.parametrize("gone", [KEY_FILE, KEY_COPY])
def test_one_copy_gone_is_no_loss(folder: Path, key: Key, gone: str) -> None:
    """Either copy is enough."""
    (folder / gone).unlink()

    assert read_key(folder) == key


def test_both_gone_is_a_missing_vault(tmp_path: Path) -> None:
    """Where there is no key there is no vault, and it says where it looked."""
    with pytest.raises(VaultMissing) as missing:
        read_key(tmp_path)

    assert missing.value.exit_code == 3
    assert str(missing.value) == f"There is no vault in {tmp_path}."


@pytest.mark.parametrize(
    "text", ["[]", "null", "1", '"key"', "{}", '{"sum": 1}', DEEP], ids=str.__len__
)
def test_other_json_is_damage(tmp_path: Path, text: str) -> None:
    """Whatever the file holds, it is read or it is called damaged."""
    for name in (KEY_FILE, KEY_COPY):
        (tmp_path / name).write_text(text)

    with pytest.raises(VaultDamaged):
        read_key(tmp_path)


def test_a_newer_key_is_said_to_be_newer(
    folder: Path, key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Newer is another sentence than damaged, and nothing is changed."""
    monkeypatch.setattr(keyfile, "KEY_FORM", 3)
    write_key(folder, key)
    monkeypatch.undo()

    with pytest.raises(VaultNewer) as newer:
        read_key(folder)

    assert newer.value.exit_code == 15
    assert str(newer.value) == (
        "A newer version of inclusion made this vault (form 3; "
        "this one reads up to 1). Nothing was changed."
    )


@pytest.mark.parametrize(
    "stretch", [Stretch(1 << 21), Stretch(64 * 1024, 11), Stretch(64 * 1024, 3, 17)]
)
def test_a_stretch_no_laptop_can_bear_is_damage(
    tmp_path: Path, key: Key, stretch: Stretch
) -> None:
    """A key cannot be made to eat the computer: 1 GiB, 10 passes, 16 lanes."""
    write_key(tmp_path, replace(key, stretch=stretch))

    with pytest.raises(VaultDamaged):
        read_key(tmp_path)


def test_the_sum_covers_every_field(folder: Path, key: Key) -> None:
    """No field can be altered without the sum, whichever it is."""
    told = json.loads((folder / KEY_FILE).read_bytes())
    fields = told.keys() - {"sum"}

    for field in fields:
        altered = json.dumps({**told, field: None}).encode()
        put(folder / KEY_FILE, altered)
        put(folder / KEY_COPY, altered)
        assert outcome(folder) == "vault_damaged", field

    assert len(fields) == len(asdict(key)) + 1


def test_nothing_in_the_file_opens_the_vault(folder: Path, data_key: bytes) -> None:
    """The data key is in it only sealed."""
    assert data_key.hex().encode() not in (folder / KEY_FILE).read_bytes()
