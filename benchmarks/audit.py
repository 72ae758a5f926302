"""The monthly audit of 300 people and a year, in seconds and in memory.

    python benchmarks/audit.py

The whole command is measured, with every chain of the log checked. It is the time of
the processor: what else this computer does is not counted. There are half as many
entries again as the 40,000 that were promised for. The memory is that of 300 people
against 100 of them: files are read one by one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests import lives

PEOPLE, FEWER, WEEKS = 300, 100, 52
ONE_A_WEEK = (1,)
SECONDS, TIMES = 10, 1.5
STATUS = "/proc/self/status"
"""Where Linux tells the most memory a process had; elsewhere it is not measured."""
RUN = """
import json, os, re, sys, time
from inclusion_cli.cli import door
code = door.run(["audit", "--month", "last", "--practice", "--json"])
told = open(sys.argv[1]).read() if os.path.exists(sys.argv[1]) else "VmHWM: 0"
peak = int(re.search(r"VmHWM:\\s+(\\d+)", told)[1])
json.dump([code, time.process_time(), peak], sys.stderr)
"""
Figure = tuple[str, float, str, float, bool]


def main() -> list[Figure]:
    """Return the figures of the audit."""
    with tempfile.TemporaryDirectory() as folder:
        took, peak = _audited(Path(folder) / "many", PEOPLE)
        _took, less = _audited(Path(folder) / "fewer", FEWER)
    time: Figure = (f"audit of {PEOPLE} people and a year", took, "s", SECONDS, True)
    if not less:
        print("The memory of a process cannot be read here: not compared")
        return [time]
    return [time, (f"its memory, {FEWER} people's", peak / less, "x", TIMES, True)]


def _audited(home: Path, people: int) -> tuple[float, float]:
    """Return the seconds and the most memory, in KiB, of an audit of so many people."""
    now = datetime.now().astimezone() - timedelta(minutes=1)
    vault = home / "practice"
    entries = lives.lived(vault, people=people, weeks=WEEKS, now=now, days=ONE_A_WEEK)
    print(f"{people} people: {entries:,} entries")
    ran = subprocess.run(
        [sys.executable, "-c", RUN, STATUS],
        env={**os.environ, "INCLUSION_HOME": str(home)},
        check=True,
        capture_output=True,
        text=True,
    )
    code, took, peak = json.loads(ran.stderr)
    if code not in (0, 30):
        raise SystemExit("the audit did not run")
    return took, peak


if __name__ == "__main__":
    for name, value, unit, limit, _at_most in main():
        print(f"{name}: {value:.2f} {unit} (at most {limit})")
