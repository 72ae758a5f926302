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
from inclusion_cli.domain.incident_owed import Owed, owed, owed_words
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.measure_due import talk_command, unspoken
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.recheck import Event
from inclusion_cli.domain.record import record
from inclusion_cli.domain.unanswered import talks, unadvised, unanswered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.audit_look import Look, Span, Whole
    from inclusion_cli.domain.incident import AfterAction, Incident
    from inclusion_cli.domain.kept import Kept

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
        "There was {what}, known on {on}. The formulation was gone through on {day}, "
        "and not within {within}.",
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


# --- what is owed at once: calls, a look back, a talk --------------------------------


def _owed(look: Look) -> Iterator[Found]:
    """Return what is past its time and still owed in a file, closed or not."""
    safety, until = look.case.safety, look.span.until
    yield from _incidents_owed(safety.incidents, safety.after_actions, look.span)
    yield from _grave_owed(look)
    for measure in unspoken(look.case):
        if measure.on <= until and measure.on < look.on:
            says = say(
                "On {day} question 9 of the PHQ-9 was answered above 0. Nothing says "
                "that anybody talked about it, and told the manager.",
                day=say_day(measure.on),
            )
            command = talk_command(look.code)
            yield Found(says, (measure.id,), command, measure.id)


def _grave_owed(look: Look) -> Iterator[Found]:
    """Return the talks nobody was told of, and the stops without medical advice.

    A talk is for the same day: it is found on the day it was.
    """
    untold = [
        (kept, say("On {day} there was a talk about suicide. Nobody was told."))
        for kept in talks(look.case)
        if not kept.record.is_told
    ]
    stopped = say(
        "On {day} drink or drugs were stopped all at once. Nobody said who gave "
        "medical advice."
    )
    for kept, says in (*untold, *((k, stopped) for k in unadvised(look.case))):
        talk = kept.record.seen is Seen.SUICIDE_TALK
        if kept.on <= look.span.until and (talk or kept.on < look.on):
            told, mend = says.format(day=say_day(kept.on)), ("amend", short_id(kept.id))
            yield Found(told, (kept.id,), mend, f"{kept.id}-owed")
    waiting = {entry for entry, _day, _what in unanswered(look.case)}
    for kept in talks(look.case):
        if kept.id in waiting and kept.on <= look.span.until and kept.on < look.on:
            unlooked = say(
                "On {day} there was a talk about suicide. No review has looked at it.",
                day=say_day(kept.on),
            )
            mend = ("review", look.code)
            yield Found(unlooked, (kept.id,), mend, f"{kept.id}-owed")


def _owed_by_service(whole: Whole) -> Iterator[Found]:
    found = whole.service.incidents, whole.service.after_actions
    yield from _incidents_owed(*found, whole.span)


def _incidents_owed(
    incidents: Iterable[Kept[Incident]],
    reviews: tuple[Kept[AfterAction], ...],
    span: Span,
) -> Iterator[Found]:
    for kept in incidents:
        left = owed(kept, reviews, now=span.now)
        if kept.on <= span.until and left.late(on=span.on):
            verb = "call" if left.calls else "review"
            command = ("incident", verb, short_id(kept.id))
            yield Found(_says_owed(left), (kept.id,), command, f"{kept.id}-owed")
        if kept.record.level is None and kept.recorded_at + LOOKED < span.now:
            yield from _ungraded(kept, span)


def _ungraded(kept: Kept[Incident], span: Span) -> Iterator[Found]:
    """Return that nobody said how serious it was: whom to ring hangs on that."""
    if kept.on <= span.until:
        says = say(
            "The incident of {day}: nobody has said how serious it was.",
            day=say_day(kept.on),
        )
        command = ("incident", "raise", short_id(kept.id))
        yield Found(says, (kept.id,), command, f"{kept.id}-ungraded")


def _says_owed(left: Owed) -> str:
    told, words = left.kept.record, owed_words(left)
    if told.closed_on:
        return say(
            "The incident of {day} was closed on {closed} with {left}.",
            day=say_day(left.kept.on),
            closed=say_day(told.closed_on),
            left=words,
        )
    return say("The incident of {day}: {left}.", day=say_day(left.kept.on), left=words)


def _not_looked_at(look: Look) -> Iterator[Found]:
    yield from _unlooked(look)
    yield from _owed(look)


EVENT_NOT_LOOKED_AT = Rule(
    4,
    "event-not-looked-at",
    Grade.A,
    AuditSide.RISK,
    say(
        "Something happened, and it was not rung about, talked about or looked at in "
        "time."
    ),
    say("What happened may have changed what is true: 72 hours, and 14 days."),
    say("incidents, crisis calls and concerns"),
    of=lambda look: sum(
        look.span.has((told.known + LOOKED).date())
        or look.span.has((told.known + GONE_THROUGH).date())
        for told in events(look)
    ),
    person=_not_looked_at,
    service=_owed_by_service,
    of_service=lambda whole: sum(whole.span.has(k.on) for k in whole.service.incidents),
    stands=False,
)
