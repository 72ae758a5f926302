"""What a person may choose to say about themselves; each can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.characteristics import AskedAbout, said_by
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile

NOT_SAID = "0"


def form(case: Casefile, asked: tuple[AskedAbout, ...]) -> Form:
    """Return what is asked, with what the person said before."""
    said = said_by(case)
    known = {one.what: one.answer for one in said.said} if said else {}
    there = {one.key: {c.key for c in one.choices} for one in asked}
    return Form(
        name="characteristics",
        title=say("About themselves"),
        questions=lambda _answers: questions(asked),
        header=say(
            "{label}. What {name} chooses to say.", label=case.label, name=case.known_as
        ),
        who=case.label,
        intro=(
            say("Each one can be left out, and then nothing is kept of it."),
            say("It is counted over 10 people or more, and never about one."),
        ),
        known={k: v for k, v in known.items() if v in there.get(k, ())},
    )


def questions(asked: Iterable[AskedAbout]) -> Iterator[Question]:
    """Return one question for each thing that may be said."""
    for one in asked:
        none = Choice(NOT_SAID, say("Rather not say"))
        yield choose(
            one.key,
            say("{label}?", label=one.label),
            one.label,
            (*one.choices, none),
            required=False,
        )
