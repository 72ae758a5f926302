"""What a criterion answers: met, not met, or cannot tell, with its reasons."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Answer(Enum):
    """Three values, because absence of records is not stability."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"


MET, NOT_MET, CANNOT_TELL = Answer.MET, Answer.NOT_MET, Answer.CANNOT_TELL
OPPOSITE = {MET: NOT_MET, NOT_MET: MET, CANNOT_TELL: CANNOT_TELL}


@record
class Finding:
    """One criterion beside the records.

    `shows` is what the records show, `used` the ids of the records read, `missing`
    what would settle it ("" when nothing is missing), `agreed` what was agreed.
    `change` is what would change the answer.
    """

    answer: Answer
    shows: str
    used: tuple[str, ...] = ()
    missing: str = ""
    agreed: str = ""
    parts: tuple[Finding, ...] = ()
    change: str = ""

    def lines(self) -> tuple[Finding, ...]:
        """Return the findings to read one by one: its parts, or itself."""
        return self.parts or (self,)


@record
class Told:
    """What a finding says: see `Finding`."""

    shows: str
    used: tuple[str, ...] = ()
    missing: str = ""
    change: str = ""


class Found:
    """An answer, and a way to tell it that costs nothing until somebody reads it."""

    __slots__ = ("answer", "tell")

    def __init__(self, answer: Answer, tell: Callable[[], Told]) -> None:
        self.answer, self.tell = answer, tell


def all_met(answers: Iterable[Answer]) -> Answer:
    """Return NOT_MET if any is, else CANNOT_TELL if any is, else MET."""
    answer = MET
    for one in answers:
        if one is NOT_MET:
            return NOT_MET
        if one is CANNOT_TELL:
            answer = CANNOT_TELL
    return answer


def any_met(answers: Iterable[Answer]) -> Answer:
    """Return MET if any is, else CANNOT_TELL if any is, else NOT_MET."""
    answer = NOT_MET
    for one in answers:
        if one is MET:
            return MET
        if one is CANNOT_TELL:
            answer = CANNOT_TELL
    return answer
