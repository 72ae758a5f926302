"""`inclusion pack visit`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import pack_visit as acts
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import fit_visit, write_visit
from inclusion_cli.desk import Desk
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.visit import fitting, page_order
from inclusion_cli.interviews import pack_visit as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    import typer

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Form


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    guided(app, "visit", acts.FORM, asks.every_question)(visit)


def visit(desk: Desk, person: Person = None, *, out: Out = None) -> Any:
    """Make one page for a worker who stands in: a minute to read, for one shift.

    Today's step, do and do not, signs, what to say, limits, who may be told, whom to
    ring. The person sees it and agrees first. What has no room is left out, and named.
    """
    case, draft = asking.begin(desk, person, acts.FORM, say("a visit sheet for"))
    form = form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "pack visit")
    acts.refuse_unseen(case, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    told = {**given, "today": desk.clock.today()}
    every = acts.all_rows(case, desk.clock.now())
    kept = fit_visit(
        desk,
        fitting(every),
        lambda some: acts.drawn(desk.reading, case, told, some, every),
    )
    with desk.writing() as work:
        acts.log_visit(work, case, told, kept)
        made = acts.drawn(work, case, told, kept, every)
    code = case.person.record.code
    says = say(
        "One page for {whom}, {code}. Use until {until}.",
        whom=given["recipient"],
        code=code,
        until=say_when(given["until"]),
    )
    paths = write_visit(desk, made, out)
    follows = (made.left_out,) if made.left_out else ()
    return PapersMade(says, code, paths, ("card", "show", code), follows=follows)


def form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form of a sheet, with what is on the page to be shown first."""
    every = acts.all_rows(case, desk.clock.now())
    shown = page_order(fitting(every))
    head = say("This is on the page. Show it to {name}:", name=case.known_as)
    return asks.form(case, desk.clock.now(), (head, *shown))
