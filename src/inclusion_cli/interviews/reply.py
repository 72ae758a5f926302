"""What is asked for the right of reply: about what, when, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.reply import what_for
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.question import Form, Question, choose, raw_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

ANYTHING = (
    Choice("pack", "The latest review pack"),
    Choice("decision", "The latest decision"),
    Choice("record", "Something else that is written"),
)


def form(case: Casefile, today: date) -> Form:
    """Return what is asked about a reply of a person."""
    return Form(
        name="reply",
        title="Right of reply",
        questions=lambda _answers: questions(case, today),
        header=f"{case.label}. What {case.known_as} says about it.",
        who=case.label,
        save=f"save for {case.label}",
    )


def questions(case: Casefile | None, today: date) -> Iterator[Question]:
    """Return the questions of a reply."""
    name = case.known_as if case else "the person"
    there = what_for(case) if case else {}
    choices = tuple(Choice(key, about.words) for key, about in there.items())
    yield choose("about", "What is it about?", "About", choices or ANYTHING)
    yield Question(
        "words",
        f"What does {name} say about it? Use their own words.",
        f"{name}'s words",
    )
    yield Question(
        "change",
        f"What does {name} want changed or added?",
        "Change or add",
        required=False,
    )
    yield Question(
        "on",
        "On which day was it said?",
        "Said on",
        lambda raw: parse_day(raw, today=today, leaning=Leaning.BACK),
        "day",
        default=raw_of(today),
        constraint=lambda day, _a: checks.recent(day, today, within=366),
    )
