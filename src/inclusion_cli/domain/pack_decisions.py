"""Decisions in a pack: what the last meeting decided, what was decided since, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import CHOICE_WORDS, WISHES, Decision, goes_against
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.pack_lines import DecisionLine, DecisionPart
from inclusion_cli.domain.pack_marks import mark
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile


def decision_part(
    case: Casefile, *, first: date, since: date | None, today: date
) -> DecisionPart:
    """Return the decisions since the last meeting, or since a day that was asked for.

    The last meeting is the latest review or pack of an earlier day. What it decided
    comes first: that is what a meeting begins with. What was decided before it, in the
    time of the pack, comes last.
    """
    met = None if since else last_meeting(case, today)
    within = [kept for kept in case.decisions if first <= kept.record.on]
    if met is None:
        words = say("Since {first}.", first=say_day(first))
        return DecisionPart(
            words, (), _lines(case, within), say("None in this time."), ()
        )
    own = [kept for kept in case.decisions if kept.recorded_at > met]
    last = _decided_then(case, met)
    told = {kept.id for kept in (*own, *last)}
    before = [d for d in case.decisions if first <= d.record.on and d.id not in told]
    day = met.astimezone(case.person.happened_at.tzinfo).date()
    return DecisionPart(
        since=say("Since the last review meeting or pack, {day}.", day=say_day(day)),
        last=_lines(case, last),
        lines=_lines(case, own),
        none=say("None since then."),
        earlier=_lines(case, before),
    )


def last_meeting(case: Casefile, today: date) -> datetime | None:
    """Return when the latest review was held or pack was made, before today.

    A pack of what was known on an earlier day was made for no meeting.
    """
    papers = (
        kept
        for kept in case.papers
        if kept.record.kind is PaperKind.REVIEW_PACK and kept.record.known_on is None
    )
    held = [kept.recorded_at for kept in papers if kept.record.on < today]
    held += [kept.recorded_at for kept in case.reviews if kept.record.on < today]
    return max(held, default=None)


def _decided_then(case: Casefile, met: datetime) -> list[Kept[Decision]]:
    """Return what was decided at that meeting, or at the latest one before it."""
    reviews = [r for r in case.reviews if r.recorded_at <= met]
    if not reviews:
        return []
    latest = max(reviews, key=lambda kept: (kept.recorded_at, kept.id))
    return [kept for kept in case.decisions if kept.record.review == latest.id]


def _lines(case: Casefile, decisions: list[Kept[Decision]]) -> tuple[DecisionLine, ...]:
    return tuple(decision_line(case, kept) for kept in decisions)


def decision_line(case: Casefile, kept: Kept[Decision]) -> DecisionLine:
    """Return one decision in words, with why and what it rests on."""
    decision = kept.record
    wishes = [text for text in decision.overrides if WISHES in text]
    extra = [
        ("", decision.why),
        (say("Least change: "), decision.least_change),
        (say("Resume when: "), decision.resume_when),
        (say("To move on: "), decision.needs),
        (say("What changed: "), decision.what_changed),
        *(("", text) for text in wishes),
    ]
    return DecisionLine(
        day=say_day(decision.on),
        what=choice_words(case, decision),
        why=" ".join(f"{name}{stopped(text)}" for name, text in extra if text),
        agreed_with=decision.agreed_with.rstrip("."),
        look_again=say_day(decision.look_again) if decision.look_again else "",
        against=goes_against(decision),
        records=tuple(short_id(record) for record in decision.cites),
        record=short_id(kept.id),
        review=short_id(decision.review) if decision.review else "",
        mark=mark(kept),
    )


def choice_words(case: Casefile, decision: Decision) -> str:
    """Return what was decided in a few words: "Progress: step 1 to step 2"."""
    start, to = case.step(decision.step), case.step(decision.to_step)
    what = CHOICE_WORDS[decision.choice]
    if start and to and start.id != to.id:
        return say(
            "{what}: step {start} to step {to}",
            what=what,
            start=start.record.number,
            to=to.record.number,
        )
    return (
        say("{what}: step {number}", what=what, number=start.record.number)
        if start
        else what
    )
