"""What is due is read from what is near, however long the years: it is the same."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.home import home
from inclusion_cli.store import keys
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.views import rebuild
from tests import lives
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

WEEKS = 70


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """Return a vault of two people and more than a year."""
    folder: Path = tmp_path_factory.mktemp("lives") / "practice"
    lives.lived(folder, people=2, weeks=WEEKS, now=NOW)
    vault = open_vault(folder, keys.open_practice(read_key(folder)))
    yield vault
    vault.close()


def _moments() -> list[datetime]:
    return [
        NOW - timedelta(days=number, hours=number % 5) for number in range(0, 90, 7)
    ]


def _same_home(reading: Reading, now: datetime) -> bool:
    files = [kept.file for kept in reading.people()]
    near = home([reading.near(f, now=now) for f in files], (), now=now, worker="Sam")
    whole = home([reading.casefile(f) for f in files], (), now=now, worker="Sam")
    return near == whole


@pytest.mark.parametrize("now", _moments())
def test_home_is_the_same_from_what_is_near(long_lived: Vault, now: datetime) -> None:
    """Years of records, read in part, give the home screen of the whole file."""
    assert _same_home(Reading(long_lived), now)


def test_the_practice_cases_give_the_same_home(cases_vault: Vault) -> None:
    """The three cases show the same from what is near, on every day of a season."""
    reading = Reading(cases_vault)

    assert all(_same_home(reading, NOW + timedelta(days=n)) for n in range(-40, 120, 4))


def test_little_of_the_years_is_read(long_lived: Vault) -> None:
    """What is near holds the sessions of the step that is on, not those before it."""
    reading = Reading(long_lived)
    file = reading.people()[0].file

    near, whole = reading.near(file, now=NOW), reading.casefile(file)

    assert len(near.debriefs) < len(whole.debriefs) / 2
    assert len(near.sessions) == len(whole.open_sessions())
    assert due_for(near, now=NOW)


def test_a_long_life_is_proved_whole(long_lived: Vault) -> None:
    """What settles what is a view: it is held against the log like any other."""
    proved = verify(long_lived)

    assert proved.holds, proved.faults


@pytest.mark.parametrize(
    "spoiled",
    [
        "UPDATE debriefview SET settled = NOT settled WHERE rowid = 3",
        "UPDATE sessionview SET settled = NOT settled WHERE rowid = 3",
        "DELETE FROM settlingview WHERE rowid = 5",
        "UPDATE settlingview SET target = record WHERE rowid = 5",
    ],
)
def test_a_wrong_mark_is_found(long_lived: Vault, spoiled: str) -> None:
    """A concern cannot be hidden from home by calling it settled."""
    long_lived.connection.execute(spoiled)

    held = verify(long_lived).holds
    rebuild(long_lived)

    assert not held
    assert verify(long_lived).holds
