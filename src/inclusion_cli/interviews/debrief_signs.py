"""The signs that were seen, where the person is now, and what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.debrief_choices import ELSE, NOW_AT, SOMETHING_ELSE
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    rate,
)
from inclusion_cli.interviews.scales import A_DASH
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.debrief_about import About

SEEN = say("when signs were seen; else when you add more")


def signs(it: About, answers: Answers) -> Iterator[Question]:
    """Return the signs that were seen, where the person is now, and what was tried."""
    choices = tuple(Choice(sign.id, sign.text) for sign in it.signs) or (
        Choice("sign-id", say("A sign of the card")),
    )
    yield choose_some(
        "signs",
        say("Which signs were seen?"),
        say("Signs"),
        (*choices, ELSE),
        relevant=lambda _a: bool(it.signs) or it.anybody,
        asked=say("when there is a card"),
        hint=say(
            'From "{stages}" on. Type the numbers, or 0 for none of these.',
            stages=STAGES[1],
        ),
    )
    seen = bool(answers.get("signs"))
    other = SOMETHING_ELSE in (answers.get("signs") or ())
    yield Question(
        "sign_other",
        say("What else was seen?"),
        say("Something else seen"),
        no_secrets,
        relevant=lambda _a: other or not it.signs,
        asked=say("when something else was seen"),
        required=other,
        extra=not other,
    )
    yield choose(
        "stage",
        say("Where is {name} now, on the card?", name=it.name),
        say("Stage now"),
        NOW_AT,
        asked=SEEN,
        required=False,
        explicit=True,
        extra=not seen,
    )
    yield from tried(it, answers, seen=seen)


def tried(it: About, answers: Answers, *, seen: bool) -> Iterator[Question]:
    """Return which of the card's own actions were tried, and how far each helped."""
    choices = tuple(Choice(key, action.text) for key, action in it.actions.items())
    yield choose_some(
        "tried",
        say("What was tried?"),
        say("What was tried"),
        (*(choices or (Choice("action-id", say("An action of the card")),)), ELSE),
        relevant=lambda _a: bool(it.actions) or it.anybody,
        asked=SEEN,
        required=False,
        explicit=True,
        extra=not seen,
    )
    done = [key for key in answers.get("tried") or () if key in it.actions]
    if it.anybody:
        done = ["ID"]
    for number, key in enumerate(done, start=1):
        what = it.actions[key].text if key in it.actions else say("what was tried")
        of = f" ({number})" if len(done) > 1 else ""
        yield rate(
            f"tried.{key}.helped",
            say('How far did it help, 0 to 10: "{what}"?', what=what),
            say("Help score{of}", of=of),
            asked=say("for each that was tried"),
            hint=say("0 is not at all. {a_dash}", a_dash=A_DASH),
            required=False,
        )
    other = SOMETHING_ELSE in (answers.get("tried") or ())
    yield Question(
        "helped",
        say("What else was tried, and did it help?")
        if it.actions
        else say("What helped?"),
        say("What helped"),
        no_secrets,
        asked=say("when something else was tried; else when you add more"),
        required=False,
        extra=not other and not (seen and not it.actions),
    )
