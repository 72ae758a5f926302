"""What telling somebody about a person has to answer, whoever tells it, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.values import a_name
from inclusion_cli.interviews.question import Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Answers

WITHOUT_ASKED = say("when rests is without_consent")


def without_consent(answers: Answers) -> bool:
    """Say whether it is told without consent."""
    return bool(answers.get("rests") == Rests.WITHOUT_CONSENT.value)


def harm_feared(**more: Any) -> Question:
    """Return the question what harm is feared."""
    return Question(
        "harm",
        say("What harm do you fear?"),
        say("Harm feared"),
        hint=say("What could happen, to whom, and how soon."),
        **more,
    )


def who_decided(**more: Any) -> Question:
    """Return the question who decided to tell."""
    return Question(
        "decided_by",
        say("Who decided to tell? Name and role."),
        say("Who decided"),
        a_name,
        own=True,
        hint=say("A manager, unless it could not wait."),
        **more,
    )
