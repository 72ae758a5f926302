"""The log: what it refuses, what is written, and what a hash covers."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import pytest
import rfc8785
import sqlcipher3.dbapi2 as sql
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.store import log
from tests.store.making import altered, an_entry, save_people

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault

CHANGED = "an entry is never changed"
DELETED = "an entry is never deleted"
CHAIN = "an entry continues its chain"
BODY_CHANGED = "a body is never changed"
BODY_DELETED = "a body is deleted by order only"
COLUMNS = list(log.COLUMNS)
SALT = "ab" * 32
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@pytest.fixture
def three(vault: Vault, clock: Clock) -> Vault:
    """Return a vault with three entries."""
    save_people(vault, clock, "AK-001", "AK-002", "AK-003")
    return vault


def refused(vault: Vault, statement: str, *args: Any) -> str:
    """Return what the vault says to a statement it does not carry out."""
    before = list(log.read(vault.connection.cursor()))
    with pytest.raises(sql.Error) as error:
        vault.connection.execute(statement, args)
    assert list(log.read(vault.connection.cursor())) == before
    return str(error.value)


def written(vault: Vault) -> list[log.Written]:
    """Return everything in the log."""
    return list(log.read(vault.connection.cursor()))


# --- what is refused ----------------------------------------------------------------


@pytest.mark.parametrize("column", [*COLUMNS, "hash", "n"])
def test_no_column_of_an_entry_is_ever_changed(three: Vault, column: str) -> None:
    """The database itself refuses, whoever asks."""
    statement = f"UPDATE entry SET {column} = {column}"  # noqa: S608 - our own names

    assert refused(three, statement) == CHANGED


@pytest.mark.parametrize("column", ["n", "salt", "body"])
def test_no_column_of_a_body_is_ever_changed(three: Vault, column: str) -> None:
    """Words once written stay as they were written."""
    statement = f"UPDATE entry_body SET {column} = {column}"  # noqa: S608

    assert refused(three, statement) == BODY_CHANGED


def test_no_entry_is_ever_deleted(three: Vault) -> None:
    """Not the last one either."""
    assert refused(three, "DELETE FROM entry") == DELETED
    assert refused(three, "DELETE FROM entry WHERE seq = 3") == DELETED


def test_nothing_is_replaced_either(three: Vault) -> None:
    """`INSERT OR REPLACE` deletes without a word: it is refused as well."""
    again = "INSERT OR REPLACE INTO {0} SELECT * FROM {0} WHERE n = ?"
    last = written(three)[-1].n

    assert refused(three, again.format("entry"), last) in (CHAIN, DELETED)
    assert refused(three, again.format("entry_body"), last) == BODY_DELETED


def test_the_next_entry_cannot_replace_one_by_its_file_and_id(three: Vault) -> None:
    """An entry that continues the chain may not push another one out."""
    first, last = written(three)[0].entry, written(three)[-1].entry
    new = altered(first, seq=4, previous=last.hash(), reason="pushed in")
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    names = ", ".join((*COLUMNS, "hash"))
    statement = f"INSERT OR REPLACE INTO entry ({names}) VALUES ({marks})"  # noqa: S608

    assert (
        refused(three, statement, *(getattr(new, name) for name in COLUMNS), new.hash())
        == DELETED
    )


def test_a_body_goes_only_by_an_order(three: Vault) -> None:
    """Erasure is lawful or it does not happen, and it takes that one body."""
    one, two, _three = written(three)
    delete = "DELETE FROM entry_body WHERE n = ?"
    assert refused(three, delete, one.n) == BODY_DELETED

    three.connection.execute(
        "INSERT INTO erasure (n, ordered_by) VALUES (?, ?)", (one.n, two.n)
    )
    three.connection.execute(delete, (one.n,))

    assert refused(three, delete, two.n) == BODY_DELETED
    assert [w.body is None for w in written(three)] == [True, False, False]


def test_a_body_or_an_order_without_an_entry_is_refused(three: Vault) -> None:
    """Foreign keys are in force."""
    statement = "INSERT INTO {} VALUES (99, {})"
    body = statement.format("entry_body", f"'{SALT}', '[]'")
    order = statement.format("erasure", "1")

    assert refused(three, body) == refused(three, order)
    assert refused(three, body) == "FOREIGN KEY constraint failed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"seq": 3},
        {"seq": 5},
        {"seq": 1},
        {"previous": "0" * 64},
        {"previous": log.genesis("vault-1", "device-1")},
        {"device": "device-2"},
    ],
)
def test_an_entry_out_of_its_chain_is_refused(
    three: Vault, wrong: dict[str, Any]
) -> None:
    """The next number, after the last hash, of a device that is known: no other."""
    last = written(three)[-1].entry
    right = altered(last, id="new", seq=4, previous=last.hash())
    entry = altered(right, **wrong)

    with pytest.raises(sql.IntegrityError, match=CHAIN):
        log.append(three.connection.cursor(), entry, salt=SALT, body="{}")

    assert three.head().entries == 3


def test_the_entry_that_continues_the_chain_is_taken(three: Vault) -> None:
    """The same entry without the wrong: so the refusals above were for the wrong."""
    last = written(three)[-1].entry
    entry = altered(last, id="new", seq=4, previous=last.hash())

    digest = log.append(three.connection.cursor(), entry, salt=SALT, body="{}")

    assert log.tip(three.connection.cursor(), "vault-1", "device-1") == (4, digest)


def test_every_table_of_the_log_is_strict(vault: Vault) -> None:
    """No text in a number's place, whoever writes."""
    loose = vault.connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict "
        "AND name NOT LIKE '%view%' AND name NOT LIKE 'sqlite%'"
    ).fetchall()

    assert loose == []


# --- what a hash covers -------------------------------------------------------------


@given(st.sampled_from(COLUMNS), TEXT, st.integers(1, 2**53))
def test_a_hash_changes_with_any_field(column: str, text: str, number: int) -> None:
    """Whatever the field and whatever it is changed to."""
    entry = an_entry()
    value = number if isinstance(getattr(entry, column), int) else text
    changed = altered(entry, **{column: value})

    assert (changed.hash() == entry.hash()) == (changed == entry)


@given(st.fixed_dictionaries(dict.fromkeys(("file", "reason", "author"), TEXT)))
def test_a_hash_is_over_the_canonical_form_somebody_else_writes(
    told: dict[str, str],
) -> None:
    """RFC 8785 by another author's code, after the label: a second reader can check."""
    entry = an_entry(**told)
    canonical = rfc8785.dumps({name: getattr(entry, name) for name in COLUMNS})

    digest = hashlib.sha256(b"inclusion/entry/v1\0" + canonical).hexdigest()

    assert entry.hash() == digest


@given(TEXT, TEXT)
def test_a_commitment_changes_with_the_words(body: str, other: str) -> None:
    """No two bodies have one commitment under one salt."""
    same = log.commitment(SALT, body) == log.commitment(SALT, other)

    assert same == (body == other)


def test_a_commitment_gives_nothing_away() -> None:
    """The same words under another salt: guessed text cannot be tested against it."""
    assert log.commitment(SALT, "yes") != log.commitment("cd" * 32, "yes")
    assert len({log.new_salt() for _n in range(100)}) == 100
    assert {len(log.new_salt()) for _n in range(100)} == {64}


def test_a_chain_begins_with_its_vault_and_device() -> None:
    """Two devices, or two vaults, have nothing in common from the first entry on."""
    starts = {log.genesis(v, d) for v in ("vault-1", "2") for d in ("device-1", "2")}

    assert len(starts) == 4
    assert all(re.fullmatch("[0-9a-f]{64}", start) for start in starts)


# --- what is written ----------------------------------------------------------------


def test_every_entry_names_the_one_before_it(three: Vault) -> None:
    """From the genesis on, without a gap."""
    entries = [w.entry for w in written(three)]

    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.previous for entry in entries] == [
        log.genesis("vault-1", "device-1"),
        *(entry.hash() for entry in entries[:-1]),
    ]


def test_an_id_is_a_uuid_of_version_7_and_the_file_tells_nothing(three: Vault) -> None:
    """Ids sort as they were made; a file's id holds no code and no name (RFC 9562)."""
    uuid7 = r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    entries = [w.entry for w in written(three)]
    ids = [entry.id for entry in entries]

    made = [(entry.id, entry.file, entry.record) for entry in entries]
    assert all(re.fullmatch(uuid7, one) for ones in made for one in ones)
    assert ids == sorted(ids)
    assert len({one for ones in made for one in ones}) == 9
