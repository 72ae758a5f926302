"""Verify: what stands beside the log is nothing but the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.store import log, views
from inclusion_cli.store.verify import verify
from inclusion_cli.store.verify_views import Records, copies_differ
from tests.store.tampering import VIEWS, Six, tampered

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

A_ROW_MORE = """
    INSERT INTO personview SELECT 'a record of nobody', n, entry, file, author,
    happened_at, recorded_at, amended, forks, code FROM personview LIMIT 1
"""


def test_a_device_that_is_not_this_vaults_is_found(six: Six) -> None:
    """A chain begins with its own vault."""
    found = tampered(six, "UPDATE device SET genesis = ?", "f" * 64)

    assert found.faults[-1].what == "a device's first hash is not this vault's"


def test_every_column_of_every_view_is_checked(cases_vault: Vault) -> None:
    """Whatever a screen reads: changed by a letter, verify says so.

    Verify whole is asked about the first column of each view; about the others, what it
    asks of the views itself. The log is met once, as nobody changes it.
    """
    connection, silent = cases_vault.connection, []
    records, whole = Records(), set[str]()
    for written in log.read(connection.cursor()):
        records.meet(written)

    def holds(kind: str) -> bool:
        if kind not in whole:
            whole.add(kind)
            return verify(cases_vault).holds
        return not (copies_differ(connection) or records.differ(connection.cursor()))

    for kind in KINDS:
        columns = connection.execute(f"PRAGMA table_info({kind}view)").fetchall()
        for _n, name, type_, *_rest in columns:
            where = f"{kind}view WHERE rowid = 1"
            was = connection.execute(f"SELECT {name} FROM {where}").fetchone()  # noqa: S608
            if was is None:
                continue
            change = f"UPDATE {kind}view SET {name} = ? WHERE rowid = 1"  # noqa: S608
            other = (was[0] or 0) + 1 if type_ == "INTEGER" else f"{was[0]}x"
            connection.execute(change, (other,))
            if holds(kind):
                silent.append(f"{kind}.{name}")
            connection.execute(change, was)

    assert silent == []
    assert not records.differ(connection.cursor())
    assert verify(cases_vault).holds


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM personview WHERE rowid = 2",
        A_ROW_MORE,
        "UPDATE personview SET entry = (SELECT id FROM entry WHERE seq = 1)",
    ],
)
def test_a_row_too_few_or_too_many_is_found(six: Six, statement: str) -> None:
    """Or a row that speaks of another entry."""
    found = tampered(six, statement)

    assert found.faults[-1].what == VIEWS


@pytest.mark.parametrize("table", ["awayview", "personview"])
def test_a_view_that_is_gone_is_found(six: Six, table: str) -> None:
    """A table too few is told in words, never as our own mistake."""
    found = tampered(six, f"DROP TABLE {table}")

    assert found.faults[-1].what == VIEWS


def test_views_meddled_with_are_mended_by_folding_them_anew(six: Six) -> None:
    """The log was never in doubt."""
    tampered(six, "DELETE FROM personview")

    views.rebuild(six.vault)

    assert verify(six.vault).holds
