"""What is asked to plan: the goal, a step, a start, a stop, days away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.criteria import CriteriaRefused, parse_criteria
from inclusion_cli.domain.plan import (
    ACCOMPANIMENT,
    BASELINE_DAYS,
    LONGEST_MINUTES,
    Step,
)
from inclusion_cli.domain.values import Choice, at_least, one_of, whole
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.plain import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

OWN = "own"
FIRST = "for the first step of a person"
LEVELS = tuple(
    Choice(str(level), ACCOMPANIMENT[level].capitalize())
    for level in reversed(range(len(ACCOMPANIMENT)))
)


@dataclass(frozen=True)
class Starter:
    """A set of criteria to start from: a service default, to be agreed."""

    key: str
    label: str
    criteria: Any


@dataclass(frozen=True)
class StepAbout:
    """What a step is asked about; `anybody` for flags and `--questions`."""

    name: str
    starters: tuple[Starter, ...]
    triggers: tuple[Choice, ...] = ()
    has_plan: bool = False
    anybody: bool = False
    step: Step | None = None
    number: int = 1


def about(case: Casefile, starters: tuple[Starter, ...]) -> StepAbout:
    """Return what the next step of a person is asked about."""
    triggers = case.formulation.record.triggers if case.formulation else ()
    numbers = [step.record.number for step in case.steps]
    return StepAbout(
        name=case.known_as,
        starters=starters,
        triggers=tuple(Choice(t.id, t.situation) for t in triggers),
        has_plan=case.plan is not None,
        number=max(numbers, default=0) + 1,
    )


def add_form(case: Casefile, it: StepAbout) -> Form:
    """Return what is asked for a new step."""
    return Form(
        name="step_add",
        title="Add a step",
        questions=lambda answers: step_questions(it, answers),
        header=f"{case.label}. Step {it.number} of the ladder.",
        who=case.label,
        save=f"save for {case.label}",
    )


def edit_form(case: Casefile, it: StepAbout, kept: Kept[Step]) -> Form:
    """Return what is asked to change a step."""
    return Form(
        name=f"step_edit:{kept.id}",
        title="Change a step",
        questions=lambda answers: edit_questions(it, answers),
        header=f"{case.label}. Step {kept.record.number}: {kept.record.title}.",
        who=case.label,
        save=f"save for {case.label}",
        known=given_by(kept.record),
    )


def edit_questions(it: StepAbout, answers: Answers) -> Iterator[Question]:
    """Return the questions of a step that is changed, and why it is."""
    yield from step_questions(it, answers)
    yield Question("reason", "Why does it change?", "Why", at_least(3))


def step_questions(it: StepAbout, answers: Answers) -> Iterator[Question]:
    """Return the questions of a step."""
    if not it.has_plan:
        yield from _goal(it.name)
    yield Question("title", "What is the step? In ordinary words.", "Step")
    yield Question("place", "Where?", "Where")
    yield Question(
        "time", "When? The day and time that suit.", "When", hint="Weekdays at 10am."
    )
    yield Question(
        "minutes",
        "How long, in minutes?",
        "Minutes",
        whole(1, LONGEST_MINUTES),
        "number",
    )
    yield Question(
        "accompaniment",
        f"Who is with {it.name}?",
        "Company",
        lambda raw: int(one_of(LEVELS)(raw)),
        "choice",
        choices=LEVELS,
    )
    known = it.triggers or (Choice("t1", "A situation of the formulation"),)
    yield choose_some(
        "triggers",
        "Which of these does the step meet?",
        "It meets",
        known,
        relevant=lambda _a: bool(it.triggers) or it.anybody,
        asked="when there is a formulation",
    )
    yield Question(
        "fear",
        f"What does {it.name} think might happen there?",
        "What is feared",
        own=True,
        hint="In their own words. It is asked about after each session.",
        required=False,
    )
    yield from _criteria(it, answers)


def _goal(name: str) -> Iterator[Question]:
    yield Question(
        "goal",
        f"What does {name} want to get to? In their own words.",
        "Goal",
        asked=FIRST,
        own=True,
    )
    yield Question(
        "baseline_contacts",
        f"How many crisis calls in the last {BASELINE_DAYS // 7} weeks?",
        "Crisis calls before",
        whole(0, 500),
        "number",
        hint="Crisis team, 111, 999, helpline or on-call. A dash if it is not known.",
        required=False,
        asked=FIRST,
    )


def _criteria(it: StepAbout, answers: Answers) -> Iterator[Question]:
    choices = tuple(Choice(s.key, s.label) for s in it.starters)
    if it.step:
        choices = (Choice("as_now", "As it is now"), *choices)
    yield choose(
        "criteria_from",
        "What have you agreed for moving on? Start from:",
        "Criteria from",
        (*choices, Choice(OWN, "Our own, from a file or pasted")),
        hint="These are service defaults. Days and sessions come next.",
    )
    yield Question(
        "criteria",
        "Paste the criteria, as JSON on one line.",
        "Own criteria",
        _own_criteria,
        "json",
        relevant=lambda a: a.get("criteria_from") == OWN,
        asked="when criteria_from is own",
    )
    hold = _hold(it, answers)
    yield Question(
        "hold_days",
        "For how many days must it hold?",
        "Days to hold",
        whole(0, 365),
        "number",
        default=str(hold.get("days", "")),
        before=lambda a: _agreed_words(it, a),
    )
    yield Question(
        "hold_sessions",
        "And over how many sessions?",
        "Sessions to hold",
        whole(1, 60),
        "number",
        default=str(hold.get("min_sessions", "")),
    )


def chosen_criteria(it: StepAbout, answers: Answers) -> dict[str, Any]:
    """Return the criteria chosen so far, as data; empty when none are."""
    which = answers.get("criteria_from")
    if which == OWN and answers.get("criteria"):
        found: dict[str, Any] = json.loads(answers["criteria"])
        return found
    if which == "as_now" and it.step:
        return dict(it.step.criteria)
    found = next((s.criteria for s in it.starters if s.key == which), {})
    return dict(found)


def _hold(it: StepAbout, answers: Answers) -> dict[str, Any]:
    return dict(chosen_criteria(it, answers).get("hold", {}))


def _agreed_words(it: StepAbout, answers: Answers) -> tuple[str, ...]:
    """Return the chosen criteria in plain words, to read before they are agreed."""
    data = chosen_criteria(it, answers)
    if not data:
        return ()
    criteria = parse_criteria(data)
    rule = criteria.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    return (
        "To move on:",
        *(f"  {part.words()}" for part in parts),
        "To stop and think:",
        *(f"  {sign.when.words()}" for sign in criteria.pause),
    )


def _own_criteria(raw: str) -> str:
    try:
        data = json.loads(raw)
        agreed = parse_criteria(data)
    except json.JSONDecodeError as error:
        raise ValueError(f"must be JSON: {error.msg} at letter {error.pos}") from None
    except CriteriaRefused as refused:
        raise ValueError(f"cannot be used. {refused}".rstrip(".")) from None
    if not agreed.pause:
        raise ValueError("must name one pause sign or more")
    return canonical(data)


def given_by(step: Step) -> dict[str, str | None]:
    """Return the answers a step stands for, so that a change starts from it."""
    return {
        "title": step.title,
        "place": step.place,
        "time": step.time,
        "minutes": str(step.minutes),
        "accompaniment": str(step.accompaniment),
        "triggers": raw_of(step.triggers),
        "fear": step.fear or None,
        "criteria_from": "as_now",
        "hold_days": str(step.agreed.hold.days),
        "hold_sessions": str(step.agreed.hold.min_sessions),
    }
