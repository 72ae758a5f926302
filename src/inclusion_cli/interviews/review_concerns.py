"""What is asked where no step is on and something waits to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import NOT_SURE_WORDS, open_concerns, unsure
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import SHORTEST_REASON
from inclusion_cli.domain.values import at_least
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.question import Form, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile


def waiting(case: Casefile) -> tuple[tuple[str, str], ...]:
    """Return what no decision has looked at: the record's id, and what it tells."""
    told = [
        (entry, f"On {say_day(day)} {what}.")
        for entry, day, what in open_concerns(case)
    ]
    asked = [
        (entry, f"On {say_day(day)} {NOT_SURE_WORDS}.") for entry, day in unsure(case)
    ]
    return (*told, *asked)


def form(case: Casefile) -> Form:
    """Return the same-day review of what waits, where no step is on."""
    return Form(
        name="review",
        title="Same-day review",
        questions=lambda _answers: _questions(case),
        header=f"{case.label}. No step is on. Something waits to be looked at.",
        who=case.label,
        save=f"save for {case.label}",
    )


def _questions(case: Casefile) -> Iterator[Question]:
    lines = tuple(f"  {says}" for _entry, says in waiting(case))
    yield Question(
        "wish",
        f"What does {case.known_as} want to happen? In their own words.",
        f"{case.known_as} wants",
        before=lambda _a: (Heading("No review has looked at this"), *lines),
    )
    yield Question(
        "why",
        "What did you find, and what is done about it?",
        "What is done",
        at_least(SHORTEST_REASON),
    )
    yield Question("agreed_with", "Who looked at it with you?", "Looked at with")
