"""What is asked of drink and drugs, and what goes with them: craving, sleep, medicine.

It goes deeper only where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.harm_reduction import STOPPING_KILLS
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.interviews.debrief_choices import (
    NO_ADVICE,
    USED,
    named,
)
from inclusion_cli.interviews.question import Answers, Question, choose, rate
from inclusion_cli.interviews.scales import A_DASH, last_night, limit_kept
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.debrief_about import About

_ASKED = say("when drink or drugs were told of, or what was agreed reads it")


def substances(it: About, answers: Answers) -> Iterator[Question]:
    """Return drink and drugs, craving, sleep, medicines; asked where the step needs."""
    yield from _drink_or_drugs(it, answers)
    yield from _after_it(it, answers)
    yield Question(
        "medicine",
        say("What does {name} say about their medicines?", name=it.name),
        say("A worry about medicines"),
        no_secrets,
        asked=say("when you add more"),
        required=False,
        extra=True,
        before=lambda _a: named(NO_ADVICE, it.name),
    )


def _drink_or_drugs(it: About, answers: Answers) -> Iterator[Question]:
    yield choose(
        "used",
        say("Any drink or drugs since last time?"),
        say("Drink or drugs"),
        USED,
        asked=say("when the step is about drink or drugs; else when you add more"),
        required=False,
        explicit=True,
        extra=not it.substances,
    )
    stopped = answers.get("used") == "stopped"
    yield Question(
        "used_what",
        say("What was stopped?") if stopped else say("What was it?"),
        say("Drink or drug used"),
        no_secrets,
        relevant=_used,
        asked=say("when something was used or stopped"),
        before=lambda _a: named(STOPPING_KILLS, it.name) if stopped else (),
    )
    yield Question(
        "used_amount",
        say("How much, as it was told?"),
        say("Amount used"),
        no_secrets,
        relevant=lambda a: a.get("used") == "yes",
        asked=say("when something was used"),
        required=False,
    )
    yield limit_kept("used_within", lambda a: a.get("used") == "yes")


def _after_it(it: About, answers: Answers) -> Iterator[Question]:
    """Return craving and sleep, where something was used or what was agreed asks."""
    used = _used(answers)
    yield rate(
        "craving",
        say("{name}'s own craving, 0 to 10", name=it.name),
        say("Craving"),
        asked=_ASKED,
        hint=say("0 is none, 10 the most there can be. {a_dash}", a_dash=A_DASH),
        required=False,
        extra=not used and "craving" not in it.needed,
    )
    yield last_night(
        it.name,
        asked=_ASKED,
        required=False,
        extra=not used and "minutes_slept" not in it.needed,
    )


def _used(answers: Answers) -> bool:
    return answers.get("used") in ("stopped", "yes")
