"""What may be told of a person, each an item of its own; practice reference 6.7."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import Choice, listed, lowered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_NAME = "first_name"
COMING_FOR = "coming_for"
HELPS = "helps"
HOW_IT_GOES = "how_it_goes"
RATINGS = "ratings"
MONEY_CHECK = "money_check"
REVIEW_PACK = "review_pack"
CARD = "card"
LIMITS = "limits"
WHO_IS_TOLD = "who_is_told"
OTHER = "other"
RECORD = "record"
DASHBOARD_TELLS = (HOW_IT_GOES, RATINGS)
"""What a person's dashboard tells."""

ITEMS = (
    Choice(FIRST_NAME, say("What they like to be called")),
    Choice(COMING_FOR, say("What they come for, and when")),
    Choice(HELPS, say("What helps them feel at ease")),
    Choice("harder", say("What makes it harder for them")),
    Choice("signs", say("Early signs, and what to do then")),
    Choice("support", say("That we support them, and how to reach us")),
    Choice(HOW_IT_GOES, say("How it goes, and how often they come")),
    Choice("full_name", say("Their full name")),
    Choice("contact", say("How to reach them")),
    Choice("address", say("Their address")),
    Choice("diagnosis", say("A diagnosis")),
    Choice("history", say("What happened before")),
    Choice("medication", say("Medication")),
    Choice("offending", say("Police and court matters")),
    Choice("formulation", say("What is written in their formulation")),
    Choice("money", say("Money")),
    Choice(RATINGS, say("Scores and ratings")),
    Choice(CARD, say("The early-warning card")),
    Choice(REVIEW_PACK, say("The review pack")),
    Choice(RECORD, say("The record itself")),
    Choice(LIMITS, say("Limits that are in force")),
    Choice(WHO_IS_TOLD, say("Who may be told what")),
)
"""What may be told. Each is ticked by itself; none is told unless it was."""
ON_A_PAGE = tuple(
    item
    for item in ITEMS
    if item.key
    not in (CARD, REVIEW_PACK, RECORD, "ratings", "support", LIMITS, WHO_IS_TOLD)
)
"""What a partner's page can hold. That we support them, any page shows."""
ACTIVITIES = (
    Choice(MONEY_CHECK, say("A weekly look at bank activity, together")),
    Choice("steps", say("The steps of the plan")),
    Choice("ratings", say("Questions and ratings about how it goes")),
    Choice(OTHER, say("Something else")),
)
"""What a person can agree to take part in."""
STAND_IN = say("To stand in for one shift")
"""What a visit sheet is for; what is agreed for one says nothing to the next."""
ITEM_WORDS = {item.key: item.label for item in ITEMS}


def items_in_words(keys: Iterable[str]) -> str:
    """Return items in a sentence: "a diagnosis and medication"."""
    wanted = frozenset(keys)
    known = [lowered(item.label) for item in ITEMS if item.key in wanted]
    return listed((*known, *sorted(wanted - ITEM_WORDS.keys())))
