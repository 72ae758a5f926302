"""Safeguarding concerns as they stand: what is not there yet, and what is open.

Support for a decision, never the decision. Source: practice reference 4.3, 6.4 rule 7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.concern import Refer, SafeguardingConcern, WishesAsked
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

MISSING_WORDS = {
    "manager_time": say("when the manager was told"),
    "wishes": say("what the person wishes"),
    "decision": say("whether it is referred"),
    "decision_reason": say("the reason for that"),
}
"""What a concern has before it is complete, by the key of what is missing."""
TO_BE_REFERRED = say("to be referred, not given yet")
"""How one stands that is to be referred, until somebody says that they got it."""
NOT_RUNG = say("that the referral was given to them, and when")
"""What lacks once it was decided to refer it: nothing is ever sent from here."""


def missing(concern: SafeguardingConcern) -> tuple[str, ...]:
    """Return what is not there yet: "manager_time", "wishes", "decision", "..._reason".

    That the person was not asked for their wishes counts as there, where it says why.
    """
    asked = concern.wishes_asked
    not_asked = asked is WishesAsked.NOT_ASKED and not concern.why_not_asked
    lacks = {
        "manager_time": concern.told_manager_at is None,
        "wishes": asked is None or not_asked,
        "decision": concern.decided is None,
        "decision_reason": concern.decided is not None and not concern.why,
    }
    return tuple(key for key, lacking in lacks.items() if lacking)


def not_closed(
    concerns: tuple[Kept[SafeguardingConcern], ...],
) -> tuple[Kept[SafeguardingConcern], ...]:
    """Return the concerns that nobody has closed yet."""
    return tuple(kept for kept in concerns if kept.record.closed_on is None)


def in_danger_now(concern: SafeguardingConcern) -> bool:
    """Say whether somebody is in danger now, and nobody has decided about it yet."""
    open_ = concern.closed_on is None and concern.decided is None
    return open_ and bool(concern.danger_now)


def not_rung(concern: SafeguardingConcern) -> bool:
    """Say whether it was decided to refer it, and nobody has said that they got it."""
    got = concern.referred_at is not None or bool(concern.reference)
    return concern.decided is Refer.REFER and not got


def lacking(concern: SafeguardingConcern) -> tuple[str, ...]:
    """Return in words what is not there yet, that it was given to them among it."""
    rung = (NOT_RUNG,) if not_rung(concern) else ()
    return (*(MISSING_WORDS[key] for key in missing(concern)), *rung)


def fit_for_paper(concern: SafeguardingConcern) -> bool:
    """Say whether a paper may name it: it puts nobody at risk, and the person knows.

    It does where it is about staff, or somebody puts the person under pressure.
    """
    at_risk = concern.staff_source or bool(concern.coercion)
    asked = concern.wishes_asked in (WishesAsked.EXPRESSED, WishesAsked.NONE_EXPRESSED)
    return not at_risk and (asked or bool(concern.told_person))


def open_concerns(case: Casefile) -> tuple[Kept[SafeguardingConcern], ...]:
    """Return the concerns of a person's file that are not closed, oldest first."""
    return not_closed(case.safety.concerns)
