"""The short thought record: what was seen before what it may mean.

"Could it be real?" is answered before a thinking pattern can be named, and where it
could be, it is followed up as a thing that happened. Practice reference 4.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.thought import PATTERNS, SURE
from inclusion_cli.domain.values import whole
from inclusion_cli.interviews.debrief_choices import REAL
from inclusion_cli.interviews.debrief_parts import A_DASH, DISTRESS
from inclusion_cli.interviews.question import Answers, Question, choose, rate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.debrief_about import About

NEEDS = (
    "when it became too much, what was feared came true or partly, or a sign of fear "
    "was seen; else when you add more"
)
SEEN_FIRST = "when what was seen is told"


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
        "What was seen or heard, before what it may mean?",
        "Thought: seen or heard",
        no_secrets,
        asked=NEEDS,
        required=False,
        extra=not is_needed(it, answers),
        skips="Enter skips the thought record.",
    )
    told: dict[str, Any] = {
        "relevant": lambda a: bool(a.get("thought_seen")),
        "asked": SEEN_FIRST,
    }
    yield Question(
        "thought_mind",
        f"What went through {it.name}'s mind?",
        "Thought: in the mind",
        no_secrets,
        own=True,
        **told,
    )
    yield _sure(
        "thought_belief", "How sure was that, 0 to 100?", "Thought: sureness", **told
    )
    yield choose(
        "thought_real",
        "Could it be real?",
        "Thought: real or not",
        REAL,
        grave=True,
        **told,
    )
    yield from _after_real(it, answers)


def _after_real(it: About, answers: Answers) -> Iterator[Question]:
    """Return what may be asked only once "could it be real?" is answered."""
    real = answers.get("thought_real")
    told: dict[str, Any] = {
        "relevant": lambda a: bool(a.get("thought_real")),
        "asked": 'after "could it be real?"',
        "required": False,
    }
    yield Question(
        "thought_for",
        "What speaks for it?",
        "Thought: speaks for it",
        no_secrets,
        extra=real != "not_sure",
        **told,
    )
    yield Question(
        "thought_against",
        "What speaks against it?",
        "Thought: against it",
        no_secrets,
        extra=real not in ("no", "not_sure"),
        **told,
    )
    yield Question(
        "thought_other",
        f"Is there another way to see it, in {it.name}'s words?",
        "Thought: another way",
        no_secrets,
        own=True,
        extra=real == "yes",
        **told,
    )
    yield choose(
        "thought_pattern",
        f"Does {it.name} know this habit of mind?",
        "Thought: habit of mind",
        PATTERNS,
        relevant=lambda a: a.get("thought_real") in _MAY_NAME,
        asked='when "could it be real?" was answered, and not with yes',
        required=False,
        extra=real != "no",
    )
    yield _sure(
        "thought_other_belief",
        "How sure of the other way, 0 to 100?",
        "Thought: sureness of it",
        relevant=lambda a: bool(a.get("thought_other")),
        asked="when there is another way to see it",
        extra=True,
    )
    yield rate(
        "thought_feeling",
        "How strong was the feeling, 0 to 10?",
        "Thought: feeling",
        hint=A_DASH,
        extra=True,
        **told,
    )


_MAY_NAME = ("partly", "no", "not_sure")


def _sure(key: str, label: str, short: str, **more: Any) -> Question:
    return Question(
        key,
        label,
        short,
        whole(0, SURE),
        "number",
        hint=f"0 is not at all, 100 is quite sure. {A_DASH}",
        required=False,
        explicit=True,
        **more,
    )
