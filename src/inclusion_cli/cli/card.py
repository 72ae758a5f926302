"""`inclusion card write | show | check | print | returned`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import card as acts
from inclusion_cli.casework import card_copies as copying
from inclusion_cli.casework.leaving import leaving_from
from inclusion_cli.cli import papers
from inclusion_cli.cli.options import Out, Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.card_due import stale_numbers
from inclusion_cli.domain.card_page import card_page
from inclusion_cli.domain.paper import Ended, Holder
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.service import Nation
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import card as asks
from inclusion_cli.interviews import card_print as asks_print
from inclusion_cli.interviews.card_about import About
from inclusion_cli.shipped import crisis_numbers
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.card import Numbers
    from inclusion_cli.interviews.question import Question

app = group("card", say("The early-warning card, in the person's own words."))
SOMEBODY = say("the person")


def card_questions() -> Iterable[Question]:
    """Return the questions of any card, for flags and for `--questions`."""
    return asks.write_questions(SOMEBODY, About(Clock().today()), {})


def _print_questions() -> Iterable[Question]:
    adds = asks_print.add_choices(SOMEBODY, crisis_numbers(Nation.ENGLAND))
    return asks_print.print_questions(SOMEBODY, adds)


def _check_questions() -> Iterable[Question]:
    numbers = (Choice("c1", say("A person on the card")), *asks_print.ALWAYS_CHECKED)
    return asks_print.check_questions(SOMEBODY, numbers, Clock().today())


def _returned_questions() -> Iterable[Question]:
    return asks_print.returned_questions(
        (Choice("copy-id", say("A copy that is held")),)
    )


@guided(app, "write", "card", card_questions)
def write(desk: Desk, person: Person = None) -> Any:
    """Write the card, stage by stage. Each time is a new version.

    A new version starts from the last. At the end, add more: what is usual, who does
    what, how to be told, the step, the flat.
    """
    case, draft = asking.begin(desk, person, "card", say("a card for"))
    if case.card:
        asking.refuse_nothing(desk, case, "card check")
    today = desk.clock.today()
    form = asks.write_form(case, today)
    given = asking.answers_about(desk, case, draft, form, "card write")
    record = acts.card_from(case, given, today=today, numbers=numbers_here(desk))
    with desk.writing() as work:
        saved = acts.write_card(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


@command(app, "show")
def show(desk: Desk, person: Person = None) -> Any:
    """Show the card, who holds which version, and what was tried and helped."""
    case = asking.anybody(desk, person)
    return card_page(case, acts.card_of(case), on=desk.clock.today())


@guided(app, "check", "card_check", _check_questions)
def check(desk: Desk, person: Person = None) -> Any:
    """Say that the card is still right. Its version stays, its dates are renewed.

    Tick the numbers you have rung or looked up.
    """
    case, draft = asking.begin(desk, person, "card_check", say("checking the card of"))
    card = acts.card_of(case)
    form = asks_print.check_form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "card check")
    chosen = acts.still_right(case, given)
    with desk.writing() as work:
        saved = acts.check_card(work, case, given, chosen=chosen)
    if desk.call.dry_run:
        return nothing_saved(case.label, card.record, form, given)
    return saved


@guided(app, "returned", "card_returned", _returned_questions)
def returned(desk: Desk, person: Person = None) -> Any:
    """Say that a copy was given back, destroyed or lost. It is on no list then."""
    case, draft = asking.begin(
        desk, person, "card_returned", say("a copy of the card of")
    )
    copying.held_of(case)
    form = asks_print.returned_form(case)
    given = asking.answers_about(desk, case, draft, form, "card returned")
    with desk.writing() as work:
        ended = Ended(given["ended"])
        saved = copying.take_copy(work, case, given["copy"], ended=ended)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


@guided(app, "print", "card_print", _print_questions)
def print_card(
    desk: Desk,
    person: Person = None,
    *,
    out: Out = None,
) -> Any:
    """Print the card, discreet: no surname, no diagnosis, no service.

    A4, A5, A6, wallet, booklet, large print or easy read. The person chooses what is
    added. Who holds which version is kept.
    """
    case, draft = asking.begin(desk, person, "card_print", say("printing the card of"))
    card, numbers = acts.card_of(case), numbers_here(desk)
    form = asks_print.print_form(case, numbers, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "card print")
    order = _ordered(given)
    today = desk.clock.today()
    papers.fit_card(
        desk, copying.make_card(desk.reading, case, order, today=today, numbers=numbers)
    )
    with desk.writing() as work:
        copying.log_copy(work, case, order)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    case = desk.reading.casefile(case.person.file)
    sheet = copying.make_card(desk.reading, case, order, today=today, numbers=numbers)
    paths = papers.write_card(desk, sheet, out)
    code = case.person.record.code
    return PapersMade(
        say("Card for {label}:", label=case.label),
        code,
        paths,
        ("card", "show", code),
        follows=(
            *papers.said_of(sheet),
            *copying.what_to_know(case, stale_numbers(card, on=today)),
        ),
    )


def _ordered(given: Any) -> copying.Order:
    return copying.Order(
        given["size"],
        Holder(given["holder"]),
        given.get("recipient") or "",
        given.get("adds") or (),
        leaving_from(given) if given.get("rests") else None,
    )


def numbers_here(desk: Desk) -> Numbers:
    """Return the crisis numbers of the service's nation, or the service's own."""
    service = desk.reading.service()
    nation = service.record.nation if service else Nation.ENGLAND
    return crisis_numbers(nation, desk.settings.data, desk.told)
