"""What is asked where no step is on and something waits to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import SHORTEST_REASON
from inclusion_cli.domain.left_owed import alarms_left
from inclusion_cli.domain.unanswered import NOT_SURE_WORDS, unanswered, unsure
from inclusion_cli.domain.values import at_least
from inclusion_cli.errors import FileClosed
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile


def looks(case: Casefile, *, now: datetime) -> bool:
    """Say whether a review only looks at what waits: no step is on, or they left.

    Raises FileClosed where somebody left and nothing waits.
    """
    waits = bool(waiting(case, now=now))
    if case.closed_on and not waits:
        raise FileClosed(case.person)
    return waits and bool(case.closed_on or case.current() is None)


def waiting(case: Casefile, *, now: datetime) -> tuple[tuple[str, str], ...]:
    """Return what no decision has looked at: the record's id, and what it tells.

    Of somebody who left, that is what still rings.
    """
    if case.closed_on:
        left = alarms_left(case, now=now)
        return tuple((a.records[0], a.says) for a in left if a.mend[0] == "review")
    told = [
        (entry, say("On {day} {what}.", day=say_day(day), what=what))
        for entry, day, what in unanswered(case)
    ]
    asked = [
        (
            entry,
            say(
                "On {day} {not_sure_words}.",
                day=say_day(day),
                not_sure_words=NOT_SURE_WORDS,
            ),
        )
        for entry, day in unsure(case)
    ]
    return (*told, *asked)


def form(case: Casefile, *, now: datetime) -> Form:
    """Return the same-day review of what waits, where no step is on."""
    closed = say("{label}. The file is closed. Something waits to be looked at.")
    no_step = say("{label}. No step is on. Something waits to be looked at.")
    return Form(
        name="review",
        title=say("Same-day review"),
        questions=lambda _answers: _questions(case, now),
        header=(closed if case.closed_on else no_step).format(label=case.label),
        who=case.label,
    )


def _questions(case: Casefile, now: datetime) -> Iterator[Question]:
    lines = tuple(f"  {says}" for _entry, says in waiting(case, now=now))
    nobody = say("Where nobody can ask any more, say so.")
    yield Question(
        "wish",
        say(
            "What does {known_as} want to happen? In their own words.",
            known_as=case.known_as,
        ),
        say("{known_as} wants", known_as=case.known_as),
        hint=nobody if case.closed_on else "",
        before=lambda _a: (Heading(say("No review has looked at this")), *lines),
    )
    yield Question(
        "why",
        say("What did you find, and what is done about it?"),
        say("What is done"),
        at_least(SHORTEST_REASON),
    )
    yield Question(
        "agreed_with", say("Who looked at it with you?"), say("Looked at with")
    )
