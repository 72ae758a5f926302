"""What is asked about a safeguarding concern: what was seen first, and it is kept.

Support for a decision, never the decision. Practice reference 4.3.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.money import no_bank_numbers
from inclusion_cli.domain.safeguarding import TYPES, Safeguarding
from inclusion_cli.domain.values import YES, YES_NO, capital
from inclusion_cli.interviews.concern_given import given_by
from inclusion_cli.interviews.concern_parts import (
    Worry,
    circumstances,
    consent_questions,
    tests,
    wishes,
)
from inclusion_cli.interviews.days import this_minute, time_lately
from inclusion_cli.interviews.debrief_choices import CALL_999
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    masking,
    settled,
)
from inclusion_cli.interviews.which import named_by
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.kept import Kept

NO_PROMISE = say(
    "Do not promise to keep it secret. Do not ask more than you need to know."
)


def worry(found: Filed, words: Safeguarding, *, now: datetime) -> Worry:
    """Return whose concern is told."""
    return Worry(now, words, found.known_as, found.label, found.incidents)


def form(it: Worry, *, name: str = "concern") -> Form:
    """Return what is asked about a safeguarding concern."""
    return Form(
        name=name,
        title=say("A safeguarding concern"),
        questions=lambda answers: masking(questions(it, answers)),
        header=say("{label}. A safeguarding concern.", label=capital(it.label)),
        who=it.label,
    )


def questions(it: Worry, answers: Answers) -> Iterator[Question]:
    """Return the questions of a concern; only what was seen is needed."""
    yield Question(
        "seen",
        say("What was seen or heard? Word for word."),
        say("Seen or heard"),
        no_bank_numbers,
        own=True,
        hint=say("As it was said or seen. For example: he said, give me the card."),
        before=lambda _a: (*CALL_999, NO_PROMISE),
    )
    yield choose(
        "danger_now",
        say("Is somebody in danger now?"),
        say("Danger now"),
        YES_NO,
        required=False,
        explicit=True,
        grave=True,
        hint=say("A dash if nobody knows."),
    )
    yield time_lately(
        "when",
        say("When was it?"),
        say("When"),
        it.now,
        default=this_minute(it.now),
        before=lambda a: CALL_999[:1] if a.get("danger_now") == YES else (),
    )
    yield from _manager(it, answers)
    yield from wishes(it)
    yield from _extra(it)


def _manager(it: Worry, answers: Answers) -> Iterator[Question]:
    yield Question(
        "told_manager",
        say("Which manager has been told? The same shift."),
        say("Manager told"),
        no_bank_numbers,
        required=False,
        own=True,
        skips=say("Enter if nobody is told yet. Home asks again."),
    )
    told = bool(answers.get("told_manager"))
    yield time_lately(
        "told_manager_at",
        say("When was the manager told?"),
        say("Manager told at"),
        it.now,
        relevant=lambda a: bool(a.get("told_manager")),
        asked=say("when a manager was told"),
        default=this_minute(it.now) if told else "",
    )


def _extra(it: Worry) -> Iterator[Question]:
    more: dict[str, Any] = {"required": False, "extra": True}
    yield Question(
        "by", say("Who saw or heard it?"), say("Seen by"), no_bank_numbers,
        own=True, **more,
    )  # fmt: skip
    yield choose_some("types", say("What could it be?"), say("Type"), TYPES, **more)
    for question in circumstances(it):
        yield replace(question, extra=True, required=False)
    yield named_by(
        "incident",
        say("Which incident does it come from?"),
        say("Incident"),
        it.incidents,
        lambda kept: f"{say_when(kept.record.at)}: {kept.record.what}",
    )


# --- a concern that is mended --------------------------------------------------------


def amend_form(kept: Kept[SafeguardingConcern], it: Worry) -> Form:
    """Return a concern that is mended: all that was told and thought about it."""
    made = form(it)
    asked = replace(made, questions=lambda answers: every_part(it, answers))
    return settled(replace(asked, known=given_by(kept.record)))


def every_part(it: Worry, answers: Answers) -> Iterator[Question]:
    """Return all that a concern is made of but what was decided."""
    yield from questions(it, answers)
    yield from tests(it)
    yield from consent_questions(it)
