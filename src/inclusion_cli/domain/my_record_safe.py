"""What limits, harm, weighed risk and money say in the person's own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation_parts import LAWFUL_BASES
from inclusion_cli.domain.money_agreed import AGREED_ABOUT
from inclusion_cli.domain.my_record_known import AGAIN, by_key
from inclusion_cli.domain.my_record_rows import Row, Told, Wording
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.risk_decision import Weighed, Went
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping


def _tried(told: Any, _it: Told) -> str:
    said = [
        f"{one.what.rstrip('.')} ({one.came_of_it.rstrip('.')})"
        if one.came_of_it
        else one.what.rstrip(".")
        for one in told
    ]
    return say("What was tried before: {what}.", what="; ".join(said))


def _chosen(told: Any, _it: Told) -> str:
    ways: Mapping[str, str] = {one.id: one.what for one in told.options}
    question = told.question.rstrip(".?")
    said = say("We asked: {question}?", question=question)
    chosen = ways[told.chosen].rstrip(".")
    return f"{said} {say('What was chosen: {way}.', way=chosen)}"


def _safeguards(told: Any, _it: Told) -> str:
    said = "; ".join(one.what.rstrip(".") for one in told)
    return say("So that it goes well: {what}.", what=said)


SAFE = {
    "agreement": Wording(
        (
            Row("words"),
            Row("about", say("It is about: {it}."), words=by_key(AGREED_ABOUT)),
            Row("look_on", AGAIN[0], ahead=AGAIN[1]),
            Row("ended_on", say("It ended on {it}.")),
            Row("ended_because", say("Why it ended: {it}.")),
        ),
        unsaid=("on",),
    ),
    "money_check": Wording(
        (
            Row("week", say("For the week from {it}.")),
            Row("present", say("You were there."), no=say("You were not there.")),
            Row("unexplained", say("Things nobody could explain: {it}.")),
            Row("what", say("What it was: {it}.")),
            Row("explained", say("How it was explained: {it}.")),
            Row("action", say("What follows: {it}.")),
            Row("done", "", no=say("It was not done.")),
            Row("why_not", say("Why not: {it}.")),
        ),
        unsaid=("on", "consent"),
    ),
    "rehearsal": Wording(
        (
            Row("words"),
            Row("with_whom", say("You practised it with: {it}.")),
            Row("sure", say("You felt {it} of 10 sure.")),
        ),
        unsaid=("on",),
    ),
    "restriction": Wording(
        (
            Row("feels"),
            Row("view"),
            Row("what", "{it}."),
            Row("harm", say("The harm it is against: {it}.")),
            Row("evidence", say("What shows that harm: {it}.")),
            Row("evidence_on", say("That was on {it}.")),
            Row(
                "lawful_basis",
                say("Why the law allows it: {it}."),
                words=by_key(LAWFUL_BASES),
            ),
            Row("aim", say("What it is for: {it}.")),
            Row("tried", tell=_tried),
            Row("proportionate", say("Why it is not too much: {it}.")),
            Row("trigger", say("It is about: {it}.")),
            Row("address", say("Where it holds: {it}.")),
            Row("ends_when", say("It ends when: {it}.")),
            Row("review_days", say("We look at it every {it} days at least.")),
            Row("advocacy", say("Who can speak for you: {it}.")),
            Row("emergency", say("It was set at once, in an emergency.")),
            Row(
                "supervised",
                say("It means that somebody watches over you."),
                no=say("It does not mean that somebody watches over you."),
            ),
            Row(
                "not_free",
                say("It means that you may not leave."),
                no=say("You may leave."),
            ),
            Row(
                "lacks_capacity",
                say("We think you cannot decide this now."),
                no=say("You can decide this yourself."),
            ),
            Row("authorised_by", say("Who decided it: {it}.")),
            Row("authorised_role", say("Who is: {it}.")),
            Row("signed_on", say("It was signed on {it}.")),
            Row("ends_on", say("It ended on {it}."), ahead=say("It ends on {it}.")),
        ),
        unsaid=("on", "control"),
    ),
    "restriction_review": Wording(
        (
            Row("view"),
            Row("restriction", say("The limit: {it}.")),
            Row(
                "verdict",
                "{it}",
                words={
                    Verdict.LIFT: say("It was lifted."),
                    Verdict.REDUCE: say("It was made less."),
                    Verdict.KEEP: say("It was kept."),
                },
            ),
            Row("now", say("From then on: {it}.")),
            Row("why", say("Why: {it}.")),
            Row("harm_since", say("The harm last happened on {it}.")),
            Row("evidence", say("What is new: {it}.")),
            Row("evidence_on", say("That was on {it}.")),
            Row("advice", say("What was advised: {it}.")),
            Row("decided_by", say("Who decided it: {it}.")),
        ),
        unsaid=("on", "lifts"),
    ),
    "risk_decision": Wording(
        (
            Row("wish"),
            Row("benefits", say("The good it may do you: {it}.")),
            Row("benefits_others", say("The good it may do others: {it}.")),
            Row("harms", say("The harm it may do: {it}.")),
            Row("likely", say("How likely that is: {it}.")),
            Row("cost_of_refusing", say("What it costs to say no: {it}.")),
            Row(
                "options",
                each=(
                    Row("what", say("A way: {it}.")),
                    Row("speaks_for", say("What speaks for it: {it}.")),
                    Row("speaks_against", say("What speaks against it: {it}.")),
                ),
            ),
            Row("why", say("Why this was chosen: {it}.")),
            Row("safeguards", tell=_safeguards),
            Row("stop_if", say("We stop if: {it}.")),
            Row("agreed", say("Who agreed: {it}.")),
            Row("disagreed", say("Who did not agree: {it}.")),
            Row("capacity", say("About deciding this yourself: {it}.")),
            Row("other_issues", say("What else matters: {it}.")),
            Row("review_on", AGAIN[0], ahead=AGAIN[1]),
        ),
        _chosen,
        ("question", "chosen"),
        ("on", "step"),
    ),
    "risk_outcome": Wording(
        (
            Row("words"),
            Row(
                "went",
                "{it}",
                words={
                    Went.AS_HOPED: say("It went as hoped."),
                    Went.PARTLY: say("It went in part as hoped."),
                    Went.NOT: say("It did not go as hoped."),
                    Went.NOT_DONE: say("It was not done."),
                },
            ),
            Row("happened", say("What happened: {it}.")),
            Row("stopped", say("It was stopped."), no=say("It did not have to stop.")),
            Row(
                "weighed",
                "{it}",
                words={
                    Weighed.WELL: say("It had been weighed well."),
                    Weighed.PARTLY: say(
                        "Something had been left out when it was weighed."
                    ),
                    Weighed.NOT_WELL: say("We would weigh it another way."),
                },
            ),
            Row("reasoning", say("About how it was weighed: {it}.")),
            Row("learned", say("What we learned: {it}.")),
        ),
        unsaid=("decision", "on"),
    ),
}
