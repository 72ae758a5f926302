"""The formulation against what was done: rules 1, 3, 4 and 8 of 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.formulation_events import (
    EVENT_NOT_LOOKED_AT,
    LOOKS,
)
from inclusion_cli.domain.audit_rules.rule import (
    Found,
    Rule,
    days_said,
    one_person,
    sessions_said,
)
from inclusion_cli.domain.control_due import past_their_day
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation_age import stale_texts
from inclusion_cli.domain.formulation_events import early, review_day
from inclusion_cli.domain.formulation_steps import missing_triggers
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.audit_look import Look

# --- 1: an activity without a formulation -------------------------------------------


def _no_current(look: Look) -> Iterator[Found]:
    bare = [d for d in look.went if not _stood_signed(look, d.on)]
    if not bare:
        return
    kept = look.case.formulation
    sign = kept is not None and not kept.record.is_signed
    yield Found(
        say(
            "{sessions} went ahead with no signed formulation: {days}.",
            sessions=sessions_said(len(bare)),
            days=days_said(d.on for d in bare),
        ),
        (*(d.id for d in bare), *look.formulation_ids),
        ("formulate", "sign", look.code) if sign else ("formulate", look.code),
    )


def _stood_signed(look: Look, day: date) -> bool:
    """Say whether a signed formulation stood on a day, as far as records tell.

    Of an earlier version nobody can tell any more when it was signed: it counts as so.
    """
    kept = look.case.formulation
    if kept is None or day < kept.recorded_at.astimezone().date():
        return False
    if kept.record.version > 1 and (kept.record.is_signed or day < kept.on):
        return True
    worker = kept.record.sign_off("worker")
    return kept.record.is_signed and worker is not None and worker.on <= day


# --- 3: a situation that was met and is not in it -----------------------------------


def _not_in_it(look: Look) -> Iterator[Found]:
    it = look.formulation
    if it is None:
        return  # rule 1 says so
    for step_id in dict.fromkeys(d.record.step for d in look.went):
        step = look.step(step_id)
        if step is None or not (missing := missing_triggers(it, step)):
            continue
        met = [d for d in look.went if d.record.step == step_id]
        yield Found(
            say(
                "Step {number} meets {situations} which the formulation does not have. "
                "{sessions} met it: {days}.",
                number=step.number,
                situations=say_many(
                    "{number} situation", "{number} situations", len(missing)
                ),
                sessions=sessions_said(len(met)),
                days=days_said(d.on for d in met),
            ),
            (*(d.id for d in met), step_id, *look.formulation_ids),
            ("formulate", look.code),
            subject=step_id,
        )


# --- 8: out of date -----------------------------------------------------------------


def _out_of_date(look: Look) -> Iterator[Found]:
    review = review_day(look.case)
    if review is None:
        return
    told = []
    if review < look.on:
        told.append(
            say("The formulation was to be looked at on {day}.", day=say_day(review))
        )
    waiting = early(look.case, on=look.on)
    if any(h.event not in LOOKS for h in waiting):  # rule 4 asks for a look at those
        told.append(
            say_many(
                "{number} event calls for an early look at the formulation. Nobody has "
                "looked.",
                "{number} events call for an early look at the formulation. Nobody has "
                "looked.",
                len(waiting),
            )
        )
    if old := stale_texts(look.case, on=look.on):
        told.append(
            say_many(
                "{number} line of the formulation has stood for 12 months without a "
                "look.",
                "{number} lines of the formulation have stood for 12 months without a "
                "look.",
                len(old),
            )
        )
    if late := past_their_day(look.case, on=look.on):
        told.append(
            say_many(
                "{number} thing we do is past its own day.",
                "{number} things we do are past their own day.",
                len(late),
            )
        )
    if told:
        events = dict.fromkeys(h.record for h in waiting)
        yield Found(
            " ".join(told), (*look.formulation_ids, *events), ("formulate", look.code)
        )


RULES = (
    Rule(
        1,
        "no-current-formulation",
        Grade.A,
        AuditSide.RISK,
        say("A session went ahead with no signed formulation."),
        say("Nobody had agreed what is hard there, and what helps."),
        say("sessions that were gone to"),
        of=lambda look: look.attendance.attended.n,
        person=_no_current,
        stands=False,
    ),
    Rule(
        3,
        "trigger-not-in-formulation",
        Grade.A,
        AuditSide.RISK,
        say("A session met a situation that the formulation does not have."),
        say("What is met has no agreed answer: risk nobody is managing."),
        say("sessions that were gone to"),
        of=lambda look: look.attendance.attended.n,
        person=_not_in_it,
        stands=False,
    ),
    EVENT_NOT_LOOKED_AT,
    Rule(
        8,
        "formulation-out-of-date",
        Grade.B,
        AuditSide.RISK,
        say("A formulation is past its review, or an event has brought that forward."),
        say("People act on what was true once."),
        say("people"),
        of=one_person,
        person=_out_of_date,
    ),
)
