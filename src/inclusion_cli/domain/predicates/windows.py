"""Predicates over a window of days: pause signs, crisis calls, card signs, harm.

A window ends on the day and includes it. Without one asking inside it, or with a step
younger than it, it cannot be told, unless it has already failed.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern, Debrief
from inclusion_cli.domain.finding import CANNOT_TELL, Found, Told
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.predicates.registry import DAYS, LOWER, Kind, predicate
from inclusion_cli.domain.predicates.windowed import ASKING, in_days, window
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.facts import Facts

BASELINE = "baseline"


@predicate(
    lambda days: say("no pause sign {in_days}", in_days=in_days(days)),
    lambda days: say("a pause sign {in_days}", in_days=in_days(days)),
    say("No pause sign"),
    days=DAYS,
)
def no_pause_event(facts: Facts, days: int) -> Found:
    """Judge whether no pause sign fired and no pause was decided in the window."""
    first = facts.first_day(days)
    events = [e for e in facts.pause_events if first <= e.on <= facts.on]
    return window(
        facts,
        days,
        bad=[(event.on, event.entry) for event in events],
        shows=lambda: (
            say("One on {on}", on=say_day(events[-1].on)) if events else say("None")
        ),
        asking=ASKING["no_pause_event"],
    )


def _calls(n: int | str) -> str:
    if n == BASELINE:
        return say("no more crisis calls than before")
    return (
        say(
            "{int} at most",
            int=say_many("{number} crisis call", "{number} crisis calls", int(n)),
        )
        if n
        else say("no crisis call")
    )


def _more_calls(n: int | str) -> str:
    if n == BASELINE:
        return say("more crisis calls than before")
    return (
        say(
            "more than {int}",
            int=say_many("{number} crisis call", "{number} crisis calls", int(n)),
        )
        if n
        else say("a crisis call")
    )


@predicate(
    lambda n, days: f"{_calls(n)} {in_days(days)}",
    lambda n, days: f"{_more_calls(n)} {in_days(days)}",
    say("Crisis calls"),
    frozenset({Seen.CRISIS_CONTACT}),
    n=Kind(
        0,
        60,
        also=BASELINE,
        asks=say("How many at most? baseline is as before the plan."),
        strict=LOWER,
    ),
    days=DAYS,
)
def crisis_contacts_max(facts: Facts, n: int | str, days: int) -> Found:
    """Judge crisis contacts in the window; at most n includes n.

    With "baseline" the rate per 30 person-days is judged against the rate before the
    plan began; a baseline of no counted days cannot be compared.
    """
    found, base = facts.contacts(days), facts.baseline
    if n == BASELINE and (base is None or base.days < 1):
        told = Told(say("No count from before"), (), say("a baseline"))
        return Found(CANNOT_TELL, lambda: told)
    before = base if n == BASELINE else None
    if before:
        over = len(found) * before.days > before.contacts * days
    else:
        over = len(found) > int(n)

    def shows() -> str:
        so_many = str(len(found)) if found else say("None")
        if before:
            so_many += say(
                ", against {contacts} {in_days} before,",
                contacts=before.contacts,
                in_days=in_days(before.days),
            )
        return f"{so_many} {in_days(days)}" if over else so_many

    return window(
        facts,
        days,
        bad=found if over else (),
        shows=shows,
        asking=ASKING["crisis_contacts_max"],
    )


Sign = tuple[int, date, str, str]
"""A sign that was seen: its stage, when, in which words, and in which record."""


def tells_of_signs(debrief: Debrief) -> bool:
    """Say whether a debrief tells of a sign, or of the stage the person is at."""
    return bool(debrief.signs) or debrief.stage is not None


def _signs(facts: Facts, days: int) -> Iterable[Sign]:
    """Return the stage of everything seen in the window, with its words."""
    for session in facts.telling(tells_of_signs, days):
        debrief = session.record
        for sign in debrief.signs or ():
            yield sign.stage, session.on, sign.text, session.id
        if debrief.stage is not None:
            words = STAGES[debrief.stage - 1]
            yield debrief.stage, session.on, words, session.id
    for seen in facts.observed(days, Seen.SIGN):
        for sign in seen.record.signs:
            yield sign.stage, seen.on, sign.text, seen.id


@predicate(
    lambda stage, days: say(
        'no sign past "{stages}" {in_days}',
        stages=STAGES[stage - 1],
        in_days=in_days(days),
    ),
    lambda stage, days: say(
        'a sign past "{stages}" {in_days}',
        stages=STAGES[stage - 1],
        in_days=in_days(days),
    ),
    say("Signs of the card: none past a stage"),
    frozenset({Seen.SIGN}),
    stage=Kind(
        1,
        3,
        asks=say("None past which stage? 1 I'm OK, 2 changing, 3 struggling."),
        strict=-1,
    ),
    days=DAYS,
)
def signs_stage_max(facts: Facts, stage: int, days: int) -> Found:
    """Judge whether any sign of a later stage was seen in the window."""
    seen = [sign for sign in _signs(facts, days) if sign[0] > stage]

    def shows() -> str:
        if not seen:
            return say("None")
        _stage, on, words, _id = max(seen, key=lambda sign: sign[:2])
        return say('"{words}" on {on}', words=words, on=say_day(on))

    return window(
        facts,
        days,
        bad=[(on, record) for _stage, on, _words, record in seen],
        shows=shows,
        asking=ASKING["signs_stage_max"],
    )


def certain(debrief: Debrief) -> bool:
    """Say whether a debrief told of harm, of somebody unsafe, or of a request."""
    concerns = debrief.concerns or ()
    return Concern.HURT in concerns or Concern.MONEY in concerns


def not_sure(debrief: Debrief) -> bool:
    """Say whether a debrief told that nobody was sure all was well."""
    return Concern.NOT_SURE in (debrief.concerns or ())


@predicate(
    lambda days: say(
        "nobody hurt, unsafe or asked for money {in_days}", in_days=in_days(days)
    ),
    lambda days: say(
        "someone hurt, unsafe or asked for money {in_days}", in_days=in_days(days)
    ),
    say("Nobody hurt, unsafe or asked for money"),
    frozenset({Seen.MONEY_REQUEST}),
    days=DAYS,
)
def no_concern(facts: Facts, days: int) -> Found:
    """Judge whether a record in the window told of harm or a money request.

    "Not sure" is no answer: with one in the window it cannot be told.
    """
    harm = [(s.on, s.id) for s in facts.telling(certain, days)]
    harm += [(o.on, o.id) for o in facts.observed(days, Seen.MONEY_REQUEST)]
    return window(
        facts,
        days,
        bad=harm,
        shows=lambda: (
            say("Told of on {max}", max=say_day(max(harm)[0])) if harm else say("None")
        ),
        asking=ASKING["no_concern"],
        unsure=[(s.on, s.id) for s in facts.telling(not_sure, days)],
    )
