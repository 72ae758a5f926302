"""One limit as it stands on a day, of the register or of the formulation alone."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from inclusion_cli.domain.formulation import Control
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction import Restriction, RestrictionReview
from inclusion_cli.domain.restriction_grounds import (
    grounds_missing,
    kept_missing,
    written_missing,
)


@record
class Registered:
    """One limit as it stands on a day.

    `id` is its record: of the formulation, where it is only written there. `until`
    is the last day it has authority: the day of the next look, or its own end if
    that is sooner. `days_limited` are the calendar days it has stood on
    (`days_stood`). `days_since_harm` is None where no day of harm is known.
    One that nobody lifted has ended where the file was closed, on `closed_on`.
    `kept` is None where it is only `written` in the formulation, as the line `control`;
    `signed` says whether that version is, for else nobody authorised it.
    `names` are what the person is called, `triggers` the ids of the situations known.
    """

    id: str
    what: str
    began: date
    trigger: str
    situation: str
    in_force: bool
    without_authority: bool
    until: date | None
    days_limited: int
    lifted_on: date | None = None
    closed_on: date | None = None
    days_since_harm: int | None = None
    ends_when: str = ""
    ends_on: date | None = None
    address: str = ""
    lawful_basis: str = ""
    written: bool = False
    kept: Kept[Restriction] | None = None
    reviews: tuple[Kept[RestrictionReview], ...] = ()
    names: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    control: Control | None = None
    signed: bool = True

    @property
    def ended_on(self) -> date | None:
        """Return the last day it stood: it was lifted, or the person had left."""
        return self.lifted_on or self.closed_on

    @cached_property
    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with it, as keys of `PROBLEM_WORDS`.

        Reasons are read where somebody asks: most of a register is lifted.
        """
        found: list[str] = []
        if self.kept:
            found += grounds_missing(self.kept.record, self.triggers, self.names)
        elif self.control:
            found += written_missing(self.control, self.names)
        for look in self.reviews[-1:]:  # what it goes on for
            found += kept_missing(look.record, self.what, self.names)
        if self.without_authority:
            found.append("overdue" if self.signed else "unauthorised")
        return tuple(dict.fromkeys(found))
