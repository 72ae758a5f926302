"""Keeping what a person says about a pack or a decision: their right of reply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.reply import Reply, what_for
from inclusion_cli.domain.saved import Saved
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.work import Work


def reply_from(case: Casefile, answers: Mapping[str, Any]) -> Reply:
    """Return the reply the answers stand for."""
    about = what_for(case)[answers["about"]]
    return Reply(
        on=answers["on"],
        words=answers["words"],
        about=about.words if about.record else "",
        about_id=about.record,
        change=answers.get("change") or "",
    )


def record_reply(work: Work, case: Casefile, reply: Reply) -> Saved:
    """Write a reply beside what it is about; an earlier one stays as it is."""
    kept = work.add(reply, file=case.person.file)
    work.clear_draft(case.person.file, "reply")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: what {known_as} says.",
            label=case.label,
            known_as=case.known_as,
        ),
        code=code,
        kind="reply",
        id=kept.id,
        record=reply,
        follows=(
            say("It stands in the next review pack. Nothing is written over it."),
        ),
        next=("person", "show", code),
    )
