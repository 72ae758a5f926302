"""`inclusion unlock | lock | passphrase | recover`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from inclusion_cli.cli.options import command
from inclusion_cli.cli.passphrases import (
    chosen_passphrase,
    measured_stretch,
    new_recovery,
    nothing_changed,
    proved,
)
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import VaultState
from inclusion_cli.errors import (
    Locked,
    NotUnderstood,
    RuleSaysNo,
    VaultDamaged,
    WrongPassphrase,
)
from inclusion_cli.interviews.setup import judged
from inclusion_cli.opening import read_fd, thrice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.store.keyfile import Key

app = single("keys")
NewFd = Annotated[
    int | None,
    typer.Option(
        "--new-fd",
        metavar="N",
        help=say("Read the new passphrase from this descriptor."),
    ),
]


class WrongRecoveryCode(WrongPassphrase):
    """The code typed is not the recovery code of this vault."""

    hint = say("Look at your paper and try again: inclusion recover")

    def __init__(self) -> None:
        super().__init__(say("That recovery code does not open this vault."))


class PracticeIsOpen(RuleSaysNo):
    """A practice vault opens for everybody."""

    hint = say("For your own vault, leave out --practice.")

    def __init__(self) -> None:
        super().__init__(
            say("The practice vault is never locked. Nobody in it is real.")
        )


def _own_key(desk: Desk) -> Key:
    from inclusion_cli.store.folder import check_file
    from inclusion_cli.store.keyfile import read_key

    check_file(desk.folder)
    key = read_key(desk.folder)
    if key.practice:
        raise PracticeIsOpen
    return key


@command(app, "unlock")
def unlock(desk: Desk) -> VaultState:
    """Unlock the vault for a while: 10 minutes idle, 2 hours at the most."""
    from inclusion_cli.store.held import IDLE_SECONDS
    from inclusion_cli.store.keeper import keeper
    from inclusion_cli.store.vault import open_vault

    key = _own_key(desk)
    data_key = desk.unlocked_by_passphrase()
    vault = open_vault(desk.folder, data_key)
    vault.note_mark()
    desk.settle(vault, data_key)
    held = keeper(desk.settings.home).put(key.vault, data_key)
    if not held:
        says = say("The passphrase is right. It will be asked each time.")
        return VaultState(says, locked=True, next=("today",))
    return VaultState(
        say("The vault is unlocked."),
        locked=False,
        minutes=IDLE_SECONDS // 60,
        next=("today",),
    )


@command(app, "lock")
def lock(desk: Desk) -> VaultState:
    """Lock the vault now, on this computer."""
    from inclusion_cli.store.keeper import keeper

    holds = keeper(desk.settings.home)
    try:
        held = holds.drop(_own_key(desk).vault)
    except VaultDamaged:
        holds.drop_all()  # whose key it is cannot be read: it is locked all the same
        raise
    says = say("The vault is locked.") if held else say("The vault was locked already.")
    return VaultState(says, locked=True, next=("unlock",))


@command(app, "passphrase")
def passphrase(desk: Desk, *, new_fd: NewFd = None) -> VaultState:
    """Change the passphrase. The recovery code stays the same.

    Copies of the vault made before still open with the old passphrase.
    """
    _own_key(desk)
    data_key = desk.unlocked_by_passphrase()
    with nothing_changed(
        say(
            "Nothing is changed. Your old passphrase still opens the vault. "
            "Cross out what you wrote down."
        )
    ):
        new = _new_passphrase(desk, new_fd)
        _change_key(desk, data_key, new)
    return VaultState(say("The passphrase is changed."), locked=True, next=("unlock",))


@command(app, "recover")
def recover(desk: Desk, *, new_fd: NewFd = None) -> VaultState:
    """Open the vault with the recovery code, and make a new passphrase and code.

    For scripts: the code through --passphrase-fd, the new passphrase through --new-fd.
    """
    from inclusion_cli.store.keys import recovery_public

    key = _own_key(desk)
    data_key = _by_code(desk, key)
    with nothing_changed(
        say(
            "Nothing is changed. Your old passphrase and old code still open the "
            "vault. Cross out what you wrote down."
        )
    ):
        new, code = _new_passphrase(desk, new_fd), new_recovery()
        if desk.asker:
            proved(desk, code)
        _change_key(desk, data_key, new, recovery=recovery_public(key.vault, code))
    return VaultState(
        say(
            "The vault has a new passphrase and a new recovery code. "
            "The old code opens nothing any more."
        ),
        locked=True,
        recovery_code="" if desk.asker else code,
        next=("unlock",),
    )


def _change_key(
    desk: Desk, data_key: bytes, passphrase: str, *, recovery: str = ""
) -> None:
    """Seal the data key anew, in the vault it was proved to open."""
    from inclusion_cli.store.keeper import keeper
    from inclusion_cli.store.keys import open_with_passphrase, seal
    from inclusion_cli.store.vault import open_vault

    def fresh(key: Key) -> Key:
        new = seal(
            data_key,
            vault=key.vault,
            passphrase=passphrase,
            recovery=recovery or key.recovery,
            stretch=stretch,
            mark=key.mark,
        )
        assert open_with_passphrase(new, passphrase) == data_key
        return new

    stretch = measured_stretch()
    vault = open_vault(desk.folder, data_key)
    try:
        vault.change_key(fresh)
    finally:
        vault.close()
    keeper(desk.settings.home).drop(vault.id)


def _new_passphrase(desk: Desk, new_fd: int | None) -> str:
    if new_fd is None:
        return chosen_passphrase(desk, ())
    new = read_fd(new_fd)
    if wrong := judged(new, ()):
        raise NotUnderstood(
            say("Choose a stronger new passphrase. {wrong}", wrong=wrong)
        )
    return new


def _by_code(desk: Desk, key: Key) -> bytes:
    """Return the data key, by a recovery code from the script or the terminal."""
    from inclusion_cli.store.keys import open_with_recovery

    def opened(code: str) -> bytes:
        try:
            return open_with_recovery(key, code)
        except WrongPassphrase:
            raise WrongRecoveryCode from None

    if desk.call.passphrase_fd is not None:
        return opened(read_fd(desk.call.passphrase_fd))
    if desk.asker is None:
        raise Locked
    return thrice(desk.asker, say("Recovery code:"), opened)
