"""What a limit must answer for: each ground that is missing, by its key.

Practice reference 1.2: staffing is never a reason, and a limit without an end, a lawful
basis or a situation it answers is refused. Nobody's rule is its own reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_copy import similarity, tokens
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.restriction import Restriction

PROBLEM_WORDS = {
    "no_exit": say("nothing says what ends it"),
    "no_basis": say("it has no lawful basis"),
    "no_trigger": say("it answers no situation of the formulation"),
    "no_evidence": say("nothing says where and when the harm was seen"),
    "staffing": say("staffing is given as a reason"),
    "circular": say("its reason is the rule itself"),
    "unsigned": say("it was placed at once, and the rest is not asked yet"),
    "unregistered": say("it stands in the formulation, and not in the register"),
    "overdue": say("it is past its date"),
}
"""What can be wrong with a limit that is in force, in words."""

_STAFFING = re.compile(
    r"\b(?:short|low|under)[ -]?staff\w*\b|\bunderstaff\w*\b"
    r"|\b(?:due|owing) to (?:short |low )?staff(?:ing)?\b"
    r"|\bbecause of (?:short |low )?staff(?:ing)?\b"
    r"|\bno(?:t enough|body| one)? staff (?:available|free|around|on|to)\b"
    r"|\bnot enough (?:of us|staff|workers|people on)\b"
    r"|\b(?:too few|lack of|low|fewer) (?:staff|staffing|workers)\b"
    r"|\bstaff(?:ing)? (?:issues?|levels?|shortages?|ratios?|numbers|sickness|rota)\b"
    r"|\bstaffing\b|\b(?:gaps? (?:in|on) the|the) rota\b",
    re.IGNORECASE,
)
_CIRCULAR = re.compile(
    r"\b(?:because|as|since)\W+(?:it is|it's|its|that is|that's|this is|of)\W+"
    r"(?:\w+\W+){0,3}?(?:rules?|policy|procedure|practice)\b"
    r"|^\W*(?:it is|it's|that is|that's)?\W*(?:the|a|our|house)\W+"
    r"(?:house )?(?:rules?|policy)\W*$"
    r"|\b(?:policy|the rules?|procedure) says?\b|\brules are rules\b"
    r"|\bwe (?:have )?always (?:did|done|do)\b|\bwe don.?t do that here\b"
    r"|^\W*(?:for )?(?:health and safety|safety(?: reasons)?|duty of care)\W*$"
    r"|\b(?:everyone|everybody|all residents) (?:has|have|must)\b"
    r"|^\W*because (?:it is|it's) not allowed\W*$",
    re.IGNORECASE,
)
SAME = 0.8
"""From here on, two texts say the same thing."""
_AS_IT_IS = re.compile(r"^\W*(?:because|so that|to (?:stop|prevent))\b", re.IGNORECASE)
STAFFING_SAYS = say(
    "Too few staff is never a reason for a limit. If something did not go ahead "
    "because of staff, log it as cancelled by the service: inclusion session cancel"
)
CIRCULAR_SAYS = say(
    "A rule is no reason for itself. Say what harm there is, to whom, and where and "
    "when it was seen"
)


def is_staffing(text: str) -> bool:
    """Say whether a text gives too few staff as a reason."""
    return bool(_STAFFING.search(text))


def is_circular(reason: str, what: str) -> bool:
    """Say whether a reason is the rule, or says again what the limit is."""
    if not reason.strip():
        return False
    bare = _AS_IT_IS.sub("", reason)
    same = folded(bare).strip(" .") == folded(what).strip(" .")
    said = tokens(bare)
    again = bool(said) and (said <= tokens(what) or similarity(bare, what) >= SAME)
    return same or again or bool(_CIRCULAR.search(reason))


def refused(reason: str, what: str) -> str:
    """Return why a text is no reason for a limit, "" where it may be one."""
    if is_staffing(reason):
        return STAFFING_SAYS
    return CIRCULAR_SAYS if is_circular(reason, what) else ""


def grounds_missing(it: Restriction, triggers: Iterable[str]) -> Iterator[str]:
    """Return the keys of what a limit does not answer for.

    `triggers` are the ids of the situations of the formulation that stands.
    """
    if it.emergency and it.signed_on is None:
        yield "unsigned"
    if not it.ends_when or no_end(it.ends_when):
        yield "no_exit"
    if not it.lawful_basis:
        yield "no_basis"
    if not it.trigger or it.trigger not in set(triggers):
        yield "no_trigger"
    if not it.evidence:
        yield "no_evidence"
    if any(is_staffing(text) for text in (it.harm, it.evidence, it.proportionate)):
        yield "staffing"
    if is_circular(it.harm, it.what):
        yield "circular"


_NO_END = re.compile(
    r"^\W*(?:never|none|no end|not known|n/?a|indefinitely|permanent(?:ly)?"
    r"|until further notice|when (?:staff|we|the manager|the team) (?:say|decide)s?"
    r"(?: so)?|for (?:ever|good)|ongoing)\W*$"
    r"|\buntil further notice\b|\bindefinitely\b|\bpermanently\b",
    re.IGNORECASE,
)


def no_end(text: str) -> bool:
    """Say whether what should end a limit is no end."""
    return bool(_NO_END.search(text))
