"""What is asked before a dashboard leaves as a page: who gets it, and what for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.consent_items import DASHBOARD_TELLS as TELLS
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.leaving import NOBODY_NAMED, OR_OUR_TEAM, as_written
from inclusion_cli.interviews.leaving import questions as leaving
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

INSIDE, OUTSIDE = "inside", "outside"
READERS = (
    Choice(INSIDE, say("Somebody who works here, on a need to know")),
    Choice(OUTSIDE, say("Somebody outside: counts under 5 are not shown")),
)


def person_form(case: Casefile, today: date) -> Form:
    """Return what is asked before one person's dashboard leaves."""
    return Form(
        name="dashboard",
        title=say("A dashboard"),
        questions=lambda answers: leaving(
            case,
            today,
            offered=OR_OUR_TEAM,
            worded=lambda: as_written(OR_OUR_TEAM, case, answers, TELLS, on=today),
        ),
        header=say("{label}. A dashboard as a page.", label=case.label),
        who=case.label,
        save=say("write the page for {label}", label=case.label),
    )


def service_form(today: date) -> Form:
    """Return what is asked before the service's dashboard leaves."""
    return Form(
        name="dashboard",
        title=say("A dashboard"),
        questions=lambda _answers: service_questions(today),
        header=say("The service. A dashboard as a page."),
        who=say("the service"),
        save=say("write the page"),
    )


def service_questions(today: date) -> Iterator[Question]:
    """Return the questions of the service's dashboard."""
    yield from leaving(None, today, offered=NOBODY_NAMED)
    yield _reader()


def _reader(**more: Any) -> Question:
    return choose(
        "reader",
        say("Where does the reader work?"),
        say("Reader"),
        READERS,
        grave=True,
        **more,
    )


def every_question(today: date) -> Iterator[Question]:
    """Return the questions of any dashboard, for flags and for `--questions`."""
    yield from leaving(None, today, offered=OR_OUR_TEAM)
    yield _reader(asked=say("when it is about the whole service"))
