"""`inclusion plan show | add | edit | start | stop | away`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import plan as acts
from inclusion_cli.casework import plan_moves as plan_acts
from inclusion_cli.casework.partner import partner_choices, partners
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.pages import ladder
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.step_page import step_page
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews import plan as asks
from inclusion_cli.interviews import plan_moves as moves
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import Answers, Form, choose
from inclusion_cli.shipped import clinical_boundary, starters
from inclusion_cli.tongue import say

app = group("plan", say("The ladder of steps of one person."))
EARLY = date(2000, 1, 1)


def any_step() -> asks.StepAbout:
    """Return what any step is asked about, for flags and for `--questions`."""
    return asks.StepAbout(say("the person"), starters(), anybody=True)


def starters_of(desk: Desk) -> tuple[asks.Starter, ...]:
    """Return the sets criteria start from here: the service's own, or as shipped."""
    return starters(desk.settings.data, desk.told)


def step_about(
    desk: Desk, case: Casefile, kept: Kept[Step] | None = None
) -> asks.StepAbout:
    """Return what a step of a person is asked about here."""
    return asks.about(
        case,
        starters_of(desk),
        kept,
        named=desk.given,
        partners=partner_choices(desk.reading),
    )


def _also(it: asks.StepAbout, given: Answers) -> acts.Also:
    return acts.Also(
        asks.chosen_sort(it, given),
        asks.behaviours_of(given),
        asks.chosen_limits(it, given),
        asks.stop_rules_of(given),
    )


@command(app, "show")
def show(
    desk: Desk,
    person: Person = None,
    number: Annotated[
        str | None,
        typer.Argument(
            help=say("The number of a step, to see all of it."), metavar="[STEP]"
        ),
    ] = None,
) -> Any:
    """Draw the ladder: each step, and what the records show for the one that is on.

    With the number of a step: all that was agreed for it, and what would change each
    line.
    """
    case, now = asking.anybody(desk, person), desk.clock.now()
    if number is None:
        return ladder(case, now=now, defaults=desk.defaults, partners=_names(desk))
    step = acts.step_numbered(case, number)
    return step_page(case, step, now=now, defaults=desk.defaults, partners=_names(desk))


def _names(desk: Desk) -> dict[str, str]:
    """Return what each partner is called, ended ones, too."""
    return {kept.id: kept.record.name for kept in partners(desk.reading)}


@guided(app, "add", "step_add", lambda: asks.step_questions(any_step(), {}))
def add(desk: Desk, person: Person = None) -> Any:
    """Add a step on top of the ladder. Before the first, the goal is asked.

    Criteria start from a set of service defaults. Your own are chosen line by line, or
    come from a file: --criteria-from own --criteria FILE.
    """
    case, draft = asking.begin(desk, person, "step_add", say("a new step for"))
    it = step_about(desk, case)
    form = asks.add_form(case, it)
    given = asking.answers_about(desk, case, draft, form, "plan add")
    criteria = asks.chosen_criteria(it, given)
    with desk.writing() as work:
        saved = acts.add_step(work, case, given, criteria, _also(it, given))
    if desk.call.dry_run:
        return nothing_saved(case.label, criteria, form, given)
    return saved


@guided(app, "edit", "step_edit", lambda: asks.edit_questions(any_step(), {}))
def edit(
    desk: Desk,
    person: Person = None,
    number: Annotated[
        str | None,
        typer.Argument(help=say("The number of the step."), metavar="[STEP]"),
    ] = None,
) -> Any:
    """Change a step. What was agreed before stays in the history."""
    case = desk.person(person)
    kept = _step(desk, case, number)
    form = edit_form_of(desk, case, kept.id)
    draft = asking.resumed(
        desk,
        case.person.file,
        form.name,
        say("a changed step for {label}", label=case.label),
    )
    code = case.person.record.code
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about={"step": kept.id},
        again=f"plan edit {code} {kept.record.number}",
    )
    it = step_about(desk, case, kept)
    criteria = asks.chosen_criteria(it, given)
    with desk.writing() as work:
        saved = acts.edit_step(work, case, kept, given, criteria, _also(it, given))
    if desk.call.dry_run:
        return nothing_saved(case.label, criteria, form, given)
    return saved


def edit_form_of(desk: Desk, case: Casefile, step_id: str) -> Form:
    """Return the form that changes a step."""
    kept = case.step(step_id)
    if kept is None:
        raise acts.NoSuchStep("", case.person.record.code)
    return asks.edit_form(case, step_about(desk, case, kept), kept)


def edited(
    desk: Desk, case: Casefile, kept: Kept[Step], given: Mapping[str, Any]
) -> Step:
    """Return a step as the answers change it."""
    it = step_about(desk, case, kept)
    criteria = asks.chosen_criteria(it, given)
    plan, number = kept.record.plan, kept.record.number
    return acts.step_from(plan, number, given, criteria, _also(it, given))


def _step(desk: Desk, case: Casefile, number: str | None) -> Kept[Step]:
    """Return the step meant, asking where none was named."""
    if number is not None or desk.asker is None or not case.steps:
        return acts.step_numbered(case, number or "")
    choices = tuple(
        Choice(str(kept.record.number), kept.record.title) for kept in case.steps
    )
    question = choose("step", say("Which step?"), say("Step"), choices, grave=True)
    return acts.step_numbered(case, ask_one(question, desk.asker))


@guided(
    app,
    "start",
    "step_start",
    lambda: moves.start_questions(
        None, datetime(2000, 1, 1).astimezone(), clinical_boundary()
    ),
)
def start(desk: Desk, person: Person = None) -> Any:
    """Start a step. One step is on at a time."""
    case, draft = asking.begin(desk, person, "step_start", say("a start for"))
    plan_acts.refuse_start(case)
    form = start_form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "plan start")
    with desk.writing() as work:
        boundary = clinical_boundary(desk.settings.data, desk.told)
        saved = plan_acts.start_step(work, case, moves.in_words(given, boundary))
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


def start_form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form that starts a step."""
    boundary = clinical_boundary(desk.settings.data, desk.told)
    return moves.start_form(case, desk.clock.now(), boundary)


@guided(app, "stop", "step_stop", lambda: moves.stop_questions(say("the person")))
def stop(desk: Desk, person: Person = None) -> Any:
    """Stop the step that is on, because the person wishes it. No reason is needed."""
    case, draft = asking.begin(desk, person, "step_stop", say("a stop for"))
    acts.current_step(case)
    if desk.asker is None and not (desk.given or desk.call.no_input):
        raise NotUnderstood(
            say("Nobody is here to ask. To stop it so, add --no-input.")
        )
    form = moves.stop_form(case)
    given = asking.answers_about(desk, case, draft, form, "plan stop")
    with desk.writing() as work:
        saved = plan_acts.stop_step(work, case, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


@guided(app, "away", "away", lambda: moves.away_questions(EARLY))
def away(desk: Desk, person: Person = None) -> Any:
    """Write days in hospital, on holiday, or without sessions from us.

    The clock of good time stands still on them. They count neither for nor against.
    """
    case, draft = asking.begin(desk, person, "away", say("days away for"))
    form = moves.away_form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "plan away")
    with desk.writing() as work:
        saved = plan_acts.record_away(work, case, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved
