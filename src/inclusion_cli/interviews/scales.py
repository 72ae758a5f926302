"""Questions for what somebody rates or tells of a body: how sure, how long asleep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.sleep import slept
from inclusion_cli.domain.thought import SURE
from inclusion_cli.domain.values import YES_NO, whole
from inclusion_cli.interviews.question import Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.interviews.question import Answers

A_DASH = say("A dash if it was not asked.")


def how_sure(key: str, label: str, short: str, **more: Any) -> Question:
    """Return a question how sure somebody is, 0 to 100."""
    usual: dict[str, Any] = {"required": False, "explicit": True}
    return Question(
        key,
        label,
        short,
        whole(0, SURE),
        "number",
        hint=say("0 is not at all, 100 is quite sure. {a_dash}", a_dash=A_DASH),
        **usual | more,
    )


def last_night(name: str, **more: Any) -> Question:
    """Return the question how long somebody slept last night."""
    return Question(
        "minutes_slept",
        say("How long did {name} sleep last night?", name=name),
        say("Sleep"),
        slept,
        "hours",
        hint=say("For example: 6, 6:30, 4 hours. {a_dash}", a_dash=A_DASH),
        explicit=True,
        **more,
    )


def limit_kept(key: str, relevant: Callable[[Answers], bool]) -> Question:
    """Return the question whether drink or drugs were within what was agreed."""
    return choose(
        key,
        say("Was it within what was agreed?"),
        say("Limit kept"),
        YES_NO,
        relevant=relevant,
        asked=say("when something was used"),
        required=False,
        explicit=True,
        hint=say("A dash if nothing was agreed."),
    )
