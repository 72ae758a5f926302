"""`inclusion history`."""

from __future__ import annotations

from inclusion_cli.casework import trails as acts
from inclusion_cli.cli.options import command
from inclusion_cli.cli.trails import Id, case_of, traced
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.history import HistoryPage

app = single("history")


@command(app)
def history(desk: Desk, record: Id) -> HistoryPage:
    """Show every version of a record: who wrote it, when, why, and what changed.

    Example: inclusion history 4f09a1c2
    """
    from inclusion_cli.store import trails

    trace = traced(desk, record)
    versions = trails.versions(desk.reading, trace.record)
    return acts.history(desk.reading, trace, case_of(desk, trace), versions)
