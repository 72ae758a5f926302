"""Work and clocks: a clock may say what it likes, the log is in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.casework.undo import last_save, take_back
from inclusion_cli.clock import Clock
from inclusion_cli.store import log
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.conftest import NOW, new_vault
from tests.store.making import SOMEBODY, save_people

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault


def entries(vault: Vault) -> list[log.Entry]:
    """Return every entry."""
    return [written.entry for written in log.read(vault.connection.cursor())]


@pytest.mark.parametrize(
    ("jump", "flag"),
    [
        (timedelta(0), 0),
        (timedelta(seconds=-119), 0),
        (timedelta(seconds=-121), 1),
        (timedelta(days=-400), 1),
        (timedelta(days=30), 0),
        (timedelta(days=31, seconds=1), 1),
        (timedelta(days=4000), 1),
    ],
)
def test_a_clock_that_jumped_is_flagged(
    vault: Vault, jump: timedelta, flag: int
) -> None:
    """Back by more than two minutes, or ahead by more than 31 days (trust, F10)."""
    save_people(vault, Clock(NOW), "AK-001")

    save_people(vault, Clock(NOW + jump), "AK-002")

    assert [entry.clock_flag for entry in entries(vault)] == [0, flag]


@settings(max_examples=25)
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=6))
def test_no_clock_breaks_the_log(tmp_path_factory: Any, jumps: list[int]) -> None:
    """Set back, set ahead, stopped: order comes from the chain and all of it holds."""
    opened = new_vault(tmp_path_factory.mktemp("clocks") / "v", bytes(32))

    for number, jump in enumerate(jumps):
        save_people(opened, Clock(NOW + timedelta(seconds=jump)), f"AK-{number:03}")

    assert [e.seq for e in entries(opened)] == list(range(1, len(jumps) + 1))
    assert verify(opened).holds
    assert len(Reading(opened).people()) == len(jumps)
    opened.close()


def test_the_time_and_the_zone_are_both_kept(vault: Vault) -> None:
    """The instant is in UTC; how the worker's clock stood is beside it."""
    save_people(vault, Clock(NOW), "AK-001")
    (entry,) = entries(vault)

    recorded = datetime.fromisoformat(entry.recorded_at)
    assert recorded == NOW
    assert recorded.tzinfo == UTC
    assert entry.zone == NOW.astimezone().strftime("%z")


@pytest.mark.parametrize("saves", [2, 3, 5])
def test_saves_at_one_fixed_moment_are_told_apart(vault: Vault, saves: int) -> None:
    """Entries of one save share their moment of recording; two saves never do."""
    for number in range(saves):
        save_people(vault, Clock(NOW), f"AK-{number:03}")

    moments = [entry.recorded_at for entry in entries(vault)]
    assert len(set(moments)) == saves
    assert moments == sorted(moments)


def test_entries_of_one_save_share_their_moment(vault: Vault, clock: Clock) -> None:
    """They are taken back together."""
    with Work(vault, clock, "sam") as work:
        work.add(SOMEBODY, file="file-1")
        work.add(replace(SOMEBODY, code="BK-015"), file="file-1")

    assert len({entry.recorded_at for entry in entries(vault)}) == 1
    with Work(vault, clock, "sam") as work:
        assert len(work.last_written()) == 2


def test_taking_back_takes_the_last_save_and_no_other(vault: Vault) -> None:
    """Three saves at one moment, the last one taken back: two stand."""
    save_people(vault, Clock(NOW), "AK-001", "AK-002", "AK-003")

    with Work(vault, Clock(NOW), "sam") as work:
        assert len(last_save(work).entries) == 1
        take_back(work, last_save(work))

    codes = [kept.record.code for kept in Reading(vault).people()]
    assert codes == ["AK-001", "AK-002"]


def test_the_first_entry_is_never_flagged(tmp_path: Path, data_key: bytes) -> None:
    """There is nothing yet to have jumped from."""
    opened = new_vault(tmp_path / "v", data_key)
    save_people(opened, Clock(datetime(1999, 1, 1, tzinfo=UTC)), "AK-001")

    assert entries(opened)[0].clock_flag == 0
    opened.close()
