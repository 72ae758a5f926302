"""What a person chose to say about themselves, to see whether all fare alike. 7 (18).

Only ever counted over 10 people or more, and never about one.
"""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record


@record
class Said:
    """One characteristic and the answer, both by key."""

    what: str
    answer: str


@record
class Characteristics:
    """The answers a person chose to give; nothing is kept of what they kept back."""

    on: date
    said: tuple[Said, ...] = ()
