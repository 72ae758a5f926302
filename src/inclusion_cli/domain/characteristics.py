"""What a person chose to say about themselves, to see whether all fare alike. 7 (18).

Only ever counted over 10 people or more, and never about one.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile

COUNTED_FROM = 10
"""People; of fewer nothing is counted (practice reference 6.4, rule 25)."""


@record
class Said:
    """One characteristic and the answer, both by key, and in the words of then."""

    what: str
    answer: str
    words: str = ""

    @property
    def in_words(self) -> str:
        """Return it as it was asked and answered: "Age: 25 to 34"."""
        return self.words or f"{self.what}: {self.answer}".replace("_", " ")


@record
class Characteristics:
    """The answers a person chose to give; nothing is kept of what they kept back."""

    on: date
    said: tuple[Said, ...] = ()


@record
class AskedAbout:
    """Something a person may say about themselves, and what there is to choose."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def asked_from(data: Mapping[str, Any]) -> tuple[AskedAbout, ...]:
    """Return what is asked, from a data file. Raises ValueError, a whole sentence."""
    try:
        found = tuple(
            AskedAbout(
                one["key"],
                say(one["label"]),
                tuple(Choice(c["key"], say(c["label"])) for c in one["choices"]),
            )
            for one in data["questions"]
        )
    except (KeyError, TypeError):
        raise ValueError(
            say("Give it questions, each with a key, a label and choices.")
        ) from None
    if not all(one.key.isidentifier() and one.choices for one in found):
        raise ValueError(
            say("Give each question choices, and a key of letters, digits and _.")
        )
    return found


def said_by(case: Casefile) -> Characteristics | None:
    """Return what a person says of themselves now, None where nothing is kept."""
    kept = case.safety.characteristics
    return kept[-1].record if kept and kept[-1].record.said else None


def counted(cases: Iterable[Casefile], what: str) -> Mapping[str, int] | None:
    """Return how many people gave each answer, None where fewer than 10 gave one."""
    found = [said_by(case) for case in cases]
    given = Counter(
        one.answer for told in found if told for one in told.said if one.what == what
    )
    return given if given.total() >= COUNTED_FROM else None
