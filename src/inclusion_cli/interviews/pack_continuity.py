"""What is asked before the continuity pack is made: for whom, and where things are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.continuity import where_it_is
from inclusion_cli.domain.values import a_name
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

WHERE = (
    ("recovery_where", say("Recovery code")),
    ("backup_where", say("Backup")),
)
"""Answers that are printed as they are told, under these labels."""


def form(who: str) -> Form:
    """Return what is asked before a continuity pack about `who` is made."""
    return Form(
        name="pack_continuity",
        title=say("Continuity"),
        questions=lambda _answers: questions(),
        header=say("If this laptop is lost tonight: {who}.", who=who),
        who=who,
        save=say("make the paper about {who}", who=who),
    )


def questions() -> Iterator[Question]:
    """Return the questions of a continuity pack."""
    yield Question(
        "recipient",
        say("Which colleague is it for? Their name."),
        say("For whom"),
        a_name,
        own=True,
    )
    yield Question("recipient_role", say("What are they here?"), say("What they are"))
    yield Question(
        "recovery_where",
        say("Where is the recovery code? Where, never the code itself."),
        say("Recovery code is"),
        where_it_is,
        hint=say("For example: in the manager's safe, in a sealed envelope."),
        own=True,
    )
    yield Question(
        "backup_where",
        say("Where is the backup? If there is none, say so."),
        say("Backup is"),
        where_it_is,
        own=True,
    )
