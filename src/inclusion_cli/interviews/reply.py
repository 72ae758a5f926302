"""What is asked for the right of reply: about what, when, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.reply import what_for
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.days import day_lately
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

ANYTHING = (
    Choice("pack", say("The latest review pack")),
    Choice("decision", say("The latest decision")),
    Choice("record", say("Something else that is written")),
)


def form(case: Casefile, today: date) -> Form:
    """Return what is asked about a reply of a person."""
    return Form(
        name="reply",
        title=say("Right of reply"),
        questions=lambda _answers: questions(case, today),
        header=say(
            "{label}. What {known_as} says about it.",
            label=case.label,
            known_as=case.known_as,
        ),
        who=case.label,
    )


def questions(case: Casefile | None, today: date) -> Iterator[Question]:
    """Return the questions of a reply."""
    name = case.known_as if case else say("the person")
    there = what_for(case) if case else {}
    choices = tuple(Choice(key, about.words) for key, about in there.items())
    yield choose("about", say("What is it about?"), say("About"), choices or ANYTHING)
    yield Question(
        "words",
        say("What does {name} say about it? Use their own words.", name=name),
        say("{name}'s words", name=name),
    )
    yield Question(
        "change",
        say("What does {name} want changed or added?", name=name),
        say("Change or add"),
        required=False,
    )
    yield day_lately("on", say("On which day was it said?"), say("Said on"), today)
