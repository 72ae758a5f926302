"""What is asked about a consent: which kind, for whom, which items, until when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.consent import Answered, Consent, ConsentKind, HowGiven
from inclusion_cli.domain.consent_items import ACTIVITIES, ITEMS
from inclusion_cli.domain.consent_words import BASES, GIVEN_WORDS, KINDS, PRESUMED
from inclusion_cli.domain.record import record
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import YES_NO, Choice, a_name
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

NOBODY = "0"
ANSWERS = (
    Choice(Answered.GIVEN.value, say("{name} agrees")),
    Choice(Answered.DECLINED.value, say("{name} says no. That is as good an answer")),
)
HOW = tuple(Choice(how.value, words) for how, words in GIVEN_WORDS.items())
CAN, LOOKED_INTO, CANNOT = "presumed", "looked_into", "cannot"
CAPACITY = (
    Choice(CAN, PRESUMED),
    Choice(LOOKED_INTO, say("There was a doubt. We looked into it: they can decide")),
    Choice(CANNOT, say("They cannot decide this now")),
)
TELL, TAKE_PART, LEGAL = (
    kind.value
    for kind in (ConsentKind.TELL, ConsentKind.TAKE_PART, ConsentKind.LEGAL_BASIS)
)


@record
class About:
    """What a consent is asked about: whose, today, the longest, and which partners."""

    name: str
    today: date
    longest: int
    partners: tuple[Choice, ...] = ()


def form(case: Casefile, it: About, known: Consent | None = None) -> Form:
    """Return what is asked about a consent of a person."""
    return Form(
        name="consent",
        title=say("Consent"),
        questions=lambda _answers: questions(it),
        header=say("{label}. What {name} agrees to.", label=case.label, name=it.name),
        who=case.label,
        save=say("save for {label}", label=case.label),
        intro=(
            say("Nothing is agreed unless {name} says so. A no changes no support.",
                name=it.name),
        ),
        known=given_by(known, it) if known else {},
        usual={"kind": TELL, "answered": Answered.GIVEN.value},
    )  # fmt: skip


def every_question(today: date) -> Iterator[Question]:
    """Return every question, for flags and for `--questions`."""
    some = Choice("partner-id", say("A partner of the service"))
    yield from questions(About(say("The person"), today, 183, (some,)))


def questions(it: About) -> Iterator[Question]:
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
    yield from _items(it)
    yield from _how(it)
    yield from _until(it)
    yield Question(
        "words",
        say("What does {name} say about it? In their own words.", name=it.name),
        say("Their words"),
        own=True,
        required=False,
        hint=say("As they said it. For example: tell her about the steps, no more."),
    )


def _is(kind: str, answers: Answers) -> bool:
    return bool(answers.get("kind") == kind)


def _given(answers: Answers) -> bool:
    return bool(answers.get("answered") == Answered.GIVEN.value)


def _tells(answers: Answers) -> bool:
    return _is(TELL, answers)


def _whom(it: About) -> Iterator[Question]:
    others = (*it.partners, Choice(NOBODY, say("Somebody else")))
    yield choose(
        "partner",
        say("Who may be told?"),
        say("Told"),
        others,
        grave=True,
        relevant=lambda a: _tells(a) and bool(it.partners),
        asked=say("when kind is tell and the service has partners"),
        hint=say("A partner of the service, or 0 for anybody else."),
    )

    def else_(answers: Answers) -> bool:
        return _tells(answers) and answers.get("partner") in (None, NOBODY)

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
        relevant=lambda a: _is(TAKE_PART, a),
        asked=say("when kind is take_part"),
        hint=say("A look at money has a consent of its own, with its last day."),
    )
    yield choose(
        "basis",
        say("On what does the record rest in law? Usually it is not consent."),
        say("Rests on"),
        BASES,
        grave=True,
        relevant=lambda a: _is(LEGAL, a),
        asked=say("when kind is legal_basis"),
        hint=say(
            "Ask your data lead. Housing makes a no hard, so consent seldom fits."
        ),
    )
    yield Question(
        "purpose",
        say("What for? In ordinary words."),
        say("What for"),
        hint=say("For example: so that the group's leader knows what helps."),
    )


def _asked(it: About) -> Iterator[Question]:
    yield Question(
        "on",
        say("On which day was {name} asked?", name=it.name),
        say("Asked on"),
        lambda raw: parse_day(raw, today=it.today, leaning=Leaning.BACK),
        "day",
        default=raw_of(it.today),
        constraint=lambda day, _a: checks.recent(day, it.today, within=366),
        hint=say("It begins on that day."),
    )
    yield Question(
        "asked_how",
        say("How was it asked?"),
        say("How it was asked"),
        relevant=_people_asked,
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
        relevant=_people_asked,
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
        relevant=_people_asked,
        asked=say("when kind is not legal_basis"),
        hint=say(
            "Both are written down in the same way. A no is never held against them."
        ),
    )


def _people_asked(answers: Answers) -> bool:
    return not _is(LEGAL, answers)


def _agreed_to_tell(answers: Answers) -> bool:
    return _tells(answers) and _given(answers)


def _items(it: About) -> Iterator[Question]:
    yield choose_some(
        "items",
        say("What may be told? Go through them one by one with {name}.", name=it.name),
        say("May be told"),
        ITEMS,
        grave=True,
        none=False,
        relevant=_agreed_to_tell,
        asked=say("when something may be told"),
        constraint=_something,
        hint=say("Type the number of each one that {name} said yes to.", name=it.name),
    )
    yield choose_some(
        "excluded",
        say("What did {name} say must not be told?", name=it.name),
        say("Not to be told"),
        ITEMS,
        grave=True,
        relevant=_agreed_to_tell,
        asked=say("when something may be told"),
        constraint=_not_both,
        hint=say("What was asked for, and got a no. What is on no list is not told."),
    )


def _something(value: Any, _answers: Answers) -> None:
    if not value:
        raise ValueError(
            say("cannot be 0: where nothing may be told, the answer is no")
        )


def _not_both(value: Any, answers: Answers) -> None:
    both = {*value} & {*(answers.get("items") or ())}
    if both:
        labels = "; ".join(item.label for item in ITEMS if item.key in both)
        raise ValueError(say("cannot be what may be told: {labels}", labels=labels))


def _agreed(answers: Answers) -> bool:
    return _people_asked(answers) and _given(answers)


def _how(it: About) -> Iterator[Question]:
    agreed = say("when answered is given")
    yield choose(
        "capacity",
        say("Can {name} decide this?", name=it.name),
        say("Deciding for themselves"),
        CAPACITY,
        grave=True,
        relevant=_agreed,
        asked=agreed,
        constraint=_own_decision,
        hint=say("Each decision by itself. An unwise choice is still a choice."),
    )
    yield Question(
        "capacity_note",
        say("How was the doubt looked into, by whom, and with what help?"),
        say("How it was looked into"),
        relevant=lambda a: _agreed(a) and a.get("capacity") == LOOKED_INTO,
        asked=say("when capacity is looked_into"),
        hint=say("For example: nurse Ali, on Monday, with pictures and more time."),
    )
    yield choose(
        "given_how",
        say("How was it given?"),
        say("How it was given"),
        HOW,
        grave=True,
        relevant=_agreed,
        asked=agreed,
        hint=say("Signed, or said with somebody else there to hear it."),
    )
    yield Question(
        "witness",
        say("Who else heard it?"),
        say("Witness"),
        a_name,
        own=True,
        relevant=lambda a: (
            _agreed(a) and a.get("given_how") == HowGiven.SAID_WITNESSED.value
        ),
        asked=say("when given_how is said_witnessed"),
        hint=say("A name. Not the one who asked."),
    )


def _own_decision(value: Any, _answers: Answers) -> None:
    if value == CANNOT:
        raise ValueError(
            say(
                "is in doubt, so this is no consent. Decide in their interest with "
                "those who know them"
            )
        )


def _until(it: About) -> Iterator[Question]:
    agreed = say("when answered is given")
    yield Question(
        "until",
        say("Which is its last day? {longest} days at most.", longest=it.longest),
        say("Last day"),
        lambda raw: parse_day(raw, today=it.today, leaning=Leaning.AHEAD),
        "day",
        default=raw_of(it.today + timedelta(days=it.longest)),
        relevant=_agreed,
        asked=agreed,
        constraint=lambda day, a: _not_too_long(day, a, it),
        hint=say("After that day nothing is told on it. It is asked for anew."),
    )
    yield Question(
        "withdraw_how",
        say("How does {name} take it back?", name=it.name),
        say("How to take it back"),
        default=say("Tell anybody who works here, at any time, with no reason"),
        relevant=_agreed,
        asked=agreed,
        hint=say("As easy as giving it."),
    )
    yield choose(
        "copy_given",
        say("Has {name} been given a copy?", name=it.name),
        say("Has a copy"),
        YES_NO,
        relevant=_agreed,
        asked=agreed,
        hint=say("It can be printed once this is saved."),
    )


def _not_too_long(day: date, answers: Answers, it: About) -> None:
    start = answers.get("on") or it.today
    if day < start:
        raise ValueError(say("cannot be before the day it begins"))
    if day > start + timedelta(days=it.longest):
        raise ValueError(
            say("must be within {longest} days of its start", longest=it.longest)
        )


def given_by(said: Consent, it: About) -> dict[str, str | None]:
    """Return the answers a consent stands for, so that a change starts from it."""
    known = {choice.key for choice in it.partners}
    looked = not said.capacity.startswith(PRESUMED)
    told: dict[str, Any] = {
        "kind": said.kind.value,
        "partner": said.partner if said.partner in known else NOBODY,
        "recipient": said.recipient,
        "recipient_role": said.role,
        "activity": said.activity,
        "basis": said.basis,
        "purpose": said.purpose,
        "on": said.on,
        "asked_how": said.asked_how,
        "interpreter": said.interpreter or None,
        "answered": said.answered.value,
        "items": said.items,
        "excluded": said.excluded,
        "capacity": LOOKED_INTO if looked else CAN,
        "capacity_note": said.capacity.partition(": ")[2] if looked else None,
        "given_how": said.given_how.value if said.given_how else None,
        "witness": said.witness or None,
        "until": said.until,
        "withdraw_how": said.withdraw_how,
        "copy_given": "yes" if said.copy_given else "no",
        "words": said.words or None,
    }
    return {key: None if v in (None, "") else raw_of(v) for key, v in told.items()}
