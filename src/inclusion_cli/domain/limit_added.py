"""A limit that was added after an incident, and stands in no register.

Each limit answers for itself in the register, with its grounds and an end: one that is
named in an after-action review alone would stand for ever, seen by nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.incident import AfterAction, Incident
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.restriction import Restriction


def unplaced(
    kept: Kept[Incident],
    reviews: Iterable[Kept[AfterAction]],
    restrictions: Iterable[Kept[Restriction]],
) -> Kept[AfterAction] | None:
    """Return the latest review of an incident, where its limit is in no register.

    None where none was added, it ended, or one was placed since the incident.
    """
    of = [review for review in reviews if review.record.incident == kept.id]
    last = of[-1] if of else None
    if last is None or not last.record.restriction or last.record.limit_ended:
        return None
    return None if any(r.record.on >= kept.on for r in restrictions) else last


def to_place(found: Filed, kept: Kept[Incident]) -> tuple[str, ...]:
    """Return in words that a limit has to be placed, and how; nothing for none."""
    waits = unplaced(kept, found.after_actions, found.restrictions)
    if waits is None or not found.code or found.closed:
        return ()
    says = say(
        "The limit that was added is not in the register: inclusion restriction place "
        "{code}",
        code=found.code,
    )
    return (says,)
