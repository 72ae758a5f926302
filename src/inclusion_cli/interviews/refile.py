"""What is asked before a record is moved to the right person's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import Choice, at_least
from inclusion_cli.interviews.amend import LETTERS
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step


def form(
    name: str,
    title: str,
    wrong: Casefile,
    right: Casefile,
    steps: Iterable[Kept[Step]],
) -> Form:
    """Return what is asked to move a record between two people."""
    steps = tuple(sorted(steps, key=lambda step: step.record.number))
    return Form(
        name=name,
        title=say("Move to the right file"),
        questions=lambda _answers: questions(right, steps),
        header=say(
            "{title}. From {wrong}, to {right}.",
            title=title,
            wrong=wrong.label,
            right=right.label,
        ),
        who=say("from {wrong}, to {right}", wrong=wrong.label, right=right.label),
        save=say("move it to {label}", label=right.label),
        intro=(
            say("It leaves the file of {label}.", label=wrong.label),
            say("It is written in the file of {label}.", label=right.label),
        ),
    )


def questions(
    right: Casefile | None, steps: tuple[Kept[Step], ...]
) -> Iterator[Question]:
    """Return the questions of a move."""
    choices = tuple(Choice(str(s.record.number), s.record.title) for s in steps)
    name = right.known_as if right else say("the person")
    yield choose(
        "step",
        say("Which step of {name} is it of?", name=name),
        say("Step"),
        choices or (Choice("1", say("A step")),),
        grave=True,
        relevant=lambda _a: bool(steps) or right is None,
        asked=say("when it belongs to a step"),
    )
    yield Question(
        "reason",
        say("How did it come to the wrong file?"),
        say("Why it moves"),
        at_least(LETTERS),
    )
    code = right.person.record.code if right else ""
    yield Question(
        "confirm",
        say(
            "Type the code {code} of {name} to move it there.",
            code=code,
            name=right.person.record.name,
        )
        if right
        else say("Type the code of the right person to move it there."),
        say("Right code"),
        lambda raw: _same_code(raw, code),
        "code",
        grave=True,
    )


def _same_code(raw: str, code: str) -> str:
    if code and raw.strip().upper() != code:
        raise ValueError(say("must be {code}, the code of the right person", code=code))
    return raw.strip().upper()
