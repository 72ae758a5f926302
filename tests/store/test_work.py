"""One unit of work: everything in it is kept, or nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.casework.undo import last_save, take_back
from inclusion_cli.clock import Clock
from inclusion_cli.domain.person import Person
from inclusion_cli.errors import ChangedMeanwhile, NothingFound
from inclusion_cli.store import log
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.conftest import NOW, new_vault
from tests.store.making import SOMEBODY, save_people

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.kept import Kept


class Interrupted(Exception):
    """Something went wrong in the middle."""


def entries(vault: Vault) -> list[log.Entry]:
    """Return every entry."""
    return [written.entry for written in log.read(vault.connection.cursor())]


def somebody(vault: Vault) -> Kept[Person]:
    """Return the one person there is."""
    (kept,) = Reading(vault).people()
    return kept


# --- all or nothing ---------------------------------------------------------------------


@pytest.mark.parametrize("error", [Interrupted, KeyboardInterrupt, SystemExit])
def test_an_error_inside_leaves_nothing(
    vault: Vault, clock: Clock, error: type[BaseException]
) -> None:
    """Neither entry, nor view, nor a draft that was cleared: the draft is there."""
    drafts = Drafts(vault, clock)
    drafts.begin("", "person_add", 1, {})
    drafts.keep("", "person_add", "name", "Amina Khan")
    before = drafts.find("", "person_add")

    with pytest.raises(error), Work(vault, clock, "sam") as work:
        work.add(SOMEBODY, file=work.new_file())
        work.clear_draft("", "person_add")
        raise error

    assert entries(vault) == []
    assert Reading(vault).people() == ()
    assert drafts.find("", "person_add") == before
    assert not vault.connection.in_transaction


def test_the_draft_goes_in_the_same_transaction(
    vault: Vault, clock: Clock, data_key: bytes
) -> None:
    """Another window sees the draft and no record, then the record and no draft."""
    drafts, window = Drafts(vault, clock), open_vault(vault.folder, data_key)
    drafts.begin("", "person_add", 1, {})

    def seen() -> tuple[int, int]:
        return len(Drafts(window, clock).all()), len(Reading(window).people())

    with Work(vault, clock, "sam") as work:
        work.add(SOMEBODY, file=work.new_file())
        work.clear_draft("", "person_add")
        during = seen()
    after = seen()
    window.close()

    assert (during, after) == ((1, 0), (0, 1))


def test_what_was_saved_is_there_after_closing(
    vault: Vault, clock: Clock, data_key: bytes
) -> None:
    """Saved is on the disk."""
    save_people(vault, clock, "AK-001")
    vault.close()

    again = open_vault(vault.folder, data_key)

    assert somebody(again).record.code == "AK-001"
    again.close()


# --- changed meanwhile ------------------------------------------------------------------


def test_amending_what_changed_meanwhile_is_refused(vault: Vault, clock: Clock) -> None:
    """Exit 13, one sentence, and the other window's words stand."""
    save_people(vault, clock, "AK-001")
    read = somebody(vault)
    with Work(vault, clock, "ana") as other:
        other.amend(
            read, replace(read.record, name="Amina Kahn"), reason="typing error"
        )

    with pytest.raises(ChangedMeanwhile) as changed, Work(vault, clock, "sam") as work:
        work.amend(read, replace(read.record, name="A. Khan"), reason="typing error")

    assert changed.value.exit_code == 13
    assert str(changed.value) == (
        "This person changed while you were answering. Nothing was saved over it."
    )
    assert somebody(vault).record.name == "Amina Kahn"
    assert len(entries(vault)) == 2


def test_amending_what_was_taken_back_meanwhile_is_refused(
    vault: Vault, clock: Clock
) -> None:
    """What no longer stands cannot be amended."""
    save_people(vault, clock, "AK-001")
    read = somebody(vault)
    with Work(vault, clock, "ana") as other:
        other.withdraw(read, reason="a duplicate")

    with pytest.raises(NothingFound), Work(vault, clock, "sam") as work:
        work.amend(read, read.record, reason="typing error")


def test_an_amendment_keeps_the_first_words_and_says_why(
    vault: Vault, clock: Clock
) -> None:
    """A correction is a new entry with a reason; the first one stays readable."""
    save_people(vault, clock, "AK-001")
    old = somebody(vault)
    with Work(vault, clock, "ana") as work:
        work.amend(old, replace(old.record, name="Aminah Khan"), reason="typing error")

    first, second = log.read(vault.connection.cursor())

    assert "Amina Khan" in (first.body or "")
    assert (second.entry.record, second.entry.reason) == (old.id, "typing error")
    assert second.entry.linked("supersedes") == (first.entry.id,)
    assert (somebody(vault).amended, somebody(vault).author) == (1, "ana")


def test_withdrawing_an_amendment_lets_the_first_words_stand(
    vault: Vault, clock: Clock
) -> None:
    """Taking back goes one version back, and the views follow at once."""
    save_people(vault, clock, "AK-001")
    old = somebody(vault)
    with Work(vault, clock, "sam") as work:
        new = work.amend(old, replace(old.record, name="X"), reason="typing error")
    with Work(vault, clock, "sam") as work:
        work.withdraw(new, reason="not so")

    assert somebody(vault).record == old.record
    assert verify(vault).holds


# --- clocks -----------------------------------------------------------------------------


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
