"""Requests for money, and limits that were not kept: rule 6 of 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.money_weeks import (
    Unreviewed,
    requests,
    unreviewed_breaches,
    unreviewed_requests,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look


def _not_reviewed(look: Look) -> Iterator[Found]:
    asked = unreviewed_requests(look.case, on=look.on)
    broke = unreviewed_breaches(look.case, on=look.on)
    told = {one.id: say("A request for money or things") for one in asked}
    told |= {one.id: say("A limit that was not kept") for one in broke}
    once = {one.id: one for one in (*asked, *broke)}
    for one in once.values():
        if not _counts(look, one):
            continue
        when = (
            say("It was looked at on {day}.", day=say_day(one.reviewed_on))
            if one.reviewed_on
            else say("No review has looked at it.")
        )
        says = say(
            "{what}, known on {day}, was not looked at the same day. {when}",
            what=told[one.id],
            day=say_day(one.known_on),
            when=when,
        )
        yield Found(says, (one.id,), ("review", look.code), one.id)


def _counts(look: Look, one: Unreviewed) -> bool:
    """Say whether a day is over without a look: in the month, or it still waits."""
    if one.known_on >= look.on or one.known_on > look.span.until:
        return False
    return one.reviewed_on is None or look.span.has(one.known_on)


def _told(look: Look) -> int:
    kept = requests(look.case, on=look.span.until)
    broke = [d for d in look.debriefs if any(not x.kept for x in d.record.limits or ())]
    seen = [
        o
        for o in look.case.observations
        if look.span.has(o.on) and o.record.within_limit is False
    ]
    ids = {k.id for k in kept if look.span.has(k.on)}
    return len(ids | {d.id for d in broke} | {o.id for o in seen})


RULES = (
    Rule(
        6,
        "no-same-day-review",
        Grade.A,
        AuditSide.RISK,
        say("A request for money, or a limit not kept, had no review the same day."),
        say("Any request opens a same-day review: the next one often comes soon."),
        say("requests, and limits not kept"),
        of=_told,
        person=_not_reviewed,
        stands=False,
    ),
)
