"""What became of the findings of an earlier audit: the loop is closed, or it is not.

Each earlier finding is gone, or still there; and an action of it is open, overdue or
done. Source: practice reference 6.4, closed loop, and rule 27.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditFinding
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.audit import Audit
    from inclusion_cli.domain.kept import Kept


class Since(Enum):
    """What an audit says of a finding of an earlier one."""

    GONE = "gone"
    STILL = "still_there"
    NOT_LOOKED = "not_looked"


SINCE_WORDS = {
    Since.GONE: say("gone"),
    Since.STILL: say("still there"),
    Since.NOT_LOOKED: say("its rule was not run"),
}


class Doing(Enum):
    """How far the action of a finding is."""

    NONE = "none"
    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"


DOING_WORDS = {
    Doing.NONE: say("no action"),
    Doing.OPEN: say("an action is open"),
    Doing.OVERDUE: say("action overdue"),
    Doing.DONE: say("action done"),
}


@record
class Earlier:
    """A finding of the earlier audit, what became of it, and how far its action is."""

    finding: AuditFinding
    since: Since
    doing: Doing
    action: str = ""


Actions = dict[str, "Kept[Action]"]


def actions_of_findings(actions: Iterable[Kept[Action]]) -> Actions:
    """Return the latest action of each finding, by the finding's key."""
    found = sorted(actions, key=lambda kept: kept.order)
    return {kept.record.finding: kept for kept in found if kept.record.finding}


def doing(kept: Kept[Action] | None, *, on: date) -> Doing:
    """Return how far an action is on a day."""
    if kept is None:
        return Doing.NONE
    if kept.record.done_on is not None and kept.record.done_on <= on:
        return Doing.DONE
    return Doing.OVERDUE if kept.record.due < on else Doing.OPEN


def since(earlier: Audit, now: Audit, actions: Actions) -> tuple[Earlier, ...]:
    """Return what became of each finding of an earlier audit, in its order."""
    there = {finding.key for finding in now.findings}

    def became(finding: AuditFinding) -> Since:
        if finding.key in there:
            return Since.STILL
        return Since.GONE if finding.rule in now.looked else Since.NOT_LOOKED

    return tuple(
        Earlier(
            finding,
            became(finding),
            doing(kept := actions.get(finding.key), on=now.on),
            kept.id if kept else "",
        )
        for finding in earlier.findings
    )


def latest_before(
    audits: Iterable[Kept[Audit]], month: str, *, entry: str = ""
) -> Kept[Audit] | None:
    """Return the latest audit kept of a month or an earlier one, but for one entry."""
    found = [k for k in audits if k.record.month <= month and k.entry != entry]
    return max(found, key=lambda k: (k.record.month, k.order), default=None)
