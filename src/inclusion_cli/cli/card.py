"""`inclusion card write | show | print`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import card as acts
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.papers import write_card
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.pack import card_line
from inclusion_cli.domain.pages import CardPage
from inclusion_cli.domain.paper import Holder
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.service import Nation
from inclusion_cli.interviews import card as asks
from inclusion_cli.shipped import crisis_numbers

app = group("card", "The early-warning card, in the person's own words.")


@guided(app, "write", "card", lambda: asks.write_questions("the person", {}))
def write(desk: Desk, person: Person = None) -> Any:
    """Write the card, stage by stage. Each time is a new version."""
    case, draft = asking.begin(desk, person, "card", "a card for")
    form = asks.write_form(case)
    old = case.card
    given = asking.answers_about(desk, case, draft, form, "card write")
    record = acts.card_from(old, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    with desk.writing() as work:
        return acts.write_card(work, case, record)


@command(app, "show")
def show(desk: Desk, person: Person = None) -> Any:
    """Show the card, and who holds which version."""
    case = desk.person(person)
    if case.card is None:
        raise acts.NoCardYet(case)
    return CardPage(
        code=case.person.record.code,
        name=case.person.record.name,
        card=case.card.record,
        held=card_line(case),
    )


@guided(app, "print", "card_print", lambda: asks.print_questions("the person"))
def print_card(
    desk: Desk,
    person: Person = None,
    *,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="DIR", help="The folder the card goes to."),
    ] = None,
) -> Any:
    """Print the card, discreet: no surname, no diagnosis, no service.

    A4 or wallet size. Who holds which version is kept.
    """
    case, draft = asking.begin(desk, person, "card_print", "printing the card of")
    if case.card is None:
        raise acts.NoCardYet(case)
    form = asks.print_form(case)
    given = asking.answers_about(desk, case, draft, form, "card print")
    holder, size = Holder(given["holder"]), given["size"]
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    with desk.writing() as work:
        acts.log_copy(work, case, size=size, holder=holder)
    service = desk.reading.service()
    sheet = acts.make_card(
        desk.reading,
        case,
        today=desk.clock.today(),
        numbers=crisis_numbers(service.record.nation if service else Nation.ENGLAND),
        size=size,
        holder=holder,
    )
    paths = write_card(desk, sheet, out)
    code = case.person.record.code
    return PapersMade(f"Card for {case.label}:", code, paths, ("card", "show", code))
