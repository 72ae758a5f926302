"""Moves of a step: starting one, stopping one, days away, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.plan import (
    current_step,
    meets,
    plan_session,
    step_numbered,
)
from inclusion_cli.domain.casefile import STARTABLE
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.moves import move_refused
from inclusion_cli.domain.own_card import who_to_ring
from inclusion_cli.domain.plan import Away, AwayKind
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.store.work import Work


class AnotherStepIsOn(RuleSaysNo):
    """One step at a time; the one that is on is decided first."""

    def __init__(self, code: str, number: int) -> None:
        super().__init__(
            say("Step {number} is on. Decide about it first.", number=number)
        )
        self.hint = say("Type: inclusion review {code}", code=code)


class NotThatMove(RuleSaysNo):
    """A step cannot make that move from where it stands; nothing was saved."""

    def __init__(self, why: str, code: str) -> None:
        super().__init__(why)
        self.hint = say(
            "To see where each step stands, type: inclusion plan {code}", code=code
        )


class NothingToStart(NothingFound):
    """The ladder has no step that could start."""

    def __init__(self, case: Casefile) -> None:
        none = say("{label} has no steps yet.", label=case.label)
        done = say("Each step of {label} is done.", label=case.label)
        super().__init__(done if case.steps else none)
        code = case.person.record.code
        self.hint = say("To add a step, type: inclusion plan add {code}", code=code)


def start_step(work: Work, case: Casefile, answers: Mapping[str, Any]) -> Saved:
    """Start a step. Raises AnotherStepIsOn where one is."""
    refuse_start(case)
    file, code = case.person.file, case.person.record.code
    step = step_numbered(case, answers["step"])
    refuse_move(case, step, Choice.START)
    decision = Decision(
        step=step.id,
        choice=Choice.START,
        on=answers.get("began") or work.clock.today(),
        to_step=step.id,
        agreed_with=answers["agreed_with"],
        clinical=answers.get("clinical"),
        oversight=answers.get("oversight") or "",
    )
    kept = work.add(decision, file=file, happened_at=_start(work, case, decision.on))
    _name_oversight(work, case, decision.oversight)
    if answers.get("first"):
        plan_session(work, case, step.id, answers["first"])
    work.clear_draft(file, "step_start")
    return Saved(
        say(
            "Started for {label}: step {number}, {title}.",
            label=case.label,
            number=step.record.number,
            title=step.record.title,
        ),
        code=code,
        kind="decision",
        id=kept.id,
        record=decision,
        follows=tuple(_on_a_start(case, step, decision, danger=answers.get("danger"))),
        next=("debrief", code) if case.card else ("card", "write", code),
    )


def _name_oversight(work: Work, case: Casefile, named: str) -> None:
    """Keep with the plan who oversees it clinically, where that is new."""
    if named and case.plan and case.plan.record.oversight != named:
        plan = replace(case.plan.record, oversight=named)
        work.amend(case.plan, plan, reason=say("who oversees it clinically"))


def _on_a_start(
    case: Casefile, step: Kept[Step], decision: Decision, *, danger: bool | None
) -> Iterator[str]:
    """Return what is said after a start: oversight, what is not known, danger."""
    if decision.oversight:
        yield say("{name} oversees it clinically.", name=decision.oversight)
    yield from meets(case, step.record)
    if danger:
        yield from _told_today(case)


def _told_today(case: Casefile) -> Iterator[str]:
    """Return what thoughts of suicide call for, whatever else was saved."""
    yield who_to_ring(case.card.record if case.card else None)
    yield say("Tell your manager today about the thoughts of suicide.")


def _start(work: Work, case: Casefile, on: date) -> datetime | None:
    """Return when a step of an earlier day started, after what was decided last."""
    if on == work.clock.today():
        return None
    decided = [move.at for move in case.all_moves()]
    return max([datetime.combine(on, datetime.min.time()).astimezone(), *decided])


def stop_step(work: Work, case: Casefile, answers: Mapping[str, Any]) -> Saved:
    """Stop the step that is on, because the person wishes it."""
    code, current = case.person.record.code, current_step(case)
    decision = Decision(
        step=current.step.id,
        choice=Choice.PERSON_STOPPED,
        on=work.clock.today(),
        why=answers.get("wish") or "",
        agreed_with=case.known_as,
    )
    kept = work.add(decision, file=case.person.file)
    now = work.clock.now()
    ahead = [session for session in case.open_sessions() if session.record.at > now]
    for session in ahead:
        work.withdraw(session, reason=say("the person stopped"))
    work.clear_draft(case.person.file, "step_stop")
    return Saved(
        say(
            "Stopped for {label}: step {number}.",
            label=case.label,
            number=current.step.record.number,
        ),
        code=code,
        kind="decision",
        id=kept.id,
        record=decision,
        follows=tuple(called_off(ahead)),
        next=("plan", "show", code),
    )


def called_off(sessions: list[Kept[Session]]) -> Iterator[str]:
    """Return which sessions will not be, so that nobody waits at the door."""
    if sessions:
        when = and_list(say_when(session.record.at) for session in sessions)
        yield say("Called off: {when}. Tell who expects you.", when=when)


def record_away(work: Work, case: Casefile, answers: Mapping[str, Any]) -> Saved:
    """Write days that count neither for nor against the person."""
    away = Away(AwayKind(answers["kind"]), answers["first"], answers["last"])
    at = datetime.combine(away.first, datetime.min.time()).astimezone()
    kept = work.add(away, file=case.person.file, happened_at=at)
    work.clear_draft(case.person.file, "away")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: these days count neither for nor against.",
            label=case.label,
        ),
        code=code,
        kind="away",
        id=kept.id,
        record=away,
        next=("plan", "show", code),
    )


def refuse_start(case: Casefile) -> None:
    """Raise AnotherStepIsOn where a step is on, NothingToStart where none could be."""
    if current := case.current():
        number = current.step.record.number
        raise AnotherStepIsOn(case.person.record.code, number)
    if not any(rung.state in STARTABLE for rung in case.rungs()):
        raise NothingToStart(case)


def refuse_move(case: Casefile, step: Kept[Step], choice: Choice) -> None:
    """Raise NotThatMove where a step cannot make a move now."""
    if why := move_refused(case, step, choice):
        raise NotThatMove(why, case.person.record.code)
