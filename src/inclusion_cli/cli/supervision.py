"""`inclusion supervision prepare | note | list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import supervision as acts
from inclusion_cli.cli.options import Out, command, guided, nothing_saved
from inclusion_cli.cli.papers import write_parts
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.supervision_since import Prepared, offered
from inclusion_cli.interviews import supervision as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form

app = group("supervision", say("Your own supervision."), default="prepare")


@command(app)
def prepare(
    desk: Desk,
    *,
    paper: Annotated[
        bool, typer.Option("--paper", help=say("Make it a paper: Markdown and PDF."))
    ] = False,
    out: Out = None,
) -> Any:
    """Open what happened in your own work since your last supervision.

    It shows decisions against what was agreed, pauses, limits and what was late. It
    puts what you expected beside what came. It names who was not talked about, and what
    you took away last time. Then come questions to think about.
    """
    found = opens_from(desk)
    if not paper:
        return found
    with desk.writing() as work:
        made = acts.print_prepared(work, desk.worker, found)
    says = say("For your supervision. It is yours: keep it so.")
    paths = write_parts(desk, made, "supervision", out)
    return PapersMade(says, "", paths, ("supervision", "note"))


@guided(app, "note", "supervision", asks.every_question)
def note(desk: Desk) -> Any:
    """Write down a supervision: what you thought about, and what you take away.

    It is kept in your own file. It is in nobody's pack, and find does not find it.
    """
    draft = asking.resumed(desk, "", "supervision", say("a supervision"))
    form, since = form_of(desk)
    given = asking.gather(desk, form, "", draft=draft, again="supervision note")
    record = acts.supervision_from(desk.worker, since, given)
    with desk.writing() as work:
        agreed = tuple(acts.agreements_from(given))
        saved = acts.record_supervision(work, desk.worker, record, agreed)
    if desk.call.dry_run:
        return nothing_saved(desk.worker.record.name, record, form, given)
    return saved


def opens_from(desk: Desk) -> Prepared:
    """Return what the worker's next supervision opens from."""
    now, defaults = desk.clock.now(), desk.defaults
    return acts.opens_from(desk.reading, desk.worker, now=now, defaults=defaults)


def form_of(desk: Desk) -> tuple[Form, Any]:
    """Return the form of a supervision, and the day of the last one."""
    found = opens_from(desk)
    since = None if found.first else found.since
    it = asks.About(
        desk.clock.today(), desk.worker.record.name, since, tuple(offered(found))
    )
    return asks.form(it), since


@command(app, "list")
def show(desk: Desk) -> Any:
    """List your supervisions, with what was agreed."""
    return acts.listed(desk.reading, desk.worker)
