"""What is asked before a card is printed, checked, or taken back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import (
    LATEST_REVIEW_DAYS,
    NOBODY,
    Card,
    Numbers,
    numbers_checked,
)
from inclusion_cli.domain.card_copies import copies
from inclusion_cli.domain.card_sheet import ADD_WORDS
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Ended, Holder, PaperKind
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.question import (
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

SIZES = (
    Choice("a4", "A4, one page"),
    Choice("a5", "A5, half of that"),
    Choice("a6", "A6, like a postcard"),
    Choice("wallet", "Wallet, like a bank card: cut and fold"),
    Choice("booklet", "Booklet: one A4 sheet, folded to 8 pages"),
    Choice("large", "Large print, A4, 18 point"),
    Choice("easy", "Easy read, A4, with pictures"),
)
HOLDERS = (
    Choice("person", "{name}: discreet, to carry"),
    Choice("staff", "Staff: with what staff do, and what helped"),
    Choice("other", "Somebody {name} chose"),
)
RIGHT, NOT_RIGHT = "yes", "no"
STILL = (
    Choice(RIGHT, "Yes, all of it is still right"),
    Choice(NOT_RIGHT, "No, something has changed"),
)
LINES, ON_CALL = "lines", "on_call"
ALWAYS_CHECKED = (
    Choice(ON_CALL, "The number here"),
    Choice(LINES, "The crisis lines, such as 111"),
)
ENDS = (
    Choice(Ended.RETURNED.value, "It was given back"),
    Choice(Ended.DESTROYED.value, "It was destroyed"),
    Choice(Ended.LOST.value, "It is lost"),
)


def print_form(case: Casefile, numbers: Numbers) -> Form:
    """Return what is asked before a card is printed."""
    return Form(
        name="card_print",
        title="Print a card",
        questions=lambda _answers: print_questions(
            case.known_as, add_choices(case.known_as, numbers), _last_adds(case)
        ),
        header=f"{case.label}. Print the card.",
        who=case.label,
        save=f"print for {case.label}",
    )


def add_choices(name: str, numbers: Numbers) -> tuple[Choice, ...]:
    """Return what a person may add to a discreet card."""
    own = tuple(Choice(key, said.format(name=name)) for key, said in ADD_WORDS.items())
    lines = (Choice(line.key, f"{line.name}: {line.number}") for line in numbers.lines)
    return (*own, *lines)


def _last_adds(case: Casefile) -> str:
    """Return what was added to the person's last copy, as it would be typed."""
    copies = [
        kept.record.adds
        for kept in case.papers
        if kept.record.kind is PaperKind.CARD and kept.record.holder is Holder.PERSON
    ]
    return raw_of(copies[-1]) if copies else "0"


def print_questions(
    name: str, adds: tuple[Choice, ...], last: str = "0"
) -> Iterator[Question]:
    """Return the questions before a card is printed."""
    holders = tuple(Choice(c.key, c.label.format(name=name)) for c in HOLDERS)
    known = {choice.key for choice in adds}
    kept = ",".join(key for key in last.split(",") if key in known) or "0"
    yield choose("size", "Which size?", "Size", SIZES, default="a4")
    yield choose("holder", "Who will hold it?", "For", holders, default="person")
    yield Question(
        "recipient",
        f"Who is it? As {name} calls them.",
        "Held by",
        asked="when holder is other",
        relevant=lambda given: given.get("holder") == Holder.OTHER.value,
    )
    yield choose_some(
        "adds",
        f"The card is discreet. What does {name} want added? 0 is nothing.",
        "Added",
        adds,
        default=kept,
        asked="when holder is not staff",
        relevant=lambda given: given.get("holder") != Holder.STAFF.value,
    )


# --- still right --------------------------------------------------------------------


def check_form(case: Casefile, today: date) -> Form:
    """Return what is asked to check that a card is still right."""
    kept = case.card
    told = tuple(
        f"{what}: checked {say_day(day, today=today)}."
        for what, day in (numbers_checked(kept) if kept else ())
    )
    choices = number_choices(kept.record) if kept else ALWAYS_CHECKED
    version = kept.record.version if kept else 0
    return Form(
        name="card_check",
        title="Check a card",
        questions=lambda _answers: check_questions(case.known_as, choices, today),
        header=f"{case.label}. Check the card, version {version}.",
        who=case.label,
        save=f"save for {case.label}",
        intro=tuple(line[0].upper() + line[1:] for line in told),
        usual={"right": RIGHT},
    )


def number_choices(card: Card) -> tuple[Choice, ...]:
    """Return the numbers that can be checked: people, the one here, crisis lines."""
    people = tuple(
        Choice(f"c{n}", f"{who.name}: {who.number}")
        for n, who in enumerate(card.contacts, start=1)
    )
    here = () if card.on_call == NOBODY else (Choice(ON_CALL, f"Here: {card.on_call}"),)
    return (*people, *here, ALWAYS_CHECKED[-1])


def check_questions(
    name: str, numbers: tuple[Choice, ...], today: date
) -> Iterator[Question]:
    """Return the questions about a card that may still be right."""
    yield choose(
        "right",
        f"You read it with {name}. Is the card still right?",
        "Still right",
        STILL,
        grave=True,
    )
    yield choose_some(
        "numbers",
        "Which numbers have you checked now? 0 is none.",
        "Numbers checked",
        numbers,
        asked="when right is yes",
        relevant=lambda given: given.get("right") == RIGHT,
    )
    yield Question(
        "check_by",
        f"By which day is the card checked again? Within {LATEST_REVIEW_DAYS} days.",
        "Check again by",
        lambda raw: parse_day(raw, today=today, leaning=Leaning.AHEAD),
        "day",
        default=raw_of(today + timedelta(days=LATEST_REVIEW_DAYS)),
        constraint=lambda day, _given: checks.ahead(
            day, today, within=LATEST_REVIEW_DAYS
        ),
        asked="when right is yes",
        relevant=lambda given: given.get("right") == RIGHT,
    )


# --- given back ---------------------------------------------------------------------


def returned_form(case: Casefile) -> Form:
    """Return what is asked about a copy that is no longer held."""
    choices = copy_choices(case)
    return Form(
        name="card_returned",
        title="A copy that is gone",
        questions=lambda _answers: returned_questions(choices),
        header=f"{case.label}. A copy of the card that nobody holds any more.",
        who=case.label,
        save=f"save for {case.label}",
    )


def copy_choices(case: Casefile) -> tuple[Choice, ...]:
    """Return the copies that are held, each with its holder and version."""
    return tuple(
        Choice(copy.paper, f"{copy.who}: {copy.words}") for copy in copies(case)
    )


def returned_questions(held: tuple[Choice, ...]) -> Iterator[Question]:
    """Return the questions about a copy that is no longer held."""
    if not held:
        return
    yield choose("copy", "Which copy?", "Copy", held, grave=True)
    yield choose("ended", "What became of it?", "What became of it", ENDS)
