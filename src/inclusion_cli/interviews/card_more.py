"""What more a card can say: how to be told, the step-up, the flat, a statement.

Nothing here is on the usual path: "add more" asks what to add.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import LATEST_REVIEW_DAYS, STAGES, STRUGGLING
from inclusion_cli.domain.card_plan import CARD_SAYS
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import Choice, words
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.card_about import (
    STEP_UP_KEYS,
    TOLD_KEYS,
    About,
    wanted,
    when,
)
from inclusion_cli.interviews.card_details import details
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    raw_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

CHANGES = tuple(Choice(c.value, said.capitalize()) for c, said in CARD_SAYS.items())


def more(name: str, known: About, answers: Answers) -> Iterator[Question]:
    """Return the questions that add to a card."""
    yield choose_some(
        "more",
        "What else goes on the card?",
        "Added",
        _sections(name),
        required=False,
        extra=True,
    )
    yield from details(name, answers)
    yield from _told(name)
    yield from _step_up(name, known)
    yield Question(
        "home_care",
        f"Who looks after pets, the flat and keys when {name} cannot?",
        "Pets, flat, keys",
        asked=when("home"),
        required=False,
        relevant=lambda given: wanted(given, "home", "home_care"),
    )
    yield Question(
        "statement",
        f"Where is {name}'s advance statement or advance choice document?",
        "Advance statement",
        asked=when("statement"),
        required=False,
        relevant=lambda given: wanted(given, "statement", "statement"),
    )
    latest = known.today + timedelta(days=LATEST_REVIEW_DAYS)
    yield Question(
        "check_by",
        f"By which day is the card checked again? Within {LATEST_REVIEW_DAYS} days.",
        "Check again by",
        lambda raw: parse_day(raw, today=known.today, leaning=Leaning.AHEAD),
        "day",
        default=raw_of(latest),
        required=False,
        extra=True,
        constraint=lambda day, _given: checks.ahead(
            day, known.today, within=LATEST_REVIEW_DAYS
        ),
    )


def _sections(name: str) -> tuple[Choice, ...]:
    return (
        Choice("signs", "Details of a sign"),
        Choice("actions", "Details of what is done"),
        Choice("told", f"How {name} wants to be told"),
        Choice("step_up", f'The step at "{STAGES[STRUGGLING - 1]}"'),
        Choice("home", "Pets and keys"),
        Choice("statement", "An advance statement"),
    )


def _told(name: str) -> Iterator[Question]:
    asked = (
        (f"Who says it first when something is changing for {name}?", "Says it first"),
        (f"How does {name} want to be told?", "Told how"),
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
    agreed = tuple(f"Step {known.step} has: {p.text}." for p in known.pauses)
    more_of_it: dict[str, Any] = {
        "required": False,
        "asked": "when step_change is given",
        "relevant": lambda given: bool(given.get("step_change")),
    }
    yield choose(
        "step_change",
        f"At {title}, what becomes of the step?",
        "The step then",
        CHANGES,
        required=False,
        asked=when("step_up"),
        before=lambda _given: agreed,
        relevant=lambda given: wanted(given, "step_up", *STEP_UP_KEYS),
    )
    choices = known.pause_choices or (Choice("p1", "A pause sign of the step"),)
    yield choose_some(
        "pauses",
        "Which agreed pause signs go on the card?",
        "Pause signs",
        choices,
        **{
            **more_of_it,
            "asked": "when step_change is given and the step has pause signs",
            "relevant": lambda given: bool(given.get("step_change") and known.pauses),
        },
    )
    asked = {
        "extra_contact": (f"What more contact has {name} then?", "Contact then"),
        "called": ("Who is called then?", "Called then"),
        "avoid": ("What is best left alone then?", "Left alone then"),
    }
    for key, (label, short) in asked.items():
        yield Question(key, label, short, words, **more_of_it)
