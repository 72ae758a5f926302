"""Why a line stands on home: the rule that puts it there, found by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.due import Group
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.due import Due

DRAFT_RULE = say("An interview was begun and not finished. Its answers are kept.")
_FOR_ALL = say(
    "The same limit for three people, or for a house, may be a rule for all."
)
RULES = (
    (
        say("there was a talk about thoughts of suicide"),
        say("A talk about suicide rings until somebody is told, and looked at it."),
    ),
    (
        say("Stopped all at once"),
        say("What is stopped all at once can kill: it is said who gave advice."),
    ),
    (
        say("was answered above 0"),
        say(
            "Question 9 of the PHQ-9 is about being better off dead. It is spoken "
            "about the same day."
        ),
    ),
    (
        say("The measures were last asked "),
        say("What is measured every 3 months is asked again by its day."),
    ),
    (
        say("A pause sign on "),
        say("A pause sign stays open until a decision about it is saved."),
    ),
    (
        say("Look at the week's money together"),
        say("It is agreed to look at each week's money together. Last week is open."),
    ),
    (
        say("An agreement about money"),
        say("An agreement about money is looked at again on the day that was agreed."),
    ),
    (
        say("Less for a while can help"),
        say("A limit broken, or signs rising, are answered with less for a while."),
    ),
    (
        say("Less for a while"),
        say("What is less for a while is looked at again within 7 days."),
    ),
    (
        say("ask about sleep and craving"),
        say("The plan of an evening has a check the day after."),
    ),
    (say("Evening, "), say("An evening is planned for today.")),
    (
        say("No review has looked at it"),
        say("Harm, money and doubt are looked at by a review. None has cited this."),
    ),
    (
        say("it was not sure that all was well"),
        say("Where it was not sure that all was well, it is asked again the same day."),
    ),
    (
        say("Nothing is agreed yet for "),
        say("Each situation has an answer, or a reason."),
    ),
    (
        say("is for no situation"),
        say("All that limits or shapes names its situation, or has a reason."),
    ),
    (
        say(" was to be looked at on "),
        say("What is done may have a day of its own to be looked at."),
    ),
    (
        say("which the formulation does not have"),
        say("What a step meets stands in the formulation."),
    ),
    (
        say("and there is no formulation yet"),
        say("What a step meets stands in the formulation."),
    ),
    (
        say("The formulation did not change after "),
        say("After such an event the formulation changes, or somebody says why not."),
    ),
    (say("The card says: "), say("The plan and the card say the same about the step.")),
    (say("Write that on the card too"), say("The plan and the card say the same.")),
    (
        say("pause sign for that"),
        say("The plan and the card say the same about the step."),
    ),
    (
        say("All that was agreed has been met"),
        say("All that was agreed is met, and nobody offered the next step in time."),
    ),
    (
        say("The pause was to be "),
        say("A pause is looked at again on the day that was agreed."),
    ),
    (
        say("the rest was never asked"),
        say("A limit that was placed at once has its grounds asked by the next day."),
    ),
    (
        say(" cannot stand: "),
        say("A limit has a reason, a lawful basis, a situation and an end."),
    ),
    (
        say("may deprive "),
        say("Watched, not free to leave, unable to decide: advice is taken at once."),
    ),
    (
        say("and still stands in the formulation"),
        say("What was lifted is taken out of the formulation, too."),
    ),
    (
        say("and not in the register"),
        say("A limit that is not the person's own idea stands in the register."),
    ),
    (
        say("Ask the rest by "),
        say("A limit that was placed at once has its grounds asked by the next day."),
    ),
    (say("It may be a rule for all"), _FOR_ALL),
    (say("holds for a whole address"), _FOR_ALL),
    (say(" all end on "), _FOR_ALL),
    (
        say("The limit "),
        say("A limit is looked at again by its review date, or it ends."),
    ),
    (
        say("Look at the limit "),
        say("A limit is looked at again by its review date, or it ends."),
    ),
    (
        say("Risk decision, "),
        say("A positive risk decision is looked at on its day, and its outcome told."),
    ),
    (
        say("Debrief, "),
        say("A session that was planned and is past has no debrief yet."),
    ),
    (
        say("is in danger now"),
        say("Danger now comes first, until somebody decides about it."),
    ),
    (
        say("Ring now"),
        say("Who is rung at once comes first, until it is ticked, or it is closed."),
    ),
    (
        say("Not rung in time"),
        say("A call of the ladder stays here until it is ticked, or it is closed."),
    ),
    (
        say("for the incident of "),
        say("The ladder of calls says who is rung, and by when."),
    ),
    (
        say("nobody has said how serious"),
        say("How serious it was says who is rung. It can be raised at any time."),
    ),
    (
        say("After-action review of "),
        say("What led to harm is looked back on within 3 days."),
    ),
    (
        say("It is not in the register"),
        say("A limit stands in the register, with its grounds and its end."),
    ),
    (
        say("looked back on, and still open"),
        say("An incident is closed with a reason, once all is done."),
    ),
    (
        say("Not there yet: "),
        say(
            "The manager hears in the same shift; the decision has a reason, and the "
            "person's wishes stand beside it."
        ),
    ),
    (
        say("was there an answer"),
        say("A referral has an answer within 14 days, or somebody asks."),
    ),
    (
        say("decided, and still open"),
        say("A concern is closed once it is known what came of it."),
    ),
    (say("Action for "), say("An action has a day. It is done with evidence.")),
    (
        say("Did it work? "),
        say("What was done is looked at again after 28 days: did it work?"),
    ),
    (say("Session, "), say("A session is planned for this day.")),
    (say("Step review. All "), say("All that was agreed for this step is met.")),
    (say("Step review"), say("The last decision said to look again on this day.")),
    (
        say("Met since "),
        say("All that was agreed is met, and nobody has asked the person."),
    ),
    (
        say("Formulation review, early"),
        say("Some events bring the review of the formulation forward."),
    ),
    (
        say("Formulation review"),
        say("The formulation says when it is looked at again."),
    ),
    (
        say("a draft, not signed yet"),
        say("A formulation counts as agreed once it is signed."),
    ),
    (
        say("stood for 12 months"),
        say("What stood unchanged for 12 months is asked about again."),
    ),
    (
        say("dated later than now"),
        say("A debrief tells of what has been. This one is dated later than now."),
    ),
    (say("No formulation yet"), say("Each person has a formulation.")),
    (say("No early-warning card"), say("Each person has an early-warning card.")),
    (
        say("The card was last "),
        say("A card is looked at by its day, 90 days at the latest."),
    ),
    (
        say("Look at the card this week"),
        say("A card is looked at after a crisis call, a sign on it, or a new step."),
    ),
    (say("nobody has checked "), say("Numbers on a card are checked every 180 days.")),
    (
        say("is the one that counts"),
        say("Who has a copy of the card has the one that counts."),
    ),
    (
        say("No steps planned"),
        say("There is a formulation, and no ladder of steps yet."),
    ),
    (say("No step is on"), say("There are steps, and none of them is on.")),
    (say("Worry at its worst "), say("Worry at its worst went up 3 sessions running.")),
    (
        say("No audit of "),
        say("Each month that has ended has an audit, once the first one was kept."),
    ),
    (
        say("No session for "),
        say("A step is on, and there was no session of it for some time."),
    ),
    (
        say("Nothing recorded for "),
        say("A step is on, and nothing was recorded for some time."),
    ),
    (
        say("Two numbers for on call"),
        say(
            "The number on a card is also on the ladder of calls. Where both "
            "are right, add the other one as a step."
        ),
    ),
    (
        say("A consent ends "),
        say("A consent is asked for anew before its last day. Home says so in time."),
    ),
    (
        say("after the consent had ended"),
        say("Nothing is told on a consent that has ended or was taken back."),
    ),
    (
        say("The consent ended on "),
        say("Who holds something on a consent that ended is told to stop using it."),
    ),
    (
        say("took consent back on "),
        say("When consent is taken back, each one who was told is told to stop."),
    ),
    (
        say("Told without consent: "),
        say("Telling without consent is answered for: why, how little, and who knows."),
    ),
)
"""What puts a line on home, by some of its words; the first that fits."""
COPIED = say("Words of one person's formulation stand in another's, letter for letter.")


def rule_of(item: Due) -> str:
    """Return the rule that puts a line on home."""
    if item.group is Group.DRAFTS:
        return DRAFT_RULE
    found = next((rule for words, rule in RULES if words in item.says), "")
    return found or (COPIED if item.command[:2] == ("formulate", "show") else "")
