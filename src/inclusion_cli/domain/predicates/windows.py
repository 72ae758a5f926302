"""Predicates over a window of days: pause signs, crisis calls, card signs, harm.

A window ends on the day and includes it. Without one asking inside it, or with a step
younger than it, it cannot be told, unless it has already failed.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern, Debrief
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Finding
from inclusion_cli.domain.predicates.registry import DAYS, Kind, predicate
from inclusion_cli.domain.predicates.sessions import ids
from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inclusion_cli.domain.facts import Facts

BASELINE = "baseline"


def _in(days: int) -> str:
    return f"in {counted(days, 'day')}"


def _window(
    facts: Facts,
    days: int,
    *,
    bad: Iterable[str],
    shows: str = "None",
    asked: Callable[[Debrief], bool],
) -> Finding:
    """Judge a window: failed by the records in `bad`, open while silent or young."""
    if failed := tuple(dict.fromkeys(bad)):
        return Finding(NOT_MET, shows, failed)
    asking = tuple(s for s in facts.within(days) if asked(s.record))
    if not asking:
        return Finding(CANNOT_TELL, f"Not asked {_in(days)}", (), "a debrief")
    if facts.younger_than(days):
        so_far = (facts.on - facts.began).days + 1
        until = facts.began + timedelta(days=days - 1)
        return Finding(
            CANNOT_TELL,
            f"{shows} so far, {_in(so_far)}",
            ids(asking),
            f"time, until {say_day(until)}",
        )
    return Finding(MET, f"{shows} {_in(days)}", ids(asking))


@predicate(
    lambda days: f"no pause sign {_in(days)}",
    lambda days: f"a pause sign {_in(days)}",
    days=DAYS,
)
def no_pause_event(facts: Facts, days: int) -> Finding:
    """Judge whether no pause sign fired and no pause was decided in the window."""
    first = facts.first_day(days)
    events = [e for e in facts.pause_events if first <= e.on <= facts.on]
    shows = f"One on {say_day(events[-1].on)}" if events else "None"
    bad = (event.entry for event in events)
    return _window(facts, days, bad=bad, shows=shows, asked=lambda _debrief: True)


def _calls(n: int | str) -> str:
    if n == BASELINE:
        return "no more crisis calls than before"
    return f"{counted(int(n), 'crisis call')} at most" if n else "no crisis call"


def _more_calls(n: int | str) -> str:
    if n == BASELINE:
        return "more crisis calls than before"
    return f"more than {counted(int(n), 'crisis call')}" if n else "a crisis call"


@predicate(
    lambda n, days: f"{_calls(n)} {_in(days)}",
    lambda n, days: f"{_more_calls(n)} {_in(days)}",
    n=Kind(0, 60, also=BASELINE),
    days=DAYS,
)
def crisis_contacts_max(facts: Facts, n: int | str, days: int) -> Finding:
    """Judge crisis contacts in the window; at most n includes n.

    With "baseline" the rate per 30 person-days is judged against the rate before the
    plan began; a baseline of no counted days cannot be compared.
    """
    found = facts.contacts(days)
    shows = str(len(found)) if found else "None"
    if n == BASELINE:
        base = facts.baseline
        if base is None or base.days < 1:
            return Finding(CANNOT_TELL, "No count from before", (), "a baseline")
        over = len(found) * base.days > base.contacts * days
        shows = f"{shows}, against {base.contacts} {_in(base.days)} before,"
    else:
        over = len(found) > int(n)
    return _window(
        facts,
        days,
        bad=(contact_id for _day, contact_id in found) if over else (),
        shows=f"{shows} {_in(days)}" if over else shows,
        asked=lambda debrief: debrief.asked_about_crisis,
    )


@predicate(
    lambda stage, days: f'no sign past "{STAGES[stage - 1]}" {_in(days)}',
    lambda stage, days: f'a sign past "{STAGES[stage - 1]}" {_in(days)}',
    stage=Kind(1, 3),
    days=DAYS,
)
def signs_stage_max(facts: Facts, stage: int, days: int) -> Finding:
    """Judge whether any sign of a later stage was seen in the window."""
    seen = [
        (session, sign)
        for session in facts.within(days)
        for sign in session.record.signs or ()
        if sign.stage > stage
    ]
    return _window(
        facts,
        days,
        bad=(session.id for session, _sign in seen),
        shows=f'"{seen[-1][1].text}" on {say_day(seen[-1][0].on)}' if seen else "None",
        asked=lambda debrief: debrief.signs is not None,
    )


@predicate(
    lambda days: f"nobody hurt, unsafe or asked for money {_in(days)}",
    lambda days: f"someone hurt, unsafe or asked for money {_in(days)}",
    days=DAYS,
)
def no_concern(facts: Facts, days: int) -> Finding:
    """Judge whether a debrief in the window told of harm or a money request."""
    told = tuple(
        session
        for session in facts.within(days)
        if set(session.record.concerns or ()) - {Concern.CRISIS}
    )
    return _window(
        facts,
        days,
        bad=ids(told),
        shows=f"Told of on {say_day(told[-1].on)}" if told else "None",
        asked=lambda debrief: debrief.concerns is not None,
    )
