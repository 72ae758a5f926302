"""What is asked when somebody is told: three questions in danger, the rest later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.consent_items import ITEMS
from inclusion_cli.domain.disclosure import Ground, Rests
from inclusion_cli.domain.disclosure_words import CALDICOTT, TOLD_GROUNDS
from inclusion_cli.domain.leaving import purposes_agreed, same_words
from inclusion_cli.domain.values import NO, YES, YES_NO, Choice, a_name, at_least, words
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    masking,
    raw_of,
)
from inclusion_cli.interviews.telling import (
    WITHOUT_ASKED,
    harm_feared,
    who_decided,
    without_consent,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile

RESTS = (
    Choice(Rests.CONSENT.value, say("{name} agreed, and it is written here")),
    Choice(
        Rests.WITHOUT_CONSENT.value,
        say("{name} had not agreed: on a ground, or by mistake"),
    ),
)
CALL = say("If someone is in danger now, call 999 first. Then come back.")
REVIEW_DAYS = 28
LINES = ("999", "112", "111", "101")
"""Numbers that stand for who answers: emergency, NHS, police."""


def form(case: Casefile, today: date) -> Form:
    """Return what is asked when somebody is told about a person."""
    return Form(
        name="disclosure",
        title=say("Telling somebody"),
        questions=lambda answers: masking(
            questions(case.known_as, today, case, answers)
        ),
        header=say("{label}. Telling somebody.", label=case.label),
        who=case.label,
        usual={"danger": YES},
    )


def questions(
    name: str,
    today: date,
    case: Casefile | None = None,
    answers: Answers | None = None,
) -> Iterator[Question]:
    """Return the questions when somebody is told: in danger, the first three."""
    yield choose(
        "danger",
        say("Is someone in danger now, so that it cannot wait?"),
        say("In danger"),
        YES_NO,
        grave=True,
        before=lambda _a: (CALL,),
        hint=say("Yes: two more questions, and it is saved. The rest is asked later."),
    )
    yield Question(
        "recipient",
        say("Whom do you tell, or have you told? A name, or an organisation."),
        say("Told to"),
        lambda raw: " ".join(words(raw).split()),
        own=True,
        constraint=_somebody,
        hint=say("For example: police, 999. Or: Ms Shah, social worker."),
    )
    yield from _calm(name, lambda: _agreed_for(case, answers or {}, today))
    yield harm_feared(
        relevant=lambda a: a.get("danger") == YES or without_consent(a),
        asked=say("when danger is yes, or rests is without_consent"),
    )
    yield from why(name, _ground_asked, lambda _key: True)
    yield from _after(today)


def _agreed_for(case: Casefile | None, answers: Answers, today: date) -> str:
    """Return what the person agreed that a recipient is told for, "" for nothing."""
    if case is None or answers.get("rests") != Rests.CONSENT.value:
        return ""
    to, role = answers.get("recipient") or "", answers.get("recipient_role") or ""
    return next(iter(purposes_agreed(case, to, on=today, role=role)), "")


def _calm(name: str, agreed_for: Callable[[], str]) -> Iterator[Question]:
    def calm(answers: Answers) -> bool:
        return answers.get("danger") == NO

    asked = say("when danger is no")
    yield choose(
        "rests",
        say("What does telling them rest on?"),
        say("Rests on"),
        tuple(Choice(c.key, c.label.format(name=name)) for c in RESTS),
        grave=True,
        relevant=calm,
        asked=asked,
        hint=say("Either they agreed to it, or there is a ground that outweighs it."),
    )
    yield Question(
        "recipient_role",
        say("What are they? For example: social worker, doctor."),
        say("What they are"),
        required=False,
        relevant=calm,
        asked=asked,
        hint=say("It tells two people of one name apart."),
    )
    yield _purpose(name, agreed_for(), calm)
    yield choose_some(
        "items",
        say("What do you tell? The least that will do."),
        say("Told"),
        ITEMS,
        none=False,
        relevant=calm,
        asked=asked,
        constraint=_something,
        hint=say("Type the number of each one that is told."),
    )


def _purpose(name: str, agreed: str, calm: Callable[[Answers], bool]) -> Question:
    return Question(
        "purpose",
        say("What is it for?"),
        say("What for"),
        default=agreed,
        doubt=lambda told, _a: _not_covered(told, agreed, name),
        relevant=calm,
        asked=say("when danger is no"),
        hint=say("For example: so that the doctor can look at the medicine."),
    )


def _not_covered(told: str, agreed: str, name: str) -> str | None:
    if not agreed or same_words(told) == same_words(agreed):
        return None
    return say("{name} agreed to it for this: {agreed}.", name=name, agreed=agreed)


def _somebody(value: str, answers: Answers) -> None:
    """Refuse what names nobody; in danger, nothing is refused, and a line is named."""
    if answers.get("danger") != YES and value not in LINES:
        a_name(value)


def _something(value: Any, _answers: Answers) -> None:
    if not value:
        raise ValueError(say("cannot be 0: something was told"))


def _ground_asked(answers: Answers) -> bool:
    return answers.get("danger") == NO and without_consent(answers)


def why(
    name: str, relevant: Callable[[Answers], bool], wanted: Callable[[str], bool]
) -> Iterator[Question]:
    """Return what telling without consent has to answer; `wanted` says which of it."""
    for question in _override(name, relevant):
        if wanted(question.key):
            yield question


def _override(name: str, relevant: Callable[[Answers], bool]) -> Iterator[Question]:
    more: dict[str, Any] = {
        "relevant": relevant,
        "asked": WITHOUT_ASKED,
    }
    yield choose(
        "ground",
        say("On which ground?"),
        say("Ground"),
        TOLD_GROUNDS,
        grave=True,
        hint=say("One is enough. If none fits, do not tell; if it is told, say so."),
        **more,
    )
    yield Question(
        "what",
        say("What exactly was told?"),
        say("What was told"),
        hint=say("The facts, as you said them."),
        **more,
    )

    def meant(given: Answers) -> bool:
        return relevant(given) and given.get("ground") != Ground.MISTAKE.value

    yield from _weighed(name, meant)
    yield from _what_they_know(name, relevant)
    yield choose_some(
        "caldicott",
        say("Go through these. Which of them hold?"),
        say("Checked"),
        CALDICOTT,
        hint=say("The eight Caldicott principles, in plain words."),
        **more | {"relevant": meant},
    )


def _weighed(name: str, relevant: Callable[[Answers], bool]) -> Iterator[Question]:
    more: dict[str, Any] = {
        "relevant": relevant,
        "asked": WITHOUT_ASKED,
    }
    yield Question(
        "necessary",
        say("Why was it needed, and the least that would do?"),
        say("Why it was needed"),
        at_least(3),
        hint=say("For example: they cannot find her without the address."),
        **more,
    )
    yield Question(
        "why_no_consent",
        say("Why was {name} not asked, or why was the answer set aside?", name=name),
        say("Why without consent"),
        at_least(3),
        hint=say("For example: could not be reached in time, and a life was at stake."),
        **more,
    )
    yield Question(
        "alternatives",
        say("What else was thought of?"),
        say("What else there was"),
        required=False,
        hint=say("Another way to keep people safe, and why it would not do."),
        **more,
    )
    yield who_decided(**more)


def _what_they_know(
    name: str, relevant: Callable[[Answers], bool]
) -> Iterator[Question]:
    yield choose(
        "told_person",
        say("Does {name} know that it was told?", name=name),
        say("They know"),
        YES_NO,
        grave=True,
        relevant=relevant,
        asked=WITHOUT_ASKED,
        hint=say("They are told, unless that would bring more harm."),
    )
    yield Question(
        "why_not_told",
        say("Why does {name} not know yet?", name=name),
        say("Why they do not know"),
        at_least(3),
        relevant=lambda a: relevant(a) and a.get("told_person") == NO,
        asked=say("when told_person is no"),
        hint=say("For example: he would go after her. We look at it again on Monday."),
    )


def _after(today: date) -> Iterator[Question]:
    yield Question(
        "reference",
        say("Is there a reference number?"),
        say("Reference"),
        required=False,
        extra=True,
        relevant=lambda a: a.get("danger") == NO,
        asked=say("when danger is no"),
        hint=say("The number they gave you."),
    )
    yield day_ahead(
        "review_on",
        say("When is it looked at again?"),
        say("Looked at again"),
        today,
        default=raw_of(today + timedelta(days=REVIEW_DAYS)),
        relevant=_ground_asked,
        asked=WITHOUT_ASKED,
        hint=say("Whether they can be told now, and whether it was right."),
    )
