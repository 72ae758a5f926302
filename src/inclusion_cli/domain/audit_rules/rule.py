"""What a rule of the audit is: its name, grade and side, and how it looks at a file.

Source of the thirty rules, their grades and their numbers: practice reference 6.4.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_look import Look, Whole
from inclusion_cli.domain.dates import MONTHS
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say_many

if TYPE_CHECKING:
    from datetime import date

Noted = tuple[str, str, Any]
"""Of one file: its id, the person's code, and the little that a rule keeps of it."""


@record
class Found:
    """One thing a rule found in a file: what, in which records, and what mends it.

    `subject` tells it from another finding of the same rule in the same file; it stays
    the same from month to month. `side` is given where it is not that of the rule, and
    `file` where a rule over several people found it.
    """

    says: str
    records: tuple[str, ...] = ()
    mend: tuple[str, ...] = ()
    subject: str = ""
    side: AuditSide | None = None
    file: str = ""


@record
class Rule:
    """One rule of the audit, by its number and its name that never changes.

    `looks` is what it looks for, `why` why that matters, `counts` what is counted.
    `person` finds in one file, `service` in the service's own records. `note` keeps
    the little of a file that `across` then compares over all of them. `of` counts what
    there is to look at in one file, `of_service` in the service's. `stands` rules tell
    how things stand on the day of the audit, and leave closed files alone; the others
    tell of the month.
    """

    number: int
    name: str
    grade: Grade
    side: AuditSide
    looks: str
    why: str
    counts: str
    of: Callable[[Look], int]
    person: Callable[[Look], Iterable[Found]] | None = None
    note: Callable[[Look], Any] | None = None
    across: Callable[[tuple[Noted, ...], Whole], Iterator[Found]] | None = None
    service: Callable[[Whole], Iterable[Found]] | None = None
    of_service: Callable[[Whole], int] | None = None
    cannot: Callable[[tuple[Noted, ...], Whole], str] | None = None
    stands: bool = True


def one_person(_look: Look) -> int:
    """Return 1: what is counted is the person."""
    return 1


def nothing(_look: Look) -> int:
    """Return 0: what is counted is not in a person's file."""
    return 0


def days_said(days: Iterable[date]) -> str:
    """Return days in words, the first three by name: "1 October and 3 October"."""
    found = sorted(dict.fromkeys(days))
    shown = [f"{day.day} {MONTHS[day.month - 1].title()}" for day in found[:SHOWN]]
    if (more := len(found) - SHOWN) > 0:
        shown.append(say_many("{number} more day", "{number} more days", more))
    return and_list(shown)


SHOWN = 3


def sessions_said(number: int) -> str:
    """Return "1 session", "4 sessions"."""
    return say_many("{number} session", "{number} sessions", number)
