"""What a limit that stands says, as it would be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.interviews.question import raw_of
from inclusion_cli.interviews.restriction_more import ALONE, HOUSE, LIBERTY

if TYPE_CHECKING:
    from inclusion_cli.domain.restriction import Restriction

_AS_ASKED = {"lawful_basis": "basis", "ends_when": "ends"}
_PLAIN = (
    *("what", "harm", "evidence", "evidence_on", "trigger", "lawful_basis"),
    *("proportionate", "authorised_by", "authorised_role", "ends_when", "ends_on"),
    *("review_days", "address", "feels", "view", "advocacy"),
)


def known_of(it: Restriction) -> dict[str, str | None]:
    """Return what a limit says, by the keys of its questions; only what is there."""
    at_once = it.emergency and it.signed_on is None
    told: dict[str, Any] = {"emergency": raw_of(at_once)}
    told |= {_AS_ASKED.get(name, name): getattr(it, name) for name in _PLAIN}
    if not at_once:
        told["whom"] = HOUSE if it.address else ALONE
    for key in LIBERTY:
        value = getattr(it, key)
        told[key] = None if value is None else raw_of(value)
    for number, way in enumerate(it.tried, start=1):
        told[f"tried.{number}.what"] = way.what
        told[f"tried.{number}.on"] = way.on
        told[f"tried.{number}.came"] = way.came_of_it
    return {key: raw_of(value) for key, value in told.items() if value}
