"""Codes that are read aloud and typed back: Crockford's base 32."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_SIGNS = 16
_READ = str.maketrans({"O": "0", "I": "1", "L": "1"})


def written(number: int, length: int) -> str:
    """Return a number as `length` signs in groups of four."""
    signs = [ALPHABET[number >> 5 * n & 31] for n in reversed(range(length))]
    return "-".join("".join(signs[n : n + 4]) for n in range(0, length, 4))


def typed(text: str) -> str:
    """Return a typed code without dashes and spaces, its look-alike signs settled."""
    return "".join(text.upper().translate(_READ).replace("-", "").split())


def is_code(text: str) -> bool:
    """Say whether a text could be a head or recovery code: 16 signs of the alphabet."""
    return len(typed(text)) == CODE_SIGNS and set(typed(text)) <= set(ALPHABET)
