"""Predicates over sleep and craving, from debriefs and from what was seen between."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.predicates.earlier import (
    craved_before,
    since_began,
    slept_before,
)
from inclusion_cli.domain.predicates.rated import each_of, one_of, rated
from inclusion_cli.domain.predicates.registry import (
    DAYS,
    HIGHER,
    LOWER,
    SCORE_MOST,
    SESSIONS,
    Kind,
    predicate,
)
from inclusion_cli.domain.predicates.windowed import in_days
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.facts import Debriefed, Facts, Observed

Night = tuple[int, str]
"""How many minutes were slept, and which record tells it."""
ALWAYS = 10**6
"""Days of a window that leaves out nothing."""
ENOUGH_IN_4 = 3
"""Of 4 nights, 3 must be recorded: the 75 % rule of practice reference 2.3."""


def tells_of_sleep(debrief: Debrief) -> bool:
    """Say whether a debrief tells how long the person slept."""
    return debrief.minutes_slept is not None


def _nights(facts: Facts, days: int) -> dict[date, Night]:
    """Return each recorded night by the morning it ended; told twice, the shorter."""
    nights: dict[date, Night] = {}
    told = [
        *(
            (s.on, s.record.minutes_slept, s.id)
            for s in facts.telling(tells_of_sleep, days)
        ),
        *(
            (o.on, o.record.minutes_slept, o.id)
            for o in facts.observed(days, Seen.SLEEP)
        ),
    ]
    for on, minutes, record in told:
        if minutes is not None and on >= facts.began:
            night = (minutes, record)
            nights[on] = min(nights.get(on, night), night)
    return nights


@predicate(
    lambda h, max_nights, days: say(
        "under {h} hours of sleep on {max_nights} at most, {in_days}",
        h=h,
        max_nights=say_many("{number} night", "{number} nights", max_nights),
        in_days=in_days(days),
    ),
    lambda h, max_nights, days: say(
        "under {h} hours of sleep on more than {max_nights}, {in_days}",
        h=h,
        max_nights=say_many("{number} night", "{number} nights", max_nights),
        in_days=in_days(days),
    ),
    say("Nights of short sleep"),
    frozenset({Seen.SLEEP}),
    h=Kind(1, 14, asks=say("Short is under how many hours?"), strict=HIGHER),
    max_nights=Kind(0, 60, asks=say("How many such nights at most?"), strict=LOWER),
    days=DAYS,
)
def sleep_nights_below(facts: Facts, h: int, max_nights: int, days: int) -> Found:
    """Judge the nights under h hours in the window.

    With records on fewer than 75 % of the days it cannot be told, unless it has failed;
    with enough, those recorded are judged alone.
    """
    nights = _nights(facts, days)
    short = {on: night for on, night in nights.items() if night[0] < h * 60}
    failed = len(short) > max_nights
    lacking = -(-days * ENOUGH_IN_4 // 4) - len(nights)
    young = facts.younger_than(days)
    answer = NOT_MET if failed else CANNOT_TELL if lacking > 0 or young else MET

    def tell() -> Told:
        shows = say(
            "{short} of {nights}",
            short=len(short),
            nights=say_many(
                "{number} recorded night", "{number} recorded nights", len(nights)
            ),
        )
        used = tuple(
            record for _minutes, record in (short if failed else nights).values()
        )
        until = facts.began + timedelta(days=days - 1)
        if answer is NOT_MET:
            return Told(shows, used, change=_mends(sorted(short), max_nights, days))
        if lacking > 0:
            missing = (
                say_many("{number} more night", "{number} more nights", lacking)
                + " recorded"
            )
        else:
            missing = say("time, until {until}", until=say_day(until))
        missing = missing if answer is CANNOT_TELL else ""
        said = shows if nights else _no_night(facts)
        if answer is CANNOT_TELL:
            said += slept_before(facts, h, days)
        return Told(said, used, missing)

    return Found(answer, tell)


def _no_night(facts: Facts) -> str:
    if facts.again:
        return say("No night recorded {since}", since=since_began(facts))
    return say("No night recorded")


def _mends(short: list[date], max_nights: int, days: int) -> str:
    """Return when enough of the short nights have left the window."""
    free = short[len(short) - max_nights - 1] + timedelta(days=days)
    return say(
        "met from {free}, with no more short nights until then", free=say_day(free)
    )


@predicate(
    lambda x, last: say(
        "craving is {x} or less after {each_of}", x=x, each_of=each_of(last)
    ),
    lambda x, last: say(
        "craving goes over {x} after {one_of}", x=x, one_of=one_of(last)
    ),
    say("Craving after sessions, 0 to 10"),
    frozenset({Seen.CRAVING}),
    x=SCORE_MOST,
    last=SESSIONS,
)
def cravings_max(facts: Facts, x: int, last: int) -> Found:
    """Judge craving over the last attended sessions; at most x includes x.

    A session's craving is the highest told in its debrief or until the next session.
    What was told before the first of them fails it while sessions are missing.
    """
    noted = [
        o for o in facts.observed(ALWAYS, Seen.CRAVING) if o.record.craving is not None
    ]
    window = facts.attended[-last:]
    first = window[0].happened_at if window else None
    highest = _highest(window, noted)

    def holds(session: Debriefed) -> bool | None:
        craving = highest[session.id]
        return None if craving is None else craving <= x

    found = rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: str(highest[s.id]),
        lacking=say("a craving score"),
        more=tuple(o.id for o in noted if first and o.happened_at >= first),
        before=craved_before,
    )
    before = [o for o in noted if first is None or o.happened_at < first]
    over = max((c for c in _scores(before) if c > x), default=None)
    if over is None or len(window) >= last or found.answer is NOT_MET:
        return found
    records = tuple(o.id for o in noted if (o.record.craving or 0) > x)
    shows = (
        say("{max} before the session", max=over)
        if window
        else say("{max} noted", max=over)
    )
    return Found(NOT_MET, lambda: _over_before(shows, records, x, last))


def _scores(noted: list[Observed]) -> list[int]:
    return [o.record.craving or 0 for o in noted]


def _highest(
    window: tuple[Debriefed, ...], noted: list[Observed]
) -> dict[str, int | None]:
    """Return each session's craving, the highest until the next; None for none told."""
    highest: dict[str, int | None] = {}
    ends = [*(session.happened_at for session in window[1:]), None]
    for session, until in zip(window, ends, strict=False):
        own, starts = session.record.craving, session.happened_at
        told = [
            o
            for o in noted
            if starts <= o.happened_at and (until is None or o.happened_at < until)
        ]
        scores = [*_scores(told), *([own] if own is not None else [])]
        highest[session.id] = max(scores, default=None)
    return highest


def _over_before(shows: str, records: tuple[str, ...], x: int, last: int) -> Told:
    """Return that craving was too high before the first session, and what mends it."""
    change = say(
        "met, after {last} at {x} or less",
        last=say_many("{number} session", "{number} sessions", last),
        x=x,
    )
    return Told(shows, records, change=change)
