"""What the tests at a terminal share: interviews made ready, and a locked vault."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.store import keys, views
from inclusion_cli.store.keeper import keeper
from inclusion_cli.store.keyfile import Stretch
from inclusion_cli.store.vault import create
from tests.conftest import NOW, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.interviews.script import Interview

PASSPHRASE = "bracket unfold cactus marble tunic"  # noqa: S105 - nobody's


@pytest.fixture
def ready(cases: Path, run: Run) -> Callable[[Interview], Path]:
    """Return a way to make the practice vault ready for an interview."""

    def make(interview: Interview) -> Path:
        for words in interview.before:
            ran = run(*words, "--practice", "--no-input")
            assert ran.code == 0, ran.err
        return cases

    return make


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a new folder, where a page that is written with `.` is found."""
    folder = tmp_path / "where-sam-works"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def unnamed(own_home: Path, data_key: bytes) -> Iterator[Path]:
    """Return a data folder with a locked vault in which nobody is named yet."""
    vault_id = make_locked(own_home, data_key)
    yield own_home
    keeper(own_home).drop(vault_id)


def make_locked(home: Path, data_key: bytes) -> str:
    """Make a vault that opens with PASSPHRASE; return its id."""
    vault_id = str(uuid.uuid4())
    key = keys.seal(
        data_key,
        vault=vault_id,
        passphrase=PASSPHRASE,
        recovery=keys.recovery_public(vault_id, "not-typed-by-anybody"),
        stretch=Stretch(memory=65_536),
    )
    vault = create(
        home / "vault", key, data_key, device="device-1", made_at=NOW.isoformat()
    )
    views.rebuild(vault)
    vault.close()
    return vault_id
