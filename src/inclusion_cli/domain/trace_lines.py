"""What the thread from wish to outcome is made of: its stages, and one moment of it."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept


class Stage(Enum):
    """The stages of the thread, in the order they stand on one day."""

    START = "start"
    WISH = "wish"
    TRIGGER = "trigger"
    FORMULATION = "formulation"
    STEP = "step"
    SESSION = "session"
    CRISIS = "crisis"
    INCIDENT = "incident"
    CONCERN = "concern"
    MONEY = "money"
    LIMIT = "limit"
    RISK = "risk"
    PAUSE = "pause"
    DECISION = "decision"
    CARD = "card"
    OUTCOME = "outcome"


STAGE_WORDS = {
    Stage.START: say("Start"),
    Stage.WISH: say("Their words"),
    Stage.TRIGGER: say("What is hard"),
    Stage.FORMULATION: say("Formulation"),
    Stage.STEP: say("Step"),
    Stage.SESSION: say("Session"),
    Stage.CRISIS: say("Crisis"),
    Stage.INCIDENT: say("Incident"),
    Stage.CONCERN: say("Safeguarding"),
    Stage.MONEY: say("Money"),
    Stage.LIMIT: say("Limit"),
    Stage.RISK: say("Risk weighed"),
    Stage.PAUSE: say("Pause"),
    Stage.DECISION: say("Decision"),
    Stage.CARD: say("Card"),
    Stage.OUTCOME: say("Outcome"),
}
"""What each stage is called."""


@record
class Moment:
    """One moment of the thread: what, when, in whose words, and what is missing.

    `id` is the record it rests on, `author` the id of who wrote it. `missing` are the
    ends of sentences that begin with "No evidence found".
    """

    stage: Stage
    at: datetime
    says: str
    id: str
    author: str
    quote: str = ""
    missing: tuple[str, ...] = ()


def moment(
    stage: Stage,
    kept: Kept[Any],
    says: str,
    *,
    at: datetime | None = None,
    quote: str = "",
    missing: tuple[str, ...] = (),
) -> Moment:
    """Return the moment of a record, by default when it happened."""
    return Moment(
        stage, at or kept.happened_at, says, kept.id, kept.author, quote, missing
    )


def there(*found: tuple[bool, str]) -> tuple[str, ...]:
    """Return what is missing: the words of each pair that does not hold."""
    return tuple(words for holds, words in found if not holds)
