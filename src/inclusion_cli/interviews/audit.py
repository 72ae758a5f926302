"""What is asked about an audit: to keep it, what was seen in a file, what is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditFinding
from inclusion_cli.domain.audit_month import last_month, read_month, say_month
from inclusion_cli.interviews.action import Doing
from inclusion_cli.interviews.action import add_questions as action_questions
from inclusion_cli.interviews.days import day_lately
from inclusion_cli.interviews.leaving import NOBODY_NAMED
from inclusion_cli.interviews.leaving import questions as leaving_questions
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

EARLY = date(2000, 1, 1)
SERVICE = say("the service")


def month_question(today: date) -> Question:
    """Return which month it is about, in words; the one that has ended is offered."""
    return Question(
        "month",
        say("Which month?"),
        say("Month"),
        lambda raw: say_month(read_month(raw, today)),
        hint=say("For example: october, 2026-10, this, last."),
        default=say_month(last_month(today)),
        own=True,
    )


# --- keeping ------------------------------------------------------------------------


def keep_form(today: date) -> Form:
    """Return what is asked before an audit is kept."""
    return Form(
        name="audit_keep",
        title=say("Keeping the audit"),
        questions=lambda _answers: keep_questions(today),
        header=say("The monthly audit. It is run now and kept as it is."),
        who=SERVICE,
    )


def keep_questions(today: date) -> Iterator[Question]:
    """Return the questions before an audit is kept."""
    yield month_question(today)
    yield Question(
        "note",
        say("What do you make of it, all in all? Name nobody."),
        say("What you make of it"),
        required=False,
    )


# --- on paper -----------------------------------------------------------------------


def print_form(today: date) -> Form:
    """Return what is asked before an audit is put on paper."""
    return Form(
        name="audit_print",
        title=say("The audit on paper"),
        questions=lambda _answers: print_questions(today),
        header=say("The monthly audit on paper. It has codes in it, and no names."),
        who=SERVICE,
    )


def print_questions(today: date) -> Iterator[Question]:
    """Return the questions before an audit is put on paper."""
    yield month_question(today)
    yield from leaving_questions(None, today, offered=NOBODY_NAMED)


# --- the sample ---------------------------------------------------------------------


def read_form(case: Casefile, month: str, today: date) -> Form:
    """Return what is asked about a file of the sample that was read."""
    return Form(
        name="audit_read",
        title=say("A file of the sample"),
        questions=lambda _answers: read_questions(today),
        header=say(
            "{label}. Read the whole file, then say what you saw. Audit of {month}.",
            label=case.label,
            month=say_month(month),
        ),
        who=case.label,
    )


def read_questions(today: date) -> Iterator[Question]:
    """Return the questions about a file that was read."""
    yield Question(
        "saw",
        say("What did you see that no rule can see? Name nobody."),
        say("What you saw"),
    )
    yield Question(
        "good",
        say("What is done well there, and could be done elsewhere?"),
        say("Done well"),
        required=False,
    )
    yield day_lately("on", say("On which day did you read it?"), say("Read on"), today)


# --- acting on a finding ------------------------------------------------------------


@dataclass(frozen=True)
class Acting:
    """The finding an action is about, whose it is, and who works here."""

    today: date
    worker: str = ""
    who: str = SERVICE
    finding: AuditFinding | None = None


def act_form(it: Acting) -> Form:
    """Return what is asked about an action on a finding."""
    says = it.finding.says if it.finding else ""
    return Form(
        name="audit_act",
        title=say("Acting on a finding"),
        questions=lambda _answers: act_questions(it),
        header=f"{it.who}. {says}",
        who=it.who,
    )


def act_questions(it: Acting) -> Iterator[Question]:
    """Return the questions of an action on a finding: its cause first."""
    yield Question(
        "cause",
        say("What lies behind it? The cause, not the person."),
        say("What lies behind it"),
    )
    doing = Doing(it.today, worker=it.worker)
    asked = {question.key: question for question in action_questions(doing, {})}
    yield from (asked[key] for key in ("what", "owner", "due"))
