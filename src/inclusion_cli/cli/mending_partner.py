"""A partner opened again: it stands in the service's file, and is no person's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Form


def form(desk: Desk, kept: Kept[Any]) -> Form:
    """Return the form of a partner that stands."""
    from inclusion_cli.casework.partner import partners
    from inclusion_cli.interviews.partner import amend_form

    return amend_form(kept, partners(desk.reading), desk.clock.today())


def record(_desk: Desk, _kept: Kept[Any], given: Mapping[str, Any]) -> Any:
    """Return the partner answers make."""
    from inclusion_cli.casework.partner import partner_from

    return partner_from(given)
