"""What is agreed about money, rehearsed, and looked at together. Reference 4.6.

No account, card, sort code or PIN has a place here.
"""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST, Choice
from inclusion_cli.tongue import say

AGREED_ABOUT = (
    Choice("lending", say("Lending money or things")),
    Choice("gifts", say("Giving, and gifts")),
    Choice("cards", say("Who keeps cards, and who knows numbers")),
    Choice("visitors", say("What visitors ask for")),
    Choice("spending", say("Spending with others")),
    Choice("money_else", say("Something else about money")),
)
"""What an agreement about money can be about; practice reference 4.6."""
ABOUT_WORDS = {choice.key: choice.label for choice in AGREED_ABOUT}


@record
class Agreement:
    """What the person decided about lending and giving, in their own words.

    `about` is a key of `AGREED_ABOUT`. It is looked at again on `look_on`; it may end,
    and then `ended_because` says why.
    """

    words: str
    on: date
    about: str = "lending"
    look_on: date | None = None
    ended_on: date | None = None
    ended_because: str = ""


@record
class Rehearsal:
    """A sentence that was practised: how sure they felt, 0 to 10, and with whom."""

    words: str
    on: date
    with_whom: str = ""
    sure: int | None = None

    def __post_init__(self) -> None:
        if self.sure is not None and not LOWEST <= self.sure <= HIGHEST:
            raise ValueError("how sure somebody feels is rated from 0 to 10")


@record
class MoneyCheck:
    """A week's spending looked at together, under its own consent.

    `week` is the Monday of the week that was looked at; `consent` the id of the consent
    it was done under. `unexplained` counts what the person cannot or does not wish to
    explain and is unusual for them; `what` says it shortly, `explained` how it was
    explained, `action` what follows.
    """

    week: date
    on: date
    consent: str
    present: bool
    unexplained: int
    what: str = ""
    explained: str = ""
    action: str = ""
    done: bool = True
    why_not: str = ""

    def __post_init__(self) -> None:
        if self.unexplained < 0:
            raise ValueError("a count is 0 or more")
