"""`inclusion trace`."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import trace as acts
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import write_trace
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.interviews import trace as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.trace import Trace

app = single("trace")
LETTER = "A"


@guided(app, None, acts.FORM, asks.every_question)
def trace(
    desk: Desk,
    person: Person = None,
    *,
    anonymous: Annotated[
        bool,
        typer.Option(
            "--anonymous",
            help=say("A letter for the person; names that are found, left out."),
        ),
    ] = False,
    paper: Annotated[
        bool, typer.Option("--paper", help=say("Make it a paper: Markdown and PDF."))
    ] = False,
    out: Out = None,
) -> Any:
    """Draw the thread of a person, from their wish to what came of it.

    Each line has its record, who wrote it, its day, and the days since the line before.
    Where something should be there and is not, it says: No evidence found. A paper asks
    for whom it is, and that is logged.
    """
    case = asking.anybody(desk, person)
    told = _drawn(desk, case, anonymous=anonymous)
    return _on_paper(desk, case, told, out) if paper else told


def _drawn(desk: Desk, case: Casefile, *, anonymous: bool) -> Trace:
    now = desk.clock.now()
    if anonymous:
        told, names = acts.unnamed(desk.search, case, LETTER, now=now)
        for line in acts.says_names_out(names):
            desk.told(line)
        return told
    return acts.thread(desk.search, case, now=now)


def _on_paper(desk: Desk, case: Casefile, told: Trace, out: str | None) -> Any:
    file, code = case.person.file, case.person.record.code
    form = asks.form(case, desk.clock.today(), anonymous=told.anonymous)
    draft = asking.resumed(desk, file, acts.FORM, say("the thread of"))
    flags = "--anonymous" if told.anonymous else ""
    typed = " ".join(filter(None, (flags, f"--out {quote(out)}" if out else "")))
    given = asking.gather(
        desk,
        form,
        file,
        draft=draft,
        about={"anonymous": "yes" if told.anonymous else "", "typed": typed},
        again=f"trace {code} --paper {typed}".rstrip(),
    )
    with desk.writing() as work:
        made = acts.paper_of(work, work.casefile(file), told, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    says = say("{title}. {summary}", title=told.title, summary=told.summary)
    return PapersMade(says, code, write_trace(desk, made, out), ("trace", code))
