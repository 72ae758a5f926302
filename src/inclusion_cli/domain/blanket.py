"""The blanket-rule detector: a limit that is not one person's own any more.

Source: practice reference 1.3 and 7 (6). It says who has the same limit; whether it is
a rule for all is for people to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation_copy import tokens
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.registered import Registered

PEOPLE = 3
"""So many people with the same limit, and it may be a rule for all."""
ALIKE = 0.6
"""From here on two limits are in nearly the same words."""
_NUMBER = late(r"\b\d+(?:[.:]\d+)?\s?(?:am|pm|o'clock)?\b", re.IGNORECASE)

_WHEN = frozenset(("after", "before", "past", "until", "till", "from"))


class Sort(Enum):
    """What makes it look like a rule for all."""

    WORDS = "words"
    ADDRESS = "address"
    END = "end"


@record
class Blanket:
    """A limit that may be a rule for all: what it is, whose, and its records.

    `what` is the limit, the address or the day. `codes` are the people, `records` the
    ids, both in order.
    """

    sort: Sort
    what: str
    codes: tuple[str, ...]
    records: tuple[str, ...]

    @property
    def says(self) -> str:
        """Return it as a sentence that asks what it is."""
        return _SAYS[self.sort].format(what=self.what, codes=and_list(self.codes))


_SAYS = {
    Sort.WORDS: say(
        '{codes} have the same limit: "{what}". It may be a rule for all. Each person '
        "needs a reason of their own, or it ends."
    ),
    Sort.ADDRESS: say(
        "A limit holds for a whole address, {what} ({codes}). Each person there needs "
        "a reason of their own, or it ends."
    ),
    Sort.END: say(
        "The limits of {codes} all end on {what}. Ask of each person whether that is "
        "their own day."
    ),
}
Named = tuple[str, "Registered"]
"""A person's code, and a limit of theirs that is in force."""


def blankets(limits: Iterable[Named]) -> Iterator[Blanket]:
    """Return what may be a rule for all, among limits that are in force."""
    limits = tuple(limits)
    for group in _same_words(limits):
        yield from _found(Sort.WORDS, group[0][1].what, group)
    yield from _addresses(limits)
    days: dict[date, list[Named]] = defaultdict(list)
    for code, one in limits:
        if one.ends_on:
            days[one.ends_on].append((code, one))
    for day in sorted(days):
        yield from _found(Sort.END, say_day(day), days[day])


def _found(
    sort: Sort, what: str, group: list[Named], *, least: int = PEOPLE
) -> Iterator[Blanket]:
    codes = tuple(sorted({code for code, _one in group}))
    if len(codes) >= least:
        records = tuple(sorted({one.id for _code, one in group}))
        yield Blanket(sort, what, codes, records)


def _addresses(limits: tuple[Named, ...]) -> Iterator[Blanket]:
    places: dict[str, list[Named]] = defaultdict(list)
    for code, one in limits:
        if one.address:
            places[folded(one.address).strip()].append((code, one))
    for place in sorted(places):
        group = places[place]
        yield from _found(Sort.ADDRESS, group[0][1].address, group, least=1)


def _same_words(limits: tuple[Named, ...]) -> list[list[Named]]:
    """Return the limits in groups of the same, or nearly the same, words."""
    groups: dict[frozenset[str], list[Named]] = defaultdict(list)
    for code, one in limits:
        groups[words_of(one.what)].append((code, one))
    heads: list[tuple[frozenset[str], list[Named]]] = []
    for words, group in groups.items():
        near = (there for head, there in heads if near_enough(head, words))
        home = next(near, None)
        if home is None:
            heads.append((words, list(group)))
        else:
            home += group
    return [group for _words, group in heads]


def words_of(text: str) -> frozenset[str]:
    """Return the words of a limit that matter; one hour counts as any other."""
    said = tokens(_NUMBER.sub(" number ", text))
    return said - _WHEN or said or frozenset({folded(text)})


def near_enough(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two limits are in the same, or nearly the same, words."""
    return len(one & other) >= ALIKE * len(one | other)
