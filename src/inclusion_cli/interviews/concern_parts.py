"""Parts of the questions about a concern that more than one form asks.

The wishes, what changes what has to be done, the three tests, and agreeing to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.concern import WishesAsked
from inclusion_cli.domain.incident import Incident
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_bank_numbers
from inclusion_cli.domain.safeguarding import CONSENTS, PARTS, Safeguarding
from inclusion_cli.domain.values import NO, YES, YES_NO, YES_NO_NOT_SURE, Choice
from inclusion_cli.interviews.question import Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

WISHES = (
    Choice(WishesAsked.EXPRESSED.value, say("Asked, and they said")),
    Choice(WishesAsked.NONE_EXPRESSED.value, say("Asked, and they did not say")),
    Choice(WishesAsked.NOT_ASKED.value, say("Not asked")),
)
STAFF = (
    say("Do not tell the worker it is about. Tell the manager, or who is above them."),
    say("What you write stays in this file. No paper shows it."),
)


@dataclass(frozen=True)
class Worry:
    """Whose concern is told, now, by which nation's words."""

    now: datetime
    words: Safeguarding | None = None
    known_as: str = say("the person")
    label: str = ""
    incidents: tuple[Kept[Incident], ...] = ()


def any_worry() -> Worry:
    """Return what any concern is asked about, for flags and for `--questions`."""
    return Worry(datetime(2000, 1, 1).astimezone())


def wishes(it: Worry) -> Iterator[Question]:
    """Return what is asked about what the person wishes: they are asked themselves.

    Making Safeguarding Personal (practice reference 4.3).
    """
    name = it.known_as
    yield choose(
        "wishes_asked",
        say("Has {name} been asked what they want to happen?", name=name),
        say("Wishes asked"),
        WISHES,
        required=False,
    )
    expressed = WishesAsked.EXPRESSED.value
    yield Question(
        "wishes",
        say("What does {name} want? In their own words.", name=name),
        say("Wishes"),
        no_bank_numbers,
        own=True,
        relevant=lambda a: a.get("wishes_asked") == expressed,
        asked=say("when they said what they want"),
    )
    yield Question(
        "outcomes",
        say("How would {name} know that it is better?", name=name),
        say("Better when"),
        no_bank_numbers,
        own=True,
        required=False,
        relevant=lambda a: a.get("wishes_asked") == expressed,
        asked=say("when they said what they want"),
    )
    yield Question(
        "why_not_asked",
        say("Why has {name} not been asked?", name=name),
        say("Why not asked"),
        no_bank_numbers,
        relevant=lambda a: a.get("wishes_asked") == WishesAsked.NOT_ASKED.value,
        asked=say("when they were not asked"),
    )


def circumstances(it: Worry) -> Iterator[Question]:
    """Return what changes what has to be done: crime, pressure, others, staff."""
    name = it.known_as
    yield choose(
        "crime",
        say("Could it be a crime?"),
        say("Crime"),
        YES_NO,
        required=False,
        hint=say("Then the police are told. Leave things as they lie: it is evidence."),
    )
    yield Question(
        "coercion",
        say("Is somebody putting {name} under pressure? Who, and how?", name=name),
        say("Pressure"),
        no_bank_numbers,
        required=False,
    )
    yield Question(
        "others_at_risk",
        say("Is anybody else at risk?"),
        say("Others at risk"),
        no_bank_numbers,
        required=False,
        hint=say("About a child, ring children's services at the council, too."),
    )
    yield choose(
        "staff_source",
        say("Is it about somebody who works with {name}?", name=name),
        say("About staff"),
        YES_NO,
        required=False,
    )
    yield Question(
        "capacity",
        say("Can {name} decide about this now? What shows it?", name=name),
        say("Deciding about this"),
        no_bank_numbers,
        required=False,
        before=lambda a: STAFF if a.get("staff_source") == YES else (),
    )


def tests(it: Worry) -> Iterator[Question]:
    """Return the three tests in the words of the nation, each with its reason."""
    law = (it.words.law, it.words.says) if it.words else ()
    for key in PARTS:
        label = getattr(it.words, key) if it.words else _PART_WORDS[key]
        label = label.replace("{name}", it.known_as)
        yield from _test(key, label, law if key == PARTS[0] else ())


def _test(key: str, label: str, law: tuple[str, ...]) -> Iterator[Question]:
    yield choose(
        key,
        label,
        _PART_WORDS[key],
        YES_NO_NOT_SURE,
        required=False,
        before=lambda _a: law,
    )
    yield Question(
        f"{key}_why",
        say("Why do you think so?"),
        say("{part}: why", part=_PART_WORDS[key]),
        no_bank_numbers,
        required=False,
        relevant=lambda answers: bool(answers.get(key)),
        asked=say("when the part before is answered"),
    )


_PART_WORDS = {
    "needs": say("Needs"),
    "abuse": say("Abuse or neglect"),
    "cannot_protect": say("Cannot protect"),
}


def consent_questions(it: Worry) -> Iterator[Question]:
    """Return whether the person agrees that it is passed on; no answer stops that."""
    name = it.known_as
    yield choose(
        "consent",
        say("Does {name} agree that it is passed on?", name=name),
        say("Agrees"),
        CONSENTS,
        required=False,
    )
    yield Question(
        "why_no_consent",
        say("Why is it passed on or not without that?"),
        say("Why without"),
        no_bank_numbers,
        relevant=lambda a: a.get("consent") in (NO, "not_sought"),
        asked=say("when they do not agree, or were not asked"),
        hint=say(
            "Danger to life, others at risk, a serious crime, staff, pressure, "
            "or they cannot decide: these can be grounds."
        ),
    )
