"""What is asked of every paper that leaves: who gets it, what for, on what it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.disclosure_words import GROUNDS
from inclusion_cli.domain.leaving import (
    Leaving,
    is_the_person,
    purposes_agreed,
    why_not,
)
from inclusion_cli.domain.values import NO, YES_NO, Choice, a_name
from inclusion_cli.interviews.question import ALWAYS, Question, choose
from inclusion_cli.interviews.telling import (
    WITHOUT_ASKED,
    harm_feared,
    who_decided,
    without_consent,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Answers

BEFORE_YOU_TELL = (
    say("Before you tell anybody: is it needed, and the least that will do?"),
    say("Do they need it, is it lawful, and is it no surprise to the person?"),
)
"""The Caldicott principles in a breath; practice reference 6.7."""
TO_THEM = Choice(
    Rests.TO_THE_PERSON.value,
    say("{name} gets it: to keep, or to hand on themselves"),
)
AGREED = Choice(Rests.CONSENT.value, say("{name} agreed, and it is written here"))
UNWRITTEN = Choice(
    Rests.CONSENT.value,
    say("{name} agreed, but nothing that covers this is written for them yet"),
)
"""The same choice where no consent covers it: it would be refused in the end."""
WITHOUT = Choice(
    Rests.WITHOUT_CONSENT.value,
    say("{name} did not agree. There is a ground for telling"),
)
ANYBODY = (AGREED, TO_THEM, WITHOUT)
OURS = Choice(
    Rests.OWN_TEAM.value, say("They are in the team that supports {name}, and need it")
)

NOBODY_NAMED: tuple[Choice, ...] = ()
OR_OUR_TEAM = (*ANYBODY, OURS)
"""Where it may be for a colleague who supports the person, too."""


def as_written(
    offered: tuple[Choice, ...],
    case: Casefile | None,
    answers: Answers,
    items: Iterable[str],
    *,
    on: date,
    whom: str = "",
) -> tuple[Choice, ...]:
    """Return what it may rest on; what is not written yet is not said to be.

    `items` are what the paper tells, `whom` is who gets it where nobody is asked.
    """
    to = whom or answers.get("recipient") or ""
    if case is None or not to:
        return offered
    role, purpose = answers.get("recipient_role") or "", answers.get("purpose") or ""
    wanted = Leaving(to, role, purpose, Rests.CONSENT)
    if not why_not(case, wanted, items, on=on):
        return offered
    return tuple(UNWRITTEN if one.key == UNWRITTEN.key else one for one in offered)


def questions(
    case: Casefile | None,
    today: date,
    *,
    relevant: Callable[[Answers], bool] = lambda _given: True,
    asked: str = ALWAYS,
    to_whom: bool = True,
    whom: str = "",
    offered: tuple[Choice, ...] = ANYBODY,
    worded: Callable[[], tuple[Choice, ...]] | None = None,
) -> Iterator[Question]:
    """Return what is asked of a paper that leaves; `relevant` says when it does.

    `to_whom` is False where somebody else asks for the key "recipient", or `whom` is
    who gets it. `offered` is what it may rest on, nothing for papers
    that name nobody: that is clear. `worded` is the same once the reader is
    known.
    """
    more: dict[str, Any] = {"relevant": relevant, "asked": asked}
    if to_whom:
        yield _recipient(more)
    yield from _reader(more, lambda a: _agreed_for(case, whom, a, today))
    if offered:
        name = case.known_as if case else say("The person")
        yield from _rests(name, worded or (lambda: offered), relevant, asked)
        if OURS in offered:
            yield _team_member(name, whom, relevant)
        if TO_THEM in offered:
            yield _hands_on(case, whom, relevant)
        yield from _ground(relevant)


def _recipient(more: dict[str, Any]) -> Question:
    return Question(
        "recipient",
        say("Who gets it? A name, or an organisation."),
        say("Who gets it"),
        a_name,
        own=True,
        named=say("the name of who gets it"),
        hint=say("One name. Each other reader gets a paper of their own."),
        **more,
    )


def _agreed_for(
    case: Casefile | None, whom: str, answers: Answers, today: date
) -> tuple[str, ...]:
    """Return what the person agreed that this reader is told for, to be read first."""
    to = whom or answers.get("recipient") or ""
    role = answers.get("recipient_role") or ""
    found = purposes_agreed(case, to, on=today, role=role) if case else ()
    if case is None or not found:
        return ()
    name, agreed = case.known_as, "; ".join(found)
    return (say("{name} agreed to it for this: {agreed}.", name=name, agreed=agreed),)


def _reader(
    more: dict[str, Any], before: Callable[[Answers], tuple[str, ...]]
) -> Iterator[Question]:
    yield Question(
        "recipient_role",
        say("What are they? For example: social worker, leader of the group."),
        say("What they are"),
        required=False,
        hint=say("It tells two people of one name apart."),
        **more,
    )
    yield Question(
        "purpose",
        say("What is it for?"),
        say("What for"),
        before=before,
        hint=say("What they will use it for. It stands on each page."),
        **more,
    )


def _team_member(name: str, whom: str, relevant: Callable[[Answers], bool]) -> Question:
    """Return the question whether this reader is of the team, by name and role."""

    def ours(given: Answers) -> bool:
        return relevant(given) and given.get("rests") == Rests.OWN_TEAM.value

    def whose(given: Answers) -> tuple[str, ...]:
        to = whom or given.get("recipient") or say("Who gets it")
        role = given.get("recipient_role") or say("no role was typed")
        return (f"{to}: {role}.",)

    return choose(
        "team_member",
        say("Are they in the team that supports {name} today?", name=name),
        say("In the team"),
        YES_NO,
        grave=True,
        constraint=_in_the_team,
        before=whose,
        hint=say("Not a commissioner, an inspector, or a worker of another service."),
        relevant=ours,
        asked=say("when rests is own_team"),
    )


def _in_the_team(said: str, _given: Answers) -> None:
    if said == NO:
        raise ValueError(
            say(
                "Then it cannot rest on that. Go back and choose what else it rests "
                "on, or give them nothing"
            )
        )


def _hands_on(
    case: Casefile | None, whom: str, relevant: Callable[[Answers], bool]
) -> Question:
    """Return the question for the person's own yes, where somebody else gets it."""
    name = case.known_as if case else say("the person")

    def handed(given: Answers) -> bool:
        to = whom or given.get("recipient") or ""
        theirs = case is not None and is_the_person(case.person.record, to)
        rests = given.get("rests") == Rests.TO_THE_PERSON.value
        return rests and not theirs and relevant(given)

    def stop(given: Answers) -> tuple[str, ...]:
        to = whom or given.get("recipient") or say("Who gets it")
        return (say("{to} is not {name}. Stop and ask {name}.", to=to, name=name),)

    return choose(
        "hands_on",
        say("You asked {name}. Do they want to hand it on themselves?", name=name),
        say("They hand it on"),
        YES_NO,
        grave=True,
        before=stop,
        hint=say("It is their own yes, and nobody else can give it. It is kept."),
        relevant=handed,
        asked=say("when rests is to_the_person, and somebody else gets it"),
    )


def _rests(
    name: str,
    offered: Callable[[], tuple[Choice, ...]],
    relevant: Callable[[Answers], bool],
    asked: str,
) -> Iterator[Question]:
    choices = tuple(Choice(one.key, one.label.format(name=name)) for one in offered())
    yield choose(
        "rests",
        say("What does telling them rest on?"),
        say("Rests on"),
        choices,
        hint=say("Their agreement is looked up. Without it, a ground is needed."),
        before=lambda _a: BEFORE_YOU_TELL,
        grave=True,
        relevant=relevant,
        asked=asked,
    )


def _ground(relevant: Callable[[Answers], bool]) -> Iterator[Question]:
    def without(given: Answers) -> bool:
        return relevant(given) and without_consent(given)

    more: dict[str, Any] = {
        "relevant": without,
        "asked": WITHOUT_ASKED,
    }
    yield choose(
        "ground", say("On which ground?"), say("Ground"), GROUNDS, grave=True, **more
    )
    yield harm_feared(**more)
    yield who_decided(**more)
