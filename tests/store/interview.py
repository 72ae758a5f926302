"""An interview at a terminal, watched; and what stands of it after a crash."""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from inclusion_cli.clock import Clock
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.service import Worker
from inclusion_cli.errors import InclusionError
from inclusion_cli.plain import plain
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.conftest import NOW, new_vault
from tests.store.crashing import Recording, State, recorded
from tests.store.making import SOMEBODY
from tests.store.tracing import clean, strace

if TYPE_CHECKING:
    from pathlib import Path

pexpect = pytest.importorskip("pexpect", reason="needs a POSIX terminal")

SEED = 20261118
DATA_KEY = bytes(range(32))
PROGRAM = """
import sys
from inclusion_cli.store import vault
was, now = "PRAGMA synchronous = EXTRA", "PRAGMA synchronous = {}"
assert was in vault._SETTINGS
vault._SETTINGS = tuple(now if line == was else line for line in vault._SETTINGS)
from inclusion_cli.cli.door import run
sys.exit(run(sys.argv[1:]))
"""
LONG = " and it takes its time" * 80
"""Words enough that the file grows, in a draft and again in the save."""
TYPED = (
    f"A hot chocolate in the corner cafe{LONG}",
    "Days alone in the flat",
    "",
    "Not asked for it yet",
    "The bus at a quarter past eight",
    "1",
    "Gets off early",
    "Looks at the door",
    f"Going at ten{LONG}",
    "",
    "Walks for miles",
    "Says when enough is enough",
    "",
    "",
    "",
    "",
    "2027-02-01",
)
"""What is typed, question by question; Enter alone says that there is no more."""
WORDS = [line for line in TYPED if " " in line]


class Seen(NamedTuple):
    """What stands after a crash."""

    answers: frozenset[str]
    record: str
    draft: bool
    holds: bool


def record(home: Path, synchronous: str = "EXTRA") -> Path:
    """Let somebody write a formulation at a terminal; return the trace of it."""
    log = home.parent / "trace"
    shutil.copytree(home / "practice", home.parent / "first")
    command = ["-c", PROGRAM.format(synchronous), "formulate", "AK-014"]
    words = strace(log, sys.executable, *command, "--practice", "--plain")
    env = clean(home, INCLUSION_NOW=NOW.isoformat())
    child = pexpect.spawn(words[0], words[1:], env=env, encoding="utf-8", timeout=20)
    for number, line in enumerate(TYPED, start=1):
        child.expect(f"Question {number}( of .*)?[.] .*[:>] $")
        child.sendline(line)
    child.expect("save.*[:>] $")
    child.sendline("save")
    child.expect("Saved")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return log


def new_home(folder: Path) -> Path:
    """Return a data folder with one person in the practice vault."""
    opened = new_vault(folder / "home" / "practice", DATA_KEY)
    with Work(opened, Clock(NOW), "setup") as begun:
        begun.add(Worker("Sam", "Key worker"), file="file-0")
    with Work(opened, Clock(NOW), "sam") as work:
        work.add(SOMEBODY, file="file-1")
    opened.close()
    return folder / "home"


def replayed(log: Path) -> Recording:
    """Return what a trace says was done to the vault."""
    return recorded(log, log.parent / "home" / "practice", first_files(log))


def first_files(log: Path) -> dict[str, bytes]:
    """Return the files as they were before the interview."""
    return {path.name: path.read_bytes() for path in (log.parent / "first").iterdir()}


def seen(disk: Path, state: State) -> Seen | str:
    """Return what stands on a disk after a crash, or why nothing can be read."""
    for path in disk.iterdir():
        path.unlink()
    for name, data in state.files.items():
        (disk / name).write_bytes(data)
    try:
        opened = open_vault(disk, DATA_KEY)
    except InclusionError as error:
        return str(error)
    try:
        (draft,) = Drafts(opened, Clock(NOW)).all() or (None,)
        found = Reading(opened).all(Formulation)
        answers = draft.answers.values() if draft else ()
        said = frozenset(answer for answer in answers if answer)
        whole = repr([plain(kept.record) for kept in found])
        return Seen(said, whole, draft is not None, verify(opened).holds)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
        return f"{type(error).__name__}: {error}"
    finally:
        opened.close()


def wrong(state: State, found: Seen | str) -> str:
    """Return what was lost, "" for nothing."""
    if isinstance(found, str):
        return found
    shown = [int(n) for n in re.findall(rb"Question (\d+)[. ]", state.said)]
    acknowledged = TYPED[: max(shown, default=1) - 1]
    due = {line for line in acknowledged if line in WORDS}
    record_whole = all(word in found.record for word in WORDS)
    if not found.holds:
        return "verify does not hold"
    if b"Saved" in state.said and not record_whole:
        return "the saved record is gone"
    if found.record != "[]":
        return "" if record_whole and not found.draft else "half a save"
    lost = due - found.answers
    return f"lost: {sorted(lost)}" if lost else ""


def simulated(
    recording: Recording, disk: Path, variants: int, share: float = 1.0
) -> list[str]:
    """Try states; return what was wrong, and say how many were tried."""
    chance = Random(SEED)  # noqa: S311 - the same in every run
    moments = [n for n in range(len(recording.ops) + 1) if chance.random() < share]
    known: dict[str, Seen | str] = {}
    tried, faults = 0, []
    for state in recording.states(moments, variants, chance):
        tried += 1
        if (key := fingerprint(state)) not in known:
            known[key] = seen(disk, state)
        if fault := wrong(state, known[key]):
            faults.append(f"at operation {state.moment}: {fault[:70]}")
    sys.stdout.write(
        f"{tried:,} states ({len(known):,} different) of {len(recording.ops):,} "
        f"operations, seed {SEED}: {len(faults):,} faults\n"
    )
    return faults


def fingerprint(state: State) -> str:
    """Return what two states with the same files have in common."""
    whole = hashlib.sha256()
    for name, data in sorted(state.files.items()):
        whole.update(f"{name} {len(data)} ".encode() + data)
    return whole.hexdigest()
