"""Planning: the goal, steps, starting one, stopping one, days away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.debrief import Session
from inclusion_cli.domain.formulation_steps import met_by, missing_words
from inclusion_cli.domain.plan import (
    BASELINE_DAYS,
    Limit,
    Plan,
    SafetyBehaviour,
    Step,
    changed_dimensions,
)
from inclusion_cli.domain.record import record
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile, Rung
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work


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
    return _saved(case, kept, tuple(_follows(case, step)), start)


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
    show = ("plan", "show", case.person.record.code)
    return _saved(case, kept, tuple(meets(case, step)), show)


def _saved(
    case: Casefile, kept: Kept[Step], follows: tuple[str, ...], next_: tuple[str, ...]
) -> Saved:
    """Return the receipt of a step that was added or changed."""
    return Saved(
        say(
            "Saved for {label}: step {number}, {title}.",
            label=case.label,
            number=kept.record.number,
            title=kept.record.title,
        ),
        code=case.person.record.code,
        kind="step",
        id=kept.id,
        record=kept.record,
        follows=follows,
        next=next_,
    )


def plan_session(work: Work, case: Casefile, step: str, at: datetime) -> Kept[Session]:
    """Plan the next session of a step."""
    return work.add(Session(step, at), file=case.person.file, happened_at=at)


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
    partner = answers.get("partner") or ""
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
        partner="" if partner == "0" else partner,
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
    yield from meets(case, step)
    paused = [rung for rung in case.rungs() if rung.state is State.PAUSED]
    if paused:
        yield say("Step {number} is paused.", number=paused[0].step.record.number)


def meets(case: Casefile, step: Step) -> Iterator[str]:
    """Warn where a step meets a situation that the formulation does not have."""
    formulation = case.formulation.record if case.formulation else None
    if said := missing_words(formulation, step):
        yield said
