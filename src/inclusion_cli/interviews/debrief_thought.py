"""The short thought record: what was seen before what it may mean.

"Could it be real?" is answered before a thinking pattern can be named, and where it
could be, it is followed up as a thing that happened. Practice reference 4.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.thought import PATTERNS
from inclusion_cli.interviews.debrief_choices import REAL
from inclusion_cli.interviews.debrief_parts import DISTRESS
from inclusion_cli.interviews.question import Answers, Question, choose, rate
from inclusion_cli.interviews.scales import A_DASH, how_sure
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.debrief_about import About

NEEDS = say(
    "when it became too much, what was feared came true or "
    "partly, or a sign of fear was seen; else when you add "
    "more"
)
_MAY_NAME = ("partly", "no", "not_sure")
"""Answers to "could it be real?" after which a habit of mind can be named."""
SEEN_FIRST = say("when what was seen is told")


def may_be_real(answers: Answers) -> bool:
    """Say whether what went through the mind could be real, or partly."""
    return answers.get("thought_real") in ("yes", "partly")


def is_needed(it: About, answers: Answers) -> bool:
    """Say whether a thought record is asked for without being added."""
    return (
        answers.get("why_early") == DISTRESS
        or answers.get("feared") in ("partly", "yes")
        or bool(it.fearful & set(answers.get("signs") or ()))
    )


def thought(it: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of a thought record, in the order of the practice."""
    yield Question(
        "thought_seen",
        say("What was seen or heard, before what it may mean?"),
        say("Thought: seen or heard"),
        no_secrets,
        asked=NEEDS,
        required=False,
        extra=not is_needed(it, answers),
        skips=say("Enter skips the thought record."),
    )
    told: dict[str, Any] = {
        "relevant": lambda a: bool(a.get("thought_seen")),
        "asked": SEEN_FIRST,
        "required": False,
        "explicit": True,
    }
    yield Question(
        "thought_mind",
        say("What went through {name}'s mind?", name=it.name),
        say("Thought: in the mind"),
        no_secrets,
        own=True,
        **told,
    )
    yield how_sure(
        "thought_belief",
        say("How sure was that, 0 to 100?"),
        say("Thought: sureness"),
        relevant=lambda a: bool(a.get("thought_mind")),
        asked=say("when what went through the mind is told"),
    )
    yield choose(
        "thought_real",
        say("Could it be real?"),
        say("Thought: real or not"),
        REAL,
        grave=True,
        **told,
    )
    yield from _both_sides(it, answers)
    yield from _another_way(it, answers)


_AFTER_REAL: dict[str, Any] = {
    "relevant": lambda a: bool(a.get("thought_real")),
    "asked": say('after "could it be real?"'),
    "required": False,
}
"""What may be asked only once "could it be real?" is answered."""


def _both_sides(it: About, answers: Answers) -> Iterator[Question]:
    real = answers.get("thought_real")
    yield Question(
        "thought_for",
        say("What speaks for it?"),
        say("Thought: speaks for it"),
        no_secrets,
        extra=real != "not_sure",
        **_AFTER_REAL,
    )
    yield Question(
        "thought_against",
        say("What speaks against it?"),
        say("Thought: against it"),
        no_secrets,
        extra=real not in ("no", "not_sure"),
        **_AFTER_REAL,
    )
    yield Question(
        "thought_other",
        say("Is there another way to see it, in {name}'s words?", name=it.name),
        say("Thought: another way"),
        no_secrets,
        own=True,
        extra=real == "yes",
        **_AFTER_REAL,
    )


def _another_way(it: About, answers: Answers) -> Iterator[Question]:
    """Return the habit of mind, how sure the other way is, and the feeling."""
    yield choose(
        "thought_pattern",
        say("Does {name} know this habit of mind?", name=it.name),
        say("Thought: habit of mind"),
        PATTERNS,
        relevant=lambda a: a.get("thought_real") in _MAY_NAME,
        asked=say('when "could it be real?" was answered, and not with yes'),
        required=False,
        extra=answers.get("thought_real") != "no",
    )
    yield how_sure(
        "thought_other_belief",
        say("How sure of the other way, 0 to 100?"),
        say("Thought: sureness of it"),
        relevant=lambda a: bool(a.get("thought_other")),
        asked=say("when there is another way to see it"),
        extra=True,
    )
    yield rate(
        "thought_feeling",
        say("How strong was the feeling, 0 to 10?"),
        say("Thought: feeling"),
        hint=A_DASH,
        extra=True,
        **_AFTER_REAL,
    )
