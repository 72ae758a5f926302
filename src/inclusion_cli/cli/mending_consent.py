"""A consent opened again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Form


def form(desk: Desk, case: Casefile, kept: Kept[Any]) -> Form:
    """Return the form of a consent that stands."""
    from inclusion_cli.cli.consent import about
    from inclusion_cli.interviews.consent import form as of_consent

    return of_consent(case, about(desk, case), kept.record)


def record(
    desk: Desk, case: Casefile, kept: Kept[Any], given: Mapping[str, Any]
) -> Any:
    """Return the consent answers make. Raises Wider where more would be told."""
    from inclusion_cli.casework.consent import (
        changed_consent,
        consent_from,
        partner_of,
    )

    made = consent_from(given, partner_of(desk.reading, given))
    return changed_consent(case, kept.record, made)
