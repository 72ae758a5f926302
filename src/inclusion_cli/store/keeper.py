"""Keep a vault unlocked for a while: idle 10 minutes, two hours at the most.

Where Linux has a kernel keyring, the kernel holds the data key and forgets it by
itself. Elsewhere a small agent process holds it. Neither writes it to a disk.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

IDLE_SECONDS = 10 * 60
HARD_SECONDS = 2 * 60 * 60


@dataclass(frozen=True)
class Held:
    """A data key, and for how many seconds more it is held at the most."""

    data_key: bytes
    seconds: int


class Keeper(Protocol):
    """Somewhere that holds a data key for a while."""

    def put(self, vault: str, data_key: bytes) -> bool:
        """Hold a key from now on; say whether it could be done."""

    def get(self, vault: str) -> Held | None:
        """Return a key that is held, and begin its idle time anew."""

    def drop(self, vault: str) -> bool:
        """Forget a key; say whether there was one."""

    def drop_all(self) -> None:
        """Forget the keys of all vaults."""


def keeper(folder: Path) -> Keeper:
    """Return what this computer holds keys with."""
    if sys.platform == "linux":
        from inclusion_cli.store.kernel_keyring import (  # noqa: PLC0415
            KernelKeyring,
            works_here,
        )

        if works_here():
            return KernelKeyring()
    from inclusion_cli.store.agent import AgentKeeper  # noqa: PLC0415 - rarely needed

    return AgentKeeper(folder)


def seconds_left(put_at: float, now: float) -> int:
    """Return how long a key may still be held: the idle time, within the hard end."""
    return min(IDLE_SECONDS, int(put_at + HARD_SECONDS - now))


def steady_now() -> float:
    """Return a clock that nobody can set back and that runs while asleep."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
