"""What is asked to plan an evening where drink or drugs are near. Reference 4.5."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.event_plan import FIRST_MINUTES, GOALS, EventPlan, UseGoal
from inclusion_cli.domain.harm_reduction import OPIOIDS, STOPPING_KILLS, WEEKLY, told_of
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.plan import LONGEST_MINUTES
from inclusion_cli.domain.units import figures, parse_limit, say_units, units_typed
from inclusion_cli.domain.values import YES_NO, Choice, whole
from inclusion_cli.interviews.days import time_ahead
from inclusion_cli.interviews.debrief_choices import named
from inclusion_cli.interviews.evening import (
    ANOTHER,
    ANOTHER_EVENING,
    EARLY,
    Evening,
    chosen,
    evening,
)
from inclusion_cli.interviews.evening_more import afterwards, the_way
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    settled,
)
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


def form(case: Casefile, it: Evening) -> Form:
    """Return what is asked to plan an evening."""
    return Form(
        name="event_plan",
        title=say("An evening"),
        questions=lambda answers: questions(it, answers),
        header=say("{label}. Plan an evening together.", label=case.label),
        who=case.label,
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any evening, for flags and for `--questions`."""
    return questions(Evening(EARLY), {})


def questions(it: Evening, answers: Answers) -> Iterator[Question]:
    """Return what is asked to plan an evening, given the answers so far."""
    yield _session(it)
    yield time_ahead(
        "when",
        say("When does it begin?"),
        say("When"),
        it.now,
        hint=say("For example: Friday 7pm."),
        relevant=lambda a: a.get("session") == ANOTHER or not it.sessions,
        asked=say("unless it is a session that is planned"),
    )
    yield Question(
        "place",
        say("Where is it?"),
        say("Where"),
        no_secrets,
        default=_place(it, answers),
    )
    yield Question(
        "people",
        say("Who will be there?"),
        say("Who is there"),
        no_secrets,
        required=False,
        extra=True,
    )
    yield from _goal(it)
    yield from _limits(it)
    yield from the_way(it, answers)
    yield from afterwards(it, answers)


def _session(it: Evening) -> Question:
    choices = tuple(
        Choice(kept.id, say_when(kept.record.at, today=it.now.date()))
        for kept in it.sessions
    )
    return choose(
        "session",
        say("Which planned session is it for?"),
        say("Session"),
        (*choices, ANOTHER_EVENING),
        relevant=lambda _a: bool(it.sessions) or (it.step is None and it.now == EARLY),
        asked=say("when a session is planned"),
        grave=True,
        default=choices[0].key if len(choices) == 1 else "",
    )


def _place(it: Evening, answers: Answers) -> str:
    session = chosen(it, answers)
    return (session and session.place) or it.place


def _goal(it: Evening) -> Iterator[Question]:
    yield choose(
        "goal",
        say("What does {name} want with drink or drugs that evening?", name=it.name),
        say("What {name} wants", name=it.name),
        GOALS,
        grave=True,
        hint=say("Their own goal. Each is a fair one, and each is supported."),
    )
    abstain = _wants(UseGoal.ABSTAIN)
    yield choose(
        "withdrawal_told",
        say("Have you told {name} about stopping all at once?", name=it.name),
        say("Told about stopping"),
        YES_NO,
        relevant=abstain,
        asked=say("when none at all is wanted"),
        grave=True,
        before=lambda _a: (*named(STOPPING_KILLS, it.name), *told_of(OPIOIDS)),
    )


def _wants(goal: UseGoal) -> Any:
    return lambda answers: answers.get("goal") == goal.value


def _limits(it: Evening) -> Iterator[Question]:
    """Return the limits: how long first, then how much; one thing grows at a time."""
    first = say(
        "The first evening is {minutes} minutes at most.", minutes=FIRST_MINUTES
    )
    yield Question(
        "minutes",
        say("How many minutes at most?"),
        say("Minutes at most"),
        whole(5, LONGEST_MINUTES),
        "minutes",
        default=raw_of(it.usual_minutes),
        hint=say("60 first. Then one thing at a time is longer: 60, 75, 90."),
        before=lambda _a: () if it.last else (first,),
        constraint=lambda minutes, _a: _not_over(it, minutes),
        doubt=lambda minutes, _a: _over_the_step(it, minutes),
    )
    yield Question(
        "why_longer",
        say("Why so long, this time?"),
        say("Why so long"),
        no_secrets,
        relevant=lambda a: (a.get("minutes") or 0) > it.longest,
        asked=say("over 60 minutes at first, or over 15 more than the last time"),
    )
    yield Question(
        "units",
        say("How many units of alcohol at most?"),
        say("Units at most"),
        units_typed,
        "number",
        required=False,
        explicit=True,
        hint=say("0 for none, 2.5, or a drink: a pint of 4%. A dash for no limit."),
        relevant=lambda a: not _wants(UseGoal.ABSTAIN)(a),
        asked=say("unless none at all is wanted"),
        constraint=lambda units, a: _one_thing(it, parse_limit(units), a),
        explains=lambda: (
            say("Units are millilitres times strength, divided by 1000."),
            say("A pint of 4% is {units}.", units=say_units(23)),
            *told_of((WEEKLY,)),
        ),
    )


def _not_over(it: Evening, minutes: int) -> None:
    if it.reduced and minutes > it.reduced:
        raise ValueError(
            say(
                "must be {reduced} at most: that is agreed for a while. "
                "To look at that again, press Ctrl+D and type: inclusion event look",
                reduced=it.reduced,
            )
        )


def _over_the_step(it: Evening, minutes: int) -> str | None:
    step = it.step.record if it.step else None
    if step is None or minutes <= step.minutes:
        return None
    has = say_many("{number} minute", "{number} minutes", step.minutes)
    return say("The step has {minutes}.", minutes=has)


def _one_thing(it: Evening, tenths: int, answers: Answers) -> None:
    """Refuse more to drink where it is longer, too; practice reference 2.3."""
    last, minutes = it.last, answers.get("minutes") or 0
    if last is None or last.units is None:
        return
    if tenths > last.units and minutes > last.minutes:
        raise ValueError(
            say(
                "must be {units} at most this time: it is longer already, "
                "and one thing grows at a time",
                units=say_units(last.units),
            )
        )


# --- a plan that is mended ----------------------------------------------------------


def amend_form(case: Casefile, kept: Kept[EventPlan], *, now: datetime) -> Form:
    """Return an evening that is mended: every answer it stands for is known."""
    it = amend_about(case, kept, now=now)
    made = replace(form(case, it), known=given_by(kept.record))
    return settled(made)


def amend_about(case: Casefile, kept: Kept[EventPlan], *, now: datetime) -> Evening:
    """Return what an evening that is mended is about; no reduction binds it."""
    it = evening(case, now=now, but=kept.id)
    before = [k for k in case.safety.event_plans if k.order < kept.order]
    last = before[-1].record if before else None
    step = case.step(kept.record.step)
    return replace(it, last=last, sessions=(), reduced=None, step=step)


def given_by(event: EventPlan) -> dict[str, str | None]:
    """Return what would be typed to make this plan."""
    texts: dict[str, Any] = {
        "place": event.place,
        "people": event.people,
        "goal": event.goal.value,
        "minutes": event.minutes,
        "why_longer": event.why_longer,
        "eat_first": event.eat_first,
        "own_drink": event.own_drink,
        "money_cap": event.money_cap,
        "travel": event.travel,
        "leave_phrase": event.leave_phrase,
        "contact": event.contact,
        "phone": event.phone,
        "reachable_from": event.reachable_from,
        "reachable_to": event.reachable_to,
        "check_ins": event.check_ins,
        "after": event.after,
    }
    given: dict[str, str | None] = {"when": raw_of(event.at)}
    given |= {key: str(value) for key, value in texts.items() if value != ""}
    if event.units is not None and event.goal is not UseGoal.ABSTAIN:
        given["units"] = figures(event.units)
    if event.withdrawal_told is not None:
        given["withdrawal_told"] = raw_of(event.withdrawal_told)
    if event.next_day:
        given["next_day"] = raw_of(event.next_day)
    return given
