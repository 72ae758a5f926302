"""`inclusion consent give | withdraw | show | list`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import consent as acts
from inclusion_cli.casework import consent_papers as papers_of
from inclusion_cli.casework.look_up import find_record
from inclusion_cli.casework.partner import partner_choices
from inclusion_cli.cli import papers
from inclusion_cli.cli.options import Out, Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.consent_page import ConsentList, consent_list, consent_page
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.interviews import consent as asks
from inclusion_cli.interviews import consent_withdraw as asks_back
from inclusion_cli.interviews.consent_about import About
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

app = group(
    "consent", say("What a person agrees to, to whom it may be told, until when.")
)
EARLY = date(2000, 1, 1)


@guided(app, "give", "consent", lambda: asks.every_question(EARLY))
def give(desk: Desk, person: Person = None) -> Any:
    """Write what a person says yes or no to: to take part, or that somebody is told.

    Each thing that may be told is chosen by itself. It ends, six months on at most. A
    no is written down in the same way.
    """
    case, draft = asking.begin(desk, person, "consent", say("a consent of"))
    form = asks.form(case, about(desk, case))
    given = asking.answers_about(desk, case, draft, form, "consent give")
    record = acts.consent_from(given, acts.partner_of(desk.reading, given))
    with desk.writing() as work:
        saved = acts.give_consent(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def about(desk: Desk, case: Casefile) -> About:
    """Return what a consent is asked about here."""
    partners = partner_choices(desk.reading)
    longest = desk.defaults.consent_days
    return About(case.known_as, desk.clock.today(), longest, partners)


@guided(app, "withdraw", "consent_withdraw", lambda: asks_back.questions(None, EARLY))
def withdraw(desk: Desk, person: Person = None, *, out: Out = None) -> Any:
    """Take consent back, on the person's word. Each who was told gets a letter.

    It lists who holds what. What was told stays on the list of what was told.
    """
    about = say("taking consent back for")
    case, draft = asking.begin_with_anybody(desk, person, "consent_withdraw", about)
    papers_of.refuse_none(case)
    form = asks_back.form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "consent withdraw")
    owner = desk.worker.record.name
    with desk.writing() as work:
        back = acts.withdraw_consent(work, case, given, owner=owner)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    if not back.held:
        return back.saved
    letter = papers_of.letter(
        desk.reading, case, back, ended=given["on"], on=desk.clock.today()
    )
    paths = papers.write_leaf(desk, "letter", letter, out)
    says = say("A letter to {to}:", to=back.consent.recipient)
    code = case.person.record.code
    return PapersMade(says, code, paths, back.saved.next, back.saved)


@command(app, "show")
def show(
    desk: Desk,
    id_: Annotated[str, typer.Argument(help=say("The id of a consent."), metavar="ID")],
    *,
    paper: Annotated[
        bool, typer.Option("--paper", help=say("Print a copy for the person."))
    ] = False,
    out: Out = None,
) -> Any:
    """Show one consent: what may be told, until when, and who holds what on it.

    With --paper: a copy for the person, as Markdown and PDF.
    """
    trail = find_record(desk.search, id_, worker=desk.worker.id)
    case, kept = papers_of.consent_of(desk.reading, trail)
    today = desk.clock.today()
    if not paper:
        return consent_page(case, kept, on=today)
    with desk.writing() as work:
        papers_of.log_consent_copy(work, case)
    made = papers_of.copy_for(desk.reading, case, kept, on=today)
    paths = papers.write_leaf(desk, "consent", made, out)
    says = say("A copy for {label}:", label=case.label)
    code = case.person.record.code
    return PapersMade(says, code, paths, ("consent", "list", code))


@command(app, "list")
def list_consents(desk: Desk, person: Person = None) -> ConsentList:
    """List what a person agreed to: what holds today, what ended, who holds what."""
    return consent_list(asking.anybody(desk, person), on=desk.clock.today())
