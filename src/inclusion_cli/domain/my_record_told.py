"""What was agreed, and told to others, says in the person's own copy."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.action import Worked
from inclusion_cli.domain.consent import Answered, ConsentKind, HowGiven
from inclusion_cli.domain.consent_items import ACTIVITIES, ITEMS
from inclusion_cli.domain.consent_words import BASES as LEGAL_BASES
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.disclosure_words import CALDICOTT, GROUND_WORDS
from inclusion_cli.domain.my_record_known import AGAIN, by_key
from inclusion_cli.domain.my_record_rows import Row, Told, Wording
from inclusion_cli.domain.naming import PAPER_WORDS
from inclusion_cli.domain.paper import Ended
from inclusion_cli.tongue import say

_RESTS = {
    Rests.CONSENT: say("You had agreed to it."),
    Rests.TO_THE_PERSON: say("It was for you."),
    Rests.WITHOUT_CONSENT: say("You had not agreed to it."),
    Rests.NO_PERSON_NAMED: say("You are not named in it."),
    Rests.OWN_TEAM: say("They are of the team that supports you."),
    Rests.HANDED_ON: say("You hand it on yourself, and said yes to that."),
    Rests.AT_THE_REVIEW: say("It was read at the review, by those who were there."),
}


def _read(told: Any, _it: Told) -> str:
    return say("{name} read it and understood.", name=told.name or say("A worker"))


def _who_told(told: Any, _it: Told) -> str:
    return say("Something was told to {who}.", who=told.recipient.rstrip("."))


def _paper(told: Any, _it: Told) -> str:
    what, who = PAPER_WORDS[told.kind], told.recipient.rstrip(".")
    return say("It was a {what}, for: {who}.", what=what, who=who)


TOLD = {
    "action": Wording(
        (
            Row("what", "{it}."),
            Row("owner", say("By: {it}.")),
            Row("due", say("It was due on {it}."), ahead=say("It is due on {it}.")),
            Row("cause", say("What lay behind it: {it}.")),
            Row("done_on", say("It was done on {it}.")),
            Row("evidence", say("What shows it: {it}.")),
            Row(
                "worked",
                "{it}",
                words={
                    Worked.YES: say("It worked."),
                    Worked.PARTLY: say("It worked in part."),
                    Worked.NO: say("It did not work."),
                },
            ),
            Row("checked_on", say("We looked again on {it}.")),
        ),
        unsaid=("of", "finding"),
    ),
    "characteristics": Wording((Row("said", say("You said: {it}.")),), unsaid=("on",)),
    "consent": Wording(
        (
            Row(
                "kind",
                "{it}",
                words={
                    ConsentKind.TAKE_PART: say("You were asked to take part."),
                    ConsentKind.TELL: say("You were asked if somebody may be told."),
                    ConsentKind.LEGAL_BASIS: say("Why the law lets us write this."),
                },
            ),
            Row("purpose", say("What for: {it}.")),
            Row("activity", say("In: {it}."), words=by_key(ACTIVITIES)),
            Row("basis", "{it}.", words=by_key(LEGAL_BASES)),
            Row("recipient", say("Who: {it}.")),
            Row("role", say("They are: {it}.")),
            Row(
                "answered",
                "{it}",
                words={
                    Answered.GIVEN: say("You said yes."),
                    Answered.DECLINED: say("You said no. That is as good an answer."),
                },
            ),
            Row("words"),
            Row("items", say("What may be told: {it}."), words=by_key(ITEMS)),
            Row("excluded", say("Never to be told: {it}."), words=by_key(ITEMS)),
            Row("asked_how", say("How you were asked: {it}.")),
            Row("interpreter", say("Who put it in your language: {it}.")),
            Row(
                "given_how",
                "{it}",
                words={
                    HowGiven.SIGNED: say("You signed on paper."),
                    HowGiven.SAID_WITNESSED: say(
                        "You said so. Somebody else heard it."
                    ),
                },
            ),
            Row("witness", say("Who heard it: {it}.")),
            Row("capacity", say("About deciding this yourself: {it}.")),
            Row("until", say("It held until {it}."), ahead=say("It holds until {it}.")),
            Row("withdraw_how", say("How you can take it back: {it}.")),
            Row(
                "copy_given",
                say("You were given a copy."),
                no=say("You were given no copy."),
            ),
            Row("withdrawn_on", say("You took it back on {it}.")),
            Row("withdrawn_words"),
        ),
        unsaid=("on", "partner"),
    ),
    "disclosure": Wording(
        (
            Row("role", say("They are: {it}.")),
            Row("purpose", say("What for: {it}.")),
            Row("rests", "{it}", words=_RESTS),
            Row("items", say("What about: {it}."), words=by_key(ITEMS)),
            Row("what", say("What was told: {it}.")),
            Row("ground", say("The ground: {it}."), words=GROUND_WORDS),
            Row("harm", say("The harm it was against: {it}.")),
            Row("necessary", say("Why it had to be told: {it}.")),
            Row("why_no_consent", say("Why you were not asked: {it}.")),
            Row("alternatives", say("What else was thought of: {it}.")),
            Row("decided_by", say("Decided by: {it}.")),
            Row("decided_role", say("Who is: {it}.")),
            Row(
                "told_person", say("You knew of it."), no=say("You did not know of it.")
            ),
            Row("why_not_told", say("Why you were not told: {it}.")),
            Row("caldicott", say("We thought of this: {it}."), words=by_key(CALDICOTT)),
            Row("reference", say("Their reference: {it}.")),
            Row("review_on", AGAIN[0], ahead=AGAIN[1]),
            Row("recalled_on", say("They were told to stop using it on {it}.")),
        ),
        _who_told,
        ("recipient",),
        (
            *("on", "partner", "consent", "paper", "incident", "left_out"),
            "looked_over",
        ),
    ),
    "paper": Wording(
        (
            Row("until", say("It could be used until {it}.")),
            Row(
                "ended",
                "{it}",
                words={
                    Ended.RETURNED: say("It was given back."),
                    Ended.DESTROYED: say("It was destroyed."),
                    Ended.LOST: say("It was lost."),
                },
            ),
            Row("ended_on", say("That was on {it}.")),
        ),
        _paper,
        ("kind", "recipient"),
        (
            *("on", "purpose", "version", "size", "holder", "adds", "known_on"),
            *("tells_from", "tells_to", "claims", "seed"),
        ),
    ),
    "person": Wording(
        (
            Row("name", say("You are written down as {it}.")),
            Row("known_as", say("You like to be called {it}.")),
            Row("code", say("Your papers carry {it} in place of your name.")),
            Row("closed_on", say("Your file was closed on {it}.")),
            Row("closed_because", say("Why it was closed: {it}.")),
        )
    ),
    "read_tick": Wording((), _read, ("name",), ("of", "version", "on", "worker")),
}
