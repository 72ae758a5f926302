"""What is asked before the thread of a person is put on paper: who gets it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.interviews import leaving
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

EARLY = date(2000, 1, 1)
WITH_PAPER = say("with --paper")


def form(case: Casefile, today: date, *, anonymous: bool) -> Form:
    """Return what is asked; of a thread without names not what it rests on."""
    return Form(
        name="trace",
        title=say("The thread on paper"),
        questions=lambda answers: leaving.questions(
            case,
            today,
            offered=leaving.NOBODY_NAMED if anonymous else leaving.OR_OUR_TEAM,
            worded=lambda: leaving.as_written(
                leaving.OR_OUR_TEAM, case, answers, (RECORD,), on=today
            ),
        ),
        header=say("{label}. The thread on paper.", label=case.label),
        who=case.label,
        save=say("make the paper for {label}", label=case.label),
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any thread on paper, for flags and `--questions`."""
    yield from leaving.questions(
        None, EARLY, asked=WITH_PAPER, offered=leaving.OR_OUR_TEAM
    )
