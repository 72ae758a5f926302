"""Measure that a commissioner's pack of ten thousand people needs no more memory.

    python benchmarks/commissioner.py

Makes two practice vaults, of a thousand and of ten thousand people with a few entries
each, and makes the whole pack of each (Markdown, PDF, CSV) in a process of its own.
Prints the most memory of both and their ratio; exits 1 where it is over the limit.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from datetime import time as hour
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.lives import SERVICE, Writer

from inclusion_cli.casework.service import set_up_service
from inclusion_cli.clock import Clock
from inclusion_cli.domain.debrief import Debrief, Outcome, Session
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Plan, Step
from inclusion_cli.shipped import starters
from inclusion_cli.store import keys
from inclusion_cli.store.vault import create
from inclusion_cli.store.views import rebuild
from inclusion_cli.store.work import Work

FEW, MANY = 1_000, 10_000
LIMIT = 1.5
SESSIONS = 4
SEED = 20261130
MAKE = """
import sys
from pathlib import Path
from inclusion_cli.cli import door
code = door.run(sys.argv[1:])
told = Path("/proc/self/status").read_text().split("VmHWM:")[1]
print("peak", told.split()[0], file=sys.stderr)
sys.exit(code)
"""
"""Linux keeps there the most memory of this program; `ru_maxrss` counts its maker."""
PACK = (
    "pack", "commissioner", "--practice", "--recipient", "A council", "--purpose",
    "the yearly report", "--no-input", "--out",
)  # fmt: skip


def main() -> int:
    """Measure both vaults; return 1 where the limit is passed."""
    peaks = {people: _peak(people) for people in (FEW, MANY)}
    ratio = peaks[MANY] / peaks[FEW]
    print(f"memory of {MANY} people: {ratio:.2f} of that of {FEW}, limit {LIMIT}")
    return int(ratio > LIMIT)


def _peak(people: int) -> float:
    """Return the most memory, in MiB, that the pack of so many people takes."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        began = time.monotonic()
        _lived(home / "practice", people)
        made = time.monotonic()
        env = {**os.environ, "INCLUSION_HOME": folder}
        command = [sys.executable, "-c", MAKE, *PACK, str(home / "out")]
        ran = subprocess.run(
            command, check=False, env=env, capture_output=True, text=True
        )
        if ran.returncode:
            raise SystemExit(ran.stdout + ran.stderr)
        peak = int(ran.stderr.rpartition("peak ")[2]) / 1024
    took = time.monotonic() - made
    print(
        f"{people} people: {peak:.0f} MiB, {took:.0f} s, {took / people * 1000:.1f} ms "
        f"each (vault made in {made - began:.0f} s)"
    )
    return peak


def _lived(folder: Path, people: int) -> None:
    """Make a practice vault of so many people with a step and some sessions each."""
    now = datetime.now().astimezone()
    data_key = bytes(range(32))
    key = keys.seal_for_practice(data_key, vault="pack")
    vault = create(folder, key, data_key, device="pack", made_at=now.isoformat())
    rebuild(vault)
    with Work(vault, Clock(now), "") as work:
        set_up_service(work, SERVICE)
    writer, criteria = Writer(vault, now), starters()[0].criteria
    vault.connection.execute("BEGIN IMMEDIATE")
    for number in range(1, people + 1):
        _person(writer, number, now, criteria)
    vault.connection.execute("COMMIT")
    rebuild(vault)
    vault.close()


def _person(writer: Writer, number: int, now: datetime, criteria: Any) -> None:
    chance = random.Random(f"{SEED}-{number}")  # noqa: S311 - not a secret
    file = writer.clock.new_id()
    first = now - timedelta(days=80)
    writer.write(Person(f"PX-{number:05}", f"Practice {number}", "P"), file, first)
    plan = writer.write(Plan("A tea in the cafe", 2, 56), file, first)[0]
    step = writer.write(
        Step(plan, 1, "A walk", f"Path {number % 7}", "10am", 30, 6, (), criteria),
        file,
        first,
    )[0]
    start = Decision(step, Choice.START, first.date(), step, agreed_with="All")
    writer.write(start, file, first)
    for week in range(SESSIONS):
        day = first.date() + timedelta(days=1 + week * 18)
        at = datetime.combine(day, hour(10)).astimezone()
        session = writer.write(Session(step, at), file, at)[0]
        went = chance.random() < 0.8
        writer.write(
            Debrief(
                step=step,
                at=at,
                outcome=Outcome.ATTENDED_FULL if went else Outcome.CHOSE_NOT_TO,
                session=session,
                worry_before=chance.randint(2, 8) if went else None,
                worry_peak=chance.randint(3, 9) if went else None,
                signs=(),
                concerns=(),
                contacts=(day,) if chance.random() < 0.03 else (),
            ),
            file,
            at,
        )


if __name__ == "__main__":
    sys.exit(main())
