"""How a drift map is read: the situations of a formulation against what was done.

Planned and met, planned and not met, met unplanned, never tested; each with what mends
it. What was called off never counts against the person, and what has no debrief is not
known yet. Source: practice reference 7 (4); 2.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.drift_map import DriftColumn, DriftMap, DriftRow, Met
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.formulation_steps import of_formulation
from inclusion_cli.domain.met import last_met, met_by_step, met_in, of_kind
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Span
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Trigger


@record
class _Event:
    """A column, with the situations it had planned, and those it met.

    `unmet` is what became of those that were planned and are not met.
    """

    column: DriftColumn
    planned: frozenset[str]
    met: frozenset[str]
    unmet: Met = Met.NOT_MET


def drift(case: Casefile, span: Span) -> DriftMap:
    """Return the drift map of a person over the month of an audit."""
    events = tuple(_events(case, span))
    rows = tuple(_rows(case, events, span))
    person = case.person.record
    return DriftMap(
        person.name,
        person.code,
        span.month,
        say_month(span.month),
        tuple(event.column for event in events),
        rows,
        person.closed_on,
    )


def _events(case: Casefile, span: Span) -> Iterator[_Event]:
    """Return what was planned, and what was met, in order of its day."""
    found = [*_debriefed(case, span), *_waiting(case, span), *_seen(case, span)]
    yield from sorted(found, key=lambda e: (e.column.on, e.column.record))


def _debriefed(case: Casefile, span: Span) -> Iterator[_Event]:
    for kept in case.debriefs:
        if not span.has(kept.on):
            continue
        step = case.step(kept.record.step)
        own = met_by_step(case, kept.record.step)
        planned = own if kept.record.session else frozenset[str]()
        met = met_in(case, kept)
        what = step.record.title if step else ""
        unmet = Met.NOT_MET if kept.record.outcome.countable else Met.CALLED_OFF
        yield _Event(DriftColumn(kept.on, kept.id, what), planned, met, unmet)


def _waiting(case: Casefile, span: Span) -> Iterator[_Event]:
    """Return the past sessions that have no debrief: nobody knows what they met."""
    for session in case.open_sessions():
        step = case.step(session.record.step)
        day = session.record.at.date()
        if step and span.has(day) and session.record.at <= span.now:
            own = met_by_step(case, step.id)
            column = DriftColumn(day, session.id, step.record.title)
            yield _Event(column, own, frozenset(), Met.NOT_KNOWN)


def _seen(case: Casefile, span: Span) -> Iterator[_Event]:
    """Return what was met between sessions: a request, or drink and drugs."""
    for kept in case.observations:
        kind = _KINDS.get(kept.record.seen)
        met = of_kind(case, kind) if kind else frozenset[str]()
        if met and span.has(kept.on):
            column = DriftColumn(kept.on, kept.id, say("between sessions"))
            yield _Event(column, frozenset(), met)


_KINDS = {
    Seen.MONEY_REQUEST: TriggerKind.MONEY_PRESSURE,
    Seen.SUBSTANCE_USE: TriggerKind.SUBSTANCE_SETTING,
}


# --- rows ---------------------------------------------------------------------------


def _rows(case: Casefile, events: tuple[_Event, ...], span: Span) -> Iterator[DriftRow]:
    triggers = case.formulation.record.triggers if case.formulation else ()
    for trigger in triggers:
        yield _row(case, trigger, trigger.id, events, span)
    known = {t.id for t in triggers}
    others = (t for e in events for t in sorted(e.planned | e.met) if t not in known)
    for words in dict.fromkeys(others):
        yield _row(case, None, words, events, span)


def _row(
    case: Casefile,
    trigger: Trigger | None,
    name: str,
    events: tuple[_Event, ...],
    span: Span,
) -> DriftRow:
    cells = tuple(_cell(event, name) for event in events)
    latest = last_met(case, name, until=span.on)
    last = latest.on if latest else None
    counts = {met: cells.count(met) for met in Met}
    says, verb = _mend(trigger, counts, never=last is None)
    if verb == PLAN_ONE and any(name in met_by_step(case, s.id) for s in case.steps):
        says, verb = "", ()  # a step is to meet it
    situation = trigger.situation if trigger else _unknown(name)
    return DriftRow(
        name,
        situation,
        cells,
        counts[Met.AS_PLANNED],
        counts[Met.NOT_MET],
        counts[Met.UNPLANNED],
        last is None,
        last,
        says,
        _command(case, verb),
        counts[Met.CALLED_OFF],
        counts[Met.NOT_KNOWN],
    )


PLAN_ONE = ("plan", "add")


def _command(case: Casefile, verb: tuple[str, ...]) -> tuple[str, ...]:
    """Return a command about this person, and about the step that is on."""
    if not verb:
        return ()
    current = case.current() if verb[-1] == "edit" else None
    step = (str(current.step.record.number),) if current else ()
    return (*verb, case.person.record.code, *step)


def _unknown(name: str) -> str:
    return say("a situation of an earlier version") if of_formulation(name) else name


def _cell(event: _Event, name: str) -> Met:
    if name in event.met:
        return Met.AS_PLANNED if name in event.planned else Met.UNPLANNED
    return event.unmet if name in event.planned else Met.APART


def _mend(
    trigger: Trigger | None, counts: dict[Met, int], *, never: bool
) -> tuple[str, tuple[str, ...]]:
    """Return the sentence that mends a row, and the command, without the person."""
    if trigger is None:
        return say("The formulation does not have it. Write it in."), ("formulate",)
    if counts[Met.UNPLANNED]:
        return (
            say("It was met without a plan. Say in a step what is done there."),
            ("plan", "edit"),
        )
    if counts[Met.NOT_MET] and not counts[Met.AS_PLANNED]:
        return (
            say("It was planned and never met. Ask what stood in the way."),
            ("review",),
        )
    if counts[Met.NOT_KNOWN]:
        return (
            say("A session has no debrief yet, so nobody knows what it met."),
            ("debrief",),
        )
    if never and not counts[Met.CALLED_OFF] and not trigger.unanswered_because:
        return (
            say("No session has ever met it. Plan a step that does, or set it aside."),
            PLAN_ONE,
        )
    return "", ()
