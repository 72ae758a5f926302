"""Whose turn it is with a draft: one window at a time.

A window that is open holds a byte of one empty file. The system lets go of it when the
program ends, however it ends, so that a crash leaves nothing locked. Nothing is written
into the file; where in it a draft's byte is says nothing about whose draft it is.
"""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from inclusion_cli.files import OWNER_ONLY

if TYPE_CHECKING:
    from pathlib import Path

FILE = "drafts.lock"
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class Turns:
    """Hold drafts for this window until it is closed."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._handle: int | None = None
        self._held: set[int] = set()

    def take(self, subject: str, form: str) -> bool:
        """Hold a draft; say whether no other window has it.

        Where the disk knows no locks, nobody can tell, and it is held.
        """
        place = _place(subject, form)
        if place in self._held:
            return True
        try:
            if self._handle is None:
                flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0)
                self._handle = os.open(self._path, flags, OWNER_ONLY)
            _lock(self._handle, place)
        except OSError as error:
            if error.errno in _TAKEN:
                return False
        self._held.add(place)
        return True

    def close(self) -> None:
        """Let go of all of them."""
        if self._handle is not None:
            with suppress(OSError):
                os.close(self._handle)
        self._handle = None
        self._held.clear()


def _place(subject: str, form: str) -> int:
    """Return which byte stands for a draft; the file stays empty."""
    told = f"inclusion/turn/v1/{subject}/{form}".encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:4], "big") >> 2


def _lock(handle: int, place: int) -> None:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        import msvcrt  # noqa: PLC0415 - on Windows alone

        os.lseek(handle, place, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        return
    fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
