"""`inclusion history`."""

from __future__ import annotations

from typing import Any

from inclusion_cli.casework.look_up import find_record
from inclusion_cli.casework.why import history_of
from inclusion_cli.cli.amend import Id, Kind
from inclusion_cli.cli.mending import labels
from inclusion_cli.cli.options import command
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk

app = single("history")


@command(app)
def history(desk: Desk, id_: Id = None, which: Kind = None) -> Any:
    """Show every version of a record: when, by whom, why, and what changed.

    Examples: inclusion history 0f3a2b1c. inclusion history AK-014 card. Papers and
    lists show ids. The last 4 signs of one are enough where they are one record's.
    """
    trail = find_record(desk.search, id_, which, worker=desk.worker.id)
    return history_of(desk.reading, trail, labels(desk, trail))
