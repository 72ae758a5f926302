"""What more a card can say: how to be told, the step-up, the flat, a statement.

Nothing here is on the usual path: "add more" asks what to add.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import STAGES, STRUGGLING
from inclusion_cli.domain.card_plan import CARD_SAYS
from inclusion_cli.domain.values import Choice, words
from inclusion_cli.interviews.card_about import (
    STEP_UP_KEYS,
    TOLD_KEYS,
    About,
    check_by,
    wanted,
    when,
)
from inclusion_cli.interviews.card_details import details
from inclusion_cli.interviews.question import Answers, Question, choose, choose_some
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGES = tuple(Choice(c.value, said.capitalize()) for c, said in CARD_SAYS.items())


def more(name: str, known: About, answers: Answers) -> Iterator[Question]:
    """Return the questions that add to a card."""
    yield choose_some(
        "more",
        say("What else goes on the card?"),
        say("Added"),
        _sections(name),
        required=False,
        extra=True,
    )
    yield from details(name, answers)
    yield from _told(name)
    yield from _step_up(name, known)
    yield Question(
        "home_care",
        say("Who looks after pets, the flat and keys when {name} cannot?", name=name),
        say("Pets, flat, keys"),
        asked=when("home"),
        required=False,
        relevant=lambda given: wanted(given, "home", "home_care"),
    )
    yield Question(
        "statement",
        say(
            "Where is {name}'s advance statement or advance choice document?", name=name
        ),
        say("Advance statement"),
        asked=when("statement"),
        required=False,
        relevant=lambda given: wanted(given, "statement", "statement"),
    )
    yield check_by(known.today, required=False, extra=True)


def _sections(name: str) -> tuple[Choice, ...]:
    return (
        Choice("signs", say("Details of a sign")),
        Choice("actions", say("Details of what is done")),
        Choice("told", say("How {name} wants to be told", name=name)),
        Choice("step_up", say('The step at "{stages}"', stages=STAGES[STRUGGLING - 1])),
        Choice("home", say("Pets and keys")),
        Choice("statement", say("An advance statement")),
    )


def _told(name: str) -> Iterator[Question]:
    asked = (
        (
            say("Who says it first when something is changing for {name}?", name=name),
            say("Says it first"),
        ),
        (say("How does {name} want to be told?", name=name), say("Told how")),
    )
    for key, (label, short) in zip(TOLD_KEYS, asked, strict=True):
        yield Question(
            key,
            label,
            short,
            asked=when("told"),
            required=False,
            relevant=lambda given: wanted(given, "told", *TOLD_KEYS),
        )


def _step_up(name: str, known: About) -> Iterator[Question]:
    title = f'"{STAGES[STRUGGLING - 1]}"'
    agreed = tuple(
        say("Step {step} has: {text}", step=known.step, text=p.text)
        for p in known.pauses
    )
    more_of_it: dict[str, Any] = {
        "required": False,
        "asked": say("when step_change is given"),
        "relevant": lambda given: bool(given.get("step_change")),
    }
    yield choose(
        "step_change",
        say("At {title}, what becomes of the step?", title=title),
        say("The step then"),
        CHANGES,
        required=False,
        asked=when("step_up"),
        before=lambda _given: agreed,
        relevant=lambda given: wanted(given, "step_up", *STEP_UP_KEYS),
    )
    choices = known.pause_choices or (Choice("p1", say("A pause sign of the step")),)
    yield choose_some(
        "pauses",
        say("Which agreed pause signs go on the card?"),
        say("Pause signs"),
        choices,
        **{
            **more_of_it,
            "asked": say("when step_change is given and the step has pause signs"),
            "relevant": lambda given: bool(given.get("step_change") and known.pauses),
        },
    )
    asked = {
        "extra_contact": (
            say("What more contact has {name} then?", name=name),
            say("Contact then"),
        ),
        "called": (say("Who is called then?"), say("Called then")),
        "avoid": (say("What is best left alone then?"), say("Left alone then")),
    }
    for key, (label, short) in asked.items():
        yield Question(key, label, short, words, **more_of_it)
