"""What went wrong, and concerns, say in the person's own copy."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.concern import Achieved, Refer, Sure, WishesAsked
from inclusion_cli.domain.incident_words import SORTS
from inclusion_cli.domain.incidents import LEVEL_WORDS
from inclusion_cli.domain.my_record_known import by_key
from inclusion_cli.domain.my_record_rows import Row, Told, Wording
from inclusion_cli.domain.safeguarding import HOW_OUT, TYPES
from inclusion_cli.tongue import say

_SURE = {
    Sure.YES: say("yes"),
    Sure.NO: say("no"),
    Sure.NOT_SURE: say("not sure"),
}


def _part(question: str) -> Any:
    def says(told: Any, _it: Told) -> str:
        why = f" {told.why}" if told.why else ""
        return question.format(it=_SURE[told.answer]) + why

    return says


def _called(told: Any, _it: Told) -> str:
    said = [f"{one.whom or one.who}: {one.not_rung or one.said}" for one in told]
    return say("Who was rung: {who}.", who="; ".join(said))


def _levels(told: Any, _it: Told) -> str:
    said = [
        f"{LEVEL_WORDS[one.level]}{f' ({one.why})' if one.why else ''}" for one in told
    ]
    return say("How grave it was seen to be, in turn: {it}.", it="; ".join(said))


HARM = {
    "after_action": Wording(
        (
            Row("person_said"),
            Row("expected", say("What was expected: {it}.")),
            Row("happened", say("What happened: {it}.")),
            Row("why_differed", say("Why that was different: {it}.")),
            Row("change", say("What changes: {it}.")),
            Row("plan_followed", say("Was the plan kept to: {it}.")),
            Row("proportionate", say("Was it too much or too little: {it}.")),
            Row(
                "restriction",
                say("A limit came of it."),
                no=say("No limit came of it."),
            ),
            Row("limit_ended", say("That limit ended on {it}.")),
            Row("fed_back", say("How you were told: {it}.")),
        ),
        unsaid=("incident", "on"),
    ),
    "case_review": Wording(
        (
            Row(
                "factor",
                say("Being out played a part."),
                no=say("Being out played no part."),
            ),
            Row("how", say("What played a part: {it}."), words=by_key(HOW_OUT)),
            Row("formulation_current", say("Was what we knew up to date: {it}.")),
            Row("earliest_sign", say("The earliest sign: {it}.")),
            Row("paced_right", say("Was the pace right: {it}.")),
            Row("heard", say("Were you heard: {it}.")),
            Row("proportionate", say("Was it too much or too little: {it}.")),
            Row("partner_handling", say("How the place dealt with it: {it}.")),
            Row("learning", say("What we learned: {it}.")),
        ),
        unsaid=("concern", "on"),
    ),
    "concern": Wording(
        (
            Row("wishes"),
            Row("outcomes"),
            Row(
                "wishes_asked",
                "{it}",
                words={
                    WishesAsked.EXPRESSED: say("We asked what you wish, and you said."),
                    WishesAsked.NONE_EXPRESSED: say("We asked. You did not say."),
                    WishesAsked.NOT_ASKED: say("You were not asked what you wish."),
                },
            ),
            Row("why_not_asked", say("Why you were not asked: {it}.")),
            Row("seen", say("What was seen or heard: {it}.")),
            Row("by", say("By: {it}.")),
            Row("types", say("Kind of harm: {it}."), words=by_key(TYPES)),
            Row("needs", tell=_part(say("Do you need care and support: {it}."))),
            Row("abuse", tell=_part(say("Is there abuse or neglect: {it}."))),
            Row(
                "cannot_protect",
                tell=_part(say("Is it hard to protect yourself: {it}.")),
            ),
            Row(
                "danger_now",
                say("You were in danger then."),
                no=say("You were not in danger then."),
            ),
            Row("crime", say("It may be a crime."), no=say("It is no crime.")),
            Row("others_at_risk", say("Others at risk: {it}.")),
            Row("coercion", say("Somebody may have had a hold over you: {it}.")),
            Row("capacity", say("About deciding this yourself: {it}.")),
            Row(
                "consent",
                "{it}",
                words={
                    "yes": say("You agreed that we tell."),
                    "no": say("You did not agree that we tell."),
                    "not_sought": say("You were not asked if we may tell."),
                },
            ),
            Row("why_no_consent", say("Why we went on without your yes: {it}.")),
            Row("reasons_for", say("What spoke for telling: {it}.")),
            Row("reasons_against", say("What spoke against telling: {it}.")),
            Row(
                "decided",
                "{it}",
                words={
                    Refer.REFER: say("We decided to tell the council."),
                    Refer.DO_NOT_REFER: say("We decided not to tell the council."),
                },
            ),
            Row("why", say("Why: {it}.")),
            Row("decided_by", say("Decided by: {it}.")),
            Row("decided_at", say("That was on {it}.")),
            Row("referred_at", say("The council heard on {it}.")),
            Row("told_manager", say("The manager who was told: {it}.")),
            Row("told_manager_at", say("The manager heard on {it}.")),
            Row("told_person", say("How you were told: {it}.")),
            Row("reference", say("The council's reference: {it}.")),
            Row("feedback", say("What came back: {it}.")),
            Row(
                "achieved",
                "{it}",
                words={
                    Achieved.FULLY: say("What you wanted came about."),
                    Achieved.PARTLY: say("What you wanted came about in part."),
                    Achieved.NOT: say("What you wanted did not come about."),
                },
            ),
            Row("closed_because", say("Why it was closed: {it}.")),
            Row("closed_on", say("It was closed on {it}.")),
        ),
        unsaid=("at", "staff_source", "incident"),
    ),
    "incident": Wording(
        (
            Row("view"),
            Row("what", say("What happened: {it}.")),
            Row("at", say("It was on {it}.")),
            Row("place", say("It was at: {it}.")),
            Row("level", say("How grave it was seen to be: {it}."), words=LEVEL_WORDS),
            Row("sorts", say("What sort it was: {it}."), words=by_key(SORTS)),
            Row("hurt", say("Who was hurt: {it}.")),
            Row("at_once", say("What was done at once: {it}.")),
            Row("witnesses", say("Who saw it: {it}.")),
            Row("notified", say("Who was told: {it}.")),
            Row(
                "in_community", say("It was out and about."), no=say("It was at home.")
            ),
            Row("levels", tell=_levels),
            Row("called", tell=_called),
            Row(
                "closings",
                each=(
                    Row("on", say("It was closed on {it}, and opened again.")),
                    Row("because", say("Why it was closed: {it}.")),
                ),
            ),
            Row("closed_on", say("It was closed on {it}.")),
            Row("closed_because", say("Why it was closed: {it}.")),
        ),
        unsaid=("session", "debrief", "concern", "ladder"),
    ),
}
