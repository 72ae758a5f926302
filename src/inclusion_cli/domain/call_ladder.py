"""The ladder of calls: what is shipped for a nation, and what the service made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.incident import CallLadder, Level, Rung
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept

LONGEST_MINUTES = 7 * 24 * 60


def ladder_from(told: Any, nation: str) -> CallLadder:
    """Return the ladder of a data file. Raises KeyError, TypeError or ValueError."""
    rungs = tuple(
        Rung(
            str(one["id"]),
            say(str(one["who"])),
            str(one["phone"]),
            _minutes(one["within"]),
            _level(one["level"]),
        )
        for one in told["nations"][nation]
    )
    if not rungs or len({rung.id for rung in rungs}) < len(rungs):
        raise ValueError(say("Give the ladder calls, each with an id of its own"))
    return CallLadder(rungs, date.fromisoformat(told["as_of"]))


def rung_called(ladder: CallLadder, id_: str) -> Rung | None:
    """Return the step of a ladder with an id, None where the service has none."""
    return next((rung for rung in ladder.rungs if rung.id == id_), None)


def _level(told: Any) -> Level:
    there = [level.value for level in Level]
    if told not in there:
        wanted = and_list(there, last="or")
        raise ValueError(
            say('Write "level" as {wanted}, not "{told}"', wanted=wanted, told=told)
        )
    return Level(told)


def _minutes(told: Any) -> int:
    if type(told) is not int or not 0 <= told <= LONGEST_MINUTES:
        raise ValueError(
            say(
                'Write "within" in whole minutes, up to {most}, not "{told}"',
                most=LONGEST_MINUTES,
                told=told,
            )
        )
    return told


def standing_ladder(own: Iterable[Kept[CallLadder]], shipped: CallLadder) -> CallLadder:
    """Return the service's own ladder, or the shipped one where it has none."""
    newest = tuple(own)[-1:]
    return newest[0].record if newest else shipped
