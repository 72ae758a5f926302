"""What is asked before a record is moved to the right person's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import Choice, at_least
from inclusion_cli.interviews.amend import LETTERS
from inclusion_cli.interviews.question import Form, Question, choose

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
        title="Move to the right file",
        questions=lambda _answers: questions(right, steps),
        header=f"{title}. From {wrong.label}, to {right.label}.",
        who=f"from {wrong.label}, to {right.label}",
        save=f"move it to {right.label}",
        intro=(
            f"It leaves the file of {wrong.label}.",
            f"It is written in the file of {right.label}.",
        ),
    )


def questions(
    right: Casefile | None, steps: tuple[Kept[Step], ...]
) -> Iterator[Question]:
    """Return the questions of a move."""
    choices = tuple(Choice(str(s.record.number), s.record.title) for s in steps)
    name = right.known_as if right else "the person"
    yield choose(
        "step",
        f"Which step of {name} is it of?",
        "Step",
        choices or (Choice("1", "A step"),),
        grave=True,
        relevant=lambda _a: bool(steps) or right is None,
        asked="when it belongs to a step",
    )
    yield Question(
        "reason",
        "How did it come to the wrong file?",
        "Why it moves",
        at_least(LETTERS),
    )
    code = right.person.record.code if right else ""
    yield Question(
        "confirm",
        f"Type the code {code} of {right.person.record.name} to move it there."
        if right
        else "Type the code of the right person to move it there.",
        "Right code",
        lambda raw: _same_code(raw, code),
        "code",
        grave=True,
    )


def _same_code(raw: str, code: str) -> str:
    if code and raw.strip().upper() != code:
        raise ValueError(f"must be {code}, the code of the right person")
    return raw.strip().upper()
