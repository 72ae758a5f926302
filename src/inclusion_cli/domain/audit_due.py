"""What home says of the monthly audit: that the month which has ended has none.

It speaks once a first audit was kept. Actions of an audit are said as all others are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from inclusion_cli.domain.audit_month import last_month, say_month
from inclusion_cli.domain.due import Due, Group
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime


class Says(Protocol):
    """What makes a due item about the service."""

    def __call__(self, group: Group, says: str, command: tuple[str, ...]) -> Due:
        """Return it."""


def of_audits(says: Says, audited: str, *, now: datetime) -> Iterator[Due]:
    """Return that the month before has no audit, where the latest is older."""
    month = last_month(now.date())
    if audited < month:
        yield says(
            Group.LOOK,
            say(
                "No audit of {month} is kept yet. The last one is of {audited}.",
                month=say_month(month),
                audited=say_month(audited),
            ),
            ("audit",),
        )
