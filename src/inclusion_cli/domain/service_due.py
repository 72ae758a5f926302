"""What is due of the service's own: actions, incidents. It carries no person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.action_due import of_actions
from inclusion_cli.domain.due import Due, Group, Urgency
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.safety import ServiceRecords

OURS = say("The service")


def dues(service: ServiceRecords, *, now: datetime) -> Iterator[Due]:
    """Return what is due of the service's own records."""
    yield from of_actions(_ours, service.actions, now=now)
    if service.incidents:
        from inclusion_cli.domain.incident_due import of_incidents  # noqa: PLC0415

        found = service.incidents, service.after_actions
        yield from of_incidents(_ours, *found, now=now)
    if service.audited:
        from inclusion_cli.domain.audit_due import of_audits  # noqa: PLC0415

        yield from of_audits(_ours, service.audited, now=now)


def _ours(
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
    """Return a due item about the service."""
    return Due(group, OURS, "", says, command, on, records, alarm, urgency, at)
