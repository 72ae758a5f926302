"""A reason that tells of the house and of what it lacks, and of nobody's harm.

`staffing` knows the ways it is said. This knows none: it looks for a word of who works
here within a few words of a word of want, where nothing that happened is told.
"""

from __future__ import annotations

import re

from inclusion_cli.domain.late_pattern import late

_BETWEEN = r"(?:\W+[\w'-]+){0,4}?\W+"
_OURS = (
    r"(?:staff|workers?|carers?|colleagues?|team|shifts?|rotas?|rosters?|agency"
    r"|overtime"
    r"|one to one hours|support hours|our hours|budgets?|funding|resources|cover)"
)
_WANT = (
    r"(?:no(?! other way)|nobody(?! but)|no one(?! but)|none|only|not enough"
    r"|too (?:few|small|little)|short|lacks?"
    r"|ran out|runs? out|run out|spent|cut|limited|stretched|thin|tight"
    r"|full|sick|on leave|left(?! (?:her|him|them|the))|busy|has other|have other"
    r"|haven't|must stay|costs?|needed (?:for|by)"
    r"|hard to|cannot take|half empty|no time|not allowed|too (?:many|much)|not there"
    r"|not paid|exhausted|overloaded|tired|used up|empty"
    r"|cannot leave|can't leave|cannot (?:be )?release\w*|can be released)"
)
_NEAR = late(
    rf"\b{_OURS}\b{_BETWEEN}{_WANT}\b|\b{_WANT}\b{_BETWEEN}{_OURS}\b"
    rf"|\b(?:only|just) {_OURS}\b"
    r"|\b(?:funding|budget|contract|hours) (?:stops?|ends?)\b|\bour hours were cut\b"
    r"|\bwe (?:cannot|can't|can not|could not|couldn't) (?:send|run|spare|find"
    r"|staff|get)\b"
    rf"{_BETWEEN}(?:anybody|anyone|somebody|{_OURS})\b"
    r"|\b(?:one|a single|a lone) (?:\w+ )?worker (?:for|on|only|cannot|can't)\b"
    r"|\btoo few of us\b|\bnobody left in the house\b|\bties up (?:a|one) worker\b"
    r"|\bthere (?:is|are) (?:only )?one of us\b|\bwe have no driver\b"
    r"|\bleaves? the (?:house|others) (?:empty|alone)\b|\bcut the hours\b"
    r"|\bwe (?:haven't|have not|do not have|don't have)(?: got)? (?:the |any "
    r"|enough |a )?"
    r"(?:people|worker|anyone|anybody|numbers|hours)\b"
    r"|\b(?:needs?|takes?) two (?:staff|workers|people|of us)\b.*\b(?:have|has) one\b"
    r"|\bwe have had (?:\w+ )?people off\b|\bone to one hours\b"
    r"|\bnobody can be released\b",
    re.IGNORECASE,
)
_BESIDE = late(
    r"\b(?:with|by|without) (?:only )?(?:a|one|the|two|no)? ?(?:\w+ )?(?:workers?"
    r"|staff|carers?)"
    r"(?: (?:beside|near|along|there))?|\b(?:workers?|staff) (?:beside|near|along)\b",
    re.IGNORECASE,
)
_TOLD = late(
    r"\b(?:he|she|saw|seen|heard|found|hit|hurt|bit|bitten|threw|took|told|said"
    r"|wrote|fell"
    r"|was|(?<!our hours )were|spat|stole|her own|his own|their own|ran (?!out)"
    r"|went|came(?! for))\b"
    r"|\b(?!staffed|exhausted|overloaded|used|allowed|overworked|stretched|limited|released|needed|closed)\w{2,}ed\b"
    r"|\b\d+ \w*[a-z]{3,}\b",
    re.IGNORECASE,
)


def lacks_hands(text: str) -> bool:
    """Say whether a reason is what the house lacks, and tells nothing that happened."""
    plain = _BESIDE.sub(" ", text.replace("\u2019", "'"))
    return _NEAR.search(plain) is not None and _TOLD.search(plain) is None
