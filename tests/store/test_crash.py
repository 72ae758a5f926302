"""The power goes at any moment of an interview: nothing acknowledged is lost.

A small sample runs always. The whole, and as many states as wanted:

    CRASH_VARIANTS=20 .venv/bin/python -m pytest tests/store/test_crash.py -m long -s
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.store.folder import DATABASE, PAGE
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.store.interview import (
    DATA_KEY,
    LONG,
    WORDS,
    new_home,
    record,
    replayed,
    simulated,
)
from tests.store.making import SOMEBODY
from tests.store.tracing import calls, needs_strace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.clock import Clock

pytestmark = needs_strace

WRITES = ("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendto", "sendmsg")
CLEAR = [word[:18].encode() for word in WORDS]


class Pulled(Exception):
    """The plug."""


@pytest.fixture(scope="module")
def disk() -> Iterator[Path]:
    """Return a folder in memory where there is one: states come by thousands."""
    memory = Path("/dev/shm")  # noqa: S108
    where = memory if memory.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="crash-", dir=where) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the trace of an interview, as the program is."""
    return record(new_home(tmp_path_factory.mktemp("crash")))


# --- the sample that always runs ----------------------------------------------------


def test_a_sample_of_crashes_loses_nothing_acknowledged(log: Path, disk: Path) -> None:
    """An answer is acknowledged when the next question is on the screen."""
    assert simulated(replayed(log), disk, variants=4, share=0.15) == []


def test_the_sample_has_teeth(disk: Path, tmp_path: Path) -> None:
    """The same with `synchronous` lowered by one step must lose answers."""
    weaker = record(new_home(tmp_path), "FULL")

    faults = simulated(replayed(weaker), disk, variants=4, share=0.1)

    assert [fault for fault in faults if "lost" in fault]


def test_no_word_that_was_typed_is_written_in_the_clear(log: Path) -> None:
    """Drafts, journal and save: not one write to any file holds a word of it."""
    written = [call for call in calls(log) if call.name in WRITES]
    told = [call for call in written if not call.path.startswith("/dev/pts/")]

    assert any(call.path.endswith("vault.db-journal") for call in told)
    for call in told:
        assert not any(word in text for text in call.texts for word in CLEAR), call.path


def test_a_file_torn_while_it_grew_is_mended_by_its_journal(
    tmp_path: Path, clock: Clock
) -> None:
    """A last page half written is no damage while the journal beside it can undo it."""
    folder, torn = new_home(tmp_path) / "practice", tmp_path / "torn"
    whole = (folder / DATABASE).stat().st_size
    opened = open_vault(folder, DATA_KEY)
    opened.connection.execute("PRAGMA cache_size = 5")
    with pytest.raises(Pulled), Work(opened, clock, "sam") as work:  # noqa: PT012
        for number in range(40):
            work.add(replace(SOMEBODY, name=LONG), file=f"{number:036}")
        shutil.copytree(folder, torn)
        raise Pulled
    opened.close()
    assert (torn / DATABASE).stat().st_size > whole + PAGE
    os.truncate(torn / DATABASE, (torn / DATABASE).stat().st_size - 512)

    mended = open_vault(torn, DATA_KEY)

    assert verify(mended).holds
    assert [kept.record for kept in Reading(mended).people()] == [SOMEBODY]
    mended.close()


# --- the whole ----------------------------------------------------------------------


@pytest.mark.long
def test_no_crash_at_all_loses_anything_acknowledged(log: Path, disk: Path) -> None:
    """Every operation is a moment the power goes, each in CRASH_VARIANTS ways."""
    variants = int(os.environ.get("CRASH_VARIANTS", "20"))

    assert simulated(replayed(log), disk, variants) == []


@pytest.mark.long
@pytest.mark.parametrize("synchronous", ["FULL", "NORMAL", "OFF"])
def test_every_weaker_setting_loses_answers(
    disk: Path, tmp_path: Path, synchronous: str
) -> None:
    """A simulator that cannot fail is no evidence (trust reference, decision 14)."""
    weaker = record(new_home(tmp_path), synchronous)

    faults = simulated(replayed(weaker), disk, variants=6, share=0.5)

    assert [fault for fault in faults if "lost" in fault]
