"""Which record an id stands for that was typed: a part of what is printed will do."""

from __future__ import annotations

SHORTEST = 4
"""Signs that are typed of an id, at least."""
PRINTED = 8
"""Signs of an id that are printed: its last ones."""


def bare(typed: str) -> str:
    """Return what was typed of an id without dashes, spaces and capitals."""
    return "".join(typed.split()).replace("-", "").lower()


def fits(record_id: str, typed: str) -> bool:
    """Say whether an id begins or ends as was typed: whole, or as it is printed."""
    signs, whole = bare(typed), bare(record_id)
    if len(signs) < SHORTEST:
        return False
    begins = whole.startswith(signs) or whole[-PRINTED:].startswith(signs)
    return begins or whole.endswith(signs)
