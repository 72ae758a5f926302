"""Who has read which version of the formulation, and understood it. Reference 1.3."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.read_tick import ReadTick


@record
class Reader:
    """Who has read a version: by id where they write here, by name, and when.

    `wrote` says that they wrote it, and so have read it.
    """

    on: date
    worker: str = ""
    name: str = ""
    wrote: bool = False


def readers(case: Casefile, version: int) -> tuple[Reader, ...]:
    """Return who has read a version of the formulation, its writer first."""
    known = case.formulations or ((case.formulation,) if case.formulation else ())
    wrote = [
        Reader(kept.on, worker=kept.author, wrote=True)
        for kept in known
        if kept.record.version == version
    ]
    ticked = [
        Reader(tick.record.on, tick.record.worker, tick.record.name)
        for tick in ticks(case)
        if tick.record.version == version
    ]
    return (*wrote, *ticked)


def ticks(case: Casefile) -> tuple[Kept[ReadTick], ...]:
    """Return the ticks of this person's formulations, in order of time."""
    known = case.formulations or ((case.formulation,) if case.formulation else ())
    ids = {kept.id for kept in known}
    return tuple(tick for tick in case.safety.reads if tick.record.of in ids)


def has_read(case: Casefile, worker: str, version: int) -> bool:
    """Say whether somebody has read a version: by the id of a worker, or by name."""
    who = folded(worker).strip()
    return any(
        who in {reader.worker.casefold(), folded(reader.name).strip()}
        for reader in readers(case, version)
        if who
    )
