"""The monthly audit of 300 people and a year, in seconds and in memory.

    python benchmarks/audit.py

The whole command is measured, with the log verified: the processor's time, so that what
else this computer does is not counted. There are half as many entries again as the
40,000 that were promised for. The memory is that of 300 people against 100 of them:
files are read one by one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests import lives

if TYPE_CHECKING:
    import resource

PEOPLE, FEWER, WEEKS = 300, 100, 52
ONE_A_WEEK = (1,)
SECONDS = 10
FOUND = (0, 30)
Figure = tuple[str, float, str, float, bool]


def main() -> list[Figure]:
    """Return the figures of the audit."""
    with tempfile.TemporaryDirectory() as folder:
        took, peak = _audited(Path(folder) / "many", PEOPLE)
        _took, less = _audited(Path(folder) / "fewer", FEWER)
    return [
        (f"audit of {PEOPLE} people and a year", took, "s", SECONDS, True),
        (f"its memory against {FEWER} people", peak / less, "x", 1.5, True),
    ]


def _audited(home: Path, people: int) -> tuple[float, float]:
    """Return the seconds and the most memory of one audit of so many people."""
    now = datetime.now().astimezone() - timedelta(minutes=1)
    vault = home / "practice"
    entries = lives.lived(vault, people=people, weeks=WEEKS, now=now, days=ONE_A_WEEK)
    print(f"{people} people: {entries:,} entries")
    program = str(Path(sys.executable).with_name("inclusion"))
    own = {**os.environ, "INCLUSION_HOME": str(home)}
    asked = [program, "audit", "--month", "last", "--practice", "--json"]
    child = subprocess.Popen(asked, env=own, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in FOUND:
        raise SystemExit("the audit did not run")
    return used.ru_utime + used.ru_stime, _mib(used)


def _mib(used: resource.struct_rusage) -> float:
    """Return the most memory that was used, in MiB; macOS counts in bytes."""
    scale = 1024 if sys.platform == "darwin" else 1
    return used.ru_maxrss / 1024 / scale


if __name__ == "__main__":
    for name, value, unit, limit, _at_most in main():
        print(f"{name}: {value:.2f} {unit} (at most {limit})")
