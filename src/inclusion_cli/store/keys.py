"""The key of a vault: a random data key, sealed with age to several identities.

Nothing in `vault.key` opens the vault without the passphrase or the recovery code.
Changing the passphrase seals the same data key anew; the vault is not rewritten.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import replace
from inclusion_cli.errors import VaultDamaged, WrongPassphrase
from inclusion_cli.plain import canonical, kept
from inclusion_cli.store.bech32 import age_identity
from inclusion_cli.store.keyfile import Key, Stretch
from inclusion_cli.store.recovery import is_recovery_code, recovery_seed
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

DATA_KEY_BYTES = 32
FLOOR = Stretch(64 * 1024)
CEILING = Stretch(512 * 1024)
_PRACTICE_SEED = hashlib.sha256(b"inclusion/practice/v1").digest()


def new_data_key() -> bytes:
    """Return a fresh data key."""
    return os.urandom(DATA_KEY_BYTES)


def seal(
    data_key: bytes,
    *,
    vault: str,
    passphrase: str,
    recovery: str,
    stretch: Stretch,
    mark: int = 0,
) -> Key:
    """Return a key that opens with the passphrase or with the recovery code.

    `recovery` is the code's public half, from `recovery_public`.
    """
    salt = os.urandom(16)
    own = _public(_stretched(as_copied(passphrase), salt, stretch))
    return Key(
        vault=vault,
        practice=False,
        salt=salt.hex(),
        stretch=stretch,
        sealed=_sealed(data_key, vault, own, recovery),
        own=own,
        recovery=recovery,
        mark=mark,
    )


def with_recovery(key: Key, data_key: bytes, recovery: str) -> Key:
    """Return the key for a new recovery code; the passphrase stays the same."""
    sealed = _sealed(data_key, key.vault, key.own, recovery)
    return replace(key, sealed=sealed, recovery=recovery)


def recovery_public(vault: str, code: str) -> str:
    """Return the public half of a recovery code."""
    return _public(recovery_seed(vault, code))


def seal_for_practice(data_key: bytes, *, vault: str) -> Key:
    """Return the key of a practice vault: it opens for everybody, and says so."""
    own = _public(_PRACTICE_SEED)
    sealed = _sealed(data_key, vault, own, "")
    return Key(vault, practice=True, salt="", stretch=FLOOR, sealed=sealed, own=own)


def as_copied(passphrase: str) -> str:
    """Return a passphrase as words copied by hand are read: capitals do not count."""
    return passphrase.casefold()


def open_with_passphrase(key: Key, passphrase: str) -> bytes:
    """Return the data key. Raises WrongPassphrase, or VaultDamaged.

    A vault sealed before capitals stopped counting opens as it was typed then.
    """
    copied = as_copied(passphrase)
    try:
        return _opened_by(key, copied)
    except WrongPassphrase:
        if copied == passphrase:
            raise
    return _opened_by(key, passphrase)


def _opened_by(key: Key, passphrase: str) -> bytes:
    try:
        seed = _stretched(passphrase, bytes.fromhex(key.salt), key.stretch)
    except ValueError:  # letters no passphrase can have
        raise WrongPassphrase from None
    return _opened(key, seed)


def open_with_recovery(key: Key, code: str) -> bytes:
    """Return the data key. Raises WrongPassphrase where the code is not this one."""
    if not is_recovery_code(code):
        raise WrongPassphrase
    return _opened(key, recovery_seed(key.vault, code))


def open_practice(key: Key) -> bytes:
    """Return the data key of a practice vault."""
    return _opened(key, _PRACTICE_SEED)


def derived(data_key: bytes, purpose: str) -> bytes:
    """Return a key for one purpose, from the data key (HKDF-Expand, one block)."""
    label = f"inclusion/{purpose}/v1".encode()
    return hmac.digest(data_key, label + b"\x01", "sha256")


def _sealed(data_key: bytes, vault: str, own: str, recovery: str) -> str:
    """Return the data key and who may open it, sealed to both of them.

    The public halves are sealed in, so that one put into the file by somebody else is
    noticed before the data key is ever sealed to it.
    """
    import pyrage

    inside = {"key": data_key.hex(), "vault": vault, "own": own, "recovery": recovery}
    to = [pyrage.x25519.Recipient.from_str(half) for half in (own, recovery) if half]
    return base64.b64encode(pyrage.encrypt(canonical(inside).encode(), to)).decode()


def _public(seed: bytes) -> str:
    import pyrage

    return str(pyrage.x25519.Identity.from_str(age_identity(seed)).to_public())


def _opened(key: Key, seed: bytes) -> bytes:
    import pyrage

    identity = pyrage.x25519.Identity.from_str(age_identity(seed))
    try:
        inside = pyrage.decrypt(base64.b64decode(key.sealed), [identity])
    except pyrage.DecryptError as error:
        if "matching" in str(error):
            raise WrongPassphrase from None
        raise VaultDamaged(say("its key does not open.")) from None
    held = json.loads(inside)
    if held["vault"] != key.vault:
        raise VaultDamaged(say("its key belongs to another vault."))
    if (held["own"], held["recovery"]) != (key.own, key.recovery):
        raise VaultDamaged(say("who may open it was changed by somebody else."))
    return bytes.fromhex(held["key"])


def _stretched(passphrase: str, salt: bytes, stretch: Stretch) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        " ".join(kept(passphrase).split()).encode(),
        salt,
        stretch.passes,
        stretch.memory,
        stretch.lanes,
        DATA_KEY_BYTES,
        Type.ID,
    )


def try_out(stretch: Stretch) -> None:
    """Do the work of one stretch, to see what it costs here."""
    _stretched("a passphrase", bytes(16), stretch)


def calibrated(
    measure: Callable[[Stretch], float], *, wanted_seconds: float = 0.7
) -> Stretch:
    """Return a stretch that takes about `wanted_seconds` here, never below the floor.

    `measure` takes a stretch and returns the seconds it took.
    """
    stretch = FLOOR
    while stretch.memory < CEILING.memory and measure(stretch) * 2 <= wanted_seconds:
        stretch = replace(stretch, memory=stretch.memory * 2)
    return stretch
