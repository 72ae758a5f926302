"""A service's own data files: read where they are whole, else ours and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli import shipped
from inclusion_cli.domain.lens import Lens, lens_from
from inclusion_cli.domain.measure_table import MeasureTable, table_from
from inclusion_cli.own_file import Loaded, own_or

if TYPE_CHECKING:
    from pathlib import Path

MEASURES = "measures.json"
LENSES = "lenses"


def measures(own: Path | None = None) -> Loaded[MeasureTable]:
    """Return the licence table: the service's own, or the shipped one and why."""
    like = shipped.read(MEASURES)
    ours, path = table_from(like), own / MEASURES if own else None
    return own_or(path, ours, lambda told: table_from(told, ours), like=like)


def lenses(own: Path | None = None) -> Loaded[tuple[Lens, ...]]:
    """Return the lenses: ours, those of the service in their place and beside them."""
    ours = {one.key: one for one in map(lens_from, shipped.read_all(LENSES))}
    notes: list[str] = []
    folder = own / LENSES if own else None
    for path in sorted(folder.glob("*.json")) if folder and folder.is_dir() else ():
        found = own_or(path, ours.get(path.stem), lens_from)
        notes += found.notes
        if found.value is not None:
            ours[found.value.key] = found.value
    return Loaded(tuple(ours.values()), tuple(notes))
