"""Files written whole or not at all, for their owner alone."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import DiskFailed, DiskFull, InclusionError, NotUnderstood
from inclusion_cli.files import make_folder, replace, write_new

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD, NEW = b"the old key", b"the new key"


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "vault"
    made.mkdir()
    return made


@pytest.fixture
def old(folder: Path) -> Path:
    """Return a file that stands already."""
    path = folder / "key"
    path.write_bytes(OLD)
    return path


def fail_sync(
    monkeypatch: pytest.MonkeyPatch, number: int, *, of_folder: bool = False
) -> None:
    """Let the disk refuse to make a file, or a folder, durable."""
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode) == of_folder:
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)


def test_replace_puts_the_new_in_place_of_the_old(old: Path) -> None:
    """And leaves nothing beside it."""
    replace(old, NEW)

    assert old.read_bytes() == NEW
    assert names(old.parent) == ["key"]


def test_write_new_writes_what_was_not_there(folder: Path) -> None:
    """Whole, and nothing beside it."""
    write_new(folder / "key", NEW)

    assert (folder / "key").read_bytes() == NEW
    assert names(folder) == ["key"]


def test_write_new_never_writes_over(old: Path) -> None:
    """The file that stands is somebody's."""
    with pytest.raises(FileExistsError):
        write_new(old, NEW)

    assert old.read_bytes() == OLD
    assert names(old.parent) == ["key"]


@pytest.mark.parametrize("taken", [True, False])
def test_write_new_keeps_its_word_where_there_are_no_links(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, taken: bool
) -> None:
    """A FAT stick has none; still nothing is written over."""

    def link(*_paths: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", link)
    path = folder / "key"
    if taken:
        path.write_bytes(OLD)
        with pytest.raises(FileExistsError):
            write_new(path, NEW)
    else:
        write_new(path, NEW)

    assert path.read_bytes() == (OLD if taken else NEW)
    assert names(folder) == ["key"]


@pytest.mark.parametrize("write", [replace, write_new])
def test_a_file_is_its_owners_alone(
    folder: Path, write: Callable[[Path, bytes], None]
) -> None:
    """Nobody else on this computer reads a key."""
    write(folder / "key", NEW)

    assert stat.S_IMODE((folder / "key").stat().st_mode) == 0o600


FAULTS = {errno.ENOSPC: DiskFull, errno.EDQUOT: DiskFull, errno.EIO: DiskFailed}


@pytest.mark.parametrize(("number", "said"), FAULTS.items())
def test_a_disk_that_refuses_leaves_the_old_file(
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    said: type[InclusionError],
) -> None:
    """It is said in our words, and no half-written file lies about."""
    fail_sync(monkeypatch, number)

    with pytest.raises(said):
        replace(old, NEW)

    assert old.read_bytes() == OLD
    assert names(old.parent) == ["key"]


@pytest.mark.parametrize(("number", "said"), FAULTS.items())
def test_a_disk_that_refuses_leaves_no_new_file(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    said: type[InclusionError],
) -> None:
    """Nothing stands where nothing stood."""
    fail_sync(monkeypatch, number)

    with pytest.raises(said):
        write_new(folder / "key", NEW)

    assert names(folder) == []


def test_another_fault_keeps_its_own_name(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a full or a failed disk has words of ours."""
    fail_sync(monkeypatch, errno.EROFS)

    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        replace(old, NEW)

    assert names(old.parent) == ["key"]


@pytest.mark.parametrize(("number", "said"), FAULTS.items())
def test_a_folder_that_cannot_be_made_durable_leaves_one_whole_file(
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    said: type[InclusionError],
) -> None:
    """The old or the new stands, never a part, and the fault is said."""
    fail_sync(monkeypatch, number, of_folder=True)

    with pytest.raises(said):
        replace(old, NEW)

    assert old.read_bytes() in (OLD, NEW)
    assert names(old.parent) == ["key"]


def test_a_full_disk_that_says_not_saved_has_not_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After "Not saved: the disk is full." the same save can be tried again."""
    fail_sync(monkeypatch, errno.ENOSPC, of_folder=True)
    with pytest.raises(DiskFull):
        write_new(folder / "key", NEW)
    monkeypatch.undo()

    write_new(folder / "key", NEW)

    assert (folder / "key").read_bytes() == NEW


def test_a_place_that_cannot_be_taken_leaves_no_part(folder: Path) -> None:
    """Where a folder has the name, nothing of the file is left lying about."""
    (folder / "key").mkdir()

    with pytest.raises(OSError, match=r"."):
        replace(folder / "key", NEW)

    assert names(folder) == ["key"]


def test_no_folder_is_no_file(tmp_path: Path) -> None:
    """A folder that is missing is said by its own error."""
    with pytest.raises(FileNotFoundError):
        write_new(tmp_path / "nowhere" / "key", NEW)


def test_a_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """With the folders above it; one that is there already is left."""
    made = tmp_path / "above" / "vault"

    make_folder(made)
    make_folder(made)

    assert made.is_dir()
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    """A file has the name."""
    taken = tmp_path / "vault"
    taken.write_bytes(OLD)

    with pytest.raises(NotUnderstood) as refused:
        make_folder(taken)

    assert str(refused.value) == (
        f'The folder "{taken}" cannot be made: File exists. Name another one.'
    )
