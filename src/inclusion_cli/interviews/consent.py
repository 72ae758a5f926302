"""What is asked about a consent: which kind, for whom, which items, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import ACTIVITIES
from inclusion_cli.domain.consent_words import BASES, KINDS
from inclusion_cli.domain.values import Choice, a_few_words, a_name
from inclusion_cli.interviews.consent_about import (
    ANSWERS,
    LEGAL,
    NOBODY,
    TAKE_PART,
    About,
    is_kind,
    people_asked,
    tells,
)
from inclusion_cli.interviews.consent_given import how, items, until
from inclusion_cli.interviews.consent_known import given_by
from inclusion_cli.interviews.days import day_lately
from inclusion_cli.interviews.question import Answers, Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent


def form(case: Casefile, it: About, known: Consent | None = None) -> Form:
    """Return what is asked about a consent of a person."""
    return Form(
        name="consent",
        title=say("Consent"),
        questions=lambda answers: questions(it, answers),
        header=say("{label}. What {name} agrees to.", label=case.label, name=it.name),
        who=case.label,
        intro=(
            say("Nothing is agreed unless {name} says so. A no changes no support.",
                name=it.name),
        ),
        known=given_by(known, it) if known else {},
    )  # fmt: skip


def every_question(today: date) -> Iterator[Question]:
    """Return every question, for flags and for `--questions`."""
    some = Choice("partner-id", say("A partner of the service"))
    yield from questions(About(say("the person"), today, 183, (some,)), {})


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of a consent, one kind apart from the others."""
    yield choose(
        "kind",
        say("What is it about? These three are kept apart."),
        say("About"),
        KINDS,
        grave=True,
        hint=say("To take part, to tell somebody, and the law are three things."),
    )
    yield from _whom(it)
    yield from _what_for(it)
    yield from _asked(it)
    yield from items(it)
    yield from how(it)
    yield from until(it, answers)
    yield Question(
        "words",
        say("What does {name} say about it? In their own words.", name=it.name),
        say("Their words"),
        own=True,
        required=False,
        hint=say("As they said it. For example: tell her about the steps, no more."),
    )


def _whom(it: About) -> Iterator[Question]:
    others = (*it.partners, Choice(NOBODY, say("Somebody else")))
    yield choose(
        "partner",
        say("Who may be told?"),
        say("A partner"),
        others,
        grave=True,
        relevant=lambda a: tells(a) and bool(it.partners),
        asked=say("when kind is tell and the service has partners"),
        hint=say("A partner of the service, or 0 for anybody else."),
    )

    def else_(answers: Answers) -> bool:
        return tells(answers) and answers.get("partner") in (None, NOBODY)

    asked = say("when kind is tell and it is no partner")
    yield Question(
        "recipient",
        say("Who may be told? One person, or one organisation, by name."),
        say("Told"),
        a_name,
        own=True,
        grave=True,
        relevant=else_,
        asked=asked,
        hint=say("One name. For each other one, a consent of its own."),
    )
    yield Question(
        "recipient_role",
        say("What are they? For example: doctor, sister, employer."),
        say("What they are"),
        relevant=else_,
        asked=asked,
        hint=say("It tells two people of one name apart."),
    )


def _what_for(it: About) -> Iterator[Question]:
    yield choose(
        "activity",
        say("What does {name} take part in?", name=it.name),
        say("Takes part in"),
        ACTIVITIES,
        grave=True,
        relevant=lambda a: is_kind(TAKE_PART, a),
        asked=say("when kind is take_part"),
        hint=say("A look at money has a consent of its own, with its last day."),
    )
    yield choose(
        "basis",
        say("On what does the record rest in law? Usually it is not consent."),
        say("Rests on"),
        BASES,
        grave=True,
        relevant=lambda a: is_kind(LEGAL, a),
        asked=say("when kind is legal_basis"),
        hint=say(
            "Ask your data lead. Housing makes a no hard, so consent seldom fits."
        ),
    )
    yield Question(
        "purpose",
        say("What for? In ordinary words."),
        say("What for"),
        a_few_words(2),
        hint=say("For example: so that the group's leader knows what helps."),
    )


def _asked(it: About) -> Iterator[Question]:
    yield day_lately(
        "on",
        say("On which day was {name} asked?", name=it.name),
        say("Asked on"),
        it.today,
        hint=say("It begins on that day."),
    )
    yield Question(
        "asked_how",
        say("How was it asked?"),
        say("How it was asked"),
        a_few_words(1),
        relevant=people_asked,
        asked=say("when kind is not legal_basis"),
        hint=say("For example: talked it through twice, easy read, with pictures."),
    )
    yield Question(
        "interpreter",
        say("Who helped with the language?"),
        say("Interpreter"),
        required=False,
        extra=True,
        own=True,
        relevant=people_asked,
        asked=say("when kind is not legal_basis"),
        hint=say("A name, and which language or sign language."),
    )
    answers = tuple(Choice(c.key, c.label.format(name=it.name)) for c in ANSWERS)
    yield choose(
        "answered",
        say("What did {name} answer?", name=it.name),
        say("Answer"),
        answers,
        grave=True,
        relevant=people_asked,
        asked=say("when kind is not legal_basis"),
        hint=say(
            "Both are written down in the same way. A no is never held against them."
        ),
    )
