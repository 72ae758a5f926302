"""The marks every paper carries, taken from the vault at the moment it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.store.reading import Reading


def sheet(
    reading: Reading, code: str, *, recipient: str, purpose: str, on: date
) -> Sheet:
    """Return the marks of a paper about one person, with the head code of now."""
    head = reading.head()
    return Sheet(
        code=code,
        recipient=recipient,
        purpose=purpose,
        made_on=on,
        made=say_day(on),
        head=head.code,
        entries=head.entries,
        practice=reading.vault.practice,
    )
