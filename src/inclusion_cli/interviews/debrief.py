"""What is asked after a session: about eight short questions, more when needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.calls import days_called
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.debrief import Debrief, Outcome, Session
from inclusion_cli.domain.event_page import event_of, limits_of
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.moves import aside
from inclusion_cli.domain.needs import needed_answers
from inclusion_cli.domain.own_card import actions_on, signs_on, with_tried
from inclusion_cli.domain.plan import ACCOMPANIMENT
from inclusion_cli.domain.predictions import prepared_for
from inclusion_cli.domain.reductions import minutes_on, standing_reduction
from inclusion_cli.domain.values import Choice as Offered
from inclusion_cli.domain.values import capital
from inclusion_cli.interviews import debrief_deeper as deeper
from inclusion_cli.interviews import debrief_follow as follow
from inclusion_cli.interviews import debrief_parts as parts
from inclusion_cli.interviews.debrief_about import About, Planned
from inclusion_cli.interviews.debrief_given import given_by
from inclusion_cli.interviews.debrief_signs import signs
from inclusion_cli.interviews.debrief_substances import substances
from inclusion_cli.interviews.debrief_thought import thought
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    settled,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

FEARFUL = frozenset(("suspicion", "thoughts", "voices"))
"""Domains of a sign that ask for a thought record; the values of a card's domain."""


def about(
    case: Casefile,
    step: Kept[Step],
    session: Kept[Session] | None,
    *,
    now: datetime,
    ask_ready: bool,
) -> About:
    """Return what a debrief of this session is about."""
    needed = needed_answers(step.record)
    it = About(
        now=now,
        name=case.known_as,
        step=step,
        session=session,
        signs=signs_on(case.card.record if case.card else None),
        actions=actions_on(case.card.record if case.card else None),
        fearful=_fearful(case),
        needed=needed,
        substances=_about_substances(case, step.record) or "craving" in needed,
        planned=planned(case, step, session),
        ask_ready=ask_ready,
        began=_began(case, step),
        ended=_ended(case, step),
        paused=aside(case, step.id),
        recorded=frozenset(kept.record.at for kept in case.debriefs),
        called=days_called(case),
        latest=_latest(case),
        next_planned=bool(case.closed_on)
        or any(s.record.at > now for s in case.open_sessions()),
        evening=_evening(case, session),
        minutes=minutes_on(case, step, session.on if session else now.date()),
    )
    at = session.record.at if session else now
    bare = Debrief(
        step.id, at, Outcome.NO_SHOW, session=session.id if session else None
    )
    ready = prepared_for(case, bare)
    return replace(it, prepared=ready.record if ready else None)


def _evening(case: Casefile, session: Kept[Session] | None) -> str:
    """Return the limits planned for the evening a session was, "" for no plan."""
    found = event_of(case, session.id) if session else None
    return limits_of(case, found.record) if found else ""


def planned(case: Casefile, step: Kept[Step], session: Kept[Session] | None) -> Planned:
    """Return place, company and travel as they were planned: carried, never a score."""
    own = session.record if session else None
    less = standing_reduction(case, step.id)
    nearer = less.record.accompaniment if less else None
    company = step.record.company if nearer is None else ACCOMPANIMENT[nearer]
    return Planned(
        place=(own and own.place) or step.record.place,
        company=(own and own.company) or company,
        travel=(own and own.travel) or step.record.travel or _last_travel(case, step),
    )


def _last_travel(case: Casefile, step: Kept[Step]) -> str:
    gone = [d.record.travel for d in case.debriefs if d.record.step == step.id]
    return next((travel for travel in reversed(gone) if travel), "")


def _fearful(case: Casefile) -> frozenset[str]:
    """Return the ids of the card's signs of fear, thoughts and voices."""
    signs = case.card.record.signs() if case.card else ()
    domains = ((sign.id, getattr(sign, "domain", None)) for _stage, sign in signs)
    return frozenset(
        key for key, domain in domains if domain and domain.value in FEARFUL
    )


def _about_substances(case: Casefile, step: Step) -> bool:
    triggers = case.formulation.record.triggers if case.formulation else ()
    return any(
        trigger.kind is TriggerKind.SUBSTANCE_SETTING and trigger.id in step.triggers
        for trigger in triggers
    )


def _began(case: Casefile, step: Kept[Step]) -> date | None:
    """Return the day the step was first on."""
    days = (d.record.on for d in case.decisions if d.record.to_step == step.id)
    return min(days, default=None)


def _ended(case: Casefile, step: Kept[Step]) -> date | None:
    """Return the day the step was left, None while it is on."""
    rung = next((rung for rung in case.rungs() if rung.step.id == step.id), None)
    if rung is None or rung.current:
        return None
    left = [d.record.on for d in case.decisions if d.record.step == step.id]
    return max(left, default=None)


def _latest(case: Casefile) -> datetime | None:
    kept = (*case.debriefs, *case.sessions, *case.decisions)
    return max((one.recorded_at for one in kept), default=None)


def form(case: Casefile, about_it: About) -> Form:
    """Return the debrief of one session of one person."""
    step = about_it.step.record if about_it.step else None
    place = (
        say(
            " Step {number} of {steps}: {title}.",
            number=step.number,
            steps=len(case.steps),
            title=step.title,
        )
        if step
        else ""
    )
    if about_it.session:
        at = about_it.session.record.at
        day = say_near(at.date(), today=about_it.now.date())
        place += f" {capital(day)} {say_time(at)}."
    return Form(
        name="debrief",
        title=say("Debrief"),
        questions=lambda answers: questions(about_it, answers),
        header=f"{case.label}.{place}",
        who=case.label,
        intro=_intro(about_it),
        known=_known(about_it),
        usual={"how": "stayed", "since": "0"},
    )


def _intro(it: About) -> tuple[str, ...]:
    if it.ended is None or it.step is None:
        return (it.paused,) if it.paused else ()
    ended = say_near(it.ended, today=it.now.date())
    return (
        say(
            "Step {number} ended {ended}. This is recorded for it.",
            number=it.step.record.number,
            ended=ended,
        ),
    )


def _known(it: About) -> dict[str, str | None]:
    """Return what is known before anything is asked: when it was, worry before it."""
    known: dict[str, str | None] = {}
    if it.session:
        known["when"] = raw_of(it.session.record.at)
    if it.prepared and it.prepared.worry_now is not None:
        known["worry_before"] = raw_of(it.prepared.worry_now)
    return known


def amend_form(case: Casefile, kept: Kept[Debrief], *, now: datetime) -> Form:
    """Return a debrief that is mended: every answer it stands for is known."""
    it = amend_about(case, kept, now=now)
    made = form(case, it)
    return settled(replace(made, known=given_by(kept.record, it)))


def amend_about(case: Casefile, kept: Kept[Debrief], *, now: datetime) -> About:
    """Return what a debrief that is mended is about, as it was when it was written."""
    debrief = kept.record
    step = case.step(debrief.step)
    assert step is not None, "a debrief has its step"
    session = next((s for s in case.sessions if s.id == debrief.session), None)
    it = about(case, step, session, now=now, ask_ready=True)
    there = {sign.id for sign in it.signs}
    gone = tuple(s for s in debrief.signs or () if s.id and s.id not in there)
    own_time = {debrief.at} | {s.record.at for s in (session,) if s}
    return replace(
        it,
        signs=(*it.signs, *gone) if debrief.signs is not None else (),
        actions=with_tried(it.actions, debrief.tried),
        prepared=None,
        ended=None,
        recorded=it.recorded - own_time,
        called=days_called(case, but=kept.id),
        next_planned=True,
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any debrief, for flags and for `--questions`."""
    yield step_question(())
    yield session_question(())
    yield from questions(About(datetime(2000, 1, 1).astimezone()), {})


def step_question(choices: tuple[Offered, ...]) -> Question:
    """Return the question which step a session belonged to, where none is on."""
    return choose(
        "step",
        say("Which step was it?"),
        say("Step"),
        choices or (Offered("1", say("A step")),),
        grave=True,
        asked=say("when no step is on"),
    )


def session_question(choices: tuple[Offered, ...]) -> Question:
    """Return the question which planned session it was."""
    return choose(
        "session",
        say("Which session?"),
        say("Session"),
        choices or (Offered("session-id", say("A planned session")),),
        grave=True,
        asked=say("when several wait for a debrief"),
    )


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return what is asked of a debrief."""
    yield from parts.facts(it, answers)
    yield from parts.worry(it)
    yield from signs(it, answers)
    yield from deeper.agreed(it)
    yield from thought(it, answers)
    yield from follow.since(it, answers)
    yield from substances(it, answers)
    yield from deeper.ratings(it)
    yield from parts.voice(it)
    yield from deeper.more(it)
