"""The days on which something other than an entry may change what stability answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.predicates.speaks import failing
from inclusion_cli.domain.predicates.windowed import ASKING
from inclusion_cli.domain.predicates.windows import not_sure

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inclusion_cli.domain.criteria import Rule
    from inclusion_cli.domain.facts import Facts
    from inclusion_cli.domain.predicates.speaks import Entry
    from inclusion_cli.domain.predicates.windowed import Asking

ONE_DAY = timedelta(days=1)
MONEY_LOOKS = frozenset(("money_looked_at", "no_unexplained_money"))


def moments(stability: Rule, facts: Facts) -> tuple[frozenset[date], frozenset[date]]:
    """Return the days on which time alone may change it, and those of other acts.

    Something leaves a window of n days on the n-th day after it; a step outgrows the
    window on its n-th day. Acts are a card written, a formulation written, a request
    reviewed: they are entries, and may start a hold.
    """
    rules = {rule.name: rule for rule in stability.walk()}
    days = _windows(stability, facts)
    days |= _debriefs_due(rules.get("debrief_done"), facts)
    acts = set(facts.card_days)
    if "restriction_review_in_date" in rules:
        acts |= {r.written_on for r in facts.restricted}
        days |= {r.review_on + ONE_DAY for r in facts.restricted if r.review_on}
    if MONEY_LOOKS & rules.keys():
        acts |= {look.at.date() for look in facts.looks}
        days |= _mondays(facts)
    if "no_financial_request_unreviewed" in rules:
        acts |= {at.date() for at in facts.reviewed.values()}
    return frozenset(days), frozenset(acts)


def _mondays(facts: Facts) -> set[date]:
    """Return the days on which another week of money has ended."""
    first = facts.began + timedelta(days=-facts.began.weekday() % 7)
    many = (facts.on - first).days // 7 + 1
    return {first + timedelta(days=7 * n) for n in range(many)}


def _windows(stability: Rule, facts: Facts) -> set[date]:
    """Return the days on which something leaves a window, or the step outgrows it."""
    days: set[date] = set()
    for rule in stability.walk():
        args = dict(rule.args)
        width = args.get("days")
        if width is None:
            continue
        span = timedelta(days=int(width))
        days.add(facts.began + span - ONE_DAY)
        days |= {day + span for day in _leaving(rule.name, args, facts)}
        if rule.name in ASKING:
            days |= _silences(ASKING[rule.name], facts, span)
    if any(rule.name == "crisis_contacts_max" for rule in stability.walk()):
        days |= {day for s in facts.sessions for day in s.record.contacts}
    return days


def _leaving(name: str, args: Mapping[str, Any], facts: Facts) -> set[date]:
    """Return the days of what fails a window, or holds it open, while it is inside."""
    if name == "card_reviewed_within":
        return set(facts.card_days)
    if name == "no_pause_event":
        return {event.on for event in facts.pause_events}
    calls = {day for s in facts.sessions for day in s.record.contacts}
    fails = failing(name, args)
    told = {
        entry.on
        for entry, _sessions, _observed in facts.entries
        if fails(entry.record) or _keeps_open(entry.record)
    }
    return told | (calls if name == "crisis_contacts_max" else set())


def _keeps_open(entry: Entry) -> bool:
    """Say whether an entry is one of nights that are counted, or says "not sure"."""
    if entry.minutes_slept is not None:
        return True
    return isinstance(entry, Debrief) and not_sure(entry)


def _silences(asking: Asking, facts: Facts, span: timedelta) -> set[date]:
    """Return the days on which the last asking leaves a window before the next one."""
    asked = [
        entry.on
        for entry, _sessions, _observed in facts.entries
        if (
            asking.asks(entry.record)
            if isinstance(entry.record, Debrief)
            else entry.record.seen is asking.kind
        )
    ]
    nexts = [*asked[1:], facts.on + ONE_DAY]
    return {
        on + span for on, then in zip(asked, nexts, strict=False) if on + span <= then
    }


def _debriefs_due(rule: Rule | None, facts: Facts) -> set[date]:
    """Return the days on which a debrief that is waited for comes to be late."""
    if rule is None:
        return set()
    limit = timedelta(hours=int(dict(rule.args)["within_hours"]))
    return {(w.happened_at + limit).date() for w in facts.waiting} | {
        w.on for w in facts.waiting
    }
