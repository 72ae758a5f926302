"""What is due for one person: one engine for home, lists, papers and JSON."""

from __future__ import annotations

from datetime import timedelta
from importlib import import_module
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, alarms, has_limits
from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.dates import say_ago, say_near, say_time
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, About, Due, Group
from inclusion_cli.domain.due_formulation import formulation_dues
from inclusion_cli.domain.for_now import titled_now
from inclusion_cli.domain.formulation_events import early, is_named
from inclusion_cli.domain.lived import says_quiet
from inclusion_cli.domain.safety import NO_SAFETY
from inclusion_cli.domain.sessions import is_prepared
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.domain.unanswered import NOT_SURE_WORDS, unsure
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile

RISING = 3  # sessions running with worry at its worst going up


def due_for(
    case: Casefile, *, now: datetime, defaults: Defaults = SHIPPED
) -> tuple[Due, ...]:
    """Return what is due for one person; of one who left, what is still owed."""
    if case.closed_on:
        from inclusion_cli.domain.left_owed import dues_left  # noqa: PLC0415 - few

        return tuple(dues_left(case, now=now))
    stands = standing(case, now=now, defaults=defaults)
    on = now.date()
    about = About(case)
    found = alarms(case, stands, on=on)
    named = frozenset(record for alarm in found for record in alarm.names)
    return (
        *_alarms(about, found, on),
        *_unsure(about, on),
        *_sessions(about, now),
        *_reviews(about, stands, on),
        *formulation_dues(about, on, named),
        *_looks(about, stands, on),
        *_safety(about, now),
    )


SAFETY_RULES: dict[str, str] = {
    "actions": "action_due",
    "agreements": "money_due",
    "concerns": "concern_due",
    "consents": "consent_due",
    "disclosures": "consent_due",
    "event_plans": "event_due",
    "incidents": "incident_due",
    "measures": "measure_due",
    "money_checks": "money_due",
    "reductions": "event_due",
    "restrictions": "restriction_due",
    "risk_decisions": "risk_decision_due",
}
"""Which file says what is due of which records beside the ladder; each has a function
`dues(about, *, now)`, and is loaded where a file has such a record."""


def _safety(about: About, now: datetime) -> Iterator[Due]:
    """Return what is due of consents, restrictions, incidents and the like."""
    limits = has_limits(about.case)  # it may be one of the formulation alone
    if about.case.safety == NO_SAFETY and not limits:
        return
    there = [file for name, file in SAFETY_RULES.items() if _has(about, name)]
    if limits:
        there.append(SAFETY_RULES["restrictions"])
    for file in dict.fromkeys(there):
        yield from import_module(f"inclusion_cli.domain.{file}").dues(about, now=now)


def _has(about: About, name: str) -> bool:
    return bool(getattr(about.case.safety, name))


def _alarms(about: About, found: Iterable[Alarm], on: date) -> Iterator[Due]:
    waiting = early(about.case, on=on)
    for alarm in found:
        both = any(is_named(h, alarm.names) for h in waiting)
        then = say(" Then look at the formulation early, too.") if both else ""
        yield about(
            Group.TODAY,
            f"{alarm.says}{then}",
            alarm.mend,
            on=alarm.since,
            records=alarm.records,
            alarm=alarm.side.value,
            urgency=alarm.urgency,
        )


def _unsure(about: About, on: date) -> Iterator[Due]:
    """Return a softer look, the same day: nobody knows of harm, and nobody was sure."""
    for entry, day in unsure(about.case):
        says = say(
            "{capitalize}, {not_sure_words}. Ask {known_as} again the same day.",
            capitalize=say_near(day, today=on).capitalize(),
            not_sure_words=NOT_SURE_WORDS,
            known_as=about.case.known_as,
        )
        command = ("review", about.code)
        yield about(Group.TODAY, says, command, on=day, records=(entry,))


def _sessions(about: About, now: datetime) -> Iterator[Due]:
    today = now.date()
    for session in about.case.open_sessions():
        step = about.case.step(session.record.step)
        if step is None:
            continue
        at, what = session.record.at, titled_now(about.case, step)
        told = f"{say_near(at.date(), today=today)} {say_time(at)}"
        records = (session.id,)
        command = ("debrief", about.code)
        if at <= now:
            says = say("Debrief, {told}: {what}. Not started.", told=told, what=what)
            yield about(
                Group.TODAY, says, command, on=at.date(), records=records, at=at
            )
        elif at.date() == today:
            ready = is_prepared(about.case, session)
            says = say(
                "Session, {told}: {what}. {part}.",
                what=what,
                told=told,
                part=say("Prepared") if ready else say("Prepare it"),
            )
            verb = ("card", "show") if ready else ("prepare",)
            show = (*verb, about.code)
            yield about(Group.TODAY, says, show, on=today, records=records, at=at)
        elif at.date() <= today + timedelta(days=LOOKS_AHEAD_DAYS):
            says = say("Session, {told}: {what}.", told=told, what=what)
            plan = ("plan", "show", about.code)
            yield about(Group.COMING, says, plan, on=at.date(), records=records)


def _reviews(about: About, stands: Standing | None, on: date) -> Iterator[Due]:
    """Return one line about the review of the step that is on, or none."""
    if stands is None:
        return
    command = ("review", about.code)
    met = stands.hold.completed if stands.reached else None
    if met and stands.over_cautious:
        return  # the alarm asks for the same review
    if met and (stands.eligible or stands.word is None):
        since = say_near(met, today=on)
        says = say(
            "Step review. All that was agreed is met since {since}.", since=since
        )
        if not stands.eligible:
            says = say(
                "Met since {since}. Ask {known_as} about the next step.",
                since=since,
                known_as=about.case.known_as,
            )
        yield about(Group.TODAY, says, command, on=met)
        return
    found = _look_again(about.case, stands)
    if found is None:
        return
    look, ids = found
    if look > on + timedelta(days=LOOKS_AHEAD_DAYS):
        return
    if look > on:
        says = say("Step review, {look}.", look=say_near(look, today=on))
        yield about(Group.COMING, says, command, on=look, records=ids)
    elif stands.rung.state is not State.PAUSED or look == on:  # else it is an alarm
        says = say("Step review. Due {ago}.", ago=say_ago(look, today=on))
        yield about(Group.TODAY, says, command, on=look, records=ids)


def _look_again(
    case: Casefile, stands: Standing
) -> tuple[date, tuple[str, ...]] | None:
    """Return when the last decision about this step is looked at again, and its id."""
    step = stands.rung.step.id
    about = [d for d in case.decisions if step in (d.record.to_step, d.record.step)]
    if not about or about[-1].record.look_again is None:
        return None
    return about[-1].record.look_again, (about[-1].id,)


def _looks(about: About, stands: Standing | None, on: date) -> Iterator[Due]:
    case, code = about.case, about.code
    if stands and stands.ahead:
        ahead = say_many("{number} debrief", "{number} debriefs", len(stands.ahead))
        says = say(
            "{ahead} dated later than now. Check this computer's clock.", ahead=ahead
        )
        ids = tuple(debrief.id for debrief in stands.ahead)
        yield about(Group.LOOK, says, ("plan", "show", code), records=ids)
    if not case.steps:
        if case.formulation:
            yield about(Group.LOOK, say("No steps planned yet."), ("plan", "add", code))
        return
    if stands is None:
        waiting = any(rung.state is State.PLANNED for rung in case.rungs())
        if waiting:
            yield about(Group.LOOK, say("No step is on."), ("plan", "start", code))
        return
    rated = [s for s in stands.sessions if s.record.worry_peak is not None][-RISING:]
    peaks = [s.record.worry_peak or 0 for s in rated]
    if len(peaks) == RISING and peaks[0] < peaks[1] < peaks[2]:
        shown = ", ".join(map(str, peaks))
        says = say("Worry at its worst is going up: {shown}.", shown=shown)
        ids = tuple(session.id for session in rated)
        yield about(Group.LOOK, says, ("review", code), records=ids)
    last = stands.sessions[-1].on if stands.sessions else stands.rung.began or on
    quiet = (on - last).days
    if quiet > stands.defaults.quiet_days and stands.rung.state is State.ACTIVE:
        says = says_quiet(case, last=last, on=on)
        yield about(Group.LOOK, says, ("debrief", code), on=last)
