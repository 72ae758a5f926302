"""What more can be said of a row of the card: of a sign, or of what is done.

A row's details are asked only where the row was chosen, or one of them was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import CHANGING, DOMAIN_WORDS, STAGES
from inclusion_cli.domain.values import YES_NO, Choice
from inclusion_cli.interviews.card_about import (
    MINE_DETAILS,
    OTHERS_DETAILS,
    SIGN_DETAILS,
    when,
)
from inclusion_cli.interviews.question import (
    Answers,
    Live,
    Question,
    choose,
    choose_some,
)
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

DOMAINS = tuple(Choice(d.value, said.capitalize()) for d, said in DOMAIN_WORDS.items())


def details(name: str, answers: Answers) -> Iterator[Question]:
    """Return the questions about the rows that were chosen or given."""
    signs = _rows(answers, "sign")
    yield choose_some(
        "more_signs",
        say("Which signs do you want to say more about?"),
        say("More about signs"),
        signs,
        asked=when("signs"),
        relevant=lambda given: "signs" in (given.get("more") or ()),
    )
    for row in signs:
        yield from _sign(name, row)
    done = (*_rows(answers, "mine"), *_rows(answers, "others"))
    yield choose_some(
        "more_actions",
        say("Which of these do you want to say more about?"),
        say("More about what is done"),
        done,
        asked=when("actions"),
        relevant=lambda given: "actions" in (given.get("more") or ()),
    )
    for row in done:
        yield from _action(name, row)


def _rows(answers: Answers, group: str) -> tuple[Choice, ...]:
    """Return the rows that were given; with none given, one of each as a model.

    How a person is when well has no details: nothing changes then.
    """
    found = []
    for stage in range(1 if group == "mine" else CHANGING, len(STAGES) + 1):
        lead = f"{group}{stage}."
        for key in [key for key in answers if key.startswith(lead)]:
            text = answers[key] if key.endswith(".text") else None
            if text:
                said = f'{STAGES[stage - 1]}: "{one_line(text)}"'
                found.append(Choice(key.removesuffix(".text"), said))
        if not answers:
            found.append(Choice(f"{lead}1", say("One that was given")))
    return tuple(found)


def _asks(row: Choice, which: str, details: tuple[str, ...]) -> dict[str, Any]:
    keys = tuple(f"{row.key}.{detail}" for detail in details)

    def relevant(answers: Answers) -> bool:
        given = answers.given if isinstance(answers, Live) else answers
        return row.key in (answers.get(which) or ()) or any(k in given for k in keys)

    return {
        "required": False,
        "relevant": relevant,
        "asked": say("when {which} has {key}", which=which, key=row.key),
    }


def _sign(name: str, row: Choice) -> Iterator[Question]:
    told = _asks(row, "more_signs", SIGN_DETAILS)
    lead, short = (
        f"{row.label}.",
        say("Sign {removeprefix}", removeprefix=row.key.removeprefix("sign")),
    )
    yield choose(
        f"{row.key}.domain",
        say("{lead} Which part of life is it?", lead=lead),
        say("{short}: part", short=short),
        DOMAINS,
        **told,
    )
    asked = {
        "usual": (
            say("What is usual for {name}? For example: 7 hours.", name=name),
            "usual",
        ),
        "change": (say("What does it become? For example: under 5."), "becomes"),
        "noticed": (say("Who notices it first?"), say("who notices")),
        "example": (say("When was it like that before?"), "example"),
    }
    for key, (label, says) in asked.items():
        yield Question(
            f"{row.key}.{key}", f"{lead} {label}", f"{short}: {says}", **told
        )


def _action(name: str, row: Choice) -> Iterator[Question]:
    mine = row.key.startswith("mine")
    told = _asks(row, "more_actions", MINE_DETAILS if mine else OTHERS_DETAILS)
    number = row.key.removeprefix("mine").removeprefix("others")
    lead, short = (
        f"{row.label}.",
        f"{(say('I do') if mine else say('Others do'))} {number}",
    )
    if not mine:
        label = say("{lead} Who does it?", lead=lead)
        yield Question(
            f"{row.key}.who", label, say("{short}: who", short=short), **told
        )
    label = say("{lead} Within how long?", lead=lead)
    yield Question(
        f"{row.key}.within", label, say("{short}: within", short=short), **told
    )
    if not mine:
        yield choose(
            f"{row.key}.agreed",
            say("{lead} Has {name} agreed to it?", lead=lead, name=name),
            say("{short}: agreed", short=short),
            YES_NO,
            **told,
        )
