"""What every test may ask for: a clock, a vault, a practice vault, a command line."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from inclusion_cli.casework.person import add_person
from inclusion_cli.casework.service import set_up_service
from inclusion_cli.cli import door, story
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.person import Person
from inclusion_cli.settings import Call
from inclusion_cli.store import keys, views
from inclusion_cli.store.vault import Vault, create, open_vault
from inclusion_cli.store.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.kept import Kept

settings.register_profile(
    "house",
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden pages be renewed, to be read before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="renew golden pages")


MEMORY = Path("/dev/shm")  # noqa: S108 - nothing of it is anybody's
ROOM = 4 * 2**30
"""Bytes; more than all that tests keep at a time."""


def pytest_configure(config: pytest.Config) -> None:
    """Let tests write to memory where there is room in it.

    Each save waits for the disk to have it, as it must, and that wait was half of the
    suite. What a test proves of a save is the same: none of them cuts the power.
    """
    chosen = config.option.basetemp or "PYTEST_DEBUG_TEMPROOT" in os.environ
    if not chosen and MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = str(MEMORY)


NOW = datetime(2026, 11, 18, 17, 40).astimezone()
"""Wednesday 18 November 2026, 5:40pm: the day of the written transcripts."""


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a data folder of its own, and nobody's environment."""
    home = tmp_path / "home"
    monkeypatch.setenv("INCLUSION_HOME", str(home))
    for name in ("ACCESSIBLE", "NO_COLOR", "INCLUSION_NOW", "INCLUSION_LANG"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands at NOW."""
    return Clock(NOW)


@pytest.fixture
def data_key() -> bytes:
    """Return a data key that is the same in every run."""
    return bytes(range(32))


@pytest.fixture
def vault(own_home: Path, data_key: bytes) -> Iterator[Vault]:
    """Return an empty practice vault with its views, in the test's own folder."""
    opened = new_vault(own_home / "practice", data_key)
    yield opened
    opened.close()


def new_vault(folder: Path, data_key: bytes, *, device: str = "device-1") -> Vault:
    """Make a practice vault: encrypted like any other, opened without Argon2."""
    key = keys.seal_for_practice(data_key, vault="vault-1")
    made = NOW.isoformat()
    opened = create(folder, key, data_key, device=device, made_at=made)
    views.rebuild(opened)
    return opened


@pytest.fixture
def work(vault: Vault, clock: Clock) -> Iterator[Work]:
    """Return one open unit of work; it is kept when the test ends well."""
    with Work(vault, clock, "sam") as opened:
        yield opened


@pytest.fixture
def amina(work: Work) -> Kept[Person]:
    """Return Amina Khan, AK-014, added to the vault."""
    add_person(work, Person("AK-014", "Amina Khan", "Amina"))
    return work.all(Person)[0]


# --- the command line ---------------------------------------------------------------


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """Return the data of the JSON envelope."""
        return json.loads(self.out)["data"]

    @property
    def error(self) -> Any:
        """Return the error of the JSON envelope."""
        return json.loads(self.out)["error"]


class Run:
    """Run commands in this process, as the door does, with nobody at the terminal."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> Ran:
        """Run one command."""
        self._capsys.readouterr()
        code = door.run(list(words))
        said = self._capsys.readouterr()
        return Ran(code, said.out, said.err)


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Run]:
    """Return a way to run commands without a terminal."""
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr(sys, "stdin", nothing)
        yield Run(capsys)


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a practice vault with the three cases, made once and never written to."""
    home = tmp_path_factory.mktemp("lived-in")
    before = os.environ.get("INCLUSION_HOME")
    os.environ["INCLUSION_HOME"] = str(home)
    desk = Desk(Call(practice=True, no_input=True), clock=Clock(NOW))
    try:
        story.make(desk, empty=False, now=NOW)
    finally:
        desk.close()
        if before is not None:
            os.environ["INCLUSION_HOME"] = before
    return home


@pytest.fixture
def cases(lived_in: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a data folder with a copy of the three cases; the clock stands at NOW."""
    shutil.copytree(lived_in, own_home)
    monkeypatch.setenv("INCLUSION_NOW", NOW.isoformat())
    return own_home


@pytest.fixture
def cases_vault(cases: Path) -> Iterator[Vault]:
    """Return the open practice vault with the three cases."""
    folder = cases / "practice"
    from inclusion_cli.store.keyfile import read_key

    opened = open_vault(folder, keys.open_practice(read_key(folder)))
    yield opened
    opened.close()


@pytest.fixture
def empty_practice(
    own_home: Path, data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Return a data folder with a practice vault in which nobody is yet."""
    opened = new_vault(own_home / "practice", data_key)
    service = {
        "worker": "Sam",
        "role": "Key worker",
        "service": "Elm House",
        "nation": "england",
    }
    with Work(opened, Clock(NOW), "setup") as begun:
        set_up_service(begun, service)
    opened.close()
    monkeypatch.setenv("INCLUSION_NOW", NOW.isoformat())
    return own_home


@pytest.fixture
def london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be in London, where clocks change in March and October (25 October 2026)."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system has one zone")
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    yield
    os.environ.pop("TZ", None)
    time.tzset()
