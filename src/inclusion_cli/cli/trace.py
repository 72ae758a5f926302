"""`inclusion trace`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli.casework import trace as acts
from inclusion_cli.cli.options import Person, command
from inclusion_cli.cli.papers import write_trace
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.tongue import say

app = single("trace")
LETTER = "A"


@command(app)
def trace(
    desk: Desk,
    person: Person = None,
    *,
    anonymous: Annotated[
        bool,
        typer.Option("--anonymous", help=say("A letter for the person, no names.")),
    ] = False,
    paper: Annotated[
        bool, typer.Option("--paper", help=say("Make it a paper: Markdown and PDF."))
    ] = False,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="DIR", help=say("The folder the paper goes to.")),
    ] = None,
) -> Any:
    """Draw the thread of a person, from their wish to what came of it.

    Each line has its record, who wrote it, its day, and the days since the line before.
    Where something should be there and is not, it says: No evidence found.
    """
    case, now = desk.person(person), desk.clock.now()
    told = (
        acts.unnamed(desk.search, case, LETTER, now=now)
        if anonymous
        else acts.thread(desk.search, case, now=now)
    )
    if not paper:
        return told
    with desk.writing() as work:
        made = acts.paper_of(work, case, told)
    says = say("{title}. {summary}", title=told.title, summary=told.summary)
    code = case.person.record.code
    return PapersMade(says, code, write_trace(desk, made, out), ("trace", code))
