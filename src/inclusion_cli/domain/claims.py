"""What a report may claim, as a type: nothing prints that cannot say of how many.

"Over [dates], [n] of [N] people [observed]. Before that, [baseline] (n, dates).
Missing: [m]." Never caused, prevented or proves. Source: practice reference 6.6.
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Collection

NOTE = say("Change over time may have other causes; small numbers.")
NOT_SHOWN = say("not shown")
MISSING_NOT_SHOWN = say("not shown, as it or a count beside it is under 5")
WHY_NOT_SHOWN = say(
    "Not shown: a count under 5, or of fewer than 5 people. Not shown either: one that "
    "would let such a count be worked out. They look the same."
)
_NEVER = re.compile(
    r"\b(caus(e|es|ed|ing)|prevent(s|ed|ing)?|prov(e|es|ed|ing)|led to|thanks to|"
    r"because of|due to|result(s|ed)? in)\b",
    re.IGNORECASE,
)
"""Words of cause: no claim here compares with anybody who was not supported."""


class Strength(Enum):
    """How much a claim can bear; practice reference 6.6."""

    SINGLE = "single"
    REPEATED = "repeated"
    GROUP = "group"
    PAIRED = "paired"
    SIGNAL = "signal"


STRENGTH_WORDS = {
    Strength.SINGLE: say("single record"),
    Strength.REPEATED: say("repeated in one person"),
    Strength.GROUP: say("group count, compared with nothing"),
    Strength.PAIRED: say("group, paired data"),
    Strength.SIGNAL: say("group, with an SPC signal"),
}


class Unit(Enum):
    """What is counted."""

    PEOPLE = "people"
    SESSIONS = "sessions"
    MOVES = "moves"
    RESTRICTIONS = "restrictions"
    PAUSES = "pauses"
    CONCERNS = "concerns"


UNIT_WORDS = {
    Unit.PEOPLE: say("People"),
    Unit.SESSIONS: say("Sessions"),
    Unit.MOVES: say("Moves up"),
    Unit.RESTRICTIONS: say("Restrictions"),
    Unit.PAUSES: say("Pauses"),
    Unit.CONCERNS: say("Concerns"),
}


def counted_in(unit: Unit, number: int) -> str:
    """Return "12 people", "1 session"."""
    match unit:
        case Unit.PEOPLE:
            return say_many("{number} person", "{number} people", number)
        case Unit.SESSIONS:
            return say_many("{number} session", "{number} sessions", number)
        case Unit.MOVES:
            return say_many("{number} move up", "{number} moves up", number)
        case Unit.RESTRICTIONS:
            return say_many("{number} restriction", "{number} restrictions", number)
        case Unit.PAUSES:
            return say_many("{number} pause", "{number} pauses", number)
        case Unit.CONCERNS:
            return say_many("{number} concern", "{number} concerns", number)


@record
class Before:
    """What was so before: in words, of how many, and when or how many days."""

    says: str
    n: int
    when: str
    cells: tuple[str, ...] = ()


@record
class Claim:
    """One sentence of a report, with all it rests on.

    `n` of `of` of a `unit` did what `observed` says, between two days. `missing` is how
    many nobody knows it of. `records` are ids behind it: all, or the first of many.
    `cells` name the counts in it, by which it is told or kept back. Raises ValueError
    where it says more than it can bear.
    """

    key: str
    first: date
    last: date
    n: int
    of: int
    unit: Unit
    observed: str
    missing: int
    strength: Strength
    records: tuple[str, ...]
    cells: tuple[str, ...]
    before: Before | None = None
    missing_cell: str = ""
    aside: str = ""
    aside_cells: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.n <= self.of or self.missing < 0:
            raise ValueError("a claim is of some among those that were counted")
        if self.n and not self.records:
            raise ValueError("a claim that has no records cannot be printed")
        if not self.observed or not self.cells:
            raise ValueError("a claim says what was observed, and of which counts")
        if self.strength is Strength.PAIRED and not self.before:
            raise ValueError("paired data has a before")
        before = self.before.says if self.before else ""
        said = f"{self.observed} {self.aside} {before}"
        if found := _NEVER.search(said):
            raise ValueError(f'no claim says "{found[0]}"')

    @property
    def sentence(self) -> str:
        """Return the whole claim, in the one form there is."""
        return self.says(())

    def says(self, kept_back: Collection[str]) -> str:
        """Return the claim without the counts that are kept back."""
        if not self.shown(kept_back):
            return say(
                "{observed}: {not_shown}.", observed=self.what, not_shown=NOT_SHOWN
            )
        aside = ""
        if self.aside and not _any(self.aside_cells, kept_back):
            aside = f" ({self.aside})"
        return say(
            "Over {first} to {last}, {n} of {of} {observed}{aside}.{before} Missing: "
            "{missing}.",
            first=say_day(self.first),
            last=say_day(self.last),
            n=self.n,
            of=counted_in(self.unit, self.of),
            observed=self.observed,
            aside=aside,
            before=self._before(kept_back),
            missing=self._missing(kept_back),
        )

    @property
    def what(self) -> str:
        """Return what it is about, without a number."""
        return f"{UNIT_WORDS[self.unit]} {_no_numbers(self.observed)}"

    def _before(self, kept_back: Collection[str]) -> str:
        if self.before is None:
            compared = self.strength is Strength.SIGNAL  # with its own usual
            return "" if compared else say(" Before that: not counted.")
        if _any(self.before.cells, kept_back):
            return say(" Before that: {not_shown}.", not_shown=NOT_SHOWN)
        return say(
            " Before that, {says} (n {n}, {when}).",
            says=self.before.says,
            n=self.before.n,
            when=self.before.when,
        )

    def _missing(self, kept_back: Collection[str]) -> str:
        if self.missing_cell in kept_back:
            return MISSING_NOT_SHOWN
        return str(self.missing) if self.missing else say("none")

    def shown(self, kept_back: Collection[str]) -> bool:
        """Say whether the counts it is about may be told."""
        return not _any(self.cells, kept_back)


def _any(cells: tuple[str, ...], kept_back: Collection[str]) -> bool:
    return any(cell in kept_back for cell in cells)


def _no_numbers(observed: str) -> str:
    """Return what was observed up to its first number of its own."""
    return re.split(r"[:,(]", observed)[0].strip()


def strength_of(n: int, records: int, people: int) -> Strength:
    """Return how much a count without a comparison can bear."""
    if n and people == 1:
        return Strength.SINGLE if records == 1 else Strength.REPEATED
    return Strength.GROUP
