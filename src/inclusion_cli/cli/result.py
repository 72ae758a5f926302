"""What travels from a command to the door."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.record import record


@record
class Result:
    """What a command returned, and whether it was in a practice vault."""

    record: Any
    practice: bool
