"""Small marks on the lines of a pack: written late, mended since, two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.late import late_words
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.kept import Kept

MOST_IDS = 6
"""More ids than this are told by the numbers of their sessions."""


def mark(kept: Kept[Any]) -> str:
    """Return in words that a record was late, was mended, or has two versions."""
    found = [late] if (late := late_words(kept)) else []
    if kept.amended:
        times = (
            say("once")
            if kept.amended == 1
            else say("{amended} times", amended=kept.amended)
        )
        found.append(say("mended {times} since", times=times))
    if kept.forks > 1:
        found.append(say("{forks} versions stand side by side", forks=kept.forks))
    return ", ".join(found)


def plus(text: str, *marks: str) -> str:
    """Return text with its marks in brackets."""
    given = ", ".join(part for part in marks if part)
    return f"{text} ({given})" if given else text


def listed(records: Iterable[str], numbers: Mapping[str, int] | None = None) -> str:
    """Return ids as they stand in the last column of a table.

    Where there are many, the sessions among them are told by their numbers in the
    table of sessions, which has their ids.
    """
    found = tuple(dict.fromkeys(records))
    if len(found) <= MOST_IDS or not numbers:
        return ", ".join(map(short_id, found))
    told = sorted(numbers[record] for record in found if record in numbers)
    rest = [short_id(record) for record in found if record not in numbers]
    return ", ".join((say("sessions {runs}", runs=runs(told)), *rest) if told else rest)


def runs(numbers: Iterable[int]) -> str:
    """Return numbers in order, those that follow each other as one: "1 to 4, 6"."""
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return ", ".join(" to ".join(map(str, run)) for run in found)
