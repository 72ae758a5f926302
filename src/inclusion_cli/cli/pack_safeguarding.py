"""`inclusion pack safeguarding`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import pack_safeguarding as acts
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import write_parts
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.interviews import pack_safeguarding as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    import typer

EARLY = date(2000, 1, 1)


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    ask = guided(app, "safeguarding", acts.FORM, lambda: asks.questions(None, EARLY))
    ask(safeguarding)


def safeguarding(desk: Desk, person: Person = None, *, out: Out = None) -> Any:
    """Make the paper for a safeguarding review, of one concern.

    Each question of the review stands beside what the records show: what was known on
    that day as it was known then, and what was done after it.
    """
    about = say("a safeguarding review of")
    case, draft = asking.begin_with_anybody(desk, person, acts.FORM, about)
    acts.refuse_without_concern(case)
    form = asks.form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "pack safeguarding")
    with desk.writing() as work:
        made = acts.make_case_review(
            work,
            work.casefile(case.person.file),
            given,
            then=desk.reading_then,
            defaults=desk.defaults,
        )
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    code = case.person.record.code
    paths = write_parts(desk, made, f"safeguarding-{code}", out)
    says = say(
        "Safeguarding review of {label} for {whom}:",
        label=case.label,
        whom=given["recipient"],
    )
    return PapersMade(says, code, paths, ("person", "show", code))
