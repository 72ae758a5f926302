"""Measure what the project promises of speed, as ratios within one run.

    python benchmarks/run.py

Prints each figure beside its limit; exits 1 where one is over it. Times are medians of
interleaved runs; long ones are the best of three. Bytecode is compiled first, as an
installed program has it. The speed of this computer is printed as a yardstick.
"""

from __future__ import annotations

import compileall
import gc
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import audit
import years
from timing import interleaved, run, timed

import inclusion_cli
from inclusion_cli.casework.debrief import record_debrief
from inclusion_cli.casework.pack_review import make_pack
from inclusion_cli.clock import Clock
from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.plain import canonical, plain
from inclusion_cli.store import keys, log
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.store.vault import Vault

RUNS = 21
SAVES = 40
BEST_OF = 3
ENTRIES = 40_000
HASHES = 600_000
MIB = 1024 * 1024


def main() -> int:
    """Run every benchmark; return 1 where a limit is passed."""
    compileall.compile_dir(str(Path(inclusion_cli.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INCLUSION_HOME"] = folder
        _inclusion("demo")
        found = [*start_up(), *papers(Path(folder)), *verifying(Path(folder))]
        _inclusion("demo", "--reset")
        found += [*saving(Path(folder)), *memory()]
    found += years.main()
    found += audit.main()
    print(f"yardstick: 600,000 SHA-256 of 600 bytes in {yardstick():.2f} s")
    over = False
    for name, value, unit, limit, at_most in found:
        good = value <= limit if at_most else value >= limit
        over |= not good
        sign = "at most" if at_most else "at least"
        mark = "ok " if good else "OVER"
        print(f"{mark} {name}: {value:,.2f} {unit} ({sign} {limit:,})")
    return int(over)


def yardstick() -> float:
    """Return the seconds this computer takes for the hashing a verify is made of."""
    return _best(lambda: [hashlib.sha256(bytes(600)).digest() for _n in range(HASHES)])


Figure = tuple[str, float, str, float, bool]


# --- start-up -----------------------------------------------------------------------


def start_up() -> list[Figure]:
    """Return home and help, as multiples of a Python that does nothing."""
    program = str(Path(sys.executable).with_name("inclusion"))
    commands = {
        "pass": [sys.executable, "-c", "pass"],
        "home": [program, "--practice"],
        "help": [program, "--help"],
    }
    times = interleaved({k: lambda c=c: run(c) for k, c in commands.items()}, RUNS)  # type: ignore[misc]
    bare = times["pass"]
    return [
        ("home, x python -c pass", times["home"] / bare, "x", 10, True),
        ("--help, x python -c pass", times["help"] / bare, "x", 7, True),
    ]


def _inclusion(*words: str) -> None:
    run([str(Path(sys.executable).with_name("inclusion")), *words])


# --- saving -------------------------------------------------------------------------


def saving(home: Path) -> list[Figure]:
    """Return what saving a debrief takes against the bare commits it needs."""
    vault = _opened(home)
    reading, clock = Reading(vault), Clock()
    case = reading.casefile(reading.people()[0].file)
    step = case.steps[1].id
    moment = iter(range(10_000))

    def debrief() -> Debrief:
        at = clock.now() - timedelta(minutes=next(moment))
        return Debrief(step, at, Outcome.ATTENDED_FULL, worry_peak=5, concerns=())

    def save() -> None:
        record = debrief()
        with Work(vault, clock, "bench") as work:
            record_debrief(work, case, record, {})

    def bare_save() -> None:
        _bare_save(vault, case.person.file, debrief())

    drafts = Drafts(vault, clock)
    drafts.begin(case.person.file, "bench", 1, {})
    answer = iter(range(10_000))

    def keep() -> None:
        drafts.keep(case.person.file, "bench", f"key{next(answer)}", "7")

    def bare_keep() -> None:
        _bare_keep(vault, case.person.file, f"key{next(answer)}")

    for act in (save, bare_save, keep, bare_keep):
        act()
    times = interleaved(
        {"save": save, "bare": bare_save, "keep": keep, "bare keep": bare_keep}, SAVES
    )
    whole = times["save"] + 8 * times["keep"]
    bare = times["bare"] + 8 * times["bare keep"]
    vault.close()
    return [
        ("a debrief, 8 answers and the save, x bare", whole / bare, "x", 1.5, True),
        (
            "its save alone, x one bare commit",
            times["save"] / times["bare"],
            "x",
            9,
            True,
        ),
    ]


def _bare_save(vault: Vault, file: str, record: Debrief) -> None:
    """Do with plain SQL what saving must: an entry, a body, a view, a draft."""
    cursor, body = vault.connection.cursor(), canonical(plain(record))
    seq, previous = log.tip(cursor, vault.id, vault.device)
    entry_id, now = Clock().new_id(), datetime.now().astimezone().isoformat()
    cursor.execute("BEGIN IMMEDIATE")
    row = (file, entry_id, "debrief", 1, entry_id, vault.device, seq + 1, previous,
           "bench", now, now, "+0000", 0, "[]", "", "0" * 64)  # fmt: skip
    digest = log.Entry(*row).hash()
    cursor.execute(
        "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?)",
        (*row, digest),
    )
    n = cursor.lastrowid
    cursor.execute("INSERT INTO entry_body VALUES (?, ?, ?)", (n, "0" * 64, body))
    cursor.execute(
        "INSERT INTO debriefview (record, n, entry, file, author, happened_at, "
        "recorded_at, amended, forks, settled) "
        "VALUES (?, ?, ?, ?, 'bench', ?, ?, 0, 1, 0)",
        (entry_id, n, entry_id, file, now, now),
    )
    cursor.execute("DELETE FROM draft WHERE subject = 'none'")
    cursor.execute("COMMIT")


def _bare_keep(vault: Vault, file: str, key: str) -> None:
    vault.connection.execute(
        "INSERT INTO draft_answer VALUES (?, 'bench', ?, 'answered', '7', 'now')",
        (file, key),
    )


# --- papers -------------------------------------------------------------------------


def papers(home: Path) -> list[Figure]:
    """Return what a pack of twelve pages takes, from the file to both papers."""
    vault = _opened(home)
    reading, now = Reading(vault), Clock().now()
    file = reading.people()[1].file
    with Work(vault, Clock(), "bench") as work:
        _fill_twelve_weeks(work, file, now)
    took, made = _one_pack(vault, file, now)
    again = _best(lambda: _one_pack(vault, file, now))
    from pypdf import PdfReader

    Path(home / "pack.pdf").write_bytes(made["pdf"])
    pages = len(PdfReader(home / "pack.pdf").pages)
    vault.close()
    return [
        ("pages of the pack", pages, "pages", 12, False),
        ("that pack with its charts, first in its process", took, "s", 1, True),
        ("that pack again", again, "s", 1, True),
    ]


def _one_pack(vault: Vault, file: str, now: datetime) -> tuple[float, dict[str, bytes]]:
    """Return how long a pack takes from its file to Markdown and PDF, and both."""
    start = time.perf_counter()
    pack = make_pack(Reading(vault), file, now=now, since=None)
    from inclusion_cli.documents import pack as packs

    made = packs.papers(pack)
    return time.perf_counter() - start, made


def _fill_twelve_weeks(work: Work, file: str, now: datetime) -> None:
    """Write a session every other day and a night every day, in whole sentences."""
    step = work.casefile(file).steps[0].id
    for number in range(84):
        at = now - timedelta(days=84 - number, hours=3)
        slept = Observation(Seen.SLEEP, at, minutes_slept=300 + 7 * number % 200)
        work.add(slept, file=file, happened_at=at)
        if number % 2 == 0:
            told = Debrief(
                step,
                at,
                Outcome.ATTENDED_FULL,
                worry_before=8 - number // 14,
                worry_peak=9 - number // 14,
                worry_after=6 - number // 14,
                concerns=(),
                words="It was loud at first, and then nobody looked at me. I stayed.",
                went_well="She chose the seat and read the sign aloud before we went.",
                helped="Naming what is seen",
            )
            work.add(told, file=file, happened_at=at)


# --- verifying ----------------------------------------------------------------------


def verifying(home: Path) -> list[Figure]:
    """Return how fast every hash, link and view of a long log is proved."""
    vault = _opened(home)
    cursor, file = vault.connection.cursor(), Reading(vault).people()[0].file
    _grow(vault, file)
    proved = verify(vault)
    assert proved.holds, proved.faults
    took = _best(lambda: verify(vault))
    entries = log.count(cursor)
    vault.close()
    print(f"verify: {entries / took:,.0f} entries a second")
    hashed = yardstick() / HASHES
    return [("verify, an entry, x one hash", took / entries / hashed, "x", 40, True)]


def _grow(vault: Vault, file: str) -> None:
    """Write many debriefs at once, then fold the views anew."""
    from inclusion_cli.store.views import rebuild

    cursor, clock = vault.connection.cursor(), Clock()
    seq, previous = log.tip(cursor, vault.id, vault.device)
    now = clock.now()
    cursor.execute("BEGIN IMMEDIATE")
    for number in range(1, ENTRIES + 1):
        at = now - timedelta(minutes=number)
        body = canonical(plain(Debrief("step", at, Outcome.ATTENDED_FULL)))
        entry_id, salt = clock.new_id(), log.new_salt()
        entry = log.Entry(
            file, entry_id, "debrief", 1, entry_id, vault.device, seq + number,
            previous, "bench", at.isoformat(), now.isoformat(), "+0000", 0, "[]", "",
            log.commitment(salt, body),
        )  # fmt: skip
        previous = log.append(cursor, entry, salt=salt, body=body)
    cursor.execute("COMMIT")
    rebuild(vault)


# --- memory -------------------------------------------------------------------------


def memory() -> list[Figure]:
    """Return the most memory home and a pack take, in their own processes."""
    home = _peak("run(['--practice'])")
    pack = _peak("run(['review', 'PR-001', '--practice', '--pack-only'])")
    return [
        ("home, memory", home, "MiB", 60, True),
        ("a pack, memory", pack, "MiB", 200, True),
    ]


def _peak(call: str) -> float:
    """Return the peak of a process of its own, in MiB.

    On Linux it is read from /proc: what getrusage tells includes the parent, up to the
    moment the program is loaded.
    """
    code = f"""
import os, resource, sys
from inclusion_cli.cli.door import run
{call}
if os.path.exists("/proc/self/status"):
    (line,) = [l for l in open("/proc/self/status") if l.startswith("VmHWM")]
    peak = int(line.split()[1]) * 1024
else:
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
sys.stderr.write(str(peak))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return int(ran.stderr.split()[-1]) / MIB


# --- help ---------------------------------------------------------------------------


def _best(act: Callable[[], object]) -> float:
    """Return the least seconds of a few runs, the collector off as in a command."""
    gc.disable()
    try:
        return min(timed(act) for _run_number in range(BEST_OF))
    finally:
        gc.enable()


def _opened(home: Path) -> Vault:
    folder = home / "practice"
    return open_vault(folder, keys.open_practice(read_key(folder)))


if __name__ == "__main__":
    raise SystemExit(main())
