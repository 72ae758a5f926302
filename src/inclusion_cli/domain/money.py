"""A request for money or things, and what the person did. Practice reference 4.2, 4.6.

Account, card and PIN numbers have no place here; what is kept is what was said.
"""

from __future__ import annotations

from enum import Enum

from inclusion_cli.domain.record import record


class Did(Enum):
    """What the person did when they were asked."""

    DECLINED_ALONE = "declined_independently"
    DECLINED_WITH_HELP = "declined_with_help"
    AGREED = "agreed"
    UNSURE = "unsure"


DID_WORDS = {
    Did.DECLINED_ALONE: "said no on their own",
    Did.DECLINED_WITH_HELP: "said no, with help",
    Did.AGREED: "agreed",
    Did.UNSURE: "was not sure what to do",
}


@record
class MoneyRequest:
    """Somebody asked for money, goods, bank details, the flat or a signature.

    `what` and `who` are in plain words; `known_for` how long they have known each
    other; `amount` as it was said, "" where nothing was said.
    """

    what: str
    who: str
    did: Did
    known_for: str = ""
    amount: str = ""
    feelings: str = ""
