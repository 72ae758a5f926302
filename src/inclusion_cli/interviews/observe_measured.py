"""What is asked of sleep, drink or drugs, and craving, where it is observed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.harm_reduction import STOPPING_KILLS
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.sleep import slept
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.debrief_choices import named
from inclusion_cli.interviews.question import Answers, Question, choose, rate
from inclusion_cli.interviews.scales import limit_kept
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STOPPED = "stopped"
USED = (Choice("used", say("Used")), Choice(STOPPED, say("Stopped all at once")))


def is_about(*kinds: Seen) -> Callable[[Answers], bool]:
    """Return what says whether an observation is of one of these kinds."""
    values = {kind.value for kind in kinds}
    return lambda answers: answers.get("seen") in values


def measured(name: str, answers: Answers) -> Iterator[Question]:
    """Return what is asked of sleep, of drink or drugs, and of craving."""
    yield Question(
        "slept",
        say("How long did {name} sleep?", name=name),
        say("Sleep"),
        slept,
        "hours",
        hint=say("For example: 6, 6:30, 4 hours."),
        relevant=is_about(Seen.SLEEP),
        asked=say("when it is about sleep"),
    )
    yield from _used(name, answers)
    yield rate(
        "craving",
        say("{name}'s own craving, 0 to 10", name=name),
        say("Craving"),
        relevant=is_about(Seen.CRAVING, Seen.SUBSTANCE_USE),
        asked=say("when it is about craving, or drink or drugs"),
        hint=say("0 is none, 10 the most there can be."),
        required=answers.get("seen") == Seen.CRAVING.value,
    )


def _used(name: str, answers: Answers) -> Iterator[Question]:
    use = is_about(Seen.SUBSTANCE_USE)
    yield choose(
        "used",
        say("Used, or stopped?"),
        say("Use"),
        USED,
        relevant=use,
        asked=say("when it is about drink or drugs"),
        grave=True,
    )
    stopped = answers.get("used") == STOPPED
    yield Question(
        "what",
        say("What was it, and how much?"),
        say("Drink or drug used"),
        no_secrets,
        relevant=use,
        asked=say("when it is about drink or drugs"),
        before=lambda _a: named(STOPPING_KILLS, name) if stopped else (),
    )
    yield limit_kept("within", lambda a: use(a) and a.get("used") == "used")
