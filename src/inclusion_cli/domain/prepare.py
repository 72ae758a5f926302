"""The short check before a session, with the predictions that stay sealed until after.

Source: practice reference 4.1 and idea 5 (sealed predictions).
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import HIGHEST, LOWEST


class Wanted(Enum):
    """Whether the person still wants today's plan."""

    YES = "yes"
    CHANGE = "change"
    NO = "no"


@record
class Guess:
    """What one of them expects: worry at its worst 0 to 10, and how sure in 100.

    `going` says whether the worker thinks that the person will go, None for the
    person's own; `will_happen` how sure, 0 to 100, they are that the fear comes true.
    """

    peak: int | None = None
    will_happen: int | None = None
    going: bool | None = None

    def __post_init__(self) -> None:
        if self.peak is not None and not LOWEST <= self.peak <= HIGHEST:
            raise ValueError("worry is rated from 0 to 10")
        if self.will_happen is not None and not 0 <= self.will_happen <= 100:
            raise ValueError("how sure somebody is goes from 0 to 100")


@record
class Preparation:
    """What was gone through before a session.

    `mine` is the person's own guess, `workers` the worker's: neither is shown before
    the debrief of that session is saved.
    """

    step: str
    at: datetime
    wanted: Wanted
    session: str | None = None
    change: str = ""
    worry_now: int | None = None
    minutes_slept: int | None = None
    craving: int | None = None
    signs: tuple[str, ...] | None = None
    money_plan: str = ""
    behaviours: str = ""
    travel: str = ""
    exit_words: str = ""
    contact_tested: bool | None = None
    mine: Guess | None = None
    workers: Guess | None = None
