"""What every test of the store may ask for."""

from __future__ import annotations

import shutil
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.store import log
from inclusion_cli.store.keeper import keeper
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from inclusion_cli.store.work import Work
from tests.conftest import new_vault
from tests.store.making import own_vault, save_people
from tests.store.tampering import Six

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an empty practice vault, made once and never opened."""
    folder = tmp_path_factory.mktemp("empty") / "practice"
    new_vault(folder, bytes(range(32))).close()
    return folder


@pytest.fixture
def vault(empty: Path, own_home: Path, data_key: bytes) -> Iterator[Vault]:
    """Return an empty practice vault of the test's own: a copy, which is quick."""
    folder = own_home / "practice"
    shutil.copytree(empty, folder)
    opened = open_vault(folder, data_key)
    yield opened
    opened.close()


@pytest.fixture
def own(own_home: Path, data_key: bytes) -> Iterator[Vault]:
    """Return a worker's own vault, open, where the settings look for it."""
    opened = own_vault(own_home / "vault", data_key, str(uuid.uuid4()))
    yield opened
    opened.close()
    keeper(own_home).drop(opened.id)


@pytest.fixture
def six(vault: Vault, clock: Clock) -> Six:
    """Return a vault with six entries; the last one amends the fifth person's name."""
    save_people(vault, clock, "AK-001", "BL-002", "CM-003", "DN-004", "EO-005")
    last = Reading(vault).people()[-1]
    with Work(vault, clock, "sam") as work:
        work.amend(last, replace(last.record, name="E. Ochre"), reason="typing error")
    entries = tuple(w.entry for w in log.read(vault.connection.cursor()))
    return Six(vault, entries, vault.head())
