"""Who helped to write a formulation, what it rests on, and who sees it differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import ENOUGH, Question, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def contributor(today: date, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of one who helped to write it."""
    another = say("Who") if number == 1 else say("Who else")
    yield Question(
        f"{prefix}name",
        say("{another} helped to write this?", another=another),
        say("Helped {number}", number=number),
        required=False,
        skips=ENOUGH,
    )
    yield Question(
        f"{prefix}role", say("As what?"), say("As"), hint=say("Her sister. Her nurse.")
    )
    yield _past_day(
        f"{prefix}on", say("When did you ask them?"), say("Asked on"), today
    )


def source(today: date, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of one thing it rests on."""
    another = say("What") if number == 1 else say("What else")
    yield Question(
        f"{prefix}what",
        say(
            "{another} does it rest on? A letter, a report, a person.", another=another
        ),
        say("Rests on {number}", number=number),
        required=False,
        skips=ENOUGH,
    )
    yield _past_day(f"{prefix}on", say("Of which day is it?"), say("Of"), today)


def _past_day(key: str, label: str, short: str, today: date) -> Question:
    return day_been(key, label, short, today, default=raw_of(today))


def disagreement(prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of one who sees it differently."""
    another = say("Who sees it differently?") if number == 1 else say("Who else?")
    yield Question(
        f"{prefix}who",
        another,
        say("Sees it differently {number}", number=number),
        required=False,
        skips=ENOUGH if number > 1 else say("Enter if nobody does."),
    )
    yield Question(f"{prefix}view", say("What is their view?"), say("Their view"))
    yield Question(
        f"{prefix}met",
        say("What did you do about the difference?"),
        say("How it was met"),
    )
