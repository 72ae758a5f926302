"""Whether the service is registered with a regulator, and for what. Reference 0 (1)."""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record


@record
class Registration:
    """The service's own statement on registration; it chooses the inspector's lens.

    `registered` is None where nobody knows. `activities` are the regulated activities
    it is registered for, in words. `lens` is the key of a lens file, "" for the usual.
    """

    on: date
    registered: bool | None = None
    regulator: str = ""
    activities: str = ""
    lens: str = ""
    said_by: str = ""
