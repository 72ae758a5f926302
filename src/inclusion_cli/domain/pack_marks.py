"""Small marks on the lines of a pack: written late, mended since, two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.late import late_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept


def mark(kept: Kept[Any]) -> str:
    """Return in words that a record was late, was mended, or has two versions."""
    found = [late] if (late := late_words(kept)) else []
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
