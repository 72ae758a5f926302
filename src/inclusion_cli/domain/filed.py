"""Whose file it is: a person's or the service's own, with what is followed up in it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.concern import CaseReview, SafeguardingConcern
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.incident import AfterAction, Incident
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction import Restriction
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.safety import ServiceRecords

SERVICE_FLAG = "--service"
LATEST = 5
"""How many debriefs an incident can have been told in."""


@record
class Filed:
    """Incidents, concerns and actions of one file, and whose it is.

    `code` is "" for the service's own file. `known_as` is what a sentence calls whom.
    """

    file: str
    label: str
    known_as: str
    code: str = ""
    incidents: tuple[Kept[Incident], ...] = ()
    after_actions: tuple[Kept[AfterAction], ...] = ()
    concerns: tuple[Kept[SafeguardingConcern], ...] = ()
    case_reviews: tuple[Kept[CaseReview], ...] = ()
    actions: tuple[Kept[Action], ...] = ()
    debriefs: tuple[Kept[Debrief], ...] = ()
    restrictions: tuple[Kept[Restriction], ...] = ()
    closed: date | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """Return how a command names this file."""
        return (self.code or SERVICE_FLAG,)


def filed(case: Casefile) -> Filed:
    """Return a person's file."""
    held = case.safety
    return Filed(
        case.person.file,
        case.label,
        case.known_as,
        case.person.record.code,
        held.incidents,
        held.after_actions,
        held.concerns,
        held.case_reviews,
        held.actions,
        case.debriefs[-LATEST:],
        held.restrictions,
        case.closed_on,
    )


def filed_service(file: str, name: str, held: ServiceRecords) -> Filed:
    """Return the service's own file."""
    return Filed(
        file,
        say("the service, {name}", name=name),
        say("whoever was there"),
        incidents=held.incidents,
        after_actions=held.after_actions,
        actions=held.actions,
    )
