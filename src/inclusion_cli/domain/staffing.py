"""Too few staff given as a reason for a limit: never one. Practice reference 1.2."""

from __future__ import annotations

import re

from inclusion_cli.domain.late_pattern import Ways, late
from inclusion_cli.domain.staffing_words import FAMILIES
from inclusion_cli.tongue import say

_US = "staff|workers?|carers?|colleagues?|the team|the worker|the manager"
_WAYS = Ways(
    {
        "staff": (
            r"\b(?:short|low|under)[ -]?staff\w*\b|\bunderstaff\w*\b"
            r"|\b(?:due|owing) to (?:short |low )?staff(?:ing)?\b"
            r"|\bbecause of (?:short |low )?staff(?:ing)?\b"
            r"|\bno(?:t enough|body| one)? staff (?:available|free|around|on|to)\b"
            r"|\b(?:too few|lack of|low|fewer) (?:staff|staffing)\b|\bstaffing\b"
            r"|\bstaff (?:issues?|levels?|shortages?|ratios?|sickness)\b"
            r"|\b(?:only|just) (?:one|1) (?:member of )?staff\b"
            r"|\b(?:single|lone)[ -]?staffed\b"
        ),
        "enough of us|enough staff|enough workers|enough people on": (
            r"\bnot enough (?:of us|staff|workers|people on)\b"
        ),
        "rota": (
            r"\b(?:gaps? (?:in|on)|because of|due to|owing to) (?:the |our )?"
            r"(?:staff )?rotas?\b"
            r"|\brotas? (?:allows?|permits?|is full|are full|has gaps|have gaps)\b"
        ),
        "worker": r"\b(?:too few|lack of|low|fewer) workers\b",
        "insufficient|inadequate|scarc|shortage": (
            r"\b(?:insufficient|inadequate|scarce) (?:staff|cover|workers|carers)\b"
            r"|\b(?:shortage|scarcity) of (?:\w+ )?(?:staff|workers|carers|cover)\b"
        ),
        "short": (r"\bshort[ -]?handed\b|\bshort of (?:staff|workers|carers|hands)\b"),
        "off sick|off ill|off on leave|away sick|away ill|away on leave": (
            rf"\b(?:{_US})(?: (?:is|are|was|were)(?: not)?)? "
            r"(?:off|away) (?:sick|ill|on leave)\b"
        ),
        "too busy|stretched|off sick|on leave": (
            rf"\b(?:{_US}) (?:is|are|was|were) "
            r"(?:too busy|stretched|off sick|on leave)\b"
        ),
        "we don|we do not|we did|we have": (
            r"\bwe (?:don.?t|do not|didn.?t|did not|haven.?t|have not) (?:have|got) "
            r"(?:the |enough |any )?"
            r"(?:staff|cover|workers|hands|people to go|anyone to go)\b"
        ),
        "we have|we had|we've|we are|we're|we were": (
            r"\bwe(?:'ve| have| had)(?: got)? (?:no|too few|fewer) (?:\w+ )?"
            r"(?:staff|cover|workers|hands)\b"
            r"|\bwe(?:'re| are| were) (?:only|just) (?:one|two|three|four|\d)"
            r"(?: people| workers| staff)? (?:on|at night|overnight|in the (?:evening|"
            r"night|house|building|office))\b"
        ),
        "more|enough|extra|fully": (
            r"\b(?:have|has|get|gets|recruit|hire|employ|there (?:is|are)) "
            r"(?:more|enough|extra) (?:\w+ )?(?:staff|staffing|workers|cover)\b"
            r"|\bfully staffed\b"
        ),
        "we only have|has only|lone working|lone-working": (
            r"\bwe only have (?:one|two|three|\d)(?: people| workers| of us)? on\b"
            r"|\b(?:shift|team|house) has only (?:one|two|\d) (?:person|worker|staff)\b"
            r"|\blone[ -]working\b"
        ),
        "we lack": r"\bwe lack (?:the )?(?:hours|staff|people|workers|cover)\b",
        "agency|bank|relief": (
            r"\b(?:agency|bank|relief) (?:staff|cover|workers) "
            r"(?:cannot|can.?t|can not|won.?t|will not|don.?t|do not)\b"
        ),
        "there is|there are|there were|there was": (
            r"\bthere (?:isn.?t|aren.?t|is not|are not|is no|are no|were no|was no) "
            r"(?:the |enough |any )?(?:\w+ )?(?:staff|cover)\b"
        ),
        "nobody|no one|no-one|noone|no worker|no staff": (
            r"(?<!has )(?<!had )(?<!got )\b(?:nobody|no[ -]?one|no worker|no staff)"
            r"(?: (?:is|was))?(?: (?:free|available|there|here|on|spare))? to "
            r"(?:go (?:out )?with|take|accompany|escort|sit with|cover|supervise)\b"
            r"|\b(?:nobody|no[ -]?one) (?:is |was )?(?:on (?:shift|duty|the rota)"
            r"|free to go|available(?! (?:at|on the|by)\b))\b"
        ),
        "only|just": (
            r"\b(?:only|just) (?:one|two|three|1|2|3) "
            rf"(?:of us|(?:{_US})|people|members? of staff)"
            r"(?: (?:is|are|was|were|work|works|working))?(?: left)? "
            r"(?:on|here|at night|in the (?:evening|night|house|building)|overnight)\b"
        ),
        "cover": (
            r"\b(?:no|not enough|lack of|without|too little) "
            r"(?:night |evening |weekend |staff |waking )?"
            r"cover(?: (?:in|at|on|over|during|for|after|before) (?:the )?"
            r"(?:evenings?|nights?|weekends?|mornings?|afternoons?|shifts?|\w+days?"
            r"|\d+\w*)\b|\W*$| available\b)"
        ),
        "spare": (
            r"\b(?:can.?t|cannot|could not|couldn.?t) spare (?:a |any |the )?"
            r"(?:staff|worker|anyone|anybody|one)\b"
            r"|\bno spare (?:staff|workers?)\b"
        ),
        "no night|no evening|no weekend|no waking": (
            r"\bno (?:night|evening|weekend|waking) (?:staff|workers?)\b"
        ),
        **FAMILIES,
    }
)
STAFFING_SAYS = say(
    "Too few staff is never a reason for a limit. If something did not go ahead "
    "because of staff, log it as cancelled by the service: inclusion session cancel"
)


_CAUSE = late(
    r"\b(?:when|because|if|while|unless|until|since|as|due to|owing to)\b.*",
    re.IGNORECASE | re.DOTALL,
)


def is_tied_to_staffing(text: str) -> bool:
    """Say whether a limit holds for want of staff: "no phone when we are short".

    What is done may name staff, as in "two staff go along"; its cause may not.
    """
    cause = _CAUSE.search(text)
    return cause is not None and is_staffing(cause[0])


def is_staffing(text: str) -> bool:
    """Say whether a text gives too few staff as a reason."""
    return _WAYS.said_in(text)
