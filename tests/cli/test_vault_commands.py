"""Set up, lock, unlock, change, recover: by scripts, with real keys."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.cli import passphrases
from inclusion_cli.store.keyfile import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Ran, Run

WORDS = "correct horse battery staple lantern"
OTHER = "ribbon copper anvil meadow thirteen"


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch a passphrase a little only; how far is tested with the keys."""
    monkeypatch.setattr(
        "inclusion_cli.cli.init.measured_stretch", lambda: Stretch(64, 1, 1)
    )
    monkeypatch.setattr(
        "inclusion_cli.cli.keys.measured_stretch", lambda: Stretch(64, 1, 1)
    )


@contextmanager
def through_fd(text: str) -> Iterator[str]:
    """Hand a line over through a file descriptor; return its number."""
    out, into = os.pipe()
    os.write(into, f"{text}\n".encode())
    os.close(into)
    try:
        yield str(out)
    finally:
        os.close(out)


def init(run: Run, *more: str) -> Ran:
    """Set up a vault as a script does."""
    with through_fd(WORDS) as number:
        return run(
            "init", "--no-input", "--passphrase-fd", number, "--worker", "Sam",
            "--service", "Elm House", "--nation", "wales", "--json", *more,
        )  # fmt: skip


def test_a_vault_is_set_up_and_opens(run: Run, own_home: Path) -> None:
    """A script sets up a vault; the code is shown once; home opens."""
    ran = init(run)

    assert ran.code == 0
    assert len(ran.data["recovery_code"].split("-")) == 8
    assert "There is nobody here yet." in run().out
    assert sorted(path.name for path in (own_home / "vault").iterdir()) == [
        "vault.db",
        "vault.key",
        "vault.key.2",
    ]
    run("lock")


def test_nothing_is_made_while_an_answer_is_missing(run: Run, own_home: Path) -> None:
    """All that is missing is told first; no half vault is left."""
    with through_fd(WORDS) as number:
        ran = run("init", "--no-input", "--passphrase-fd", number, "--worker", "Sam")

    assert ran.code == 2
    assert "Service: add --service" in ran.err
    assert "Nation: add --nation" in ran.err
    assert not (own_home / "vault").exists()


def test_a_weak_passphrase_is_refused(run: Run, own_home: Path) -> None:
    """Three short words are not enough for a file that can be carried away."""
    with through_fd("password password") as number:
        ran = run(
            "init", "--no-input", "--passphrase-fd", number, "--worker", "Sam",
            "--service", "Elm House", "--nation", "wales",
        )  # fmt: skip

    assert ran.code == 2
    assert "It can be guessed." in ran.err
    assert not (own_home / "vault" / "vault.db").exists()


def test_setting_up_twice_is_refused(run: Run) -> None:
    """A vault that stands is never touched by init."""
    init(run)

    ran = init(run)

    assert ran.code == 11
    run("lock")


def test_locked_needs_the_passphrase_again(run: Run) -> None:
    """Locked: one sentence and exit 14; unlocked: home."""
    init(run)

    assert run("lock").code == 0
    locked = run()
    with through_fd("wrong words all five here") as number:
        wrong = run("unlock", "--passphrase-fd", number)
    with through_fd(WORDS) as number:
        right = run("unlock", "--passphrase-fd", number)

    assert (locked.code, wrong.code, right.code) == (14, 14, 0)
    assert locked.err.startswith("Error: The vault is locked.")
    assert wrong.err.startswith("Error: That passphrase does not open this vault.")
    assert run().code == 0
    run("lock")


def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(run: Run) -> None:
    """The new one is tried before the old one goes."""
    init(run)

    with through_fd(WORDS) as old, through_fd(OTHER) as new:
        changed = run("passphrase", "--passphrase-fd", old, "--new-fd", new)
    with through_fd(WORDS) as number:
        old_again = run("unlock", "--passphrase-fd", number)
    with through_fd(OTHER) as number:
        new_one = run("unlock", "--passphrase-fd", number)

    assert (changed.code, old_again.code, new_one.code) == (0, 14, 0)
    run("lock")


def test_the_recovery_code_opens_and_is_replaced(run: Run) -> None:
    """After a lost passphrase: a new passphrase, a new code, and the old code void."""
    code = init(run).data["recovery_code"]
    run("lock")

    with through_fd(code) as number, through_fd(OTHER) as new:
        ran = run("recover", "--passphrase-fd", number, "--new-fd", new, "--json")
    with through_fd(OTHER) as number:
        opened = run("unlock", "--passphrase-fd", number)
    with through_fd(code) as number, through_fd(WORDS) as new:
        again = run("recover", "--passphrase-fd", number, "--new-fd", new)

    assert ran.code == 0
    assert ran.data["recovery_code"] != code
    assert opened.code == 0
    assert again.code == 14
    run("lock")


def test_there_is_no_vault_until_one_is_made(run: Run, own_home: Path) -> None:
    """A wrong path makes nothing, and says what to do."""
    ran = run("debrief", "AK-014", "--no-input")

    assert ran.code == 3
    assert "To set up your own, type: inclusion init." in ran.err
    assert not own_home.exists()


@pytest.mark.usefixtures("empty_practice")
def test_the_practice_vault_is_never_locked(run: Run) -> None:
    """It opens for everybody, and says so."""
    ran = run("lock", "--practice")

    assert ran.code == 11
    assert "never locked" in ran.err


def test_a_stretch_is_measured_and_never_below_the_floor() -> None:
    """What this computer can bear in about half a second, 64 MiB at the least."""
    assert passphrases.measured_stretch().memory >= 64 * 1024
