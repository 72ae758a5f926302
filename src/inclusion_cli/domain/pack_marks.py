"""Small marks on the lines of a pack: written late, mended since, two versions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept

IN_TIME = timedelta(hours=24)
"""A debrief written later than this is marked; practice reference 4.2."""


def is_late(kept: Kept[Any]) -> bool:
    """Say whether a record was written more than a day after it happened."""
    return kept.recorded_at - kept.happened_at > IN_TIME


def mark(kept: Kept[Any]) -> str:
    """Return in words that a record was late, was mended, or has two versions."""
    found = []
    if is_late(kept):
        written = kept.recorded_at.astimezone(kept.happened_at.tzinfo).date()
        days = (written - kept.happened_at.date()).days
        found.append(f"written {counted(days, 'day')} later")
    if kept.amended:
        times = "once" if kept.amended == 1 else f"{kept.amended} times"
        found.append(f"mended {times} since")
    if kept.forks > 1:
        found.append(f"{kept.forks} versions stand side by side")
    return ", ".join(found)


def plus(text: str, *marks: str) -> str:
    """Return text with its marks in brackets."""
    given = ", ".join(part for part in marks if part)
    return f"{text} ({given})" if given else text


def listed(records: Iterable[str]) -> str:
    """Return ids as they stand in the last column of a table."""
    return ", ".join(dict.fromkeys(record[-8:] for record in records))
