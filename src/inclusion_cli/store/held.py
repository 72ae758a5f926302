"""A data key that is held for a while, and for how long."""

from __future__ import annotations

import time
from typing import Protocol

from inclusion_cli.domain.record import record

IDLE_SECONDS = 10 * 60
HARD_SECONDS = 2 * 60 * 60


@record
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


def seconds_left(put_at: float, now: float) -> int:
    """Return how long a key may still be held: the idle time, within the hard end."""
    return min(IDLE_SECONDS, int(put_at + HARD_SECONDS - now))


def steady_now() -> float:
    """Return a clock that nobody can set back and that runs while asleep."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
