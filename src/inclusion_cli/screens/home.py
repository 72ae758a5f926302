"""The home screen: what is due, each with a number and a reason in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.due import Due, Urgency
from inclusion_cli.domain.home import GROUP_WORDS, NOW_WORDS, Home
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line
from inclusion_cli.screens.parts import alarm_words
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

NOON, EVENING = 12, 18


def picture(home: Home) -> Iterator[Block]:
    """Return the home screen as a page."""
    hour = home.now.hour
    part = "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"
    day = f"{say_day(home.now.date())}, {say_time(home.now)}"
    greeting = say(
        "Good {part}, {worker}. It is {day}.", part=part, worker=home.worker, day=day
    )
    yield Line(greeting)
    yield from _groups(home)
    yield from (Line(notice) for notice in home.notices)
    if home.people:
        yield Heading(home.closing)
        return
    yield Heading(say("There is nobody here yet."))
    yield Command(say("To add someone, type:"), ("person", "add"))


def _groups(home: Home) -> Iterator[Block]:
    numbered = enumerate(home.items, start=1)
    for heading, items in groupby(numbered, key=lambda pair: _heading(pair[1])):
        yield Heading(heading)
        rows = ((f"{n}.", _lead(item), _told(item)) for n, item in items)
        yield Items(tuple(rows))


def _heading(item: Due) -> str:
    return NOW_WORDS if item.urgency is Urgency.NOW else GROUP_WORDS[item.group]


def _lead(item: Due) -> str:
    return f"{item.person} ({item.code})" if item.code else item.person


def _told(item: Due) -> str:
    return alarm_words(item.alarm, item.says) if item.alarm else item.says
