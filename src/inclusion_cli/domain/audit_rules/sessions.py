"""Sessions against what was agreed: rules 2, 15 and 22 of 6.4."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import (
    Found,
    Rule,
    days_said,
    sessions_said,
)
from inclusion_cli.domain.casefile import ENTERS, LEAVES, State
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.late import IN_TIME, days_late
from inclusion_cli.domain.plan import ACCOMPANIMENT
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept

BEGINS = frozenset({Choice.START, Choice.PROGRESS})
"""The decisions by which a step starts: each is of a day, not of an hour."""
CANCELLED_MOST = 20
"""Per cent of one person's sessions that a service may call off; 6.4 (22)."""


# --- 2: above what was agreed -------------------------------------------------------

_ALONE = re.compile(
    r"^(?:went |came |was )?(?:alone|by (?:her|him|them)sel(?:f|ves)"
    r"|on (?:her|his|their) own|nobody|no one|none)\b",
    re.IGNORECASE,
)


@cache
def company_level(company: str) -> int | None:
    """Return the accompaniment, 0 to 6, that words stand for, None where unknown."""
    said = folded(company).strip().rstrip(".")
    for level, words in enumerate(ACCOMPANIMENT):
        if folded(words) == said:
            return level
    return 0 if _ALONE.match(said) else None


def _above(look: Look) -> Iterator[Found]:
    went = [(d, why) for d in look.went if (why := _why_above(look, d))]
    for why in dict.fromkeys(why for _d, why in went):
        mine = [d for d, one in went if one == why]
        says = say(
            "{sessions} {why}: {days}.",
            sessions=sessions_said(len(mine)),
            why=_WHY[why],
            days=days_said(d.on for d in mine),
        )
        steps = dict.fromkeys(d.record.step for d in mine)
        mend = ("amend", short_id(mine[0].id))
        yield Found(says, (*(d.id for d in mine), *steps), mend, why)


_WHY = {
    "step": say("went further up the ladder than the step that was on"),
    "paused": say("went ahead while the step was paused"),
    "company": say("had less company than the step says"),
}


def _why_above(look: Look, debrief: Kept[Debrief]) -> str:
    """Return in which way a session went above what was agreed, "" where it did not."""
    step = look.step(debrief.record.step)
    if step is None:
        return ""
    state, current = _stood(look, debrief)
    if state is State.PAUSED:
        return "paused"
    on = look.step(current)
    higher = on is not None and step.number > on.number
    if state not in (State.ACTIVE, State.DONE) and (higher or on is None):
        return "step"
    level = company_level(debrief.record.company)
    return "company" if level is not None and level < step.accompaniment else ""


def _stood(look: Look, debrief: Kept[Debrief]) -> tuple[State, str]:
    """Return where a session's step stood when it began, and which step was on.

    A step that started on a day was on for all of it: who writes the start in the
    evening did not go without it in the afternoon.
    """
    states: dict[str, State] = {}
    current = ""
    for move in look.moves:
        begun = move.choice in BEGINS and move.at.astimezone().date() == debrief.on
        if move.at > debrief.happened_at and not begun:
            continue
        if move.choice in LEAVES:
            states[move.step] = LEAVES[move.choice]
            current = "" if current == move.step else current
        if move.choice in ENTERS:
            states[move.to_step], current = State.ACTIVE, move.to_step
    return states.get(debrief.record.step, State.PLANNED), current


# --- 15: debriefs missing, or late --------------------------------------------------


def _late(look: Look) -> Iterator[Found]:
    since = look.now - IN_TIME
    waiting = [s for s in look.case.open_sessions() if s.record.at < since]
    waiting = [s for s in waiting if s.record.at.date() <= look.span.until]
    if waiting and not look.closed:
        yield Found(
            say_many(
                "There is no debrief yet for {number} past session: {days}.",
                "There is no debrief yet for {number} past sessions: {days}.",
                len(waiting),
                days=days_said(s.record.at.date() for s in waiting),
            ),
            tuple(s.id for s in waiting),
            ("debrief", look.code),
            "missing",
        )
    if late := [d for d in look.debriefs if days_late(d)]:
        yield Found(
            say(
                "Written more than a day after: {late} of {all} of the month.",
                late=len(late),
                all=say_many(
                    "{number} debrief", "{number} debriefs", len(look.debriefs)
                ),
            ),
            tuple(d.id for d in late),
            ("today",),
            "late",
        )


# --- 22: called off by the service --------------------------------------------------


def _called_off(look: Look) -> Iterator[Found]:
    off, planned = look.attendance.cancelled_by_service, _planned(look)
    if off.n and off.n * 100 > CANCELLED_MOST * planned:
        days = (d.on for d in look.debriefs if d.id in off.ids)
        yield Found(
            say(
                "We called off {off} of {planned} in the month: {days}.",
                off=off.n,
                planned=sessions_said(planned),
                days=days_said(days),
            ),
            off.ids,
            ("session", "plan", look.code),
        )


def _planned(look: Look) -> int:
    """Return how many sessions were to be and are told, without those of a pause."""
    went = look.attendance
    return went.planned.n - went.paused_by_plan.n - went.untold.n


RULES = (
    Rule(
        2,
        "above-agreed-step",
        Grade.A,
        AuditSide.RISK,
        say("A session went above the agreed step, or with less company."),
        say("What was agreed was not what was done."),
        say("sessions that were gone to"),
        of=lambda look: look.attendance.attended.n,
        person=_above,
        stands=False,
    ),
    Rule(
        15,
        "late-debrief",
        Grade.B,
        AuditSide.RECORD,
        say("A debrief is missing, or was written more than 24 hours after."),
        say("What is written late is remembered, not seen."),
        say("sessions of the month"),
        of=lambda look: look.attendance.planned.n,
        person=_late,
        stands=False,
    ),
    Rule(
        22,
        "cancelled-by-service",
        Grade.C,
        AuditSide.CAUTION,
        say("The service called off more than 20% of one person's sessions."),
        say("Days out are lost for a reason that is not the person's."),
        say("sessions of the month"),
        of=_planned,
        person=_called_off,
        stands=False,
    ),
)
