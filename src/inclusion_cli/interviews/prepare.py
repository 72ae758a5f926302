"""What is gone through in about 3 minutes before a session. Practice reference 4.1."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.event_page import event_lines, event_of, says_less
from inclusion_cli.domain.for_now import limits_now, titled_now
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.needs import needed_answers
from inclusion_cli.domain.own_card import signs_on
from inclusion_cli.domain.reductions import minutes_now
from inclusion_cli.domain.sleep import say_minutes
from inclusion_cli.domain.values import capital
from inclusion_cli.interviews.debrief import planned
from inclusion_cli.interviews.prepare_questions import Ahead, questions
from inclusion_cli.interviews.question import Form, Question, raw_of, settled
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.prepare import Preparation

JUST_BEGUN = timedelta(minutes=30)
MONEY_KINDS = (TriggerKind.MONEY_PRESSURE, TriggerKind.SUBSTANCE_SETTING)


def ahead(
    case: Casefile, step: Kept[Step], session: Kept[Session] | None, *, now: datetime
) -> Ahead:
    """Return what is prepared."""
    met = step.record.triggers
    triggers = case.formulation.record.triggers if case.formulation else ()
    kinds = {trigger.kind for trigger in triggers if trigger.id in met}
    needed = needed_answers(step.record)
    return Ahead(
        now=now,
        name=case.known_as,
        step=step,
        limits=limits_now(case, step),
        session=session,
        missed=_been(case, step, now) if session is None else "",
        signs=signs_on(case.card.record if case.card else None),
        planned=planned(case, step, session),
        craving="craving" in needed or TriggerKind.SUBSTANCE_SETTING in kinds,
        money=bool(kinds & set(MONEY_KINDS)) or bool(step.record.limits),
        minutes=minutes_now(case, step),
        evening=_evening(case, session),
        less=says_less(case, step.id),
    )


def _evening(
    case: Casefile, session: Kept[Session] | None
) -> tuple[tuple[str, str], ...]:
    """Return the plan of the evening the session is, in lines; nothing for no plan."""
    found = event_of(case, session.id) if session else None
    return tuple(event_lines(case, found.record)) if found else ()


def _been(case: Casefile, step: Kept[Step], now: datetime) -> str:
    """Return what is said of a session of today that has been, "" for none."""
    been = [s for s in _of_today(case, step, now) if s.record.at < now - JUST_BEGUN]
    if not been:
        return ""
    return say(
        "The session of today {time} has been. To record it, "
        "press Ctrl+D and type: inclusion debrief {code}",
        time=say_time(been[-1].record.at),
        code=case.person.record.code,
    )


def next_session(
    case: Casefile, step: Kept[Step], *, now: datetime
) -> Kept[Session] | None:
    """Return the session of today to get ready for: the next to come, or just begun.

    None where none of the step is planned today: then it is for one not planned here.
    A guess about what has been would be no guess.
    """
    for session in _of_today(case, step, now):
        if session.record.at >= now - JUST_BEGUN:
            return session
    return None


def _of_today(case: Casefile, step: Kept[Step], now: datetime) -> list[Kept[Session]]:
    """Return the sessions of a step and day that have no debrief, in order."""
    there = [
        session
        for session in case.open_sessions()
        if session.record.step == step.id and session.on == now.date()
    ]
    return sorted(there, key=lambda session: session.record.at)


def drafted(
    case: Casefile, about: Mapping[str, str]
) -> tuple[Kept[Step], Kept[Session] | None] | None:
    """Return what a draft is about, as far as it still stands."""
    step = case.step(about.get("step", ""))
    wanted = about.get("session")
    session = next((s for s in case.open_sessions() if s.id == wanted), None)
    return (step, session) if step else None


def form(case: Casefile, it: Ahead) -> Form:
    """Return the check before a session; what was agreed stands above it."""
    step, which = it.step, ""
    if step:
        title = titled_now(case, step)
        which = say(" Step {number}: {title}.", number=step.record.number, title=title)
    return Form(
        name="preparation",
        title=say("Before the session"),
        questions=lambda _answers: questions(it),
        header=say(
            "{label}. Before the session.{which}", label=case.label, which=which
        ),
        who=case.label,
        intro=tuple(_intro(it)),
        usual={"wanted": "yes"},
    )


def _intro(it: Ahead) -> Iterator[str]:
    """Return the step as it was agreed, to go through together."""
    if it.step is None:
        return
    if it.missed:
        yield it.missed
    step, at = it.step.record, it.session.record.at if it.session else None
    when = ""
    if at:
        day = say_near(at.date(), today=it.now.date())
        when = f"{capital(day)} {say_time(at)}. "
    long = it.minutes or step.minutes
    minutes = say_many("{number} minute", "{number} minutes", long)
    if it.less:
        yield it.less
    yield f"{when}{it.planned.place}, {minutes}, {it.planned.company}."
    rule = step.agreed.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    yield say("To move on:")
    yield from (f"  {part.words()}" for part in parts)
    if it.limits:
        yield say("Limits: {join}.", join="; ".join(it.limits))
    if it.planned.travel:
        yield say("There and back: {travel}", travel=it.planned.travel)
    if step.exit_words:
        yield say(
            'To leave, {name} says: "{exit_words}"',
            name=it.name,
            exit_words=step.exit_words,
        )
    if it.evening:
        yield say("The plan for this evening:")
        yield from (f"  {name}: {words}" for name, words in it.evening)


# --- a preparation that is mended ----------------------------------------------------


def amend_form(case: Casefile, kept: Kept[Preparation], *, now: datetime) -> Form:
    """Return a preparation that is mended: what it stands for is known, guesses not."""
    it = amend_about(case, kept, now=now)
    made = replace(form(case, it), questions=lambda _answers: _mended(it))
    return settled(replace(made, known=given_by(kept.record)))


def _mended(it: Ahead) -> Iterator[Question]:
    """Return what can be mended: all but the guesses, which stay as they were."""
    return (question for question in questions(it) if not question.sealed)


def amend_about(case: Casefile, kept: Kept[Preparation], *, now: datetime) -> Ahead:
    """Return what a preparation that is mended is about."""
    step = case.step(kept.record.step)
    assert step is not None, "a preparation has its step"
    session = next((s for s in case.sessions if s.id == kept.record.session), None)
    return ahead(case, step, session, now=now)


def given_by(ready: Preparation) -> dict[str, str | None]:
    """Return what would be typed to make this preparation, without its guesses."""
    given: dict[str, str | None] = {"wanted": ready.wanted.value}
    told = {
        "change": ready.change,
        "worry_now": ready.worry_now,
        "craving": ready.craving,
        "money_plan": ready.money_plan,
        "behaviours": ready.behaviours,
        "travel": ready.travel,
        "exit_words": ready.exit_words,
    }
    given |= {key: str(v) for key, v in told.items() if v is not None and v != ""}
    if ready.minutes_slept is not None:
        given["minutes_slept"] = say_minutes(ready.minutes_slept)
    if ready.signs is not None:
        given["signs"] = raw_of(ready.signs)
    if ready.contact_tested is not None:
        given["contact_tested"] = raw_of(ready.contact_tested)
    return given
