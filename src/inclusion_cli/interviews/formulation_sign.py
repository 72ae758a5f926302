"""Signing a formulation: the person, the worker, a manager; and words that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_parts import Signed
from inclusion_cli.domain.values import Choice, at_least
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Answers, Form, Question, choose, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Formulation

NOT_YET = "not_yet"
BY_PERSON = (
    Choice("signed", say("They signed it")),
    Choice("agreed_verbally", say("They said yes to it")),
    Choice("declined", say("They do not agree to it")),
    Choice("not_asked", say("They were not asked, and you say why")),
    Choice(NOT_YET, say("Not yet")),
)
SIGNED_OR_NOT = (Choice("signed", say("Yes")), Choice(NOT_YET, say("Not yet")))
SHORTEST_REASON = 3
Flagged = tuple[str, str, str, str]
"""What the language check asks about: field, rule, words and question."""


@dataclass(frozen=True)
class Signing:
    """What is signed; empty for flags and `--questions`."""

    today: date
    name: str = say("the person")
    worker: str = say("the worker")
    flagged: tuple[Flagged, ...] = (
        (say("Situation 1"), "rule", "words", say("What is meant?")),
    )
    code: str = "CODE"


def sign_form(case: Casefile, it: Signing) -> Form:
    """Return the signing of one person's formulation."""
    record = case.formulation.record if case.formulation else None
    version = record.version if record else 0
    return Form(
        name="formulation_sign",
        title=say("Sign the formulation"),
        questions=lambda answers: sign_questions(it, answers),
        header=say(
            "{label}. Sign the formulation, version {version}.",
            label=case.label,
            version=version,
        ),
        who=case.label,
        known=signed_by(record) if record else {},
    )


def sign_questions(it: Signing, _answers: Answers) -> Iterator[Question]:
    """Return the questions of a signing."""
    yield from _flagged(it)
    yield from _person(it)
    yield choose(
        "worker",
        say("Do you sign it, {worker}?", worker=it.worker),
        say("You"),
        SIGNED_OR_NOT,
        grave=True,
    )
    yield choose(
        "manager",
        say("Has a manager signed it?"),
        say("A manager"),
        SIGNED_OR_NOT,
        grave=True,
    )
    signed = _is("manager", "signed")
    when = say("when a manager signed")
    yield Question(
        "manager_name", say("Who?"), say("Manager"), relevant=signed, asked=when
    )
    yield _day(
        "manager_on", say("When did they sign?"), say("They signed"), it, signed, when
    )


def _flagged(it: Signing) -> Iterator[Question]:
    """Return, for each line the language check asks about, why the words are kept."""
    for number, (field, _rule, text, question) in enumerate(it.flagged, start=1):
        yield Question(
            f"words.{number}.reason",
            say(
                "To keep these words, say why. To change them, press Ctrl+D and "
                "type: inclusion formulate {code}",
                code=it.code,
            ),
            say("Kept in {field}", field=field),
            at_least(SHORTEST_REASON),
            hint=say("A reason in words. For example: it is what he calls it himself."),
            asked=say("for each line the language check asks about"),
            before=_asks(field, text, question),
        )


def _asks(field: str, text: str, question: str) -> Callable[[Answers], tuple[str, ...]]:
    return lambda _a: (Heading(field), f'"{text}"', question)


def _person(it: Signing) -> Iterator[Question]:
    yield choose(
        "agreed",
        say("Has {name} agreed to it?", name=it.name),
        it.name[:1].upper() + it.name[1:],
        BY_PERSON,
        grave=True,
    )
    not_asked = _is("agreed", "not_asked")
    yield Question(
        "person_why",
        say("Why were they not asked?"),
        say("Not asked because"),
        at_least(SHORTEST_REASON),
        relevant=not_asked,
        asked=say("when they were not asked"),
    )
    declined = _is("agreed", "declined")
    yield Question(
        "person_view",
        say(
            "What would {name} want to be different? In their own words.", name=it.name
        ),
        say("Wants different"),
        required=False,
        relevant=declined,
        asked=say("when they do not agree"),
    )
    answered = _is("agreed", "signed", "agreed_verbally", "declined")
    when = say("when they gave an answer")
    yield _day("person_on", say("On which day?"), say("On"), it, answered, when)


def _day(
    key: str,
    label: str,
    short: str,
    it: Signing,
    relevant: Callable[[Answers], bool],
    asked: str,
) -> Question:
    return day_been(
        key,
        label,
        short,
        it.today,
        default=raw_of(it.today),
        relevant=relevant,
        asked=asked,
    )


def _is(key: str, *values: str) -> Callable[[Answers], bool]:
    return lambda answers: answers.get(key) in values


def signed_by(formulation: Formulation) -> dict[str, str | None]:
    """Return the answers that stand: who has signed this version already."""
    known: dict[str, str | None] = {}
    for sign in formulation.sign_offs:
        who = "agreed" if sign.who == "person" else sign.who
        why = "view" if sign.how is Signed.DECLINED else "why"
        own = {
            who: sign.how.value,
            f"{sign.who}_on": sign.on.isoformat(),
            f"{sign.who}_name": sign.name,
            f"{sign.who}_{why}": sign.why,
        }
        known |= {key: raw for key, raw in own.items() if raw and key in _KNOWN}
    return known


_KNOWN = (
    *("agreed", "person_on", "person_why", "person_view"),
    *("worker", "manager", "manager_name", "manager_on"),
)
