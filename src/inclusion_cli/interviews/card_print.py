"""What is asked before a card is printed, checked, or taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOBODY, Card, Numbers, numbers_checked, to_ring
from inclusion_cli.domain.card_copies import copies
from inclusion_cli.domain.card_sheet import ADD_WORDS
from inclusion_cli.domain.consent_items import CARD
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Ended, Holder, PaperKind
from inclusion_cli.domain.values import Choice, capital
from inclusion_cli.interviews import leaving
from inclusion_cli.interviews.card_about import check_by
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.domain.casefile import Casefile

SIZES = (
    Choice("a4", say("A4, one page")),
    Choice("a5", say("A5, half of that")),
    Choice("a6", say("A6, like a postcard")),
    Choice("wallet", say("Wallet, like a bank card: cut and fold")),
    Choice("booklet", say("Booklet: one A4 sheet, folded to 8 pages")),
    Choice("large", say("Large print, A4, 18 point")),
    Choice("easy", say("Easy read, A4, with pictures")),
)
HOLDERS = (
    Choice("person", say("{name}: discreet, to carry")),
    Choice("staff", say("Staff: with what staff do, and what helped")),
    Choice("other", say("Somebody {name} chose")),
)
RIGHT, NOT_RIGHT = "yes", "no"
STILL = (
    Choice(RIGHT, say("Yes, all of it is still right")),
    Choice(NOT_RIGHT, say("No, something has changed")),
)
LINES, ON_CALL, CRISIS_TEAM = "lines", "on_call", "crisis_team"
ALWAYS_CHECKED = (
    Choice(ON_CALL, say("The number here")),
    Choice(CRISIS_TEAM, say("The crisis team's number")),
    Choice(LINES, say("The crisis lines, such as 111")),
)
ENDS = (
    Choice(Ended.RETURNED.value, say("It was given back")),
    Choice(Ended.DESTROYED.value, say("It was destroyed")),
    Choice(Ended.LOST.value, say("It is lost")),
)


def print_form(case: Casefile, numbers: Numbers, today: date) -> Form:
    """Return what is asked before a card is printed."""
    return Form(
        name="card_print",
        title=say("Print a card"),
        questions=lambda answers: print_questions(
            case.known_as,
            add_choices(case.known_as, numbers),
            _last_adds(case),
            case,
            lambda: leaving.as_written(
                leaving.ANYBODY, case, answers, (CARD,), on=today
            ),
            today,
        ),
        header=say("{label}. Print the card.", label=case.label),
        who=case.label,
        save=say("print for {label}", label=case.label),
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
    name: str,
    adds: tuple[Choice, ...],
    last: str = "0",
    case: Casefile | None = None,
    worded: Callable[[], tuple[Choice, ...]] | None = None,
    today: date = date.min,
) -> Iterator[Question]:
    """Return the questions before a card is printed; somebody else's copy leaves."""
    holders = tuple(Choice(c.key, c.label.format(name=name)) for c in HOLDERS)
    known = {choice.key for choice in adds}
    kept = ",".join(key for key in last.split(",") if key in known) or "0"
    yield choose("size", say("Which size?"), say("Size"), SIZES, default="a4")
    yield choose(
        "holder", say("Who will hold it?"), say("For"), holders, default="person"
    )
    yield Question(
        "recipient",
        say("Who is it? As {name} calls them.", name=name),
        say("Held by"),
        asked=say("when holder is other"),
        relevant=_leaves,
    )
    yield from leaving.questions(
        case,
        today,
        worded=worded,
        relevant=_leaves,
        asked=say("when holder is other"),
        to_whom=False,
    )
    yield choose_some(
        "adds",
        say(
            "The card is discreet: no name, and nothing of who has the keys. "
            "What does {name} want added? 0 is nothing.",
            name=name,
        ),
        say("Added"),
        adds,
        default=kept,
        asked=say("when holder is not staff"),
        relevant=lambda given: given.get("holder") != Holder.STAFF.value,
    )


def _leaves(given: Answers) -> bool:
    return bool(given.get("holder") == Holder.OTHER.value)


# --- still right --------------------------------------------------------------------


def check_form(case: Casefile, today: date) -> Form:
    """Return what is asked to check that a card is still right."""
    kept = case.card
    told = tuple(
        say("{what}: checked {day}.", what=what, day=say_day(day, today=today))
        for what, day in (numbers_checked(kept) if kept else ())
    )
    choices = number_choices(kept.record) if kept else ALWAYS_CHECKED
    version = kept.record.version if kept else 0
    return Form(
        name="card_check",
        title=say("Check a card"),
        questions=lambda _answers: check_questions(case.known_as, choices, today),
        header=say(
            "{label}. Check the card, version {version}.",
            label=case.label,
            version=version,
        ),
        who=case.label,
        intro=tuple(capital(line) for line in told),
        usual={"right": RIGHT},
    )


def number_choices(card: Card) -> tuple[Choice, ...]:
    """Return the numbers that can be checked: people, those here, crisis lines."""
    people = tuple(
        Choice(f"c{n}", f"{who.name}: {who.number}")
        for n, who in enumerate(card.contacts, start=1)
    )
    here = (
        ()
        if card.on_call == NOBODY
        else (Choice(ON_CALL, say("Here: {on_call}", on_call=card.on_call)),)
    )
    team = card.crisis_team
    crisis = (
        (Choice(CRISIS_TEAM, say("Crisis team: {number}", number=team)),)
        if to_ring(team)
        else ()
    )
    return (*people, *here, *crisis, ALWAYS_CHECKED[-1])


def check_questions(
    name: str, numbers: tuple[Choice, ...], today: date
) -> Iterator[Question]:
    """Return the questions about a card that may still be right."""
    yield choose(
        "right",
        say("You read it with {name}. Is the card still right?", name=name),
        say("Still right"),
        STILL,
        grave=True,
    )
    yield choose_some(
        "numbers",
        say("Which numbers have you checked now? 0 is none."),
        say("Numbers checked"),
        numbers,
        asked=say("when right is yes"),
        relevant=lambda given: given.get("right") == RIGHT,
    )
    yield check_by(
        today,
        asked=say("when right is yes"),
        relevant=lambda given: given.get("right") == RIGHT,
    )


# --- given back ---------------------------------------------------------------------


def returned_form(case: Casefile) -> Form:
    """Return what is asked about a copy that is no longer held."""
    choices = copy_choices(case)
    return Form(
        name="card_returned",
        title=say("A copy that is gone"),
        questions=lambda _answers: returned_questions(choices),
        header=say(
            "{label}. A copy of the card that nobody holds any more.", label=case.label
        ),
        who=case.label,
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
    yield choose("copy", say("Which copy?"), say("Copy"), held, grave=True)
    yield choose("ended", say("What became of it?"), say("What became of it"), ENDS)
