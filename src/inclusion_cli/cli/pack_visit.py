"""`inclusion pack visit`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import pack_visit as acts
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import fit_visit, write_visit
from inclusion_cli.desk import Desk
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.visit import left_out, page_order
from inclusion_cli.interviews import pack_visit as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import typer

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.visit_rows import Row
    from inclusion_cli.interviews.question import Answers, Form

    Page = Callable[[str, datetime], tuple[Row, ...]]


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    guided(app, "visit", acts.FORM, asks.every_question)(visit)


def visit(desk: Desk, person: Person = None, *, out: Out = None) -> Any:
    """Make one page for a worker who stands in: quick to read, for one shift.

    Today's step, do and do not, signs, what to say, limits, who may be told, whom to
    ring. The person sees it and agrees first. What has no room is left out, and named.
    """
    case, draft = asking.begin(desk, person, acts.FORM, say("a visit sheet for"))
    every = acts.all_rows(case, desk.clock.now())
    page = _page_of(desk, case, every)
    form = asks.form(case, desk.clock.now(), _shown_first(case, page, every))
    given = asking.answers_about(desk, case, draft, form, "pack visit")
    acts.refuse_unseen(case, given)
    told = {**given, "today": desk.clock.today()}
    kept = page(given["recipient"], given["until"])
    with desk.writing() as work:
        acts.log_visit(work, case, told, kept)
        made = acts.drawn(work, case, told, kept, every)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
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
    shown = _shown_first(case, _page_of(desk, case, every), every)
    return asks.form(case, desk.clock.now(), shown)


def _page_of(desk: Desk, case: Casefile, every: tuple[Row, ...]) -> Page:
    """Return the page for a stand-in and a shift: what is shown is what is printed."""

    @cache
    def page(recipient: str, until: datetime) -> tuple[Row, ...]:
        told = {"recipient": recipient, "until": until, "today": desk.clock.today()}
        return fit_visit(
            desk,
            every,
            lambda some: acts.drawn(desk.reading, case, told, some, every),
        )

    return page


def _shown_first(case: Casefile, page: Page, every: tuple[Row, ...]) -> asks.Shown:
    """Return what shows the page of the answers given, to be read before the yes."""
    head = say("This is on the page. Show it to {name}:", name=case.known_as)

    def shown(answers: Answers) -> tuple[str, ...]:
        kept = page(answers["recipient"], answers["until"])
        gone = left_out(kept, every)
        return (head, *page_order(kept), *((gone,) if gone else ()))

    return shown
