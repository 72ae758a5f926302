"""`inclusion pack my-record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import pack_my_record as acts
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import write_parts
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.interviews import pack_my_record as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    import typer

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Form


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    guided(app, "my-record", acts.FORM, asks.every_question)(my_record)


def my_record(desk: Desk, person: Person = None, *, out: Out = None) -> Any:
    """Make the person's own copy of all that is written, in plain English.

    Their own words come first. Words about others are left out unless you let them in.
    What is left out is listed for you, and logged with the reason.
    """
    case, draft = asking.begin_with_anybody(
        desk, person, acts.FORM, say("the own copy of")
    )
    form = form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "pack my-record")
    with desk.writing() as work:
        made = acts.make_copy(work, work.casefile(case.person.file), given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    code = case.person.record.code
    paths = write_parts(desk, made.paper, f"my-record-{code}", out)
    says = say("{name}'s own copy, {code}:", name=case.known_as, code=code)
    follows = tuple(acts.says_left_out(made))
    return PapersMade(says, code, paths, ("reply", code), follows=follows)


def form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form of a person's own copy."""
    return asks.form(case, acts.about_others(desk.reading, case))
