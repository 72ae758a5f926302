"""Whether all fare alike: pauses, limits and lasting engagement by what people said.

Counted over 10 people or more in every group, else "not enough people to say"; nothing
is told of one row unless all of it can be (practice reference 7, 18 and 6.5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.domain.small_counts import LEAST
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.numbers import PersonNumbers

COUNTED_FROM = 10
"""People in a group; of fewer nothing is told."""
LOOKED_AT = {
    "pauses": say("had a pause"),
    "restrictions_in_force": say("had a restriction in force"),
    "sustained": say("had sustained engagement"),
}
NOT_ENOUGH = say("Not enough people to say.")

Answer = tuple[str, str]


@record
class EquityRow:
    """One characteristic and one thing that was looked at, by answer: n of N."""

    what: str
    looked_at: str
    cells: tuple[tuple[str, int, int], ...]


@record
class Equity:
    """What can be told; `unsaid` names what there are not enough people for."""

    rows: tuple[EquityRow, ...]
    unsaid: tuple[str, ...]


def answers_of(case: Casefile) -> tuple[Answer, ...]:
    """Return what a person chose to say about themselves, each once."""
    kept = case.safety.characteristics
    said = kept[-1].record.said if kept else ()
    return tuple({one.what: (one.what, one.answer) for one in said}.values())


class Faring:
    """Adds people up by what they said about themselves, and keeps none of them."""

    def __init__(self) -> None:
        self._people: dict[Answer, int] = {}
        self._had: dict[tuple[str, Answer], int] = {}
        self._all: dict[str, int] = dict.fromkeys(LOOKED_AT, 0)
        self._count = 0

    def add(self, numbers: PersonNumbers, answers: tuple[Answer, ...]) -> None:
        """Add one person, where anything was recorded of them in the time."""
        if not numbers.days:
            return
        self._count += 1
        had = [name for name in LOOKED_AT if getattr(numbers, name).n]
        for name in had:
            self._all[name] += 1
        for answer in answers:
            self._people[answer] = self._people.get(answer, 0) + 1
            for name in had:
                key = (name, answer)
                self._had[key] = self._had.get(key, 0) + 1

    def done(self) -> Equity:
        """Return the rows that can be told whole, and what cannot."""
        whats = sorted({what for what, _answer in self._people})
        rows, unsaid = [], []
        for what in whats:
            told = list(self._rows(what))
            rows += told
            if not told:
                unsaid.append(_words(what))
        return Equity(tuple(rows), tuple(unsaid))

    def _rows(self, what: str) -> Iterator[EquityRow]:
        groups = sorted(a for a in self._people if a[0] == what)
        silent = self._count - sum(self._people[a] for a in groups)
        if any(self._people[a] < COUNTED_FROM for a in groups) or 0 < silent < LEAST:
            return
        for name, looked_at in LOOKED_AT.items():
            had = [self._had.get((name, a), 0) for a in groups]
            left = self._all[name] - sum(had)
            sizes = [self._people[a] for a in groups]
            whole = [(n, of - n) for n, of in zip(had, sizes, strict=True)]
            if silent:
                whole.append((left, silent - left))
            if all(min(two) >= LEAST for two in whole):
                cells = zip(groups, had, sizes, strict=True)
                yield EquityRow(
                    _words(what),
                    looked_at,
                    tuple((_words(a[1]), n, of) for a, n, of in cells),
                )


def _words(key: str) -> str:
    """Return a key of a service's own list as words."""
    return key.replace("_", " ")
