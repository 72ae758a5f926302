"""Thirty-two bytes as an age identity (BIP 173), the form pyrage reads keys in."""

from __future__ import annotations

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_PREFIX = "age-secret-key-"


def age_identity(seed: bytes) -> str:
    """Return the age secret key whose 32 bytes are `seed`."""
    bits, held, groups = 0, 0, []
    for byte in seed:
        bits, held = bits << 8 | byte, held + 8
        while held >= 5:
            held -= 5
            groups.append(bits >> held & 31)
    if held:
        groups.append(bits << (5 - held) & 31)
    spread = [ord(c) >> 5 for c in _PREFIX] + [0] + [ord(c) & 31 for c in _PREFIX]
    check = _polymod(spread + groups + [0] * 6) ^ 1
    groups += [check >> 5 * (5 - n) & 31 for n in range(6)]
    return f"{_PREFIX}1{''.join(_LETTERS[group] for group in groups)}".upper()


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for n, part in enumerate(_GENERATOR):
            check ^= part if top >> n & 1 else 0
    return check
