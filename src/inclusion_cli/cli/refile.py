"""`inclusion refile`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli.casework import refile as acts
from inclusion_cli.casework.amend import GoneAlready
from inclusion_cli.cli.options import Person, command
from inclusion_cli.cli.trails import Id, person_case, standing_of, traced
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.told import kind_words
from inclusion_cli.domain.values import Choice, at_least
from inclusion_cli.errors import AnswersWrong
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import Question, choose

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

app = single("refile")
SHORTEST_REASON = 3


@command(app)
def refile(
    desk: Desk,
    record: Id,
    person: Person = None,
    *,
    step: Annotated[
        str | None,
        typer.Option("--step", metavar="NUMBER", help="The right person's step."),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", help="How it came about.")
    ] = None,
    confirm: Annotated[
        str | None,
        typer.Option("--confirm", metavar="CODE", help="The right person's code."),
    ] = None,
) -> Any:
    """Move a record to the right person's file, when it was written in another's.

    Where it was, it no longer counts; that it was moved stays in the history of both.
    To take the move back: inclusion undo

    Example: inclusion refile 4f09a1c2 BT-003
    """
    from inclusion_cli.store.trails import naming

    trace = traced(desk, record)
    wrong, kept = person_case(desk, trace), standing_of(desk, trace)
    if kept is None:
        raise GoneAlready(kind_words(trace.kind), trace.record)
    right = desk.person(person)
    acts.refuse_unmovable(kept, wrong, right)
    about = _Asked(desk, right, isinstance(kept.record, acts.OF_A_STEP))
    given = about.given(
        {"step": step, "reason": reason, "confirm": confirm},
        f"{kind_words(trace.kind)}, from {wrong.label} to {right.label}.",
    )
    steps = {str(one.record.number): one.id for one in right.steps}
    with desk.writing() as work:
        return acts.refile(
            work,
            kept,
            wrong,
            right,
            step=steps.get(given.get("step", ""), ""),
            reason=given["reason"],
            carried=len(naming(desk.reading, trace.file, trace.record)),
        )


class _Asked:
    """What is asked before a record is moved; a script gives it with options."""

    def __init__(self, desk: Desk, right: Casefile, of_a_step: bool) -> None:
        self.desk, self.code = desk, right.person.record.code
        choices = tuple(
            Choice(str(one.record.number), one.record.title) for one in right.steps
        )
        step = choose("step", "Which step was it about?", "Step", choices, grave=True)
        self.questions = (
            *((step,) if of_a_step else ()),
            Question(
                "reason", "How did it come about?", "Reason", at_least(SHORTEST_REASON)
            ),
            Question(
                "confirm",
                f"To move it to {right.label}, type the code {self.code}.",
                "Code",
                self._same,
                "code",
                grave=True,
            ),
        )

    def _same(self, typed: str) -> str:
        if typed.strip().casefold() != self.code.casefold():
            raise ValueError(f"must be {self.code}")
        return self.code

    def given(self, told: dict[str, str | None], about: str) -> dict[str, str]:
        """Return every answer. Raises AnswersWrong without a terminal."""
        problems: dict[str, str] = {}
        found: dict[str, str] = {}
        for question in self.questions:
            raw = told[question.key]
            if raw is None and self.desk.asker is not None:
                found[question.key] = ask_one(question, self.desk.asker, about)
                about = ""
                continue
            try:
                found[question.key] = question.read(raw or "", {})
            except ValueError as wrong:
                said = str(wrong) if raw else f"{question.short}: add {question.flag}"
                problems[question.key] = said
        if problems:
            raise AnswersWrong(problems)
        return found
