"""The agent: a process that holds a key where there is no kernel keyring."""

from __future__ import annotations

import json
import os
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.store.agent import AgentKeeper
from tests.store.making import hurry

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = (
    pytest.mark.filterwarnings(  # it outlives who started it, as it is meant to
        "ignore:subprocess .* is still running:ResourceWarning"
    )
)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[AgentKeeper, str, bytes]]:
    """Return an agent that holds a key, the vault's name, and the key."""
    held, name, data_key = AgentKeeper(tmp_path), str(uuid.uuid4()), os.urandom(32)
    assert held.put(name, data_key)
    yield held, name, data_key
    held.drop(name)


def agents_in(folder: Path) -> list[Path]:
    """Return the /proc folders of agents that work in a folder."""
    found: list[Path] = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes()
            if b"store.agent" in words and (process / "cwd").readlink() == folder:
                found.append(process)
        except OSError:
            continue
    return found


needs_proc = pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")


@needs_proc
def test_no_key_and_no_secret_is_in_its_arguments_or_environment(
    running: tuple[AgentKeeper, str, bytes], tmp_path: Path
) -> None:
    """Whoever lists processes learns nothing."""
    held, name, data_key = running
    secret = json.loads(held._note(name).read_text())["secret"]
    (process,) = agents_in(tmp_path)

    told = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()

    for hidden in (data_key, data_key.hex().encode(), secret.encode()):
        assert hidden not in told


@needs_proc
def test_it_leaves_no_memory_dump(
    running: tuple[AgentKeeper, str, bytes], tmp_path: Path
) -> None:
    """A crash writes the key to no disk."""
    assert running
    (process,) = agents_in(tmp_path)

    (line,) = [
        line
        for line in (process / "limits").read_text().splitlines()
        if line.startswith("Max core file size")
    ]
    assert line.split()[4:6] == ["0", "0"]


@needs_proc
def test_it_is_gone_when_it_is_dropped(
    running: tuple[AgentKeeper, str, bytes], tmp_path: Path
) -> None:
    """No process, no note, no socket."""
    held, name, _key = running
    address = Path(json.loads(held._note(name).read_text())["address"])
    assert address.exists()

    held.drop(name)

    end = time.monotonic() + 3
    while agents_in(tmp_path) and time.monotonic() < end:
        time.sleep(0.02)
    assert agents_in(tmp_path) == []
    assert not address.exists()
    assert list(tmp_path.iterdir()) == []


def test_an_agent_in_use_lives_past_the_idle_time_and_not_past_the_hard_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asking begins the idle time anew, up to the hard end; then nothing is held."""
    hurry(monkeypatch, tmp_path, idle=1, hard=3)
    held = AgentKeeper(tmp_path)
    held.put("vault-id", b"key")
    begun, last = time.monotonic(), 0.0

    while held.get("vault-id") and time.monotonic() - begun < 5:
        last = time.monotonic() - begun
        time.sleep(0.1)

    assert 1.2 < last < 3


def test_who_does_not_know_the_secret_gets_nothing_and_ends_nothing(
    running: tuple[AgentKeeper, str, bytes],
) -> None:
    """A stranger is turned away; the key is still there for who knows the secret."""
    held, name, data_key = running
    note = held._note(name)
    told = json.loads(note.read_text())
    note.write_text(json.dumps({**told, "secret": "00" * 32}))
    assert held.get(name) is None
    note.write_text(json.dumps(told))

    found = held.get(name)

    assert found
    assert found.data_key == data_key


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_its_note_and_its_socket_are_for_their_owner_alone(
    running: tuple[AgentKeeper, str, bytes],
) -> None:
    """Nobody else may read the secret or come near the socket."""
    held, name, _key = running
    note = held._note(name)
    address = Path(json.loads(note.read_text())["address"])

    assert note.stat().st_mode & 0o777 == 0o600
    assert address.parent.stat().st_mode & 0o077 == 0 or (
        address.stat().st_mode & 0o077 == 0
    )


@pytest.mark.parametrize("note", ["", "{}", '{"address": 1}', "{"])
def test_a_note_that_is_not_one_is_nothing_held(tmp_path: Path, note: str) -> None:
    """Whatever stands in the file, the passphrase is asked for again: no more."""
    held = AgentKeeper(tmp_path)
    held._note("vault-id").write_text(note)

    assert held.get("vault-id") is None
