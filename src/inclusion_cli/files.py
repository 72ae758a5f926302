"""Files written whole or not at all, for their owner alone."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from inclusion_cli.errors import DiskFailed, DiskFull, NotUnderstood
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWNER_ONLY = 0o600
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def replace(path: Path, data: bytes) -> None:
    """Put `data` in place of the file: after any crash, the old or the new stands.

    Raises DiskFull or DiskFailed; then the old file stands.
    """
    part = _written_beside(path, data)
    try:
        with honest_disk():
            part.replace(path)
            settle(path.parent)
    finally:
        part.unlink(missing_ok=True)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet. Raises FileExistsError if it does.

    Raises DiskFull or DiskFailed; then there is no file.
    """
    part = _written_beside(path, data)
    try:
        with honest_disk():
            _link(part, path)
            _settle_or_remove(path)
    finally:
        part.unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone. Raises NotUnderstood where that fails."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NotUnderstood(
            say(
                'The folder "{folder}" cannot be made: {strerror}. Name another one.',
                folder=folder,
                strerror=error.strerror,
            )
        ) from None


@contextmanager
def honest_disk() -> Iterator[None]:
    """Turn what the disk says into our words: full, or failed."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from None
        if error.errno == errno.EIO:
            raise DiskFailed from None
        raise


def _written_beside(path: Path, data: bytes) -> Path:
    part = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with honest_disk(), os.fdopen(os.open(part, flags, OWNER_ONLY), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _link(part: Path, path: Path) -> None:
    """Give the part its name, refusing one that is taken."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # FAT sticks and some network folders have no links
        if path.exists():
            raise FileExistsError(errno.EEXIST, "File exists", str(path)) from None
        part.rename(path)


def _settle_or_remove(path: Path) -> None:
    """Make a new name durable; a file that is said to be not saved is not there."""
    try:
        settle(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def no_memory_dump() -> None:
    """Let no crash of this process write its memory to the disk."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def settle(folder: Path) -> None:
    """Make the names in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
