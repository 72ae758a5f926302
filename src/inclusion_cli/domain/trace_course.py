"""What happened on the way: sessions, pauses, decisions, card, limits, incidents."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import OUTCOME_WORDS
from inclusion_cli.domain.decision import WISHES, Choice
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.late import days_late
from inclusion_cli.domain.pack_decisions import choice_words
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.trace_harm import crises
from inclusion_cli.domain.trace_lines import Stage, moment, there
from inclusion_cli.domain.trace_safe import keeping_safe
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.card import Card
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief, Session
    from inclusion_cli.domain.decision import Decision
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.trace_lines import Moment

CARD_WITHIN = timedelta(days=7)
"""The card is looked at in the week after a step changes; practice reference 3.2."""
MOVES = frozenset({Choice.PROGRESS, Choice.PAUSE, Choice.STEP_BACK, Choice.RESUME})
RESTS = MOVES | {Choice.HOLD, Choice.COMPLETE}
"""Choices that rest on records; a start and a wish to stop need none."""


def course(
    case: Casefile, *, now: datetime, cards: tuple[Kept[Card], ...]
) -> Iterator[Moment]:
    """Return what happened until now, in no order."""
    for debrief in case.debriefs:
        yield _debrief(case, debrief)
    for session in case.open_sessions():
        if session.record.at <= now:
            yield _untold(case, session)
    for decision in case.decisions:
        yield _decision(case, decision, now)
    told: set[int] = set()
    for version in cards:
        yield _card(version, again=version.record.version in told)
        told.add(version.record.version)
    yield from _limits(case)
    yield from crises(case)
    yield from keeping_safe(case, now=now)
    for weighed in case.safety.risk_decisions:
        chosen = next(
            o.what for o in weighed.record.options if o.id == weighed.record.chosen
        )
        says = say(
            "{question} {options} weighed. Chosen: {chosen}",
            question=weighed.record.question,
            options=say_many(
                "{number} way", "{number} ways", len(weighed.record.options)
            ),
            chosen=chosen,
        )
        yield moment(Stage.RISK, weighed, says, quote=weighed.record.wish)


def _debrief(case: Casefile, kept: Kept[Debrief]) -> Moment:
    told = kept.record
    step = case.step(told.step)
    worry = [
        (say("before"), told.worry_before),
        (say("at its worst"), told.worry_peak),
        (say("after"), told.worry_after),
    ]
    rated = ", ".join(f"{when} {score}" for when, score in worry if score is not None)
    worried = say(" Worry {rated}.", rated=rated) if rated else ""
    days = days_late(kept)
    late = say_many("{number} day", "{number} days", days)
    return moment(
        Stage.SESSION,
        kept,
        say(
            "Step {number}: {outcome}.{worried}",
            number=step.record.number if step else "?",
            outcome=OUTCOME_WORDS[told.outcome],
            worried=worried,
        ),
        quote=told.words,
        missing=there(
            (
                not days,
                say("a debrief within a day. It was written {late} later", late=late),
            ),
            (
                bool(rated) or not told.outcome.attended,
                say("a rating of worry for this session"),
            ),
        ),
    )


def _untold(case: Casefile, kept: Kept[Session]) -> Moment:
    step = case.step(kept.record.step)
    says = say(
        "Step {number}: a session was planned.",
        number=step.record.number if step else "?",
    )
    day = say_day(kept.record.at.date())
    missing = (say("a debrief of the session of {day}", day=day),)
    return moment(Stage.SESSION, kept, says, at=kept.record.at, missing=missing)


def _decision(case: Casefile, kept: Kept[Decision], now: datetime) -> Moment:
    told = kept.record
    pause = told.choice is Choice.PAUSE
    rests = (
        say(
            " Rests on {count}: {ids}.",
            count=say_many("{number} record", "{number} records", len(told.cites)),
            ids=", ".join(map(short_id, told.cites)),
        )
        if told.cites
        else ""
    )
    ends = (
        say(" Goes on when: {when}", when=stopped(told.resume_when))
        if told.resume_when
        else ""
    )
    against = "".join(
        say(" Against what was agreed: {what}", what=stopped(o))
        for o in told.overrides
        if WISHES not in o
    )
    says = say(
        "{what}. {why}{ends}{against}{rests}",
        what=choice_words(case, told),
        why=stopped(told.why) if told.why else "",
        ends=ends,
        against=against,
        rests=rests,
    )
    return moment(
        Stage.PAUSE if pause else Stage.DECISION,
        kept,
        " ".join(says.split()),
        quote=_wish_of(case, told),
        missing=(
            *_unproved(case, kept),
            *_pause_gaps(case, kept, now),
            *_card_gap(case, kept, now),
        ),
    )


def _wish_of(case: Casefile, told: Decision) -> str:
    return next((r.record.wish for r in case.reviews if r.id == told.review), "")


def _unproved(case: Casefile, kept: Kept[Decision]) -> Iterator[str]:
    """Return what a decision should rest on and does not."""
    told = kept.record
    if told.choice in RESTS and not told.cites:
        yield say("records that this decision rests on")
    if told.choice is not Choice.PERSON_STOPPED and not told.agreed_with:
        yield say("with whom this was agreed")
    if told.choice is not Choice.PROGRESS:
        return
    review = next((r.record for r in case.reviews if r.id == told.review), None)
    if review is None:
        yield say("a review before moving on")
        return
    short = [line for line in review.evidence if line.answer != "met"]
    if short and not told.overrides:
        yield say(
            "that all that was agreed was met. The review showed {met} of {all}",
            met=len(review.evidence) - len(short),
            all=len(review.evidence),
        )


def _pause_gaps(case: Casefile, kept: Kept[Decision], now: datetime) -> Iterator[str]:
    """Return what a pause should have and does not: its end, and a look in time."""
    told = kept.record
    if told.choice is not Choice.PAUSE:
        return
    if not told.resume_when:
        yield say("what ends this pause")
    if told.look_again is None:
        yield say("when the pause is looked at again")
        return
    later = [
        d.record.on
        for d in case.decisions
        if d.order > kept.order and told.step in (d.record.step, d.record.to_step)
    ]
    looked = min(later, default=None)
    by = say_day(told.look_again)
    if looked is None and told.look_again < now.date():
        yield say("a look at the pause by {by}, or since", by=by)
    elif looked and looked > told.look_again:
        days = say_many(
            "{number} day", "{number} days", (looked - told.look_again).days
        )
        yield say("a look at the pause by {by}. It came {days} later", by=by, days=days)


def _card_gap(case: Casefile, kept: Kept[Decision], now: datetime) -> Iterator[str]:
    """Return that nobody looked at the card in the week after a step changed."""
    if kept.record.choice not in MOVES or case.card is None:
        return
    first, last = kept.on, kept.on + CARD_WITHIN
    if last >= now.date() or min(case.card_days, default=last) > last:
        return
    if not any(first <= day <= last for day in case.card_days):
        yield say("a look at the card in the week after this")


def _card(kept: Kept[Card], *, again: bool) -> Moment:
    told = kept.record
    number = sum(len(stage.signs) for stage in told.stages)
    signs = say_many("{number} sign", "{number} signs", number)
    if again:
        says = say("Version {version} was looked at again.", version=told.version)
    else:
        says = say(
            "Version {version} was written: {signs}.", version=told.version, signs=signs
        )
    return moment(Stage.CARD, kept, says)


def _limits(case: Casefile) -> Iterator[Moment]:
    for kept in case.safety.restrictions:
        told = kept.record
        ends = (
            say(" It ends when: {when}", when=told.ends_when) if told.ends_when else ""
        )
        yield moment(
            Stage.LIMIT,
            kept,
            say(
                "A limit was set: {what}.{ends}", what=told.what.rstrip("."), ends=ends
            ),
            quote=told.feels,
            missing=there(
                (bool(told.ends_when), say("what ends this limit")),
                (bool(told.lawful_basis), say("a lawful basis for this limit")),
                (bool(told.trigger), say("which situation this limit is for")),
                (bool(told.tried), say("a less restrictive way that was tried")),
            ),
        )
    for review in case.safety.restriction_reviews:
        did = _VERDICTS[review.record.verdict]
        why = review.record.why
        yield moment(
            Stage.LIMIT,
            review,
            say("{did} {why}", did=did, why=why),
            quote=review.record.view,
        )


_VERDICTS = {
    Verdict.LIFT: say("A limit was lifted."),
    Verdict.REDUCE: say("A limit was made smaller."),
    Verdict.KEEP: say("A limit was kept."),
}
