"""What is asked of somebody who has read the formulation: who, and whether they did."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import YES, YES_NO, Choice, a_name
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Form, Question, choose, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

ME, COLLEAGUE = "me", "colleague"


def form(case: Casefile, today: date, worker: str) -> Form:
    """Return what is asked of a reader of one formulation."""
    kept = case.formulation
    version = kept.record.version if kept else 0
    return Form(
        name="read_tick",
        title=say("Read and understood"),
        questions=lambda _answers: questions(
            today, worker, case.person.record.code, kept.on if kept else None
        ),
        header=say(
            "{label}. The formulation, version {version}: who has read it?",
            label=case.label,
            version=version,
        ),
        who=case.label,
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any reader, for flags and for `--questions`."""
    return questions(date(2000, 1, 1), say("the worker"), "CODE", None)


def questions(
    today: date, worker: str, code: str, written: date | None
) -> Iterator[Question]:
    """Return the questions of a reader."""
    yield choose(
        "reader",
        say("Who has read it?"),
        say("Reader"),
        (
            Choice(ME, say("You, {worker}", worker=worker)),
            Choice(COLLEAGUE, say("A colleague")),
        ),
        grave=True,
    )
    yield Question(
        "name",
        say("What is their name?"),
        say("Their name"),
        a_name,
        relevant=lambda a: a.get("reader") == COLLEAGUE,
        asked=say("when it is a colleague"),
    )
    yield choose(
        "understood",
        say("Read to the end, and understood?"),
        say("Read and understood"),
        YES_NO,
        grave=True,
        constraint=lambda answer, _a: _read_first(answer, code),
    )
    yield day_been(
        "on",
        say("On which day?"),
        say("Read on"),
        today,
        default=raw_of(today),
        constraint=lambda day, _a: _since_written(day, today, written),
    )


def _read_first(answer: str, code: str) -> None:
    if answer != YES:
        raise ValueError(
            say(
                "A tick is for what was read and understood. Read it first, and ask "
                "about what is not clear: inclusion formulate show {code}",
                code=code,
            )
        )


def _since_written(day: date, today: date, written: date | None) -> None:
    checks.not_ahead(day, today)
    checks.not_before(day, written, say("this version"))
