"""Phrases worth a look before saving: shown on the check page, never in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.interviews.question import Answers, Question

Look = Callable[[str], tuple[str, ...]]
"""What returns, for a text, each phrase worth a look and what to ask of it."""
MOST = 3
"""More than that is not read at the end of a shift."""
LEAD = say("Worth a look before you save:")


def nothing_to_see(_text: str) -> tuple[str, ...]:
    """Return no phrase: for scripts, where nobody is there to look."""
    return ()


def looks_at(
    asked: Iterable[Question], answers: Answers, look: Look
) -> tuple[tuple[int, str], ...]:
    """Return what is worth a look, with the number of its line; the first few."""
    found = [
        (number, said)
        for number, question in enumerate(asked, start=1)
        if _is_free(question) and isinstance(answers.get(question.key), str)
        for said in look(answers[question.key])
    ]
    return tuple(found[:MOST])


def _is_free(question: Question) -> bool:
    return question.kind == "text" and not question.own
