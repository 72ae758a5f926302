"""That a worker has read what they work by, and understood it. Reference 6.3 (12)."""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record


@record
class ReadTick:
    """A tick: who read which version of a formulation or card, and when.

    `worker` is the id of the worker, `name` how they are called where they do not write
    here. `of` is the record's id, `version` the version that was read.
    """

    of: str
    version: int
    on: date
    worker: str = ""
    name: str = ""
