"""Locking, unlocking and changing what opens a vault, by the commands themselves."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli import files
from inclusion_cli.cli import keys as key_commands
from inclusion_cli.errors import DiskFull, WrongPassphrase
from inclusion_cli.store import kernel_keyring, keys
from inclusion_cli.store.folder import KEY_COPY, KEY_FILE
from inclusion_cli.store.keyfile import Key, read_key
from tests.store.making import CODE, PASSPHRASE, QUICK, typed

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Ran, Run

NEW = "thimble orchard quartz bicycle nine"


@pytest.fixture(autouse=True)
def names_of_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the keys alone that somebody's own vault is unlocked with."""
    monkeypatch.setattr(kernel_keyring, "_name", lambda v: b"test:" + v.encode())


pytestmark = pytest.mark.filterwarnings(
    "ignore:subprocess .* is still running:ResourceWarning"
)


@pytest.fixture(params=["kernel", "agent"])
def locked(
    request: pytest.FixtureRequest, own: Vault, monkeypatch: pytest.MonkeyPatch
) -> Vault:
    """Return a vault nobody has unlocked, with each way of holding its key."""
    own.close()
    if request.param == "agent":
        monkeypatch.setattr(kernel_keyring, "works_here", lambda: False)
    elif sys.platform != "linux" or not kernel_keyring.works_here():
        pytest.skip("no kernel keyring here")
    return own


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new passphrase cost no time."""
    monkeypatch.setattr(key_commands, "measured_stretch", lambda: QUICK)


def said(ran: Ran) -> str:
    """Return the sentence of a command, whether it went well or not."""
    found: str = ran.data["says"] if ran.code == 0 else ran.error["message"]
    return found


def opens(key: Key, secret: str) -> bool:
    """Say whether a passphrase or a code opens a key; nothing but "wrong" is no."""
    for opened_with in (keys.open_with_passphrase, keys.open_with_recovery):
        with suppress(WrongPassphrase):
            return bool(opened_with(key, secret))
    return False


def test_unlocked_it_opens_without_a_passphrase_until_it_is_locked(
    run: Run, locked: Vault
) -> None:
    """Locked 14, unlocked 0, locked again 14, in so many words."""
    before = run("verify", "--json")
    unlocked = run("unlock", "--json", "--passphrase-fd", typed(PASSPHRASE))
    during = run("verify", "--json")
    first, second = run("lock", "--json"), run("lock", "--json")
    after = run("verify", "--json")

    assert locked.id
    assert [before.code, during.code, after.code] == [14, 0, 14]
    assert said(before) == said(after) == "The vault is locked."
    assert said(unlocked) == "The vault is unlocked."
    assert unlocked.data["minutes"] == 10
    assert said(first) == "The vault is locked."
    assert said(second) == "The vault was locked already."


def test_a_vault_whose_key_cannot_be_read_is_locked_all_the_same(
    run: Run, locked: Vault
) -> None:
    """Damage to both copies of its key is told, and nothing stays unlocked."""
    run("unlock", "--passphrase-fd", typed(PASSPHRASE))
    whole = {name: (locked.folder / name).read_bytes() for name in (KEY_FILE, KEY_COPY)}
    for name in whole:
        (locked.folder / name).write_bytes(b"{}")

    ran = run("lock")

    for name, data in whole.items():
        (locked.folder / name).write_bytes(data)
    assert ran.code == 15
    assert run("verify", "--json").code == 14


def test_a_wrong_passphrase_unlocks_nothing(run: Run, locked: Vault) -> None:
    """Exit 14, one sentence that hints at nothing, and still locked."""
    ran = run("unlock", "--json", "--passphrase-fd", typed("no"))

    assert locked.id
    assert (ran.code, said(ran)) == (14, "That passphrase does not open this vault.")
    assert run("verify", "--json").code == 14


def test_a_passphrase_given_with_a_command_is_tried_though_it_is_unlocked(
    run: Run, locked: Vault
) -> None:
    """What is typed is what counts: a wrong one is told, not ignored."""
    run("unlock", "--passphrase-fd", typed(PASSPHRASE))

    assert locked.id
    assert run("verify", "--passphrase-fd", typed("no")).code == 14


@pytest.mark.parametrize("line", [b"caf\xc3\xa9 \xff\xfe", b"\0", b""])
def test_bytes_that_are_no_text_are_told_in_words(
    run: Run, own: Vault, line: bytes
) -> None:
    """A script's mistake is never "our mistake"."""
    import os

    own.close()
    reads, writes = os.pipe()
    os.write(writes, line + b"\n")
    os.close(writes)

    ran = run("unlock", "--json", "--passphrase-fd", str(reads))

    assert ran.code in (2, 14)


@pytest.mark.usefixtures("quick")
def test_a_changed_passphrase_is_the_only_one(run: Run, locked: Vault) -> None:
    """The new one and the recovery code open it, the old one does not; it is locked."""
    run("unlock", "--passphrase-fd", typed(PASSPHRASE))
    told = "--passphrase-fd", typed(PASSPHRASE), "--new-fd", typed(NEW)

    ran = run("passphrase", "--json", *told)

    key = read_key(locked.folder)
    assert said(ran) == "The passphrase is changed."
    assert [opens(key, s) for s in (PASSPHRASE, NEW, CODE)] == [False, True, True]
    assert run("verify", "--json").code == 14


@pytest.mark.usefixtures("quick")
def test_recovering_ends_the_passphrase_and_the_code(run: Run, locked: Vault) -> None:
    """One new passphrase and one new code; neither old one opens anything."""
    told = "--passphrase-fd", typed(CODE.lower()), "--new-fd", typed(NEW)

    ran = run("recover", "--json", *told)

    key, fresh = read_key(locked.folder), ran.data["recovery_code"]
    assert [opens(key, s) for s in (PASSPHRASE, CODE)] == [False, False]
    assert [opens(key, s) for s in (NEW, fresh)] == [True, True]
    assert key == read_key(locked.folder)


@pytest.mark.usefixtures("quick")
def test_a_wrong_recovery_code_is_named_as_one(run: Run, locked: Vault) -> None:
    """It is not a passphrase, and the way out is not the code itself."""
    other = "-".join(reversed(CODE.split("-")))
    told = "--passphrase-fd", typed(other), "--new-fd", typed(NEW)

    ran = run("recover", "--json", *told)

    assert locked.id
    assert ran.code == 14
    assert said(ran) == "That recovery code does not open this vault."
    assert "Look at your paper" in ran.error["hint"]


@pytest.mark.parametrize("weak", ["", "short", "password password"])
def test_a_weak_new_passphrase_changes_nothing(run: Run, own: Vault, weak: str) -> None:
    """A script is held to what a person is held to: exit 2."""
    own.close()
    before = (own.folder / KEY_FILE).read_bytes()

    told = "--passphrase-fd", typed(PASSPHRASE), "--new-fd", typed(weak)
    ran = run("passphrase", "--json", *told)

    assert ran.code == 2
    assert (own.folder / KEY_FILE).read_bytes() == before


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("failing", [1, 2])
def test_a_change_that_breaks_off_leaves_one_passphrase_that_opens(
    run: Run, own: Vault, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """The disk is full at the first or the second copy: one of the two opens it."""
    own.close()
    replace, calls = files.replace, iter(range(1, 9))

    def full(path: Path, data: bytes) -> None:
        if path.name in (KEY_FILE, KEY_COPY) and next(calls) == failing:
            raise DiskFull
        replace(path, data)

    monkeypatch.setattr(files, "replace", full)
    told = "--passphrase-fd", typed(PASSPHRASE), "--new-fd", typed(NEW)

    ran = run("passphrase", "--json", *told)

    key = read_key(own.folder)
    assert (ran.code, said(ran)) == (28, "Not saved: the disk is full.")
    assert [opens(key, secret) for secret in (PASSPHRASE, NEW)] == [
        failing == 1,
        failing == 2,
    ]


@pytest.mark.parametrize(
    "words", [("lock",), ("unlock",), ("passphrase",), ("recover",)]
)
def test_the_practice_vault_has_no_lock(
    run: Run, empty_practice: Path, words: tuple[Any, ...]
) -> None:
    """Exit 11, and why."""
    ran = run(*words, "--practice", "--json")

    assert empty_practice.is_dir()
    assert ran.code == 11
    assert said(ran) == "The practice vault is never locked. Nobody in it is real."
