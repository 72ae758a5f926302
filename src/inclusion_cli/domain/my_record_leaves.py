"""What the person's own copy leaves out, and why: words of others, records to look at.

A person may have all that is written about them, but for words about somebody else,
and for what could bring somebody into danger. Source: practice reference 4.3 (do not
alert who may be the source), 6.7 (subject access: mark third-party text, log what was
left out with reasons).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.disclosure import Disclosure
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.record import record, replace
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.kept import Kept

_ASKED = ("money.what", "money.who", "money.known_for")
"""Of a request for money only who asked, and for what: the rest is the person's own."""
OF_OTHERS = {
    "concern": ("seen", "by", "others_at_risk", "coercion", "told_manager", "feedback"),
    "debrief": ("told", "harm", *_ASKED),
    "formulation": ("contributors", "disagreements", "sources"),
    "incident": ("witnesses", "notified", "hurt", "called", "at_once"),
    "observation": ("told", *_ASKED),
}
"""Fields that hold words of others or about them, by the kind of record."""
OTHERS = say("It tells of somebody else.")
NAMED = say("It names somebody else.")
GUESS = say("The worker's own guess is for the worker alone.")


@record
class LeftOut:
    """Something that is not in the copy: which record, what of it, and why.

    `key` names the piece, so that it can be let in; "" for what cannot be.
    """

    record: str
    what: str
    why: str
    key: str = ""
    says: str = ""


def of_others(kept: Kept[Any], key: str) -> bool:
    """Say whether a field of a record holds words of others or about them."""
    fields = OF_OTHERS.get(kind_of(kept.record), ())
    return any(f"{key}.".startswith(f"{field}.") for field in fields)


def names_somebody(text: str, names: Iterable[str]) -> bool:
    """Say whether a text has one of these names in it, as a whole word."""
    return any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names if name
    )


def without_the_log(told: Any) -> Any:
    """Return a record as its own person sees it: not what was left out of a copy."""
    if isinstance(told, Disclosure) and told.left_out:
        return replace(told, left_out=())
    return told
