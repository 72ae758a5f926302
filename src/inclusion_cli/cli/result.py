"""What travels from a command to the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Result:
    """What a command returned, and whether it was in a practice vault."""

    record: Any
    practice: bool
