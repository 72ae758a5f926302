"""What is asked to close something that was looked into: why, and all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import NO, YES_NO
from inclusion_cli.interviews.question import Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.values import Parse
    from inclusion_cli.interviews.question import Answers


def why_closed(parse: Parse) -> Question:
    """Return the question why it can be closed."""
    return Question(
        "because", say("Why can it be closed?"), say("Closed because"), parse
    )


def all_the_same(left: tuple[str, ...], *, anybody: bool, asked: str) -> Question:
    """Return the question to close it with something `left` to do, which is said."""
    return choose(
        "anyway",
        say("Close it all the same?"),
        say("Closed all the same"),
        YES_NO,
        grave=True,
        relevant=lambda _a: bool(left) or anybody,
        asked=asked,
        before=lambda _a: left,
        constraint=_or_leave,
    )


def _or_leave(said: str, _answers: Answers) -> None:
    if said == NO:
        raise ValueError(say("Type Yes to close it. To leave it open, press Ctrl+D"))
