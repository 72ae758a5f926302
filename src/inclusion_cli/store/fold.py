"""The log folded into what stands: pure, and the same for every order of entries."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kinds import KINDS, VERSIONS
from inclusion_cli.store.log import SUPERSEDES, VOIDS, Written

if TYPE_CHECKING:
    from collections.abc import Iterable

TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class Standing:
    """The newest version of one record, ready for its view.

    `forks` is how many versions claim to be newest: more than one is shown to a person,
    and the one with the greatest id stands in the view until it is settled.
    """

    kind: str
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
    voided = _voided(versions)
    alive = [
        w for w in versions if w.entry.kind != TAKEN_BACK and w.entry.id not in voided
    ]
    replaced = {to for w in alive for to in w.entry.linked(SUPERSEDES)}
    heads = sorted(
        (w for w in alive if w.entry.id not in replaced), key=lambda w: w.entry.id
    )
    if not heads or not _readable(heads[-1]):
        return None
    newest, first = heads[-1], min(alive, key=lambda w: w.entry.id)
    return Standing(
        kind=newest.entry.kind,
        record=newest.entry.record,
        entry=newest.entry.id,
        file=newest.entry.file,
        author=newest.entry.author,
        happened_at=newest.entry.happened_at,
        recorded_at=first.entry.recorded_at,
        amended=len(alive) - 1,
        forks=len(heads),
        body=newest.body or "",
    )


def _voided(versions: Iterable[Written]) -> set[str]:
    """Return the entries that are taken back; taking back what took back restores."""
    voided: set[str] = set()
    for written in sorted(versions, key=lambda w: w.entry.id, reverse=True):
        if written.entry.id not in voided:
            voided.update(written.entry.linked(VOIDS))
    return voided


def _readable(written: Written) -> bool:
    entry = written.entry
    known = entry.kind in KINDS and entry.version <= VERSIONS[entry.kind]
    return known and written.body is not None
