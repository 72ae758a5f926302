"""Keeping the plan of an evening, and less for a while where it is called for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.event_page import limits_of
from inclusion_cli.domain.event_plan import EventPlan, Reduction, UseGoal
from inclusion_cli.domain.event_reach import reach_gaps
from inclusion_cli.domain.reductions import (
    calls_for_less,
    says_reduction,
    standing_reduction,
)
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.units import parse_limit
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.reductions import Calls
    from inclusion_cli.store.work import Work

ENDED = say("looked at again, and it ends")
KEPT = say("looked at again, and it stays a little longer")


class ReducedAlready(RuleSaysNo):
    """Something is less for a while already: it is looked at again, not doubled."""

    def __init__(self, case: Casefile, kept: Kept[Reduction]) -> None:
        super().__init__(
            say(
                "{label} has less for a while already, since {day}.",
                label=case.label,
                day=say_day(kept.record.on),
            )
        )
        self.hint = say(
            "To look at it again, type: inclusion event look {code}",
            code=case.person.record.code,
        )


class NothingToReduce(NothingFound):
    """No step is on: there is nothing that less could be done of."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say(
                "No step is on for {label}. Less for a while is less of a step.",
                label=case.label,
            )
        )
        code = case.person.record.code
        self.hint = (
            say(
                "To change the evening itself, type: inclusion event plan {code}",
                code=code,
            )
            if case.safety.event_plans
            else say("To start a step, type: inclusion plan start {code}", code=code)
        )


class NothingReduced(NothingFound):
    """Nothing is less for a while: there is nothing to look at again."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("Nothing is less for a while for {label}.", label=case.label)
        )
        self.hint = say(
            "To do less for a while, type: inclusion event reduce {code}",
            code=case.person.record.code,
        )


class NoEvening(NothingFound):
    """No evening was ever planned."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(say("No evening is planned for {label}.", label=case.label))
        self.hint = say(
            "To plan one, type: inclusion event plan {code}",
            code=case.person.record.code,
        )


# --- an evening ---------------------------------------------------------------------


def event_from(
    answers: Mapping[str, Any],
    *,
    step: Kept[Step] | None,
    session: Kept[Session] | None,
) -> EventPlan:
    """Return the plan of an evening the answers stand for."""
    goal, told = UseGoal(answers["goal"]), answers.get("withdrawal_told")
    limit = answers.get("units")
    texts = ("people", "eat_first", "own_drink", "money_cap", "check_ins", "after")
    return EventPlan(
        at=session.record.at if session else answers["when"],
        place=answers["place"],
        minutes=answers["minutes"],
        goal=goal,
        step=step.id if step else "",
        session=session.id if session else "",
        units=0
        if goal is UseGoal.ABSTAIN
        else None
        if limit is None
        else parse_limit(limit),
        travel=answers["travel"],
        leave_phrase=answers["leave_phrase"],
        contact=answers["contact"],
        phone=answers.get("phone") or "",
        reachable_from=answers["reachable_from"],
        reachable_to=answers["reachable_to"],
        next_day=answers["next_day"],
        withdrawal_told=None if told is None else told == "yes",
        why_longer=answers.get("why_longer") or "",
        **{key: answers.get(key) or "" for key in texts},
    )


def record_event(work: Work, case: Casefile, event: EventPlan) -> Saved:
    """Write the plan of an evening."""
    kept = work.add(event, file=case.person.file)
    work.clear_draft(case.person.file, "event_plan")
    code = case.person.record.code
    return Saved(
        say("Saved for {label}.", label=case.label),
        code=code,
        kind="event_plan",
        id=kept.id,
        record=event,
        follows=tuple(_follows(case, event)),
        next=("event", "show", code),
    )


def _follows(case: Casefile, event: EventPlan) -> Iterator[str]:
    yield say(
        "{when}, {place}: {limits}.",
        when=say_when(event.at),
        place=event.place,
        limits=limits_of(case, event),
    )
    yield from reach_gaps(event)
    yield from _at_the_same_time(case, event)
    if event.next_day:
        yield say("Sleep and craving are asked {day}.", day=say_when(event.next_day))
    if event.withdrawal_told is False:
        yield say("Tell {name} about stopping all at once today.", name=case.known_as)
    step = case.step(event.step)
    if step is not None and not step.record.limits:
        yield say(
            "The step has no limits, so the debrief does not ask about them. "
            "To add them, type: inclusion plan edit {code} {number}",
            code=case.person.record.code,
            number=step.record.number,
        )


def _at_the_same_time(case: Casefile, event: EventPlan) -> Iterator[str]:
    """Return the sessions and evenings of the person that are at that time, too."""
    ends = event.at + timedelta(minutes=event.minutes)
    for kept in case.open_sessions():
        if kept.id != event.session and event.at <= kept.record.at < ends:
            yield say(
                "A session is planned at that time, too: {when}. Call one of them off, "
                "or plan the evening for that session.",
                when=say_when(kept.record.at),
            )
    for other in case.safety.event_plans:
        began = other.record.at
        if began < ends and event.at < began + timedelta(minutes=other.record.minutes):
            yield say(
                "Another evening is planned at that time, too: {place}.",
                place=other.record.place,
            )


# --- less for a while ---------------------------------------------------------------


def step_on(case: Casefile) -> Kept[Step]:
    """Return the step that is on. Raises NothingToReduce."""
    current = case.current()
    if current is None:
        raise NothingToReduce(case)
    return current.step


def to_reduce(case: Casefile, *, now: datetime) -> tuple[Calls, ...]:
    """Return what calls for less. Raises ReducedAlready where something is less now."""
    there = standing_reduction(case)
    if there is not None:
        raise ReducedAlready(case, there)
    return calls_for_less(case, standing(case, now=now), on=now.date())


def to_look_at(case: Casefile) -> Kept[Reduction]:
    """Return what is less for a while. Raises NothingReduced."""
    there = standing_reduction(case)
    if there is None:
        raise NothingReduced(case)
    return there


def reduction_from(
    answers: Mapping[str, Any], *, step: str, on: date, because: tuple[str, ...]
) -> Reduction:
    """Return the reduction the answers stand for."""
    company = answers.get("accompaniment")
    return Reduction(
        step=step,
        on=on,
        why=answers["why"],
        look_again=answers["look_again"],
        minutes=answers.get("minutes"),
        accompaniment=None if company is None else int(company),
        because=because,
        agreed_with=answers.get("agreed_with") or "",
    )


def record_reduction(work: Work, case: Casefile, less: Reduction) -> Saved:
    """Write what is less for a while. Raises ReducedAlready."""
    there = standing_reduction(work.casefile(case.person.file))
    if there is not None:
        raise ReducedAlready(case, there)
    kept = work.add(less, file=case.person.file)
    work.clear_draft(case.person.file, "reduction")
    return _saved(case, kept.id, less, _told(case, less))


def _told(case: Casefile, less: Reduction) -> tuple[str, ...]:
    step = case.step(less.step)
    what = says_reduction(less, step.record if step else None)
    return (
        say("For now: {what}.", what=what),
        say(
            "It is no ban. You look at it again on {day}.", day=say_day(less.look_again)
        ),
    )


def look_at_reduction(
    work: Work, case: Casefile, kept: Kept[Reduction], answers: Mapping[str, Any]
) -> Saved:
    """Let less for a while end, or stay until another day, with the reason."""
    made = looked_at(kept.record, answers, today=work.clock.today())
    ends = made.ended_on is not None
    work.amend(kept, made, reason=ENDED if ends else KEPT)
    work.clear_draft(case.person.file, "reduction_look")
    told = (
        (say("It ended today. The plan goes on as it was."),)
        if ends
        else _told(case, made)
    )
    return _saved(case, kept.id, made, told)


def looked_at(less: Reduction, answers: Mapping[str, Any], *, today: date) -> Reduction:
    """Return the reduction as it is once it was looked at again."""
    if answers["now"] == "end":
        return replace(less, ended_on=today, ended_because=answers["because"])
    return replace(less, why=answers["because"], look_again=answers["look_again"])


def _saved(
    case: Casefile, record_id: str, less: Reduction, follows: tuple[str, ...]
) -> Saved:
    code = case.person.record.code
    return Saved(
        say("Saved for {label}.", label=case.label),
        code=code,
        kind="reduction",
        id=record_id,
        record=less,
        follows=follows,
        next=("today",),
    )
