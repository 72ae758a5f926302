"""The ladder of calls: what is shipped for a nation, and what the service made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.incident import CallLadder, Level, Rung

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept

LONGEST_MINUTES = 7 * 24 * 60


def ladder_from(told: Any, nation: str) -> CallLadder:
    """Return the ladder of a data file. Raises KeyError, TypeError or ValueError."""
    rungs = tuple(
        Rung(
            str(one["id"]),
            str(one["who"]),
            str(one["phone"]),
            _minutes(one["within"]),
            Level(one["level"]),
        )
        for one in told["nations"][nation]
    )
    if not rungs or len({rung.id for rung in rungs}) < len(rungs):
        raise ValueError("a ladder has steps, each with an id of its own")
    return CallLadder(rungs, date.fromisoformat(told["as_of"]))


def _minutes(told: Any) -> int:
    if not isinstance(told, int) or not 0 <= told <= LONGEST_MINUTES:
        raise ValueError("minutes are a whole number, up to a week")
    return told


def standing_ladder(own: Iterable[Kept[CallLadder]], shipped: CallLadder) -> CallLadder:
    """Return the service's own ladder, or the shipped one where it has none."""
    newest = tuple(own)[-1:]
    return newest[0].record if newest else shipped
