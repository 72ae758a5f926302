"""Verify: whatever somebody with the key did to an entry, it is found and named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.plain import canonical
from inclusion_cli.store import log
from inclusion_cli.store.verify import chain_faults, verify
from tests.store.tampering import (
    CHANGED,
    GONE,
    MISSING,
    POINTS,
    WORDS_CHANGED,
    Six,
    chain_anew,
    first_named,
    meddling,
    tampered,
)

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

EVERY_OTHER = [name for name in log.COLUMNS if name not in ("seq", "previous")]


def another(value: Any) -> Any:
    """Return another value a column would take."""
    if isinstance(value, int):
        return value + 1
    return "f" * 64 if len(value) == 64 else f"{value}x"


# --- nothing wrong ------------------------------------------------------------------


def test_a_vault_nobody_touched_holds(six: Six) -> None:
    """No fault, exit 0, and the head code that stands on papers."""
    found = verify(six.vault)

    assert (found.holds, found.exit_code, found.faults) == (True, 0, ())
    assert (found.entries, found.head) == (6, six.head.code)


def test_an_empty_vault_holds(vault: Vault) -> None:
    """Nothing written is nothing wrong."""
    assert verify(vault).holds


def test_the_practice_cases_hold(cases_vault: Vault) -> None:
    """A lived-in vault, every kind of record in it."""
    assert verify(cases_vault).holds


def test_a_body_erased_by_order_leaves_a_log_that_holds(six: Six) -> None:
    """The words are gone, the chain and every earlier code still prove the rest."""
    cursor = six.vault.connection.cursor()
    cursor.execute("INSERT INTO erasure (n, ordered_by) VALUES (2, 4)")
    cursor.execute("DELETE FROM entry_body WHERE n = 2")
    cursor.execute("DELETE FROM findview WHERE rowid = 2")
    cursor.execute("DELETE FROM personview WHERE n = 2")

    found = verify(six.vault, against=six.head.code, entries=6)

    assert found.faults == ()


# --- an entry -----------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 6])
@pytest.mark.parametrize("column", EVERY_OTHER)
def test_a_column_that_was_edited_is_found(six: Six, column: str, number: int) -> None:
    """Any column of any entry: the entry is named, by its number."""
    entry = six.entries[number - 1]

    found = tampered(
        six,
        f"UPDATE entry SET {column} = ? WHERE seq = ?",  # noqa: S608 - our own names
        another(getattr(entry, column)),
        number,
    )

    assert first_named(found)[1] == number


@pytest.mark.parametrize("column", ["seq", "previous", "hash"])
def test_a_chain_that_was_edited_is_found(six: Six, column: str) -> None:
    """The numbers and hashes that hold entries together are covered too."""
    value = 99 if column == "seq" else "f" * 64

    found = tampered(six, f"UPDATE entry SET {column} = ? WHERE seq = 3", value)  # noqa: S608

    assert first_named(found) == (CHANGED if column == "hash" else MISSING, 3)


@pytest.mark.parametrize("links", ['[["voids","nothing"]]', "[]", "{}", "not JSON", ""])
def test_a_link_that_was_broken_is_found(six: Six, links: str) -> None:
    """An amendment that no longer says what it amends; in words, never as our fault."""
    found = tampered(six, "UPDATE entry SET links = ? WHERE seq = 6", links)

    assert first_named(found) == (CHANGED, 6)


def test_a_link_to_nothing_is_found_in_a_chain_made_anew(six: Six) -> None:
    """Hashes recomputed do not make an entry that is not there."""
    with meddling(six.vault) as cursor:
        told = canonical([["supersedes", "nothing"]])
        cursor.execute("UPDATE entry SET links = ? WHERE seq = 6", (told,))
        chain_anew(cursor, six.vault)

    assert first_named(verify(six.vault)) == (POINTS, 6)


def test_an_entry_filed_under_another_person_is_found(six: Six) -> None:
    """Entry and body moved together into somebody else's file."""
    old, new = six.entries[1], six.entries[2].file
    with meddling(six.vault) as cursor:
        cursor.execute("UPDATE entry SET file = ? WHERE id = ?", (new, old.id))

    assert first_named(verify(six.vault)) == (CHANGED, 2)


@pytest.mark.parametrize("column", ["happened_at", "recorded_at"])
def test_backdating_is_found(six: Six, column: str) -> None:
    """When it took place, and when it was written down."""
    found = tampered(
        six,
        f"UPDATE entry SET {column} = '2026-11-01T09:00:00+00:00' WHERE seq = 4",  # noqa: S608
    )

    assert first_named(found) == (CHANGED, 4)


@pytest.mark.parametrize("number", [1, 2, 5])
def test_an_entry_that_was_deleted_is_found(six: Six, number: int) -> None:
    """Entry and words gone: the one after it is named."""
    with meddling(six.vault) as cursor:
        cursor.execute("DELETE FROM entry_body WHERE n = ?", (number,))
        cursor.execute("DELETE FROM entry WHERE n = ?", (number,))

    assert first_named(verify(six.vault)) == (MISSING, number)


def test_two_entries_that_changed_places_are_found(six: Six) -> None:
    """The order they arrived in is part of what is proved."""
    with meddling(six.vault) as cursor:
        for old, new in ((2, -1), (4, 2), (-1, 4)):
            cursor.execute("UPDATE entry SET n = ? WHERE n = ?", (new, old))

    assert first_named(verify(six.vault)) == (MISSING, 2)


# --- words --------------------------------------------------------------------------


@pytest.mark.parametrize("number", [1, 3, 6])
def test_words_that_were_edited_are_found(six: Six, number: int) -> None:
    """One letter more in one body."""
    statement = "UPDATE entry_body SET body = body || ' ' WHERE n = ?"

    found = tampered(six, statement, number)

    assert first_named(found) == (WORDS_CHANGED, number)


def test_a_salt_that_was_edited_is_found(six: Six) -> None:
    """Without its salt a commitment says nothing: so it is covered."""
    found = tampered(six, "UPDATE entry_body SET salt = ? WHERE n = 3", "0" * 64)

    assert first_named(found) == (WORDS_CHANGED, 3)


def test_words_of_two_entries_exchanged_are_found(six: Six) -> None:
    """Each body belongs to its own entry."""
    with meddling(six.vault) as cursor:
        for old, new in ((1, -1), (4, 1), (-1, 4)):
            cursor.execute("UPDATE entry_body SET n = ? WHERE n = ?", (new, old))

    assert first_named(verify(six.vault)) == (WORDS_CHANGED, 1)


def test_words_deleted_without_an_order_are_found(six: Six) -> None:
    """Erasure without an order is a loss, and is named as one."""
    found = tampered(six, "DELETE FROM entry_body WHERE n = 3")

    assert first_named(found) == (GONE, 3)


# --- what an audit looks at ---------------------------------------------------------


def test_an_audit_hears_of_the_same_break_in_the_chain(six: Six) -> None:
    """The fault that verify names first; of a whole log, none."""
    assert chain_faults(six.vault) == ()

    found = tampered(six, "UPDATE entry SET author = 'somebody' WHERE seq = 3")

    assert chain_faults(six.vault) == found.faults[:1]
