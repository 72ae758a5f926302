"""Why a line stands on home: the rule that puts it there, found by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.due import Group

if TYPE_CHECKING:
    from inclusion_cli.domain.due import Due

DRAFT_RULE = "An interview was begun and not finished. Its answers are kept."
RULES = (
    ("A pause sign on ", "A pause sign stays open until a decision about it is saved."),
    (
        "No review has looked at it",
        "Harm, money and doubt are looked at by a review. None has cited this.",
    ),
    (
        "it was not sure that all was well",
        "Where it was not sure that all was well, it is asked again the same day.",
    ),
    ("Nothing is agreed yet for ", "Each situation has an answer, or a reason."),
    (
        "is for no situation",
        "All that limits or shapes names its situation, or has a reason.",
    ),
    (
        "which the formulation does not have",
        "What a step meets stands in the formulation.",
    ),
    ("and there is no formulation yet", "What a step meets stands in the formulation."),
    (
        "The formulation did not change after ",
        "After such an event the formulation changes, or somebody says why not.",
    ),
    ("The card says: ", "The plan and the card say the same about the step."),
    ("The card does not say so yet", "The plan and the card say the same."),
    ("pause sign for that", "The plan and the card say the same about the step."),
    (
        "All that was agreed has been met",
        "All that was agreed is met, and nobody offered the next step in time.",
    ),
    ("The pause was to be ", "A pause is looked at again on the day that was agreed."),
    ("The limit ", "A limit is looked at again by its review date, or it ends."),
    ("Debrief, ", "A session that was planned and is past has no debrief yet."),
    ("Session, ", "A session is planned for this day."),
    ("Step review. All ", "All that was agreed for this step is met."),
    ("Step review", "The last decision said to look again on this day."),
    ("Met since ", "All that was agreed is met, and nobody has asked the person."),
    (
        "Formulation review, early",
        "Some events bring the review of the formulation forward.",
    ),
    ("Formulation review", "The formulation says when it is looked at again."),
    ("a draft, not signed yet", "A formulation counts as agreed once it is signed."),
    (
        "stood for 12 months",
        "What stood unchanged for 12 months is asked about again.",
    ),
    (
        "dated later than now",
        "A debrief tells of what has been. This one is dated later than now.",
    ),
    ("No formulation yet", "Each person has a formulation."),
    ("No early-warning card", "Each person has an early-warning card."),
    ("The card was last ", "A card is looked at by its day, 90 days at the latest."),
    (
        "Look at the card this week",
        "A card is looked at after a crisis call, a late sign, or a new step.",
    ),
    ("nobody has checked ", "Numbers on a card are checked every 180 days."),
    (
        "is the one that counts",
        "Who has a copy of the card has the one that counts.",
    ),
    ("No steps planned", "There is a formulation, and no ladder of steps yet."),
    ("No step is on", "There are steps, and none of them is on."),
    ("Worry at its worst ", "Worry at its worst went up 3 sessions running."),
    ("Nothing recorded for ", "A step is on, and nothing was recorded for some time."),
)
"""What puts a line on home, by some of its words; the first that fits."""
COPIED = "Words of one person's formulation stand in another's, letter for letter."


def rule_of(item: Due) -> str:
    """Return the rule that puts a line on home."""
    if item.group is Group.DRAFTS:
        return DRAFT_RULE
    says = item.says
    found = next((rule for words, rule in RULES if words in says), "")
    copied = item.command[:2] == ("formulate", "show")
    return found or (COPIED if copied else "")
