"""The power goes at any moment of an amendment or a move: all is kept, or nothing.

CRASH_VARIANTS=20 .venv/bin/python -m pytest tests/store/test_crash_mending.py -m long
"""

from __future__ import annotations

import os
import shutil
import sys
from random import Random
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.errors import InclusionError
from inclusion_cli.store import keys
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.conftest import NOW
from tests.store import tracing
from tests.store.crashing import recorded
from tests.store.interview import SEED, fingerprint, first_files

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault
    from tests.store.crashing import State

PROGRAM = (
    "import sys; from inclusion_cli.cli.door import run; sys.exit(run(sys.argv[1:]))"
)
MOVE = ("--step", "1", "--reason", "wrong name", "--confirm", "PR-003")
MEND = ("--reason", "typing error", "--note", "mended")
Stands = tuple[str, bool, str]


class Pulled(Exception):
    """The plug."""


def test_a_move_that_breaks_off_has_moved_nothing(
    vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written in the right file and not yet void in the wrong one: neither is kept."""
    from inclusion_cli.domain.debrief import Outcome

    said = Debrief("step-1", NOW, Outcome.ATTENDED_FULL)
    with Work(vault, clock, "sam") as work:
        kept = work.add(said, file="file-1")

    def pulled(*_args: object) -> None:
        raise Pulled

    monkeypatch.setattr(Work, "_void", pulled)
    with pytest.raises(Pulled), Work(vault, clock, "sam") as work:
        work.refile(kept, said, file="file-2", reason="slip", left="moved")

    assert [found.file for found in Reading(vault).all(Debrief)] == ["file-1"]
    assert verify(vault).holds


@pytest.mark.long
@tracing.needs_strace
@pytest.mark.parametrize("act", ["refile", "amend"])
def test_no_crash_leaves_half_of_it(cases: Path, tmp_path: Path, act: str) -> None:
    """One debrief stands, in one file, as it was or as it was made."""
    practice = cases / "practice"
    before = standing(practice)
    record = before[2]
    log = tmp_path / "trace"
    shutil.copytree(practice, tmp_path / "first")
    told = (record, "PR-003", *MOVE) if act == "refile" else (record, *MEND)
    words = (sys.executable, "-c", PROGRAM, act, *told, "--practice", "--no-input")
    env = tracing.clean(cases, INCLUSION_NOW=NOW.isoformat())
    tracing.run(log, *words, env=env, stdin="")
    after = standing(practice)
    assert after != before

    recording = recorded(log, practice, first_files(log))
    chance, disk = Random(SEED), tmp_path / "disk"  # noqa: S311 - the same in every run
    disk.mkdir()
    variants = int(os.environ.get("CRASH_VARIANTS", "4"))
    moments = list(range(len(recording.ops) + 1))
    known: dict[str, Stands | str] = {}
    for state in recording.states(moments, variants, chance):
        if (key := fingerprint(state)) not in known:
            known[key] = seen(disk, state)
        assert known[key] in (before, after), state.moment
        if b"To take it back" in state.said:
            assert known[key] == after

    assert {before, after} <= set(known.values())


def standing(practice: Path) -> Stands:
    """Return the file, the mending and the id of the one debrief this is about."""
    opened = open_vault(practice, keys.open_practice(read_key(practice)))
    try:
        assert verify(opened).holds
        found = [
            kept
            for kept in Reading(opened).all(Debrief)
            if kept.record.words.startswith("I said they were staring")
        ]
        (kept,) = found
        return kept.file, kept.record.note == "mended", kept.id
    finally:
        opened.close()


def seen(disk: Path, state: State) -> Stands | str:
    """Return what stands on a disk after a crash, or why nothing can be read."""
    for path in disk.iterdir():
        path.unlink()
    for name, data in state.files.items():
        (disk / name).write_bytes(data)
    try:
        return standing(disk)
    except (InclusionError, AssertionError, ValueError) as error:
        return str(error) or type(error).__name__
