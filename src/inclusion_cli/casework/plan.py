"""Planning: the goal, steps, starting one, stopping one, days away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.casefile import STARTABLE, State
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.debrief import Session
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.formulation_steps import met_by, missing_words
from inclusion_cli.domain.moves import move_refused
from inclusion_cli.domain.own_card import who_to_ring
from inclusion_cli.domain.plan import (
    BASELINE_DAYS,
    Away,
    AwayKind,
    Limit,
    Plan,
    SafetyBehaviour,
    Step,
    changed_dimensions,
)
from inclusion_cli.domain.record import record
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile, Rung
    from inclusion_cli.domain.kept import Kept
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


class NoSuchStep(NothingFound):
    """The ladder has no such step."""

    def __init__(self, number: str, code: str) -> None:
        super().__init__(
            say(
                "There is no step {number} on the ladder of {code}.",
                number=number,
                code=code,
            )
        )
        self.hint = say("To see the ladder, type: inclusion plan {code}", code=code)


class NothingToStart(NothingFound):
    """The ladder has no step that could start."""

    def __init__(self, case: Casefile) -> None:
        none = say("{label} has no steps yet.", label=case.label)
        done = say("Each step of {label} is done.", label=case.label)
        super().__init__(done if case.steps else none)
        code = case.person.record.code
        self.hint = say("To add a step, type: inclusion plan add {code}", code=code)


class NoStepIsOn(NothingFound):
    """Nothing is going on that could be stopped, debriefed or reviewed."""

    def __init__(self, code: str) -> None:
        super().__init__(say("No step is on for {code}.", code=code))
        self.hint = say("To start one, type: inclusion plan start {code}", code=code)


@record
class Also:
    """What was written down for a step beside its plain answers."""

    sort: str = ""
    behaviours: tuple[SafetyBehaviour, ...] = ()
    limits: tuple[Limit, ...] = ()
    stop_rules: tuple[str, ...] = ()


NOTHING_ELSE = Also()


def add_step(
    work: Work,
    case: Casefile,
    answers: Mapping[str, Any],
    criteria: Mapping[str, Any],
    also: Also = NOTHING_ELSE,
) -> Saved:
    """Add a step on top of the ladder, and the plan itself before the first."""
    plan = case.plan or _add_plan(work, case, answers)
    number = max((kept.record.number for kept in case.steps), default=0) + 1
    step = step_from(plan.id, number, answers, criteria, also)
    kept = work.add(step, file=case.person.file)
    work.clear_draft(case.person.file, "step_add")
    code = case.person.record.code
    start = (
        ("plan", "start", code) if case.current() is None else ("plan", "show", code)
    )
    return Saved(
        say(
            "Saved for {label}: step {number}, {title}.",
            label=case.label,
            number=number,
            title=step.title,
        ),
        code=code,
        kind="step",
        id=kept.id,
        record=step,
        follows=tuple(_follows(case, step)),
        next=start,
    )


def edit_step(
    work: Work,
    case: Casefile,
    old: Kept[Step],
    answers: Mapping[str, Any],
    criteria: Mapping[str, Any],
    also: Also = NOTHING_ELSE,
) -> Saved:
    """Change a step; what was agreed before stays in the log."""
    step = step_from(old.record.plan, old.record.number, answers, criteria, also)
    kept = work.amend(old, step, reason=answers["reason"])
    work.clear_draft(case.person.file, f"step_edit:{old.id}")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: step {number}, {title}.",
            label=case.label,
            number=step.number,
            title=step.title,
        ),
        code=code,
        kind="step",
        id=kept.id,
        record=step,
        follows=tuple(_meets(case, step)),
        next=("plan", "show", code),
    )


def start_step(work: Work, case: Casefile, answers: Mapping[str, Any]) -> Saved:
    """Start a step. Raises AnotherStepIsOn where one is."""
    refuse_start(case)
    code = case.person.record.code
    step = step_numbered(case, answers["step"])
    refuse_move(case, step, Choice.START)
    oversight = answers.get("oversight") or ""
    on = answers.get("began") or work.clock.today()
    decision = Decision(
        step=step.id,
        choice=Choice.START,
        on=on,
        to_step=step.id,
        agreed_with=answers["agreed_with"],
        clinical=answers.get("clinical"),
        oversight=oversight,
    )
    kept = work.add(decision, file=case.person.file, happened_at=_start(work, case, on))
    if oversight and case.plan and case.plan.record.oversight != oversight:
        named = replace(case.plan.record, oversight=oversight)
        work.amend(case.plan, named, reason=say("who oversees it clinically"))
    if answers.get("first"):
        plan_session(work, case, step.id, answers["first"])
    work.clear_draft(case.person.file, "step_start")
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
        follows=(
            *(
                (say("{oversight} oversees it clinically.", oversight=oversight),)
                if oversight
                else ()
            ),
            *_meets(case, step.record),
            *(_told_today(case) if answers.get("danger") else ()),
        ),
        next=("debrief", code) if case.card else ("card", "write", code),
    )


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


def plan_session(work: Work, case: Casefile, step: str, at: datetime) -> Kept[Session]:
    """Plan the next session of a step."""
    return work.add(Session(step, at), file=case.person.file, happened_at=at)


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


def current_step(case: Casefile) -> Rung:
    """Return the step that is on. Raises NoStepIsOn."""
    current = case.current()
    if current is None:
        raise NoStepIsOn(case.person.record.code)
    return current


def step_numbered(case: Casefile, number: str) -> Kept[Step]:
    """Return the step with a number. Raises NoSuchStep."""
    for kept in case.steps:
        if str(kept.record.number) == number:
            return kept
    raise NoSuchStep(number, case.person.record.code)


def _add_plan(work: Work, case: Casefile, answers: Mapping[str, Any]) -> Kept[Plan]:
    contacts = answers.get("baseline_contacts")
    plan = Plan(
        answers["goal"],
        contacts,
        BASELINE_DAYS if contacts is not None else None,
        goal_rating=answers.get("goal_rating"),
        pace_agreed_with=answers.get("pace_agreed_with") or "",
    )
    return work.add(plan, file=case.person.file)


_TEXTS = (
    "fear",
    "hoped",
    "travel",
    "exit_words",
    "coping",
    "staff_do",
    "staff_do_not",
    "success",
    "often",
    "ready_said",
)
_NUMBERS = ("fear_sure", "hoped_sure", "expected_worry")


def step_from(
    plan: str,
    number: int,
    answers: Mapping[str, Any],
    criteria: Mapping[str, Any],
    also: Also,
) -> Step:
    """Return the step the answers stand for."""
    hold = {"days": answers["hold_days"], "min_sessions": answers["hold_sessions"]}
    texts = {name: answers.get(name) or "" for name in _TEXTS}
    numbers = {name: answers.get(name) for name in _NUMBERS}
    more: dict[str, Any] = {**texts, **numbers}
    return Step(
        plan=plan,
        number=number,
        title=answers["title"],
        place=answers["place"],
        time=answers["time"],
        minutes=answers["minutes"],
        accompaniment=answers["accompaniment"],
        triggers=met_by(answers),
        criteria={**criteria, "hold": hold},
        sort=also.sort,
        behaviours=also.behaviours,
        limits=also.limits,
        stop_rules=also.stop_rules,
        **more,
    )


def _follows(case: Casefile, step: Step) -> Iterator[str]:
    below = [kept.record for kept in case.steps if kept.record.number < step.number]
    if below:
        triggers = case.formulation.record.triggers if case.formulation else ()
        kinds = {trigger.id: trigger.kind for trigger in triggers}
        lower = max(below, key=lambda s: s.number)
        changed = changed_dimensions(lower, step, kinds)
        if len(changed) > 1:
            yield say(
                "From the step before, {changed} change at once. One at "
                "a time is steadier.",
                changed=and_list(changed),
            )
    yield from _meets(case, step)
    paused = [rung for rung in case.rungs() if rung.state is State.PAUSED]
    if paused:
        yield say("Step {number} is paused.", number=paused[0].step.record.number)


def _meets(case: Casefile, step: Step) -> Iterator[str]:
    """Warn where a step meets a situation that the formulation does not have."""
    formulation = case.formulation.record if case.formulation else None
    if said := missing_words(formulation, step):
        yield said
