"""The view a review pack is printed from, in the order a meeting needs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import SIDE_WORDS, alarms
from inclusion_cli.domain.card_copies import card_line
from inclusion_cli.domain.card_use import most_used
from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.dates import say_day, say_near, say_time
from inclusion_cli.domain.decision import CHOICE_WORDS, Decision, Evidence
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.formulation_events import review_day
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.pack_formulation import formulation_lines
from inclusion_cli.domain.pack_lines import (
    AgreedLine,
    AlarmLine,
    DecisionLine,
    Quote,
    ReviewLines,
    ReviewPack,
    RungLine,
)
from inclusion_cli.domain.pack_sessions import (
    attendance,
    between,
    crisis,
    fears,
    noted,
    session_line,
)
from inclusion_cli.domain.review import ReviewTable, review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.values import YES_NO_NOT_SURE, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.sheet import Sheet

LOOKS_BACK_DAYS = 84  # 12 weeks

STATE_WORDS = {
    State.PLANNED: "planned",
    State.ACTIVE: "now",
    State.HOLDING: "now, good time is running",
    State.READY: "now, ready for review",
    State.PAUSED: "paused",
    State.DONE: "done",
    State.STOPPED: "stopped, as the person wished",
}
ANSWER_WORDS = {"met": "YES", "not_met": "NOT YET", "cannot_tell": "CANNOT TELL"}
FIRED_WORDS = {"met": "YES", "not_met": "NO", "cannot_tell": "CANNOT TELL"}


def review_pack(
    case: Casefile,
    sheet: Sheet,
    *,
    service: str,
    now: datetime,
    since: date | None,
    defaults: Defaults = SHIPPED,
) -> ReviewPack:
    """Return the pack of one person from `since`, by default the last 12 weeks."""
    first = since or now.date() - timedelta(days=LOOKS_BACK_DAYS)
    debriefs = tuple(d for d in case.debriefs if first <= d.on and d.record.at <= now)
    stands = standing(case, now=now, defaults=defaults)
    table = review_table(case, stands) if stands else None
    formulation = case.formulation.record if case.formulation else None
    return ReviewPack(
        sheet=sheet,
        title=f"Step review: {case.person.record.name}",
        known_as=case.known_as,
        service=service,
        since=say_day(first),
        until=say_day(now.date()),
        matters=formulation.what_matters if formulation else "",
        goal=case.plan.record.goal if case.plan else "",
        cost=formulation.cost_of_not_doing if formulation else "",
        ladder=tuple(_rung_line(rung) for rung in case.rungs()),
        review=_review_lines(case, first),
        step=_step_line(table),
        agreed=_agreed_lines(table.agreed if table else (), ANSWER_WORDS),
        pause_signs=_agreed_lines(table.pause_signs if table else (), FIRED_WORDS),
        left_out=table.left_out if table else (),
        alarm_sides=tuple(SIDE_WORDS.values()),
        alarms=tuple(
            AlarmLine(SIDE_WORDS[a.side], a.says, _shorts(a.records))
            for a in alarms(case, stands, on=now.date())
        ),
        attendance=tuple(attendance(debriefs)),
        sessions=tuple(session_line(case, debrief) for debrief in debriefs),
        quotes=tuple(
            Quote(say_day(d.on), d.record.words, short_id(d.id))
            for d in debriefs
            if d.record.words
        ),
        noted=(
            *noted(case, debriefs),
            *between(case, first=first, last=now.date()),
        ),
        fears=fears(debriefs),
        crisis=crisis(case, debriefs, first=first, last=now.date()),
        decisions=tuple(
            _decision_line(case, kept)
            for kept in case.decisions
            if first <= kept.record.on
        ),
        formulation=formulation_lines(case),
        card=" ".join(filter(None, (card_line(case), most_used(case)))),
        next=tuple(_next(case, now)),
    )


def _shorts(records: Iterable[str]) -> tuple[str, ...]:
    return tuple(short_id(record) for record in records)


def _rung_line(rung: Rung) -> RungLine:
    step = rung.step.record
    since = f"since {say_day(rung.began)}" if rung.began and rung.current else ""
    return RungLine(
        step.number,
        step.title,
        f"{step.place}, {step.time}, {counted(step.minutes, 'minute')}",
        step.company,
        STATE_WORDS[rung.state],
        since,
    )


def _step_line(table: ReviewTable | None) -> str:
    if table is None:
        return "No step is on."
    on = "paused, begun" if table.paused else "begun"
    place = f"Step {table.number} of {table.rungs}: {table.step}"
    return f"{place}; {on} {say_day(table.began)}."


def _agreed_lines(
    lines: Iterable[Evidence], words: dict[str, str]
) -> tuple[AgreedLine, ...]:
    return tuple(
        AgreedLine(
            words[line.answer],
            line.agreed,
            line.shows,
            line.missing,
            _shorts(line.records),
        )
        for line in lines
    )


def _review_lines(case: Casefile, first: date) -> ReviewLines | None:
    """Return the latest review of this time, as its evidence was shown then."""
    held = [kept for kept in case.reviews if first <= kept.record.on]
    if not held:
        return None
    latest = held[-1]
    step = case.step(latest.record.step)
    ready = {choice.key: choice.label for choice in YES_NO_NOT_SURE}
    return ReviewLines(
        day=say_day(latest.record.on),
        step=f"Step {step.record.number}: {step.record.title}" if step else "",
        ready=ready[latest.record.ready.value],
        wish=latest.record.wish,
        agreed=_agreed_lines(latest.record.evidence, ANSWER_WORDS),
        pause_signs=_agreed_lines(latest.record.pause_signs, FIRED_WORDS),
        record=short_id(latest.id),
    )


def _decision_line(case: Casefile, kept: Kept[Decision]) -> DecisionLine:
    decision = kept.record
    start, to = case.step(decision.step), case.step(decision.to_step)
    what = CHOICE_WORDS[decision.choice]
    if start and to and start.id != to.id:
        what += f": step {start.record.number} to step {to.record.number}"
    elif start:
        what += f": step {start.record.number}"
    extra = [
        ("", decision.why),
        ("Least change: ", decision.least_change),
        ("Resume when: ", decision.resume_when),
        ("To move on: ", decision.needs),
        ("What changed: ", decision.what_changed),
    ]
    return DecisionLine(
        day=say_day(decision.on),
        what=what,
        why=" ".join(f"{name}{_stopped(text)}" for name, text in extra if text),
        agreed_with=decision.agreed_with.rstrip("."),
        look_again=say_day(decision.look_again) if decision.look_again else "",
        against=decision.overrides,
        records=_shorts(decision.cites),
        record=short_id(kept.id),
        review=short_id(decision.review) if decision.review else "",
    )


def _stopped(text: str) -> str:
    """Return text that ends a sentence."""
    return text if text.rstrip()[-1:] in ".!?" else f"{text}."


def _next(case: Casefile, now: datetime) -> Iterator[str]:
    waiting = [s for s in case.open_sessions() if s.record.at <= now]
    for session in sorted(waiting, key=lambda kept: kept.order):
        at = session.record.at
        yield f"No debrief yet of the session of {say_day(at.date())}, {say_time(at)}."
    ahead = [s for s in case.open_sessions() if s.record.at > now]
    for session in sorted(ahead, key=lambda kept: kept.order)[:3]:
        step = case.step(session.record.step)
        what = step.record.title if step else "Session"
        at = session.record.at
        day = say_near(at.date(), today=now.date())
        yield f"{what}, {day}, {say_time(at)}."
    if not ahead:
        yield "No session is planned."
    looks = [d.record.look_again for d in case.decisions if d.record.look_again]
    if looks and looks[-1] >= now.date():
        yield f"Look at the step again on {say_day(looks[-1])}."
    if review := review_day(case):
        yield f"Formulation review: {say_day(review)}."
