"""What is asked to plan: the goal, and a step; what is needed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.often import often
from inclusion_cli.domain.plan import BASELINE_DAYS, LONGEST_MINUTES, changed_dimensions
from inclusion_cli.domain.values import Choice, and_list, at_least, one_of, score, whole
from inclusion_cli.interviews.plan_about import LEVELS, Starter, StepAbout, about
from inclusion_cli.interviews.plan_criteria import (
    chosen_criteria,
    chosen_limits,
    chosen_sort,
    criteria_questions,
)
from inclusion_cli.interviews.plan_known import given_by
from inclusion_cli.interviews.plan_more import (
    SURE,
    behaviours_of,
    draft_step,
    more_questions,
    stop_rules_of,
)
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

__all__ = [
    "Starter",
    "StepAbout",
    "about",
    "behaviours_of",
    "chosen_criteria",
    "chosen_limits",
    "chosen_sort",
    "given_by",
    "stop_rules_of",
]

FIRST = say("for the first step of a person")


def add_form(case: Casefile, it: StepAbout) -> Form:
    """Return what is asked for a new step."""
    return Form(
        name="step_add",
        title=say("Add a step"),
        questions=lambda answers: step_questions(it, answers),
        version=2,
        header=say(
            "{label}. Step {number} of the ladder.", label=case.label, number=it.number
        ),
        who=case.label,
    )


def edit_form(case: Casefile, it: StepAbout, kept: Kept[Step]) -> Form:
    """Return what is asked to change a step."""
    return Form(
        name=f"step_edit:{kept.id}",
        title=say("Change a step"),
        questions=lambda answers: edit_questions(it, answers),
        version=2,
        header=say(
            "{label}. Step {number}: {title}.",
            label=case.label,
            number=kept.record.number,
            title=kept.record.title,
        ),
        who=case.label,
        known=given_by(kept.record),
    )


def edit_questions(it: StepAbout, answers: Answers) -> Iterator[Question]:
    """Return the questions of a step that is changed, and why it is."""
    yield from step_questions(it, answers)
    yield Question("reason", say("Why does it change?"), say("Why"), at_least(3))


def step_questions(it: StepAbout, answers: Answers) -> Iterator[Question]:
    """Return the questions of a step."""
    if not it.has_plan:
        yield from _goal(it.name)
    yield from _what_and_where()
    yield from _partner(it)
    yield Question(
        "accompaniment",
        say("Who is with {name}?", name=it.name),
        say("Company"),
        lambda raw: int(one_of(LEVELS)(raw)),
        "choice",
        choices=LEVELS,
    )
    known = it.triggers or (Choice("t1", say("A situation of the formulation")),)
    yield choose_some(
        "triggers",
        say("Which of these does the step meet?"),
        say("It meets"),
        known,
        relevant=lambda _a: bool(it.triggers) or it.anybody,
        asked=say("when there is a formulation"),
    )
    yield Question(
        "also_meets",
        say("What else does the step meet, that was not on that list?")
        if it.triggers
        else say("Which hard situation does the step meet?"),
        say("It also meets") if it.triggers else say("It meets"),
        required=False,
        hint=say(
            "Enter if nothing. It is pointed out until the formulation has it. "
            "For several, put semicolons between."
        ),
    )
    yield from _fear(it)
    yield from more_questions(it, answers)
    yield from criteria_questions(it, answers)


def _goal(name: str) -> Iterator[Question]:
    yield Question(
        "goal",
        say("What does {name} want to get to? In their own words.", name=name),
        say("Goal"),
        asked=FIRST,
        own=True,
    )
    yield Question(
        "baseline_contacts",
        say("How many crisis calls in the last {part} weeks?", part=BASELINE_DAYS // 7),
        say("Crisis calls before"),
        whole(0, 500),
        "number",
        before=lambda _a: (
            say("This is counted before the start, so that you can see what changes."),
        ),
        hint=say(
            "Crisis team, 111, 999, helpline or on-call. A dash if it is not known."
        ),
        required=False,
        asked=FIRST,
    )
    yield Question(
        "goal_rating",
        say("How near to the goal does {name} feel, 0 to 10?", name=name),
        say("Near the goal"),
        score,
        "score",
        required=False,
        extra=True,
        asked=FIRST,
    )
    yield Question(
        "pace_agreed_with",
        say("Who agreed the pace with you?"),
        say("Pace agreed with"),
        required=False,
        extra=True,
        asked=FIRST,
    )


def _what_and_where() -> Iterator[Question]:
    yield Question("title", say("What is the step? In ordinary words."), say("Step"))
    yield Question("place", say("Where?"), say("Where"))
    yield Question(
        "time",
        say("When? The day and time that suit."),
        say("When"),
        hint=say("Weekdays at 10am."),
    )
    yield Question(
        "minutes",
        say("How long, in minutes?"),
        say("Minutes"),
        whole(1, LONGEST_MINUTES),
        "number",
    )
    yield Question(
        "often",
        say("How often?"),
        say("How often"),
        often,
        "often",
        hint=say("For example: 2 times a week, every 2 weeks."),
        required=False,
    )


def _partner(it: StepAbout) -> Iterator[Question]:
    """Return the question which partner a step is with, where there are any."""
    some = it.partners or (Choice("partner-id", say("A partner of the service")),)
    yield choose(
        "partner",
        say("Which partner is it with?"),
        say("Partner"),
        (*some, Choice("0", say("None of them"))),
        relevant=lambda _a: bool(it.partners) or it.anybody,
        asked=say("when the service has partners"),
        hint=say("It tells them nothing. It ties the step to what is agreed there."),
        required=False,
    )


def _fear(it: StepAbout) -> Iterator[Question]:
    yield Question(
        "fear",
        say("What does {name} think might happen there?", name=it.name),
        say("What is feared"),
        own=True,
        hint=say("In their own words. It is asked about after each session."),
        required=False,
        before=lambda a: at_once(it, a),
    )
    yield Question(
        "fear_sure",
        say("How sure is {name} that it will happen, 0 to 100?", name=it.name),
        say("How sure of it"),
        SURE,
        "number",
        required=False,
        relevant=lambda a: bool(a.get("fear")),
        asked=say("when something is feared"),
    )


def at_once(it: StepAbout, answers: Answers) -> tuple[str, ...]:
    """Return the warning where more than one thing changes from the step below."""
    step = draft_step(it, answers)
    if it.below is None or step is None:
        return ()
    changed = changed_dimensions(it.below, step, it.kinds)
    if len(changed) < 2:
        return ()
    return (
        say(
            "From step {number}, {changed} change at once.",
            number=it.below.number,
            changed=and_list(changed),
        ),
        say("One at a time is steadier. You can still change it on the check page."),
    )
