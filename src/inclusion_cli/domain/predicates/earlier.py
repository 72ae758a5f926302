"""What was answered before the days that count: it is shown, and never counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern, Debrief
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Facts

Entry = Kept[Debrief] | Kept[Observation]
Answer = tuple[date, str]
"""What an earlier record answered to a question: the day, and what it was."""


@record
class Before:
    """How an answer of before is told: what an entry answers, and the word for none."""

    answers: Callable[[Entry], Iterator[Answer]]
    none: str


def since_began(facts: Facts) -> str:
    """Return "since this step began on Friday 20 November 2026"."""
    began = say_day(facts.began)
    if facts.again:
        return say("since this step began again on {began}", began=began)
    return say("since this step began on {began}", began=began)


def no_session(facts: Facts) -> str:
    """Return that there is no session, which is no news of those before a resume."""
    if facts.again:
        return say("No session {since_began}", since_began=since_began(facts))
    return say("No session yet")


def nothing_recorded(facts: Facts) -> str:
    """Return that no rating is there, which is no news of those before a resume."""
    if facts.again:
        return say("Nothing recorded {since_began}", since_began=since_began(facts))
    return say("Nothing recorded yet")


def rated_before(
    facts: Facts,
    given: Callable[[Kept[Debrief]], object],
    shows: Callable[[Kept[Debrief]], str],
) -> str:
    """Return the last rating of this same step before it began again."""
    own = [
        entry
        for entry in facts.earlier
        if isinstance(entry.record, Debrief)
        and entry.record.step == facts.step
        and entry.record.outcome.attended
    ]
    for session in sorted(own, key=lambda kept: kept.order, reverse=True):
        if given(session) is not None:
            return _once(shows(session), session.on)
    return ""


def craved_before(facts: Facts) -> str:
    """Return the last craving told before this step began."""
    for entry in sorted(facts.earlier, key=lambda kept: kept.order, reverse=True):
        if entry.record.craving is not None:
            return _once(str(entry.record.craving), entry.on)
    return ""


def slept_before(facts: Facts, h: int, days: int) -> str:
    """Return the short nights in the days asked about, before this step began."""
    nights: dict[date, int] = {}
    for entry in facts.earlier:
        minutes = entry.record.minutes_slept
        if minutes is not None and facts.first_day(days) <= entry.on <= facts.on:
            nights[entry.on] = min(minutes, nights.get(entry.on, minutes))
    if not nights:
        return ""
    return say(
        ". Before that: under {h} hours on {short} of {nights}",
        h=h,
        short=sum(minutes < h * 60 for minutes in nights.values()),
        nights=say_many(
            "{number} recorded night", "{number} recorded nights", len(nights)
        ),
    )


def _once(what: str, day: date) -> str:
    return say(". Before that: {what} on {day}", what=what, day=say_day(day))


def before_that(
    facts: Facts,
    days: int,
    before: Before | None,
    asks: Callable[[Entry], bool],
) -> str:
    """Return what was answered before: in the days asked about, or else last."""
    if before is None:
        return _paused_before(facts)
    told = [
        entry
        for entry in (*facts.earlier, *facts.sessions, *facts.observations)
        if asks(entry)
    ]
    near = in_the_days(facts, days, before)
    if near or not told:
        return near
    last = max(told, key=lambda entry: entry.order)
    answers = [*before.answers(last)]
    if answers:
        return say(". Before that: {answers}", answers=_listed(answers))
    return say(
        ". Before that, asked on {day}: {none}", day=say_day(last.on), none=before.none
    )


def in_the_days(facts: Facts, days: int, before: Before | None) -> str:
    """Return what happened in the days asked about, before this step began."""
    if before is None:
        return ""
    first = facts.first_day(days)
    found = [
        answer
        for entry in facts.earlier
        for answer in before.answers(entry)
        if first <= answer[0] <= facts.on
    ]
    return say(". Before that: {answers}", answers=_listed(found)) if found else ""


def _paused_before(facts: Facts) -> str:
    days = [event.on for event in facts.earlier_pauses]
    return (
        say(". Before that: a pause on {day}", day=say_day(max(days))) if days else ""
    )


def _listed(answers: list[Answer]) -> str:
    """Return answers in order of their days: "a crisis call on Tuesday 3 March"."""
    once = sorted(set(answers))
    return and_list(
        say("{what} on {day}", what=what, day=say_day(day)) for day, what in once
    )


# --- what an entry answers ----------------------------------------------------------


def _calls(entry: Entry) -> Iterator[Answer]:
    told = entry.record
    if isinstance(told, Debrief):
        yield from ((day, say("a crisis call")) for day in told.contacts)
    elif told.seen is Seen.CRISIS_CONTACT:
        yield entry.on, say("a crisis call")


def _signs(entry: Entry) -> Iterator[Answer]:
    for sign in entry.record.signs or ():
        yield entry.on, f'"{sign.text}"'


_CONCERNS = {
    Concern.HURT: say("someone hurt or unsafe"),
    Concern.MONEY: say("a request for money or things"),
    Concern.NOT_SURE: say("it was not sure that all was well"),
}


def _concerns(entry: Entry) -> Iterator[Answer]:
    told = entry.record
    if isinstance(told, Debrief):
        for concern in told.concerns or ():
            if concern in _CONCERNS:
                yield entry.on, _CONCERNS[concern]
    elif told.seen is Seen.MONEY_REQUEST:
        yield entry.on, _CONCERNS[Concern.MONEY]


CALLS = Before(_calls, say("no crisis call"))
SIGNS = Before(_signs, say("no sign"))
CONCERNS = Before(_concerns, say("nobody hurt or unsafe, no request"))
