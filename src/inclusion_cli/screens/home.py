"""The home screen: what is due, each with a number and a reason in words."""

from __future__ import annotations

from itertools import groupby

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.due import Due, Urgency
from inclusion_cli.domain.home import GROUP_WORDS, NOW_WORDS, Home
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Page, page
from inclusion_cli.tongue import say

NOON, EVENING = 12, 18


def picture(home: Home) -> Page:
    """Return the home screen as a page."""
    hour = home.now.hour
    part = "morning" if hour < NOON else "afternoon" if hour < EVENING else "evening"
    day = f"{say_day(home.now.date())}, {say_time(home.now)}"
    greeting = say(
        "Good {part}, {worker}. It is {day}.", part=part, worker=home.worker, day=day
    )
    return page(
        Line(greeting),
        *_groups(home),
        *(Line(notice) for notice in home.notices),
        Heading(home.closing if home.people else say("There is nobody here yet.")),
        None
        if home.people
        else Command(say("To add someone, type:"), ("person", "add")),
    )


def _groups(home: Home) -> list[Block]:
    blocks: list[Block] = []
    numbered = enumerate(home.items, start=1)
    for heading, items in groupby(numbered, key=lambda pair: _heading(pair[1])):
        blocks.append(Heading(heading))
        rows = tuple((f"{n}.", _lead(item), _told(item)) for n, item in items)
        blocks.append(Items(rows))
    return blocks


def _heading(item: Due) -> str:
    return NOW_WORDS if item.urgency is Urgency.NOW else GROUP_WORDS[item.group]


def _lead(item: Due) -> str:
    return f"{item.person} ({item.code})" if item.code else item.person


def _told(item: Due) -> str:
    return (
        say("{upper} ALARM. {says}", upper=item.alarm.upper(), says=item.says)
        if item.alarm
        else item.says
    )
