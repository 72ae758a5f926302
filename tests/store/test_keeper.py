"""Keeping a vault unlocked for a while: in the kernel's keyring, or in an agent."""

from __future__ import annotations

import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.store import kernel_keyring
from inclusion_cli.store.agent import AgentKeeper
from inclusion_cli.store.held import HARD_SECONDS, IDLE_SECONDS, seconds_left
from inclusion_cli.store.kernel_keyring import KernelKeyring, works_here
from tests.store.making import hurry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.store.held import Keeper

KERNEL = sys.platform == "linux" and works_here()


@pytest.fixture(autouse=True)
def names_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the keys alone that somebody's own vault is unlocked with."""
    monkeypatch.setattr(kernel_keyring, "_name", lambda v: b"test:" + v.encode())


pytestmark = (
    pytest.mark.filterwarnings(  # an agent outlives who started it: it is meant to
        "ignore:subprocess .* is still running:ResourceWarning"
    )
)


@pytest.fixture(params=["kernel", "agent"])
def held(request: pytest.FixtureRequest, tmp_path: Path) -> Keeper:
    """Return each way of holding a key."""
    if request.param == "agent":
        return AgentKeeper(tmp_path)
    if not KERNEL:
        pytest.skip("no kernel keyring here")
    return KernelKeyring()


@pytest.fixture
def name(held: Keeper) -> Iterator[str]:
    """Return the id of a vault whose key is forgotten at the end."""
    vault = str(uuid.uuid4())
    yield vault
    held.drop(vault)


def gone_within(held: Keeper, name: str, seconds: float) -> bool:
    """Say whether a key that nobody asks for is gone after a time."""
    time.sleep(seconds)
    return held.get(name) is None


# --- both ways ----------------------------------------------------------------------


def test_a_key_that_is_held_is_given_back(held: Keeper, name: str) -> None:
    """The same bytes, noughts and line ends among them, for ten minutes."""
    data_key = bytes(range(26)) + b"\n\r\0\0\xff\xfe"

    assert held.put(name, data_key)

    found = held.get(name)
    assert found
    assert (found.data_key, found.seconds) == (data_key, IDLE_SECONDS)


def test_nothing_is_held_of_a_vault_nobody_unlocked(held: Keeper, name: str) -> None:
    """No key for a stranger's name, and nothing to forget."""
    assert held.get(name) is None
    assert not held.drop(name)


def test_a_key_that_was_dropped_is_gone(held: Keeper, name: str) -> None:
    """Locked is locked, and it can be unlocked again."""
    held.put(name, b"one")

    assert held.drop(name)
    assert held.get(name) is None
    assert not held.drop(name)

    assert held.put(name, b"two")
    found = held.get(name)
    assert found
    assert found.data_key == b"two"


def test_the_keys_of_all_vaults_can_be_dropped(held: Keeper, name: str) -> None:
    """Where nobody can tell whose key it is, none is held any more."""
    assert held.put(name, bytes(range(32)))

    held.drop_all()

    assert held.get(name) is None


def test_vaults_are_kept_apart(held: Keeper, name: str) -> None:
    """Each name has its own key; locking one leaves the other."""
    other = str(uuid.uuid4())
    held.put(name, b"one")
    held.put(other, b"two")

    held.drop(name)

    found = held.get(other)
    assert found
    assert found.data_key == b"two"
    held.drop(other)


def test_a_key_is_forgotten_when_nobody_asks(
    held: Keeper, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The idle time ends it, and it can be held again afterwards."""
    hurry(monkeypatch, tmp_path, idle=1, hard=60)
    held.put(name, b"key")

    assert gone_within(held, name, 1.3)
    assert held.put(name, b"again")


@pytest.mark.parametrize(
    ("since_put", "left"),
    [(0, 600), (6599, 600), (6601, 599), (7199, 1), (7200, 0), (9000, -1800)],
)
def test_ten_minutes_idle_two_hours_at_the_most(since_put: int, left: int) -> None:
    """As gpg-agent has it (trust reference, section 7)."""
    assert (IDLE_SECONDS, HARD_SECONDS) == (600, 7200)
    assert seconds_left(1000.0, 1000.0 + since_put) == left


# --- the kernel ---------------------------------------------------------------------


@pytest.mark.skipif(not KERNEL, reason="no kernel keyring here")
def test_the_kernel_keeps_it_for_its_owner_and_lets_it_expire() -> None:
    """Possessor and owner, nobody else; and an end that does not depend on us."""
    ring, name = KernelKeyring(), str(uuid.uuid4())
    ring.put(name, b"key")

    (line,) = [
        line.split()
        for line in Path("/proc/keys").read_text().splitlines()
        if f"test:{name}" in line
    ]
    ring.drop(name)

    flags, expires, mode = line[1], line[3], line[4]
    assert flags.startswith("I")
    assert expires in ("9m", "10m")
    assert mode == "3f3f0000"


@pytest.mark.skipif(not KERNEL, reason="no kernel keyring here")
def test_the_kernel_is_asked_for_less_and_less_near_the_hard_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Asked at any time: ten minutes more, what is left of two hours, then nothing."""
    ring, name, now = KernelKeyring(), str(uuid.uuid4()), [1000.0]
    monkeypatch.setattr(kernel_keyring, "steady_now", lambda: now[0])
    ring.put(name, b"key")
    left = []

    for seconds in (0, 500, 6000, 7000, 7190, 7200):
        now[0] = 1000.0 + seconds
        found = ring.get(name)
        left.append(found.seconds if found else None)
    ring.drop(name)

    assert left == [600, 600, 600, 200, 10, None]
