"""What is asked before a safeguarding case review is put on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import leaving
from inclusion_cli.interviews.question import Answers, Form, Question, choose
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

LONGEST = 60


def form(case: Casefile, today: date) -> Form:
    """Return what is asked before a case review of a person is printed."""
    return Form(
        name="pack_safeguarding",
        title=say("Safeguarding review"),
        questions=lambda answers: questions(case, today, answers),
        header=say("{label}. The paper for a safeguarding review.", label=case.label),
        who=case.label,
        save=say("make the paper for {label}", label=case.label),
    )


def questions(
    case: Casefile | None, today: date, answers: Answers | None = None
) -> Iterator[Question]:
    """Return the questions of a case review on paper."""
    concerns = case.safety.concerns if case else ()
    choices = tuple(
        Choice(
            short_id(kept.id),
            f"{say_day(kept.on)}: {one_line(kept.record.seen)[:LONGEST]}",
        )
        for kept in concerns
    )
    yield choose(
        "concern",
        say("Which concern is it about?"),
        say("Concern"),
        choices or (Choice("concern-id", say("A concern")),),
        grave=True,
    )
    yield from leaving.questions(
        case,
        today,
        offered=leaving.OR_OUR_TEAM,
        worded=lambda: leaving.as_written(
            leaving.OR_OUR_TEAM,
            case,
            {} if answers is None else answers,
            (RECORD,),
            on=today,
        ),
    )
