"""The files that a person reads beside the rules: drawn by chance, with a seed kept.

Source: practice reference 6.4: sqrt(n) + 1 records, 3 at least, with one person who has
most limits and one who has the fewest records.
"""

from __future__ import annotations

from math import isqrt
from random import Random
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST = 3


@record
class Weight:
    """What the drawing needs to know of one file."""

    file: str
    limits: int
    records: int


def sample_size(people: int) -> int:
    """Return how many files are read, of so many people; all, where there are few."""
    return min(people, max(LEAST, isqrt(people) + 1))


def drawn(people: Iterable[Weight], seed: int) -> tuple[str, ...]:
    """Return the files to read, the same for a seed whatever order they come in.

    First the one with most limits, then that with the fewest records; of several alike,
    chance decides.
    """
    chance = Random(seed)  # noqa: S311 - a sample anybody can draw again, not a secret
    order = sorted(people, key=lambda one: one.file)
    chance.shuffle(order)
    size, found = sample_size(len(order)), dict[str, None]()
    limited = [one for one in order if one.limits]
    if limited:
        found[max(limited, key=lambda one: one.limits).file] = None
    if order:
        found[min(order, key=lambda one: one.records).file] = None
    for one in order:
        if len(found) < size:
            found[one.file] = None
    return tuple(found)[:size]
