"""How far a long work is, said on standard error once it takes over a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TypeVar

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")
EVERY_SECONDS = 1.0


def told_every_second(things: Sequence[T], what: str) -> Iterator[T]:
    """Return things one by one, and say each second how many are done."""
    said = time.monotonic()
    for number, thing in enumerate(things):
        if time.monotonic() - said >= EVERY_SECONDS:
            said = time.monotonic()
            line = say("{what}: {n} of {all}.", what=what, n=number, all=len(things))
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()
        yield thing
