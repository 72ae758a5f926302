"""The log folded into what stands: pure, and the same for every order of entries."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from inclusion_cli.domain.kinds import VERSIONS
from inclusion_cli.store.log import SUPERSEDES, VOIDS, Written

if TYPE_CHECKING:
    from collections.abc import Iterable

TAKEN_BACK = "taken_back"


class Standing(NamedTuple):
    """The newest version of one record, ready for its view.

    `n` is its number in this vault. `forks` is how many versions claim to be newest:
    more than one is shown to a person, and the one with the greatest id stands in the
    view until it is settled.
    """

    kind: str
    n: int
    record: str
    entry: str
    file: str
    author: str
    happened_at: str
    recorded_at: str
    amended: int
    forks: int
    body: str

    @property
    def fields(self) -> dict[str, Any]:
        """Return the record's own fields."""
        fields: dict[str, Any] = json.loads(self.body)
        return fields


def fold(entries: Iterable[Written]) -> tuple[Standing, ...]:
    """Return what stands of every record in these entries, in order of record id.

    An erased body, a record taken back, and a kind or version this program does not
    know have no view; the log keeps them all the same.
    """
    by_record: dict[str, list[Written]] = defaultdict(list)
    for written in entries:
        by_record[written.entry.record].append(written)
    found = (fold_record(versions) for _id, versions in sorted(by_record.items()))
    return tuple(standing for standing in found if standing)


def fold_record(versions: Iterable[Written]) -> Standing | None:
    """Return what stands of one record, from all its entries."""
    versions = tuple(versions)
    if len(versions) == 1:
        return _standing(versions[0], versions[0], 1, 1)
    alive, heads = alive_and_heads(versions)
    if not heads:
        return None
    first = min(alive, key=lambda w: (w.entry.recorded_at, w.entry.id))
    return _standing(heads[-1], first, len(alive), len(heads))


def alive_and_heads(
    versions: tuple[Written, ...],
) -> tuple[list[Written], list[Written]]:
    """Return the versions that count, and those of them that nothing replaces.

    More than one head is a fork; the last of them is the one that is shown.
    """
    gone = voided(versions)
    alive = [
        w for w in versions if w.entry.kind != TAKEN_BACK and w.entry.id not in gone
    ]
    replaced = {to for w in alive for to in w.entry.linked(SUPERSEDES)}
    heads = (w for w in alive if w.entry.id not in replaced)
    return alive, sorted(heads, key=lambda w: w.entry.id)


def _standing(
    newest: Written, first: Written, versions: int, forks: int
) -> Standing | None:
    """Return what stands, or None where this program cannot read it."""
    entry = newest.entry
    if newest.body is None or not readable(newest):
        return None
    return Standing(
        kind=entry.kind,
        n=newest.n,
        record=entry.record,
        entry=entry.id,
        file=entry.file,
        author=entry.author,
        happened_at=entry.happened_at,
        recorded_at=first.entry.recorded_at,
        amended=versions - 1,
        forks=forks,
        body=newest.body,
    )


def readable(written: Written) -> bool:
    """Say whether this program can show what an entry says."""
    entry = written.entry
    return written.body is not None and entry.version <= VERSIONS.get(entry.kind, 0)


def voided(versions: Iterable[Written]) -> set[str]:
    """Return the entries that are taken back; taking back what took back restores.

    Read from the links alone, whatever the clocks say: an entry points only to entries
    that were there before it.
    """
    voiders: dict[str, list[str]] = defaultdict(list)
    for written in versions:
        for target in written.entry.linked(VOIDS):
            voiders[target].append(written.entry.id)

    def is_voided(entry: str) -> bool:
        return any(not is_voided(voider) for voider in voiders.get(entry, ()))

    return {entry for entry in voiders if is_voided(entry)}
