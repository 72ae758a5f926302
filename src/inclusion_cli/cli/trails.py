"""What `why`, `history`, `amend` and `refile` share: the record that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli.casework.trails import meant
from inclusion_cli.errors import NothingFound

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept, Trace

Id = Annotated[
    str,
    typer.Argument(help="The id of a record, or its last 8 signs.", metavar="ID"),
]


OptionalId = Annotated[
    str | None,
    typer.Argument(help="The id of a record, or its last 8 signs.", metavar="ID"),
]


def traced(desk: Desk, typed: str) -> Trace:
    """Return the record meant. Raises IdTooShort, NoSuchId or SeveralIds."""
    from inclusion_cli.store import trails

    return meant(desk.reading, typed, find=trails.found_by, is_part=trails.is_part)


def case_of(desk: Desk, trace: Trace) -> Casefile | None:
    """Return the person's file a record is in; None for the service's own."""
    files = {kept.file for kept in desk.reading.people()}
    return desk.reading.casefile(trace.file) if trace.file in files else None


def standing_of(desk: Desk, trace: Trace) -> Kept[Any] | None:
    """Return what stands of a record, None where all of it was taken back."""
    from inclusion_cli.domain.kinds import KINDS

    kind = KINDS.get(trace.kind)
    found = desk.reading.all(kind, record=trace.record) if kind else ()
    return found[0] if found else None


def person_case(desk: Desk, trace: Trace) -> Casefile:
    """Return the person's file a record is in. Raises NothingFound for others."""
    case = case_of(desk, trace)
    if case is None:
        raise NothingFound(
            "This record is the service's own. Type the id of a person's record."
        )
    return case
