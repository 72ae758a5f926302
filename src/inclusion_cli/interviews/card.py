"""What is asked to write an early-warning card, stage by stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import NOBODY, STAGES, Action, Card, Sign
from inclusion_cli.domain.card_plan import card_and_plan
from inclusion_cli.domain.card_use import worth_a_thought
from inclusion_cli.domain.values import words
from inclusion_cli.interviews.card_about import About, about, known_details
from inclusion_cli.interviews.card_more import more
from inclusion_cli.interviews.question import ENOUGH, Answers, Form, Question
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

SHORTEST_NUMBER = 3


@dataclass(frozen=True)
class Tried(Question):
    """An own action; where it is shown, so is how often it was tried and helped."""

    known: About | None = None

    def say(self, value: Any) -> str:
        """Return the action, and its counts where it was tried."""
        used = self.known.use_of(value) if self.known else ""
        return f"{super().say(value)} ({used})" if used else super().say(value)


def write_form(case: Casefile, today: date) -> Form:
    """Return the card of one person; a new version starts from the last."""
    old = case.card.record if case.card else None
    version = old.version + 1 if old else 1
    known = about(case, today)
    return Form(
        name="card",
        title=say("Early-warning card"),
        questions=lambda answers: write_questions(case.known_as, known, answers),
        header=say(
            "{label}. Early-warning card, version {version}.",
            label=case.label,
            version=version,
        ),
        who=case.label,
        known=given_by(old, known) if old else {},
        intro=tuple(_intro(case, today)),
    )


def _intro(case: Casefile, today: date) -> Iterator[str]:
    yield say(
        "Use {known_as}'s own words, as they would say them.", known_as=case.known_as
    )
    yield from worth_a_thought(case, on=today)
    yield from (found.says for found in card_and_plan(case))


def write_questions(name: str, known: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of a card, given the rows so far."""
    for number in range(1, len(STAGES) + 1):
        yield from _stage(name, number, known, answers)
    yield Question(
        "not_helpful", say("What does not help?"), say("Does not help"), own=True
    )
    yield from rows(answers, "contact", _contact)
    yield Question(
        "on_call",
        say(
            "Which number rings someone here, day or night? Type none if there is none."
        ),
        say("On call here"),
        _on_call,
        "phone",
    )
    yield Question(
        "crisis_team",
        say("Which number rings the local crisis team? Type none if there is none."),
        say("Crisis team"),
        _on_call,
        "phone",
        required=False,
        skips=say("Enter if you do not know it yet."),
    )
    yield from more(name, known, answers)


def _stage(
    name: str, number: int, known: About, answers: Answers
) -> Iterator[Question]:
    yield from rows(
        answers, f"sign{number}", lambda prefix, row: _signs(name, number, prefix, row)
    )
    yield from rows(
        answers,
        f"mine{number}",
        lambda prefix, row: _mine(name, number, known, prefix, row),
    )
    if number > 1:
        title = STAGES[number - 1]
        yield from rows(
            answers, f"others{number}", lambda prefix, row: _others(title, prefix, row)
        )


def _signs(name: str, number: int, prefix: str, row: int) -> Iterator[Question]:
    title = STAGES[number - 1]
    shows = (
        say("What is {name} like", name=name) if number == 1 else say("What is a sign")
    )
    again = "" if row == 1 else say(" Another?")
    yield Question(
        f"{prefix}text",
        say('"{title}". {shows} then?{again}', title=title, shows=shows, again=again),
        say("{title}: sign {row}", title=title, row=row),
        own=True,
        required=row == 1,
        skips=ENOUGH,
    )


def _mine(
    name: str, number: int, known: About, prefix: str, row: int
) -> Iterator[Question]:
    title = STAGES[number - 1]
    does = (
        say("What keeps it so")
        if number == 1
        else say("What does {name} do then", name=name)
    )
    yield Tried(
        f"{prefix}text",
        f'"{title}". {does}?{_again(row)}',
        say("{title}: I do {row}", title=title, row=row),
        own=True,
        required=row == 1,
        skips=ENOUGH,
        known=known,
    )


def _others(title: str, prefix: str, row: int) -> Iterator[Question]:
    yield Question(
        f"{prefix}text",
        say('"{title}". What do others do?{again}', title=title, again=_again(row)),
        say("{title}: others do {row}", title=title, row=row),
        required=False,
        skips=ENOUGH,
    )


def _again(row: int) -> str:
    return "" if row == 1 else say(" Another thing?")


def _contact(prefix: str, number: int) -> Iterator[Question]:
    another = say("Who") if number == 1 else say("Who else")
    yield Question(
        f"{prefix}name",
        say("{another} can be rung? As the person calls them.", another=another),
        say("Person {number}", number=number),
        own=True,
        required=False,
        skips=ENOUGH,
    )
    yield Question(
        f"{prefix}number", say("On which number?"), say("Number"), _rings, "phone"
    )


def _on_call(raw: str) -> str:
    text = words(raw)
    return NOBODY if text.casefold() == NOBODY else _rings(text)


def _rings(raw: str) -> str:
    """Return a number that can be rung; the shortest there are have three digits."""
    text = words(raw)
    if sum(letter.isdigit() for letter in text) < SHORTEST_NUMBER:
        raise ValueError(
            say(
                "must be a number to ring, of {shortest_number} digits or more",
                shortest_number=SHORTEST_NUMBER,
            )
        )
    return text


def given_by(card: Card, known: About) -> dict[str, str | None]:
    """Return the answers a version stands for, so that a new one starts from it."""
    given: dict[str, str | None] = {
        "not_helpful": card.not_helpful,
        "on_call": card.on_call,
    }
    if card.crisis_team:
        given["crisis_team"] = card.crisis_team
    for stage in card.stages:
        groups: dict[str, tuple[Sign | Action, ...]] = {
            "sign": stage.signs,
            "mine": stage.mine,
            "others": stage.others,
        }
        for group, records in groups.items():
            for number, told in enumerate(records, start=1):
                given[f"{group}{stage.number}.{number}.text"] = told.text
    for number, contact in enumerate(card.contacts, start=1):
        given[f"contact.{number}.name"] = contact.name
        given[f"contact.{number}.number"] = contact.number
    return given | known_details(card, known)
