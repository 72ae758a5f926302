"""`inclusion event show | plan | print | reduce | look | units`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import event_plan as acts
from inclusion_cli.casework import event_sheet as sheets
from inclusion_cli.cli import papers
from inclusion_cli.cli.options import Out, Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.event_page import EventPage, event_page
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.units import Units, parse_drink
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews import evening
from inclusion_cli.interviews import event_plan as asks
from inclusion_cli.interviews import reduction as reduction_asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.reductions import Calls
    from inclusion_cli.interviews.question import Form

app = group("event", say("Evenings where drink or drugs are near."))
EARLY = date(2000, 1, 1)
SOMEBODY = say("the person")


Which = Annotated[
    str | None,
    typer.Option(
        "--evening", metavar="ID", help=say("Which evening, by its id in the list.")
    ),
]


@command(app, "show")
def show(desk: Desk, person: Person = None, *, evening_id: Which = None) -> EventPage:
    """Show the plan of the next evening, or of the last one."""
    case, now = desk.person(person), desk.clock.now()
    meant = sheets.named(case, evening_id) if evening_id else None
    found = event_page(case, now=now, found=meant)
    if found is None:
        raise acts.NoEvening(case)
    return found


@guided(app, "plan", "event_plan", asks.every_question)
def plan(desk: Desk, person: Person = None) -> Any:
    """Plan an evening together: how long, what to drink, the way there and back.

    The first one is 60 minutes at most. Then one thing at a time grows.
    """
    case, draft = asking.begin(desk, person, "event_plan", say("an evening of"))
    it = evening.evening(case, now=desk.clock.now())
    form = asks.form(case, it)
    given = asking.answers_about(desk, case, draft, form, "event plan")
    session = next((s for s in it.sessions if s.id == given.get("session")), None)
    record = acts.event_from(given, step=it.step, session=session)
    with desk.writing() as work:
        saved = acts.record_event(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


@command(app, "print")
def print_(
    desk: Desk, person: Person = None, *, evening_id: Which = None, out: Out = None
) -> PapersMade:
    """Print the plan of the next evening for the person, on one page.

    What was agreed, the way there and back, words to leave with, who answers the phone.
    The day after is on it, and what is dangerous about stopping. It is theirs to keep.
    That they have it is on the list of what was told.
    """
    case, now = desk.person(person), desk.clock.now()
    kept = sheets.evening_of(case, now=now, typed=evening_id or "")
    papers.fit_leaf(desk, sheets.sheet_for(desk.reading, case, kept, on=now.date()))
    with desk.writing() as work:
        sheets.log_sheet(work, case)
    made = sheets.sheet_for(desk.reading, case, kept, on=now.date())
    code = case.person.record.code
    says = say("An evening sheet for {label}:", label=case.label)
    paths = papers.write_leaf(desk, "evening", made, out)
    return PapersMade(says, code, paths, ("event", "show", code))


@guided(
    app,
    "reduce",
    "reduction",
    lambda: reduction_asks.questions(reduction_asks.Less(EARLY)),
)
def reduce(desk: Desk, person: Person = None) -> Any:
    """Agree less for a while: fewer minutes, or more company. It is never a ban.

    You look at it again within 7 days.
    """
    case, draft = asking.begin(desk, person, "reduction", say("less for a while, for"))
    form, calls = reduce_form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "event reduce")
    record = acts.reduction_from(
        given,
        step=acts.step_on(case).id,
        on=desk.clock.today(),
        because=tuple(one.record for one in calls),
    )
    with desk.writing() as work:
        saved = acts.record_reduction(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def reduce_form_of(desk: Desk, case: Casefile) -> tuple[Form, tuple[Calls, ...]]:
    """Return what is asked for less for a while, and what calls for it."""
    step, now = acts.step_on(case), desk.clock.now()
    calls = acts.to_reduce(case, now=now)
    it = reduction_asks.Less(now.date(), case.known_as, step, calls)
    return reduction_asks.form(case, it), calls


@guided(
    app,
    "look",
    "reduction_look",
    lambda: reduction_asks.look_questions(SOMEBODY, EARLY),
)
def look(desk: Desk, person: Person = None) -> Any:
    """Look again at what is less for a while: it ends, or it stays a little longer."""
    case, draft = asking.begin(desk, person, "reduction_look", say("another look at"))
    kept, form = acts.to_look_at(case), look_form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "event look")
    with desk.writing() as work:
        saved = acts.look_at_reduction(work, case, kept, given)
    if desk.call.dry_run:
        made = acts.looked_at(kept.record, given, today=desk.clock.today())
        return nothing_saved(case.label, made, form, given)
    return saved


def look_form_of(desk: Desk, case: Casefile) -> Form:
    """Return what is asked where less for a while is looked at again."""
    kept = acts.to_look_at(case)
    return reduction_asks.look_form(case, kept, desk.clock.today())


@command(app, "units")
def units(
    desk: Desk,  # noqa: ARG001 - every command has its desk
    drink: Annotated[
        list[str],
        typer.Argument(help=say("Like 568 4, or a pint of 4%."), metavar="DRINK"),
    ],
) -> Units:
    """Say how many units a drink has: millilitres and strength, or a pint of 4%.

    Example: inclusion event units 568 4
    """
    typed = " ".join(drink)
    try:
        return parse_drink(typed)
    except ValueError as reason:
        raise NotUnderstood(
            say('"{typed}" {reason}.', typed=typed, reason=reason)
        ) from None
