"""What happened, and whether anybody looked at the formulation for it: rule 4 of 6.4.

An incident, a crisis call and a safeguarding concern are looked at within 72 hours, in
any way that is written down; the formulation is gone through within 14 days.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.recheck import Event
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look

LOOKED, GONE_THROUGH = timedelta(hours=72), timedelta(days=14)
LOOKS = frozenset({Event.CRISIS, Event.INCIDENT, Event.SAFEGUARDING})
"""The events of rule 4; the others are those of rule 8."""


@record
class Told:
    """An event that asks for a look: what, when known, and its record."""

    what: str
    known: datetime
    record: str


def events(look: Look) -> tuple[Told, ...]:
    """Return the incidents, crisis calls and concerns of a file, each once."""
    safety = look.case.safety
    found = [
        Told(h.what, h.known, h.record) for h in look.happenings if h.event in LOOKS
    ]
    found += [Told(say("an incident"), k.recorded_at, k.id) for k in safety.incidents]
    found += [
        Told(say("a safeguarding concern"), k.recorded_at, k.id)
        for k in safety.concerns
    ]
    once = {told.record: told for told in reversed(found)}
    return tuple(sorted(once.values(), key=lambda told: (told.known, told.record)))


def _unlooked(look: Look) -> Iterator[Found]:
    for told in events(look):
        first = _first(_all_looks(look, told), told.known)
        through = _first(_formulation_looks(look), told.known)
        late_look = _missed(look, first, told.known + LOOKED)
        late_through = _missed(look, through, told.known + GONE_THROUGH)
        if late_look or late_through:
            yield Found(
                _says(told, first if late_look else through, in_days=not late_look),
                (told.record, *look.formulation_ids),
                ("formulate", *(["confirm"] if look.formulation else []), look.code),
                subject=told.record,
            )


def _missed(look: Look, looked: datetime | None, by: datetime) -> bool:
    """Say whether a time passed without a look: in the month, or it still waits."""
    if by >= look.now or (looked is not None and looked <= by):
        return False
    return look.span.has(by.date()) or (looked is None and by.date() <= look.span.until)


def _says(told: Told, looked: datetime | None, *, in_days: bool) -> str:
    on = say_day(told.known.astimezone().date())
    if looked is None:
        return say(
            "There was {what}, known on {on}. Nobody has gone through the formulation "
            "since.",
            what=told.what,
            on=on,
        )
    within = say("14 days") if in_days else say("72 hours")
    return say(
        "There was {what}, known on {on}. It was looked at on {day}, and not within "
        "{within}.",
        what=told.what,
        on=on,
        day=say_day(looked.astimezone().date()),
        within=within,
    )


def _first(found: list[datetime], since: datetime) -> datetime | None:
    return min((at for at in found if at >= since), default=None)


def _formulation_looks(look: Look) -> list[datetime]:
    """Return when the formulation was written, or gone through."""
    kept, case = look.case.formulation, look.case
    written = [kept.happened_at] if kept else []
    written += case.formulation_times
    return [*written, *(k.recorded_at for k in case.rechecks)]


def _all_looks(look: Look, told: Told) -> list[datetime]:
    """Return when anybody looked at one event, in any way that is written down."""
    safety, cited = look.case.safety, look.cited.get(told.record)
    reviews = (
        *((k, k.record.incident) for k in safety.after_actions),
        *((k, k.record.concern) for k in safety.case_reviews),
    )
    found = [*_formulation_looks(look), *([cited] if cited else [])]
    found += [kept.recorded_at for kept, of in reviews if of == told.record]
    found += [
        k.record.decided_at
        for k in safety.concerns
        if k.record.decided_at and told.record in (k.id, k.record.incident)
    ]
    return found


EVENT_NOT_LOOKED_AT = Rule(
    4,
    "event-not-looked-at",
    Grade.A,
    AuditSide.RISK,
    say("Something happened, and the formulation was not looked at in time."),
    say("What happened may have changed what is true: 72 hours, and 14 days."),
    say("incidents, crisis calls and concerns"),
    of=lambda look: sum(
        look.span.has((told.known + LOOKED).date())
        or look.span.has((told.known + GONE_THROUGH).date())
        for told in events(look)
    ),
    person=_unlooked,
    stands=False,
)
