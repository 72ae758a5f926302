"""What is agreed about money, rehearsed, and looked at together. Reference 4.6.

No account, card, sort code or PIN has a place here.
"""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST


@record
class Agreement:
    """What the person decided about lending and giving, in their own words."""

    words: str
    on: date
    about: str = "lending"
    look_on: date | None = None
    ended_on: date | None = None


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
