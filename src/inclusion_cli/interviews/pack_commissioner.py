"""What is asked before a commissioner's pack leaves: who gets it, and what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.interviews.leaving import questions as leaving
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def form(today: date) -> Form:
    """Return the form of a pack: it is about nobody by name."""
    return Form(
        name="pack_commissioner",
        title=say("A commissioner pack"),
        questions=lambda _answers: every_question(today),
        header=say("The service. A pack for commissioners."),
        who=say("the service"),
        save=say("make the pack"),
    )


def every_question(today: date) -> Iterator[Question]:
    """Return the questions of a pack."""
    return leaving(None, today, about_a_person=False)
