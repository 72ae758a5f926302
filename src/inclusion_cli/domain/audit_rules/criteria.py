"""Decisions against what was agreed for a step: rules 12 to 14 and 26 of 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule
from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.moves import UP
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look
    from inclusion_cli.domain.casefile import Rung
    from inclusion_cli.domain.decision import Decision, Review
    from inclusion_cli.domain.kept import Kept

PAUSE_DAYS = 14
"""A pause is reviewed within these; practice reference 6.4 (14)."""


def _moved_up(look: Look) -> list[Kept[Decision]]:
    return [d for d in look.decisions if d.record.choice in UP]


def _review(look: Look, decision: Kept[Decision]) -> Kept[Review] | None:
    wanted = decision.record.review
    return next((r for r in look.case.reviews if r.id == wanted), None)


# --- 12: up without what was agreed -------------------------------------------------


def _without_criteria(look: Look) -> Iterator[Found]:
    for decision in _moved_up(look):
        if decision.record.overrides:
            continue  # it was said, with a reason
        review = _review(look, decision)
        lines = review.record.evidence if review else ()
        unmet = [line for line in lines if line.answer != "met"]
        if lines and not unmet:
            continue
        told = (
            say_many(
                "{number} thing agreed was not met, with no reason",
                "{number} things agreed were not met, with no reason",
                len(unmet),
            )
            if unmet
            else say("no evidence is kept with it")
        )
        says = say(
            "On {day} the next step was begun: {told}.",
            day=say_day(decision.record.on),
            told=told,
        )
        yield Found(says, (decision.id,), ("review", look.code), decision.id)


# --- 26: the person's own word ------------------------------------------------------


def _against_their_word(look: Look) -> Iterator[Found]:
    for decision in _moved_up(look):
        review = _review(look, decision)
        if review is None or review.record.ready is Word.YES:
            continue
        said = say("no") if review.record.ready is Word.NO else say("not sure")
        says = say(
            'On {day} the next step was begun. The person had said "{said}" to being '
            "ready.",
            day=say_day(decision.record.on),
            said=said,
        )
        records = (decision.id, review.id)
        yield Found(says, records, ("review", look.code), decision.id)


# --- 13: ready, and nobody offered it -----------------------------------------------


def _stalled(look: Look) -> Iterator[Found]:
    stands = look.standing
    if stands and stands.over_cautious and stands.hold.completed:
        says = say(
            "All that was agreed has been met since {day}. For {idle} nobody has "
            "offered the next step.",
            day=say_day(stands.hold.completed),
            idle=say_many("{number} day", "{number} days", stands.idle),
        )
        records = tuple(s.id for s in stands.sessions)
        yield Found(says, records, ("review", look.code), stands.rung.step.id)


# --- 14: a pause nobody looks at ----------------------------------------------------


def _paused(look: Look) -> list[Rung]:
    return [rung for rung in look.rungs if rung.state is State.PAUSED]


def _left_paused(look: Look) -> Iterator[Found]:
    for rung in _paused(look):
        about = [d for d in look.case.decisions if d.record.step == rung.step.id]
        latest = about[-1] if about else None
        if latest is None:
            continue
        days = (look.on - latest.record.on).days
        ends = bool(latest.record.resume_when)
        if days <= PAUSE_DAYS and ends:
            continue
        told = (
            say("Nobody has reviewed it since.")
            if ends
            else say("Nothing says what ends it.")
        )
        says = say(
            "A step has been paused for {days}, since {day}. {told}",
            days=say_many("{number} day", "{number} days", days),
            day=say_day(latest.record.on),
            told=told,
        )
        yield Found(says, (latest.id,), ("review", look.code), rung.step.id)
    for kept in look.case.safety.reductions:
        if kept.record.ended_on is None and kept.record.look_again < look.on:
            says = say(
                "Less was agreed for a time, to be looked at again on {day}. That day "
                "is past.",
                day=say_day(kept.record.look_again),
            )
            yield Found(says, (kept.id,), ("review", look.code), kept.id)


RULES = (
    Rule(
        12,
        "progress-without-criteria",
        Grade.B,
        AuditSide.RISK,
        say("A step was left for the next one without what was agreed, or a reason."),
        say("The pace was agreed with the person, and went unseen."),
        say("decisions to go on"),
        of=lambda look: len(_moved_up(look)),
        person=_without_criteria,
        stands=False,
    ),
    Rule(
        13,
        "ready-not-offered",
        Grade.B,
        AuditSide.CAUTION,
        say("All that was agreed was met for 14 days, and no next step was offered."),
        say("A life waits while nothing speaks against the next step."),
        say("steps that are on"),
        of=lambda look: int(look.standing is not None),
        person=_stalled,
    ),
    Rule(
        14,
        "pause-left",
        Grade.B,
        AuditSide.CAUTION,
        say("A pause of more than 14 days had no review, or nothing ends it."),
        say("A pause that nobody looks at is a ban."),
        say("pauses"),
        of=lambda look: (
            len(_paused(look))
            + sum(k.record.ended_on is None for k in look.case.safety.reductions)
        ),
        person=_left_paused,
    ),
    Rule(
        26,
        "against-their-word",
        Grade.A,
        AuditSide.RISK,
        say("The next step was begun though the person was not ready, or not sure."),
        say("Nobody but the person can say that they are ready."),
        say("decisions to go on"),
        of=lambda look: len(_moved_up(look)),
        person=_against_their_word,
        stands=False,
    ),
)
