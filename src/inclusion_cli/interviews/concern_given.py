"""What would be typed to tell a safeguarding concern that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.safeguarding import PARTS
from inclusion_cli.interviews.question import raw_of

if TYPE_CHECKING:
    from inclusion_cli.domain.concern import SafeguardingConcern

TEXTS = (
    *("seen", "by", "others_at_risk", "coercion", "capacity", "wishes", "outcomes"),
    *("why_not_asked", "consent", "why_no_consent", "reasons_for", "reasons_against"),
    *("why", "decided_by", "told_manager", "told_person", "reference", "incident"),
)
YES_NOES = ("danger_now", "crime", "staff_source")


def given_by(told: SafeguardingConcern) -> dict[str, str | None]:
    """Return what would be typed to make this concern."""
    given: dict[str, str | None] = {key: getattr(told, key) for key in TEXTS}
    given["when"] = raw_of(told.at)
    given["types"] = ",".join(told.types)
    for key in YES_NOES:
        said = getattr(told, key)
        given[key] = None if said is None else raw_of(said)
    for key in PARTS:
        if part := getattr(told, key):
            given |= {key: part.answer.value, f"{key}_why": part.why}
    for key in (
        *("told_manager_at", "decided_at", "referred_at", "wishes_asked", "decided"),
    ):
        value = getattr(told, key)
        given[key] = raw_of(value) if value is not None else None
    return {key: raw for key, raw in given.items() if raw}
