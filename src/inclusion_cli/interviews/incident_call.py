"""What is asked of one call after an incident: which call of the ladder, to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.incident_words import NO_WAY_OUT, ring_lines, rung_words
from inclusion_cli.domain.incidents import to_ring
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import Choice, at_least
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import this_minute, time_been
from inclusion_cli.interviews.incident_after import meant, which_incident
from inclusion_cli.interviews.question import Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.interviews.incident_after import Standing
    from inclusion_cli.interviews.question import Answers

RUNG, NOT_RUNG = "rung", "not_rung"
RANG = (Choice(RUNG, say("Rung")), Choice(NOT_RUNG, say("Not rung, for a reason")))
ANY_RUNG = (Choice("rung-id", say("A call of the ladder")),)


def call_questions(it: Standing, answers: Answers) -> Iterator[Question]:
    """Return the questions of one call of the ladder that is ticked."""
    yield which_incident(it)
    yield _rung(it, answers)
    yield choose("rang", say("Was it rung?"), say("Rung"), RANG, grave=True)
    rang = answers.get("rang") == RUNG
    yield Question(
        "who",
        say("Who did you speak to?"),
        say("Spoke to"),
        no_secrets,
        relevant=lambda a: a.get("rang") == RUNG,
        asked=say("where it was rung"),
        own=True,
    )
    yield time_been(
        "at",
        say("At what time?") if rang else say("When was that decided?"),
        say("When"),
        it.now,
        default=this_minute(it.now),
        constraint=lambda at, a: _not_before(it, at, a),
    )
    yield Question(
        "why_not",
        say("Why was it not rung?"),
        say("Why it was not rung"),
        at_least(10),
        relevant=lambda a: a.get("rang") == NOT_RUNG,
        asked=say("where it was not rung"),
    )
    yield Question(
        "said",
        say("What was said or agreed?"),
        say("Said or agreed"),
        no_secrets,
        required=False,
    )


def _rung(it: Standing, answers: Answers) -> Question:
    """Return the question which call of the ladder was made; what waits is read."""
    kept = meant(it, answers)
    waiting = to_ring(kept, now=it.now) if kept else ()
    every = waiting or [s for one in it.incidents for s in to_ring(one, now=it.now)]
    rungs = {step.rung.id: step.rung for step in every}.values()
    choices = tuple(Choice(one.id, rung_words(one)) for one in rungs) or ANY_RUNG
    lines = tuple(ring_lines(waiting, it.now.date()))
    lines += (NO_WAY_OUT,) if any(not s.rung.phone for s in waiting) else ()
    return choose(
        "rung",
        say("Which call was made?"),
        say("Call of the ladder"),
        choices,
        grave=True,
        before=lambda _a: lines,
    )


def _not_before(it: Standing, at: datetime, answers: Answers) -> None:
    checks.has_been(at, it.now)
    kept = meant(it, answers)
    if kept and at < kept.record.at.replace(second=0, microsecond=0):
        raise ValueError(say("cannot be before the incident"))
