"""The words, the law and the receiver of a safeguarding concern, in one nation.

Source: practice reference 0.3, 4.3. Its tests support a decision and never make it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

PARTS = ("needs", "abuse", "cannot_protect")
"""The three tests, by key; each nation has its words for them."""


@record
class Safeguarding:
    """How one nation speaks of it; `receives` is who a concern is told to."""

    as_of: date
    law: str
    receives: str
    needs: str
    abuse: str
    cannot_protect: str
    says: str


TYPES = (
    Choice("physical", say("Physical")),
    Choice("domestic", say("Domestic")),
    Choice("sexual", say("Sexual")),
    Choice("psychological", say("Psychological")),
    Choice("financial", say("Money or things")),
    Choice("slavery", say("Modern slavery")),
    Choice("discriminatory", say("Discriminatory: because of who they are")),
    Choice("organisational", say("By how a service works")),
    Choice("neglect", say("Neglect")),
    Choice("self_neglect", say("Self-neglect")),
)
"""Types of abuse and neglect. Practice reference 4.3."""


CONSENTS = (
    Choice("yes", say("Yes")),
    Choice("no", say("No")),
    Choice("not_sought", say("Not asked")),
)
"""Whether the person agrees that it is passed on."""
HOW_OUT = (
    Choice("place", say("The place")),
    Choice("person", say("Somebody who was met")),
    Choice("step", say("The step: too much, or too soon")),
    Choice("partner", say("A partner")),
    Choice("sharing", say("What was told to whom")),
)
"""How being out was a part of it. Practice reference 6.4, its end."""


def safeguarding_from(told: Any, nation: str) -> Safeguarding:
    """Return what a data file says. Raises KeyError, TypeError or ValueError."""
    words = {key: str(text) for key, text in told["nations"][nation].items()}
    return Safeguarding(date.fromisoformat(told["as_of"]), **words)
