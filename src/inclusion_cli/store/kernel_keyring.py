"""The Linux kernel's user keyring, asked directly: no daemon, and expiry by the kernel.

See keyctl(2). Only where the system call numbers are known.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
from functools import cache

from inclusion_cli.store.held import Held, seconds_left, steady_now

# add_key, keyctl
_CALLS = {"x86_64": (248, 250), "aarch64": (217, 219)}
_USER_KEYRING = ctypes.c_int32(-4)
_REVOKE, _SETPERM, _DESCRIBE, _SEARCH, _READ, _SET_TIMEOUT = 3, 5, 6, 10, 11, 15
_OWNER_ALONE = 0x3F3F0000  # possessor and owner; nobody else
_STAMP = struct.Struct("<d")


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _call(number: int, *args: object) -> int:
    result: int = _libc().syscall(number, *args)
    return result


@cache
def works_here() -> bool:
    """Say whether this kernel lets us hold a key and read it back."""
    if platform.machine() not in _CALLS:
        return False
    probe = f"inclusion-probe:{os.getpid()}"
    keyring = KernelKeyring()
    held = keyring.put(probe, b"probe") and keyring.get(probe)
    keyring.drop(probe)
    return bool(held)


class KernelKeyring:
    """Hold data keys in the keyring of this user."""

    def put(self, vault: str, data_key: bytes) -> bool:
        """Hold a key from now on; say whether the kernel took it."""
        now = steady_now()
        payload = _STAMP.pack(now) + data_key
        add_key, keyctl = _CALLS[platform.machine()]
        key = _call(
            add_key,
            b"user",
            _name(vault),
            payload,
            ctypes.c_size_t(len(payload)),
            _USER_KEYRING,
        )
        if key < 0:
            return False
        _call(keyctl, _SETPERM, key, _OWNER_ALONE)
        if _call(keyctl, _SET_TIMEOUT, key, seconds_left(now, now)) == 0:
            return True
        self.drop(vault)  # never a key that nothing forgets
        return False

    def get(self, vault: str) -> Held | None:
        """Return a key that is held, and begin its idle time anew."""
        key = _find(vault)
        if key < 0:
            return None
        buffer = ctypes.create_string_buffer(256)
        keyctl = _CALLS[platform.machine()][1]
        length = _call(keyctl, _READ, key, buffer, ctypes.c_size_t(len(buffer)))
        if length <= _STAMP.size:
            return None
        (put_at,) = _STAMP.unpack(buffer.raw[: _STAMP.size])
        left = seconds_left(put_at, steady_now())
        if left <= 0:
            self.drop(vault)
            return None
        _call(keyctl, _SET_TIMEOUT, key, left)
        return Held(buffer.raw[_STAMP.size : length], left)

    def drop(self, vault: str) -> bool:
        """Forget a key; say whether there was one."""
        key = _find(vault)
        if key < 0:
            return False
        return _call(_CALLS[platform.machine()][1], _REVOKE, key) == 0

    def drop_all(self) -> None:
        """Forget the keys of all vaults."""
        keyctl = _CALLS[platform.machine()][1]
        serials = (ctypes.c_int32 * 1024)()
        size = ctypes.c_size_t(ctypes.sizeof(serials))
        length = _call(keyctl, _READ, _USER_KEYRING, serials, size)
        for key in serials[: max(length, 0) // ctypes.sizeof(ctypes.c_int32)]:
            about = ctypes.create_string_buffer(256)
            _call(keyctl, _DESCRIBE, key, about, ctypes.c_size_t(len(about)))
            if about.value.rpartition(b";")[2].startswith(_name("")):
                _call(keyctl, _REVOKE, key)


def _name(vault: str) -> bytes:
    return f"inclusion:{vault}".encode()


def _find(vault: str) -> int:
    keyctl = _CALLS[platform.machine()][1]
    return _call(keyctl, _SEARCH, _USER_KEYRING, b"user", _name(vault), 0)
