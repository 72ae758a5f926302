"""One unit of work: everything in it is kept, or nothing is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import ChangedMeanwhile, NothingFound
from inclusion_cli.store import log
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.store.making import SOMEBODY, save_people

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person


class Interrupted(Exception):
    """Something went wrong in the middle."""


def entries(vault: Vault) -> list[log.Entry]:
    """Return every entry."""
    return [written.entry for written in log.read(vault.connection.cursor())]


def somebody(vault: Vault) -> Kept[Person]:
    """Return the one person there is."""
    (kept,) = Reading(vault).people()
    return kept


# --- all or nothing -----------------------------------------------------------------


@pytest.mark.parametrize("error", [Interrupted, KeyboardInterrupt, SystemExit])
def test_an_error_inside_leaves_nothing(
    vault: Vault, clock: Clock, error: type[BaseException]
) -> None:
    """Neither entry, nor view, nor a draft that was cleared: the draft is there."""
    drafts = Drafts(vault, clock)
    drafts.begin("", "person_add", 1, {})
    drafts.keep("", "person_add", "name", "Amina Khan")
    before = drafts.find("", "person_add")

    with pytest.raises(error), Work(vault, clock, "sam") as work:  # noqa: PT012
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


# --- changed meanwhile --------------------------------------------------------------


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
