"""What a page longer than the screen says last: which alarms scrolled out of sight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.screens.page import wrap
from inclusion_cli.screens.parts import alarm_words
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NUMBERED = re.compile(r" +(\d+)\. ")


def above(lines: Sequence[str], width: int, *, rows: int, below: int) -> list[str]:
    """Return the lines that say which alarms are above the screen; none where it fits.

    `rows` is how many lines the screen has, `below` how many come behind the page.
    """
    told: list[str] = []
    while True:  # each line that says it moves one more out of sight
        gone = len(lines) + len(told) + below - rows
        found = _said(lines[: max(gone, 0)])
        now = wrap(found, width) if found else []
        if len(now) <= len(told):
            return now
        told = now


def _said(gone: Sequence[str]) -> str:
    """Return which alarms are in the lines that are out of sight, both sides alike."""
    risk, caution = (list(_alarms(gone, side)) for side in (Side.RISK, Side.CAUTION))
    numbers = ", ".join(number for number in sorted({*risk, *caution}, key=_place))
    told = (
        risk and say_many("{number} risk alarm", "{number} risk alarms", len(risk)),
        caution
        and say_many("{number} caution alarm", "{number} caution alarms", len(caution)),
    )
    alarms = ", ".join(words for words in told if words)
    if not alarms:
        return ""
    where = f" ({numbers})" if numbers.strip(", ") else ""
    return say("Above: {alarms}{where}.", alarms=alarms, where=where)


def _place(number: str) -> int:
    return int(number or 0)


def _alarms(lines: Sequence[str], side: Side) -> Iterator[str]:
    """Return the number of each line with an alarm of a side, "" for none."""
    mark, number = alarm_words(side.value, "").rstrip(), ""
    for line in lines:
        if numbered := _NUMBERED.match(line):
            number = numbered[1]
        if mark in line:
            yield number
