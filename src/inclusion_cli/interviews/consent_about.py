"""What a consent is asked about, and which of its questions go with which kind."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered, ConsentKind
from inclusion_cli.domain.consent_words import GIVEN_WORDS, PRESUMED
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Answers

NOBODY = "0"
ANSWERS = (
    Choice(Answered.GIVEN.value, say("{name} agrees")),
    Choice(Answered.DECLINED.value, say("{name} says no. That is as good an answer")),
)
HOW = tuple(Choice(how.value, words) for how, words in GIVEN_WORDS.items())
CAN, LOOKED_INTO, CANNOT = "presumed", "looked_into", "cannot"
CAPACITY = (
    Choice(CAN, PRESUMED),
    Choice(LOOKED_INTO, say("There was a doubt. We looked into it: they can decide")),
    Choice(CANNOT, say("They cannot decide this now")),
)
TELL, TAKE_PART, LEGAL = (
    kind.value
    for kind in (ConsentKind.TELL, ConsentKind.TAKE_PART, ConsentKind.LEGAL_BASIS)
)


@record
class About:
    """What a consent is asked about: whose, today, the longest, and which partners."""

    name: str
    today: date
    longest: int
    partners: tuple[Choice, ...] = ()


def is_kind(kind: str, answers: Answers) -> bool:
    """Say whether it is of a kind."""
    return bool(answers.get("kind") == kind)


def is_given(answers: Answers) -> bool:
    """Say whether the answer is yes."""
    return bool(answers.get("answered") == Answered.GIVEN.value)


def tells(answers: Answers) -> bool:
    """Say whether somebody is to be told."""
    return is_kind(TELL, answers)


def people_asked(answers: Answers) -> bool:
    """Say whether it is the person who answers."""
    return not is_kind(LEGAL, answers)


def agreed_to_tell(answers: Answers) -> bool:
    """Say whether somebody may be told."""
    return tells(answers) and is_given(answers)
