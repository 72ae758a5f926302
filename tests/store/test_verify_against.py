"""Verify against a code somebody else kept: what nothing inside the file can prove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.errors import VaultDamaged
from inclusion_cli.store import log
from inclusion_cli.store.folder import DATABASE
from inclusion_cli.store.keyfile import write_key
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.verify import verify
from tests.store.making import save_people
from tests.store.tampering import Six, chain_anew, first_named, meddling

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

ANEW = (
    "the first {} entries are not those the code was made from: "
    "the log was written anew, or the code belongs to another vault"
)


def against(vault: Vault, head: log.Head) -> list[str]:
    """Return what verify says against a head code, "" for nothing."""
    found = verify(vault, against=head.code, entries=head.entries)
    assert found.holds == (not found.faults)
    return [fault.what for fault in found.faults]


def rewrite_from(six: Six, number: int) -> None:
    """Change one person's name and recompute every hash from there on."""
    with meddling(six.vault) as cursor:
        cursor.execute(
            "UPDATE entry_body SET body = replace(body, 'Amina', 'Amira') WHERE n = ?",
            (number,),
        )
        chain_anew(cursor, six.vault)


def test_the_right_code_and_count_say_unchanged(six: Six, clock: Clock) -> None:
    """On the day it was made, and after everything that was written since."""
    assert against(six.vault, six.head) == []

    save_people(six.vault, clock, "FP-006", "GQ-007")

    assert against(six.vault, six.head) == []


def test_every_code_of_the_past_still_holds(six: Six) -> None:
    """From nothing written to everything: each count has its code."""
    heads = [log.head(six.vault.connection, first=n) for n in range(7)]

    assert [against(six.vault, head) for head in heads] == [[]] * 7


@pytest.mark.parametrize(
    "typed", [str.lower, lambda c: c.replace("-", " "), lambda c: c.replace("0", "O")]
)
def test_a_code_may_be_typed_in_many_ways(six: Six, typed: Any) -> None:
    """It is read from paper."""
    assert against(six.vault, log.Head(typed(six.head.code), 6)) == []


def test_a_wrong_count_is_said(six: Six) -> None:
    """Right code, wrong number: too many are missing, too few are another log."""
    assert against(six.vault, replace(six.head, entries=8)) == [
        "2 of the 8 entries of that day are missing"
    ]
    assert against(six.vault, replace(six.head, entries=5)) == [ANEW.format(5)]


def test_a_wrong_code_is_said(six: Six) -> None:
    """A slip in the code, or another vault's."""
    wrong = replace(six.head, code="0000-0000-0000-0000")

    assert against(six.vault, wrong) == [ANEW.format(6)]


@pytest.mark.parametrize("number", [1, 4, 6])
def test_a_tail_written_anew_is_seen_only_with_a_code(six: Six, number: int) -> None:
    """Who holds the key can recompute every hash: the file alone proves nothing.

    Trust reference, 6.3. The view is put right as well, as they would.
    """
    from inclusion_cli.store import views

    rewrite_from(six, number)
    views.rebuild(six.vault)

    assert verify(six.vault).holds
    assert against(six.vault, six.head) == [ANEW.format(6)]


def test_what_was_before_the_change_is_still_proved(six: Six) -> None:
    """A code from before the entry that was changed says so: it narrows it down."""
    before = [log.head(six.vault.connection, first=n) for n in range(7)]

    rewrite_from(six, 4)

    said = [against(six.vault, head) != [] for head in before]
    assert said == [False] * 4 + [True] * 3


def test_the_first_entry_that_differs_is_named_where_the_chain_shows_it(
    six: Six,
) -> None:
    """With a code too, an edit without new hashes is named, once."""
    with meddling(six.vault) as cursor:
        cursor.execute("UPDATE entry SET author = 'x' WHERE seq = 3")

    found = verify(six.vault, against=six.head.code, entries=6)

    assert first_named(found)[1] == 3


def test_the_last_entry_cut_off_is_seen_only_with_a_code(six: Six) -> None:
    """Nothing follows the last one, so nothing in the file misses it."""
    from inclusion_cli.store import views

    with meddling(six.vault) as cursor:
        cursor.execute("DELETE FROM entry_body WHERE n = 6")
        cursor.execute("DELETE FROM entry WHERE seq = 6")
    views.rebuild(six.vault)

    assert verify(six.vault).holds
    assert against(six.vault, six.head) == [
        "1 of the 6 entries of that day are missing"
    ]


def test_last_weeks_file_is_seen_by_the_code_and_by_the_mark(
    six: Six, clock: Clock, data_key: bytes
) -> None:
    """Alone it is a perfect vault. A code, or the mark beside it, tells."""
    older = (six.vault.folder / DATABASE).read_bytes()
    save_people(six.vault, clock, "FP-006", "GQ-007")
    head, key = six.vault.head(), six.vault.key
    six.vault.close()
    (six.vault.folder / DATABASE).write_bytes(older)

    back = open_vault(six.vault.folder, data_key)
    alone, with_code = verify(back), against(back, head)
    back.close()
    write_key(six.vault.folder, replace(key, mark=8))

    assert alone.holds
    assert with_code == ["2 of the 8 entries of that day are missing"]
    with pytest.raises(VaultDamaged, match="older copy"):
        open_vault(six.vault.folder, data_key)


# --- the command --------------------------------------------------------------------


def test_the_command_says_unchanged_or_not(run: Run, cases: Path) -> None:
    """Exit 0 and the code asked about; exit 15 where it does not hold."""
    head = run("verify", "--practice", "--json").data
    code, count = head["head"], str(head["entries"])

    right = run("verify", "--practice", "--json", "--against", code, "--count", count)
    wrong = run("verify", "--practice", "--json", "--against", code, "--count", "3")

    assert cases.is_dir()
    assert (right.code, right.data["faults"]) == (0, [])
    assert (right.data["against"], right.data["against_count"]) == (code, int(count))
    assert wrong.code == 15
    assert wrong.data["faults"][0]["what"] == ANEW.format(3)


@pytest.mark.parametrize(
    "words", [("--against", "0000-0000-0000-0000"), ("--count", "3")]
)
def test_the_code_and_the_count_go_together(
    run: Run, cases: Path, words: tuple[str, str]
) -> None:
    """One without the other proves nothing: exit 2, and both are named."""
    ran = run("verify", "--practice", "--json", *words)

    assert cases.is_dir()
    assert ran.code == 2
    assert ran.error["message"] == "--against and --count go together, as on the paper."
