"""The home screen: what is due, each with a number and a reason in words."""

from __future__ import annotations

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.due import Due, Group
from inclusion_cli.domain.home import GROUP_WORDS, Home
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
    number = 0
    for group in Group:
        items = [item for item in home.items if item.group is group]
        if not items:
            continue
        blocks.append(Heading(GROUP_WORDS[group]))
        rows = []
        for item in items:
            number += 1
            rows.append((f"{number}.", _lead(item), _told(item)))
        blocks.append(Items(tuple(rows)))
    return blocks


def _lead(item: Due) -> str:
    return f"{item.person} ({item.code})" if item.code else item.person


def _told(item: Due) -> str:
    return (
        say("{upper} ALARM. {says}", upper=item.alarm.upper(), says=item.says)
        if item.alarm
        else item.says
    )
