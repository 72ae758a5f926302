"""What is due: the words for it. Nothing due is stored.

There is one engine for home, lists, papers and JSON: `domain.due_person`.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

LOOKS_AHEAD_DAYS = 7


class Group(Enum):
    """The groups of the home screen, in order."""

    DRAFTS = "drafts"
    TODAY = "today"
    COMING = "coming"
    LOOK = "look"


class Urgency(Enum):
    """Whether a thing waits its turn on home, or stands before all else."""

    NOW = "now"
    USUAL = "usual"


@record
class Due:
    """One thing to do: about whom, why in words, and the command that opens it.

    `urgency` is NOW where somebody may be in danger: it comes before drafts, too. `at`
    is the time it has, where it has one: what has a time today comes before the rest.
    """

    group: Group
    person: str
    code: str
    says: str
    command: tuple[str, ...]
    on: date | None = None
    records: tuple[str, ...] = ()
    alarm: str = ""
    urgency: Urgency = Urgency.USUAL
    at: datetime | None = None


class About:
    """Make due items that carry one person's name and code."""

    def __init__(self, case: Casefile) -> None:
        self.case = case
        self.code = case.person.record.code

    def __call__(
        self,
        group: Group,
        says: str,
        command: tuple[str, ...],
        *,
        on: date | None = None,
        records: tuple[str, ...] = (),
        alarm: str = "",
        urgency: Urgency = Urgency.USUAL,
        at: datetime | None = None,
    ) -> Due:
        """Return a due item about this person."""
        name = self.case.person.record.name
        told = (on, records, alarm, urgency, at)
        return Due(group, name, self.code, says, command, *told)
