"""A service's own data files: read where they are whole, else ours and why not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from inclusion_cli import shipped
from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.lens import Lens, lens_from
from inclusion_cli.domain.measure_table import MeasureTable, table_from
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
MEASURES = "measures.json"
LENSES = "lenses"


@record
class Loaded(Generic[T]):
    """What a data file holds; `notes` say why the service's own was not used."""

    value: T
    notes: tuple[str, ...] = ()


def measures(own: Path | None = None) -> Loaded[MeasureTable]:
    """Return the licence table: the service's own, or the shipped one and why."""
    ours = table_from(shipped.read(MEASURES))
    path = own / MEASURES if own else None
    return own_or_shipped(path, ours, lambda told: table_from(told, ours))


def lenses(own: Path | None = None) -> Loaded[tuple[Lens, ...]]:
    """Return the lenses: ours, those of the service in their place and beside them."""
    ours = {one.key: one for one in map(lens_from, shipped.read_all(LENSES))}
    notes: list[str] = []
    folder = own / LENSES if own else None
    for path in sorted(folder.glob("*.json")) if folder and folder.is_dir() else ():
        found = own_or_shipped(path, None, lens_from)
        notes += found.notes
        if found.value is not None:
            ours[found.value.key] = found.value
    return Loaded(tuple(ours.values()), tuple(notes))


def own_or_shipped(path: Path | None, ours: T, read: Callable[[Any], T]) -> Loaded[T]:
    """Return what the file of a service says, or ours with a sentence that says why.

    `read` raises DataFault where the file cannot be used.
    """
    if path is None or not path.is_file():
        return Loaded(ours)
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        return Loaded(read(json.loads(text)))
    except (OSError, ValueError) as error:
        return Loaded(ours, (_why(path, error, text),))


def _why(path: Path, error: Exception, text: str) -> str:
    if isinstance(error, json.JSONDecodeError):
        wrong = say("Line {line} cannot be read.", line=error.lineno)
    elif isinstance(error, DataFault):
        line = _line_of(error.entry, text)
        wrong = (
            say("Line {line}. {error}", line=line, error=error) if line else str(error)
        )
    else:
        wrong = say("It cannot be read.")
    return say(
        'The service\'s own file "{path}" is not used: {wrong} The one that comes with '
        "inclusion is. Mend it or move it away.",
        path=path,
        wrong=wrong,
    )


def _line_of(entry: str, text: str) -> int:
    """Return the line an entry's key stands on, 0 where it is not found."""
    quoted = json.dumps(entry)
    lines = enumerate(text.splitlines(), start=1) if entry else ()
    return next((number for number, line in lines if quoted in line), 0)
