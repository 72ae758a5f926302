"""The question for what somebody said, in their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.money import no_secrets
from inclusion_cli.interviews.question import Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from typing import Any


def what_they_said(name: str, **more: Any) -> Question:
    """Return the question what somebody said; it can be left out."""
    return Question(
        "words",
        say("What did {name} say?", name=name),
        say("{name}'s words", name=name),
        no_secrets,
        own=True,
        required=False,
        **more,
    )
