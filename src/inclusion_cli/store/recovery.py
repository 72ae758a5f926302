"""The recovery code: shown once, kept on paper, typed back when all else is lost."""

from __future__ import annotations

import hashlib
import hmac

from inclusion_cli.store import crockford

RECOVERY_SIGNS = 32
_CHECK_SIGNS = 4


def new_recovery_code() -> str:
    """Return 140 random bits and a check as eight groups of four signs."""
    import secrets  # noqa: PLC0415 - no other command draws one

    drawn = secrets.randbits(5 * (RECOVERY_SIGNS - _CHECK_SIGNS))
    return crockford.written(
        drawn << 5 * _CHECK_SIGNS | _recovery_check(drawn), RECOVERY_SIGNS
    )


def is_recovery_code(code: str) -> bool:
    """Say whether a code was typed whole and without a slip."""
    signs = crockford.typed(code)
    if len(signs) != RECOVERY_SIGNS or set(signs) - set(crockford.ALPHABET):
        return False
    number = sum(
        crockford.ALPHABET.index(sign) << 5 * n for n, sign in enumerate(signs[::-1])
    )
    drawn, check = divmod(number, 1 << 5 * _CHECK_SIGNS)
    return check == _recovery_check(drawn)


def _recovery_check(drawn: int) -> int:
    digest = hashlib.sha256(b"inclusion/recovery-check/v1" + drawn.to_bytes(20, "big"))
    return int.from_bytes(digest.digest()[:4], "big") & ((1 << 5 * _CHECK_SIGNS) - 1)


def recovery_seed(vault: str, code: str) -> bytes:
    """Return the seed of the identity a recovery code stands for."""
    secret = crockford.typed(code).encode()
    return hmac.digest(secret, f"inclusion/recovery/v1/{vault}".encode(), "sha256")
