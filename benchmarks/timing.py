"""How acts are timed: interleaved, as medians, each command in its own process."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def run(command: list[str], env: Mapping[str, str] | None = None) -> None:
    """Run a command to its end, with bytecode as an installed program has it."""
    own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        command, env={**own, **(env or {})}, check=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def interleaved(acts: Mapping[str, Callable[[], None]], runs: int) -> dict[str, float]:
    """Return the median seconds of each act, run in turns."""
    times: dict[str, list[float]] = {name: [] for name in acts}
    for act in acts.values():
        act()
    for _number in range(runs):
        for name, act in acts.items():
            times[name].append(timed(act))
    return {name: statistics.median(found) for name, found in times.items()}


def timed(act: Callable[[], object]) -> float:
    """Return the seconds an act takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
