"""What is asked to write an early-warning card, stage by stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOBODY, STAGES, Card
from inclusion_cli.domain.values import Choice, words
from inclusion_cli.interviews.question import (
    ENOUGH,
    Answers,
    Form,
    Question,
    choose,
    rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

SIZES = (Choice("a4", "A4, one page"), Choice("wallet", "Wallet, both sides"))
HOLDERS = (
    Choice("person", "{name}: discreet, to carry"),
    Choice("staff", "Staff: with what staff do"),
)


SHORTEST_NUMBER = 3


def write_form(case: Casefile) -> Form:
    """Return the card of one person."""
    old = case.card.record if case.card else None
    version = old.version + 1 if old else 1
    return Form(
        name="card",
        title="Early-warning card",
        questions=lambda answers: write_questions(case.known_as, answers),
        header=f"{case.label}. Early-warning card, version {version}.",
        who=case.label,
        save=f"save for {case.label}",
        known=given_by(old) if old else {},
        intro=(f"Use {case.known_as}'s own words, as they would say them.",),
    )


def write_questions(name: str, answers: Answers) -> Iterator[Question]:
    """Return the questions of a card, given the rows so far."""
    for number in range(1, len(STAGES) + 1):
        yield from _stage(name, number, answers)
    yield Question("not_helpful", "What does not help?", "Does not help", own=True)
    yield from rows(answers, "contact", _contact)
    yield Question(
        "on_call",
        "Which number rings someone here, day or night? Type none if there is none.",
        "On call here",
        _on_call,
        "phone",
    )


def _stage(name: str, number: int, answers: Answers) -> Iterator[Question]:
    title = STAGES[number - 1]
    shows = f"What is {name} like" if number == 1 else "What is a sign"
    does = "What keeps it so" if number == 1 else f"What does {name} do then"

    def signs(prefix: str, row: int) -> Iterator[Question]:
        more = "" if row == 1 else " Another?"
        yield Question(
            f"{prefix}text",
            f'"{title}". {shows} then?{more}',
            f"{title}: sign {row}",
            own=True,
            required=row == 1,
            skips=ENOUGH,
        )

    def mine(prefix: str, row: int) -> Iterator[Question]:
        more = "" if row == 1 else " Another thing?"
        yield Question(
            f"{prefix}text",
            f'"{title}". {does}?{more}',
            f"{title}: I do {row}",
            own=True,
            required=row == 1,
            skips=ENOUGH,
        )

    def others(prefix: str, row: int) -> Iterator[Question]:
        more = "" if row == 1 else " Another thing?"
        yield Question(
            f"{prefix}text",
            f'"{title}". What do others do?{more}',
            f"{title}: you do {row}",
            required=False,
            skips=ENOUGH,
        )

    yield from rows(answers, f"sign{number}", signs)
    yield from rows(answers, f"mine{number}", mine)
    if number > 1:
        yield from rows(answers, f"others{number}", others)


def _contact(prefix: str, number: int) -> Iterator[Question]:
    another = "Who" if number == 1 else "Who else"
    yield Question(
        f"{prefix}name",
        f"{another} can be rung? As the person calls them.",
        f"Person {number}",
        own=True,
        required=False,
        skips=ENOUGH,
    )
    yield Question(f"{prefix}number", "On which number?", "Number", _rings, "phone")


def _on_call(raw: str) -> str:
    text = words(raw)
    return NOBODY if text.casefold() == NOBODY else _rings(text)


def _rings(raw: str) -> str:
    """Return a number that can be rung; the shortest there are have three digits."""
    text = words(raw)
    if sum(letter.isdigit() for letter in text) < SHORTEST_NUMBER:
        raise ValueError(
            f"must be a number to ring, of {SHORTEST_NUMBER} digits or more"
        )
    return text


def given_by(card: Card) -> dict[str, str | None]:
    """Return the answers a version stands for, so that a new one starts from it."""
    given: dict[str, str | None] = {
        "not_helpful": card.not_helpful,
        "on_call": card.on_call,
    }
    for stage in card.stages:
        groups = {
            f"sign{stage.number}": tuple(sign.text for sign in stage.signs),
            f"mine{stage.number}": stage.mine,
            f"others{stage.number}": stage.others,
        }
        for group, texts in groups.items():
            for number, text in enumerate(texts, start=1):
                given[f"{group}.{number}.text"] = text
    for number, contact in enumerate(card.contacts, start=1):
        given[f"contact.{number}.name"] = contact.name
        given[f"contact.{number}.number"] = contact.number
    return given


def print_form(case: Casefile) -> Form:
    """Return what is asked before a card is printed."""
    return Form(
        name="card_print",
        title="Print a card",
        questions=lambda _answers: print_questions(case.known_as),
        header=f"{case.label}. Print the card.",
        who=case.label,
        save=f"print for {case.label}",
    )


def print_questions(name: str) -> Iterator[Question]:
    """Return the questions before a card is printed."""
    holders = tuple(Choice(c.key, c.label.format(name=name)) for c in HOLDERS)
    yield choose("size", "Which size?", "Size", SIZES, default="a4")
    yield choose("holder", "Who will hold it?", "For", holders, default="person")
