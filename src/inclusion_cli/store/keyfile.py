"""`vault.key`: what it holds, read from whichever of its two copies is whole."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from inclusion_cli import files
from inclusion_cli.domain.record import record
from inclusion_cli.errors import VaultDamaged, VaultMissing, VaultNewer
from inclusion_cli.plain import canonical, plain
from inclusion_cli.store.folder import DATABASE, KEY_COPY, KEY_FILE
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from pathlib import Path

KEY_FORM = 1


@record
class Stretch:
    """How hard a passphrase is stretched: Argon2id (RFC 9106, section 4).

    `memory` is in KiB. The floor, 64 MiB with 3 passes on 4 lanes, is the RFC's second
    choice.
    """

    memory: int
    passes: int = 3
    lanes: int = 4

    @property
    def bearable(self) -> bool:
        """Say whether a laptop can do it: at most 1 GiB, 10 passes, 16 lanes."""
        return self.memory <= 1 << 20 and self.passes <= 10 and self.lanes <= 16


@record
class Key:
    """What `vault.key` says. `sealed` is the data key in an age file, in base 64.

    `own` and `recovery` are the public halves of the passphrase's and the code's
    identities: the data key can be sealed to them again, and nothing can be opened with
    them. `mark` is the number of entries last seen here, so that an older copy of the
    vault is noticed when it is opened.
    """

    vault: str
    practice: bool
    salt: str
    stretch: Stretch
    sealed: str
    own: str = ""
    recovery: str = ""
    mark: int = 0


def write_key(folder: Path, key: Key) -> None:
    """Write both copies, one after the other, each whole or not at all."""
    data = _text(key)
    for name in (KEY_FILE, KEY_COPY):
        files.replace(folder / name, data)


def read_key(folder: Path) -> Key:
    """Return the key, from whichever copy is whole.

    Raises VaultMissing, VaultNewer, or VaultDamaged where neither copy is whole.
    """
    paths = [folder / name for name in (KEY_FILE, KEY_COPY)]
    there = [path for path in paths if path.is_file()]
    if not there:
        if (folder / DATABASE).exists():
            raise VaultDamaged(
                say(
                    "{key_file} is missing. Put it back beside {database}.",
                    key_file=KEY_FILE,
                    database=DATABASE,
                )
            )
        raise VaultMissing(str(folder))
    for path in there:
        found = _parsed(path.read_bytes())
        if found:
            return found
    raise VaultDamaged(say("neither copy of its key is whole."))


def _text(key: Key) -> bytes:
    body: dict[str, Any] = {
        "inclusion_key": KEY_FORM,
        "vault": key.vault,
        "practice": key.practice,
        "salt": key.salt,
        "argon2id": plain(key.stretch),
        "sealed": key.sealed,
        "own": key.own,
        "recovery": key.recovery,
        "mark": key.mark,
    }
    return json.dumps({**body, "sum": _sum(body)}, indent=1).encode()


def _parsed(data: bytes) -> Key | None:
    """Return the key in a file's bytes, or None where they are not whole."""
    try:
        body = json.loads(data)
        told = body.pop("sum")
        if told != _sum(body):
            return None
        if body["inclusion_key"] > KEY_FORM:
            raise VaultNewer(body["inclusion_key"], KEY_FORM)
        stretch = Stretch(**body["argon2id"])
        if not stretch.bearable:
            return None
        return Key(
            body["vault"],
            body["practice"],
            body["salt"],
            stretch,
            body["sealed"],
            body["own"],
            body["recovery"],
            body["mark"],
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _sum(body: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(body).encode()).hexdigest()
