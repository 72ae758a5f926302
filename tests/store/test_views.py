"""The views: nothing but the log, read another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, col, create_engine, select

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.person import Person
from inclusion_cli.opening import renew_views
from inclusion_cli.plain import canonical, plain
from inclusion_cli.store import log, migrations, views
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.verify import verify
from inclusion_cli.store.view_tables import TABLES
from inclusion_cli.store.work import Work
from tests.domain.record_strategies import SAFE_KINDS
from tests.store.making import an_entry, save_people

if TYPE_CHECKING:
    from sqlalchemy import Select

    from inclusion_cli.clock import Clock
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.vault import Vault
    from inclusion_cli.store.view_base import View


def rows(vault: Vault) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every view."""
    return {
        kind: sorted(vault.connection.execute(f"SELECT * FROM {kind}view").fetchall())  # noqa: S608
        for kind in KINDS
    }


def test_every_kind_has_a_view() -> None:
    """No kind of record is kept that could not be read."""
    assert TABLES.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_reading_by_cursor_equals_reading_by_sqlmodel(
    cases_vault: Vault, kind: str
) -> None:
    """Two ways to read one table, the same records."""
    table = TABLES[kind]
    asked: Select[Any] = select(table).order_by(col(table.record))

    engine = create_engine(
        "sqlite://",
        creator=lambda: cases_vault.connection,
        module=sqlcipher3.dbapi2,
        poolclass=StaticPool,
    )
    with Session(engine) as session:
        by_model = [as_told(row) for row in session.execute(asked).scalars()]
    by_cursor = [as_read(kept) for kept in Reading(cases_vault).all(KINDS[kind])]

    assert sorted(by_cursor) == by_model
    untold = ("away", "observation", "preparation", "reply", *SAFE_KINDS)
    assert by_cursor or kind in untold


def as_told(row: View) -> list[Any]:
    """Return what a row of a model tells."""
    return [row.record, row.entry, row.file, row.author, row.amended, row.forks]


def as_read(kept: Kept[Any]) -> list[Any]:
    """Return the same of a record that was read."""
    return [kept.id, kept.entry, kept.file, kept.author, kept.amended, kept.forks]


def test_the_words_read_are_the_words_in_the_log(cases_vault: Vault) -> None:
    """Every record that stands says, letter for letter, what its entry says."""
    bodies = {w.entry.id: w.body for w in log.read(cases_vault.connection.cursor())}

    for kind in KINDS.values():
        for kept in Reading(cases_vault).all(kind):
            assert canonical(plain(kept.record)) == bodies[kept.entry]


def test_reading_one_file_is_reading_all_and_keeping_that_file(
    cases_vault: Vault,
) -> None:
    """And one code is one person."""
    reading = Reading(cases_vault)

    for kind in KINDS.values():
        every = reading.all(kind)
        for file in {kept.file for kept in every}:
            own = tuple(kept for kept in every if kept.file == file)
            assert reading.all(kind, file=file) == own
    for person in reading.people():
        assert reading.all(Person, code=person.record.code) == (person,)


def test_records_are_read_in_order_of_time(cases_vault: Vault) -> None:
    """By the moment itself, whatever the offset it was written with."""
    for kind in KINDS.values():
        read = [kept.order for kept in Reading(cases_vault).all(kind)]
        assert read == sorted(read)


def test_rebuilding_gives_the_same_rows(cases_vault: Vault) -> None:
    """Dropped and folded anew, every column of every view is as it was."""
    before = rows(cases_vault)

    views.rebuild(cases_vault)

    assert rows(cases_vault) == before
    assert verify(cases_vault).holds


def test_views_of_an_older_shape_are_rebuilt_on_opening(cases_vault: Vault) -> None:
    """A newer program folds them anew; the worker does nothing."""
    before = rows(cases_vault)
    for kind in KINDS:
        cases_vault.connection.execute(f"DROP TABLE {kind}view")
    cases_vault.connection.execute("UPDATE vault SET views = 0")

    renew_views(cases_vault)

    (version,) = cases_vault.connection.execute("SELECT views FROM vault").fetchone()
    assert version == migrations.VIEWS_VERSION
    assert rows(cases_vault) == before


def test_views_that_are_as_they_should_be_are_left_alone(cases_vault: Vault) -> None:
    """Opening does not write: a rebuild would show in the count of changes."""
    before = cases_vault.connection.total_changes

    renew_views(cases_vault)

    assert cases_vault.connection.total_changes == before


def test_a_rebuild_that_breaks_off_leaves_the_views_as_they_were(
    cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the views are new, or none is."""
    before = rows(cases_vault)
    made = views.row_of
    counted = iter(range(20))

    def breaks(standing: Any) -> dict[str, Any]:
        next(counted)
        return made(standing)

    monkeypatch.setattr(views, "row_of", breaks)

    with pytest.raises(StopIteration):
        views.rebuild(cases_vault)

    assert rows(cases_vault) == before
    assert not cases_vault.connection.in_transaction


def test_an_entry_no_program_here_knows_is_kept_and_has_no_view(
    vault: Vault, clock: Clock
) -> None:
    """Forwarded byte for byte, counted in the head, and in nobody's way."""
    save_people(vault, clock, "AK-001")
    cursor = vault.connection.cursor()
    seq, previous = log.tip(cursor, vault.id, vault.device)
    body = '{"wish you were": "here",  "odd":1.50}'
    entry = an_entry(
        kind="postcard",
        seq=seq + 1,
        previous=previous,
        commitment=log.commitment("ab" * 32, body),
    )
    log.append(cursor, entry, salt="ab" * 32, body=body)

    views.rebuild(vault)
    save_people(vault, clock, "AK-002")

    assert verify(vault).holds
    assert vault.head().entries == 3
    assert [w.body for w in log.read(cursor, "WHERE kind = 'postcard'")] == [body]
    with Work(vault, clock, "sam") as work:
        assert [kept.record.code for kept in work.people()] == ["AK-001", "AK-002"]
