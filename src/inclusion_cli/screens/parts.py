"""What pages are made of again and again: alarms, named rows, lines under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Items, Line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.alarms import Alarm


def alarm_words(side: str, says: str) -> str:
    """Return an alarm as it is said everywhere."""
    return say("{side} ALARM. {says}", side=side.upper(), says=says)


def alarm_lines(alarms: Iterable[Alarm]) -> Iterator[Line]:
    """Return every alarm as a line that must not be overlooked."""
    for alarm in alarms:
        yield Line(alarm_words(alarm.side.value, alarm.says), strong=True)


def named(rows: Iterable[tuple[str, str]]) -> Items:
    """Return rows of a name and what is said of it."""
    return Items(tuple(("", name, said) for name, said in rows))


def listed(texts: Iterable[str]) -> Iterator[Line]:
    """Return texts as lines set in."""
    return (Line(text, indent=2) for text in texts)


def under(heading: str, texts: Iterable[str]) -> Iterator[Block]:
    """Return texts under their heading, and nothing where there is none."""
    lines = tuple(listed(texts))
    if lines:
        yield Heading(heading)
        yield from lines
