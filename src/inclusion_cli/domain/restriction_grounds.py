"""What a limit must answer for: each ground that is missing, by its key.

Practice reference 1.2: staffing is never a reason, and a limit without an end, a lawful
basis or a situation it answers is refused. Nobody's rule is its own reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.empty_reasons import (
    ends_nothing,
    says_none,
    says_nothing,
)
from inclusion_cli.domain.formulation_copy import similarity, tokens
from inclusion_cli.domain.late_pattern import Ways, late
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.staffing import (
    STAFFING_SAYS,
    is_staffing,
    is_tied_to_staffing,
)
from inclusion_cli.domain.staffing_near import lacks_hands
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Control
    from inclusion_cli.domain.restriction import Restriction, RestrictionReview

PROBLEM_WORDS = {
    "no_exit": say("nothing says what ends it"),
    "no_basis": say("it has no lawful basis"),
    "no_capacity": say("best interests, and nobody said that capacity is lacking"),
    "no_trigger": say("it answers no situation of the formulation"),
    "no_evidence": say("nothing says where and when the harm was seen"),
    "not_tried": say("nothing less was tried, and nothing says why"),
    "not_authorised": say("nobody authorised it"),
    "not_offered": say("nothing says how a complaint and an advocate were offered"),
    "staffing": say("staffing is given as a reason"),
    "circular": say("its reason is the rule itself"),
    "unsigned": say("it was placed at once, and the rest is not asked yet"),
    "unregistered": say("it stands in the formulation, and not in the register"),
    "unauthorised": say("nobody authorised it: the formulation is not signed"),
    "overdue": say("it is past its date"),
}
"""What can be wrong with a limit that is in force, in words."""

_CIRCULAR = Ways(
    {
        "rule|policy|procedure|practice": (
            r"\b(?:because|as|since)\W+(?:it is|it's|its|that is|that's|this is|of)\W+"
            r"(?:\w+\W+){0,3}?(?:rules?|policy|procedure|practice)\b"
            r"|^\W*(?:it is|it's|that is|that's)?\W*(?:the|a|our|house)\W+"
            r"(?:house )?(?:rules?|policy)\W*$"
            r"|\b(?:policy|the rules?|procedure) says?\b|\brules are rules\b"
            r"|\b(?:it is|it.?s|that is|that.?s|is|was) (?:just |only |simply )?"
            r"(?:our |the |a |house |company |service |against (?:our |the |house )?)+"
            r"(?:policy|rules?|procedure)\b"
            r"|\bit.?s (?:the )?policy\b|\bit is policy\b|\bour policy (?:is|not|to)\b"
            r"|\b(?:as )?per (?:\w+ )?policy\b"
            r"|\bpolicy (?:states?|requires?|dictates?|means)\b"
            r"|\bpolicy (?:does not|doesn.?t|won.?t)\b"
        ),
        "we always|we have always|do that here": (
            r"\bwe (?:have )?always (?:did|done|do)\b|\bwe don.?t do that here\b"
        ),
        "always been|how it is|how we|how things|the way": (
            r"\b(?:it|that|this)(?: has|.s| is) always been (?:done|like|so|that"
            r"|this)\b"
            r"|^\W*(?:because |as )?(?:it.?s|it is|that.?s|that is|this is) (?:just )?"
            r"(?:how|the way) (?:it is|things are|we (?:do|work))\b"
        ),
        "want|wish|ask|insist|demand|prefer|decid|told|expect|order": (
            r"^\W*(?:because |as )?(?:the |our |her |his |their |a |my )?(?:\w+ ){1,2}"
            r"(?:wants?|wanted|wish(?:es)?|ask(?:s|ed)?|insist(?:s|ed)?|demand(?:s|ed)?"
            r"|prefers?|decid(?:es|ed)|told|expects?|order(?:s|ed)?)"
            r"(?: us| staff)?(?: for| on| to)?(?: it| this| that| so)?\W*$"
        ),
        "safety|duty of care": (
            r"^\W*(?:for )?(?:health and safety|safety(?: reasons)?|duty of care)\W*$"
        ),
        "everyone|everybody|all residents": (
            r"\b(?:everyone|everybody|all residents) "
            r"(?:must\b|(?:has|have) (?:to|this|it|the same|one)\b)"
        ),
        "risk assessment|care plan|support plan": (
            r"^\W*(?:because )?(?:it is|it's|that is|that's) in "
            r"(?:his|her|their|the) (?:risk assessment|care plan|support plan)\W*$"
        ),
        "not allowed": r"^\W*because (?:it is|it's) not allowed\W*$",
        "insur": (
            r"(?:^\W*|\b(?:the|our|its) )insur(?:ance|ers?) (?:won.?t|will not|doesn.?t"
            r"|does not|wouldn.?t|would not|cannot|can.?t) (?:allow|cover|let|permit)\b"
        ),
        "covered|insured|permitted|allowed": (
            r"\b(?:not|isn.?t|aren.?t) (?:covered|insured|permitted|allowed) "
            r"(?:by|on|under) (?:the|our) (?:insurance|policy|rules)\b"
        ),
    }
)
BEST_INTERESTS = "best_interests"
"""It holds only for who lacks capacity for the decision: Mental Capacity Act, s. 4."""
SAME = 0.8
"""From here on, two texts say the same thing."""
_AS_IT_IS = late(r"^\W*(?:because|so that|to (?:stop|prevent))\b", re.IGNORECASE)
CIRCULAR_SAYS = say(
    "A rule is no reason for itself. Say what harm there is, to whom, and where and "
    "when it was seen"
)
UNSEEN_SAYS = say(
    "That tells nothing that was seen. Say what happened, where, on which day, and who "
    "saw it. Where nobody saw anything, there is no ground for a limit"
)
NOT_TRIED_SAYS = say(
    "Say what was tried first, when, and what came of it. If nothing could be tried, "
    "say why that was so"
)
NOBODY_SAYS = say("Somebody answers for a limit. Type the name of who authorised it")
NOT_OFFERED_SAYS = say(
    "The person can complain, and can have an advocate. Offer both first, then say "
    "how, and when"
)
NO_END_SAYS = say(
    "A limit without an end is not placed. Something that anybody can see ends it: "
    '"until further notice", "when it is safe" or "when it is lifted" is no end. Say '
    "what has to be true for it to be lifted"
)


def is_circular(reason: str, what: str, names: Iterable[str] = ()) -> bool:
    """Say whether a reason is the rule, says the limit again, or says nothing.

    `names` are what the person is called.
    """
    return says_again(reason, what) or says_nothing(reason, what, names)


def is_no_reason(reason: str, what: str, names: Iterable[str] = ()) -> bool:
    """Say whether a reason goes round in a circle, or names nothing that was seen."""
    return says_none(reason) or is_circular(reason, what, names)


def says_again(reason: str, what: str) -> bool:
    """Say whether a text gives a rule as the reason, or is the limit once more."""
    if not reason.strip():
        return False
    bare = _AS_IT_IS.sub("", reason)
    same = folded(bare).strip(" .") == folded(what).strip(" .")
    said = tokens(bare)
    again = bool(said) and (said <= tokens(what) or similarity(bare, what) >= SAME)
    return same or again or _CIRCULAR.said_in(reason)


def _is_staffing(reason: str) -> bool:
    """Say whether a reason is that the house lacks hands, in any words."""
    return is_staffing(reason) or lacks_hands(reason)


def refused(reason: str, what: str, names: Iterable[str] = ()) -> str:
    """Return why a text is no reason for a limit, "" where it may be one."""
    if _is_staffing(reason):
        return STAFFING_SAYS
    if says_none(reason):
        return UNSEEN_SAYS
    return CIRCULAR_SAYS if is_circular(reason, what, names) else ""


def names_of(case: Casefile) -> tuple[str, ...]:
    """Return what the person of a file is called."""
    return case.known_as, case.person.record.name


def grounds_missing(
    it: Restriction, triggers: Iterable[str], names: Iterable[str] = ()
) -> Iterator[str]:
    """Return the keys of what a limit does not answer for.

    `triggers` are the ids of the situations of the formulation that stands, `names`
    what the person is called.
    """
    names, reasons = tuple(names), (it.harm, it.evidence, it.proportionate)
    if it.emergency and it.signed_on is None:
        yield "unsigned"
    if not it.ends_when or no_end(it.ends_when, it.what, names):
        yield "no_exit"
    if not it.lawful_basis:
        yield "no_basis"
    if it.lawful_basis == BEST_INTERESTS and not it.lacks_capacity:
        yield "no_capacity"
    if not it.trigger or it.trigger not in set(triggers):
        yield "no_trigger"
    yield from _said_in_vain(it)
    if is_tied_to_staffing(it.what) or any(map(_is_staffing, reasons)):
        yield "staffing"
    if any(is_no_reason(text, it.what, names) for text in reasons):
        yield "circular"


def _said_in_vain(it: Restriction) -> Iterator[str]:
    """Return the keys of what is answered with nothing: "none", "N/A", "nobody"."""
    if not it.evidence or says_none(it.evidence):
        yield "no_evidence"
    if any(says_none(way.what) for way in it.tried):
        yield "not_tried"
    if says_none(it.authorised_by):
        yield "not_authorised"
    if says_none(it.advocacy):
        yield "not_offered"


def kept_missing(
    look: RestrictionReview, what: str, names: Iterable[str] = ()
) -> Iterator[str]:
    """Return the keys of what is wrong with the reasons a look kept a limit for.

    `what` is the limit as it goes on. One that was lifted needs no reason.
    """
    names, reasons = tuple(names), (look.why, look.evidence)
    if look.verdict is Verdict.LIFT:
        return
    if is_tied_to_staffing(look.now) or any(map(_is_staffing, reasons)):
        yield "staffing"
    if any(is_no_reason(text, what, names) for text in reasons):
        yield "circular"


def written_missing(it: Control, names: Iterable[str]) -> Iterator[str]:
    """Return the keys of what is wrong with a limit of the formulation alone."""
    yield "unregistered"
    if _is_staffing(it.harm):
        yield "staffing"
    if is_no_reason(it.harm, it.text, names):
        yield "circular"


_NO_END = late(
    r"^\W*(?:never|none|no end|not known|n/?a|indefinitely|permanent(?:ly)?"
    r"|until further notice|when (?:staff|we|the manager|the team) (?:say|decide)s?"
    r"(?: so)?|for (?:ever|good)|ongoing)\W*$"
    r"|\buntil further notice\b",
    re.IGNORECASE,
)


def no_end(text: str, what: str = "", names: Iterable[str] = ()) -> bool:
    """Say whether what should end a limit is no end, or its own lifting."""
    return bool(_NO_END.search(text)) or ends_nothing(text, what, names)
