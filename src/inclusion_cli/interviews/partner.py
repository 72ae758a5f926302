"""What is asked about a partner: who they are, what is agreed, whom they ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.partner import PARTNER_WORDS, Partner
from inclusion_cli.domain.partner_page import BOUNDARIES, BOUNDARY_WORDS
from inclusion_cli.domain.values import Choice, a_name
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import (
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.kept import Kept

LONG_AGO_DAYS = 90
"""A day further back may be a slip: most is written down in the season it was said."""
KINDS = tuple(Choice(kind.value, words) for kind, words in PARTNER_WORDS.items())


def form(others: Iterable[Kept[Partner]], today: date) -> Form:
    """Return what is asked about a new partner."""
    taken = frozenset(folded(kept.record.name) for kept in others)
    return Form(
        name="partner_add",
        title=say("A partner"),
        questions=lambda _answers: questions(today, taken),
        header=say("A partner of the service."),
        who=say("the service"),
        save=say("save this partner"),
        intro=(say("Write nothing here about a person you support."),),
    )


def amend_form(
    kept: Kept[Partner], others: Iterable[Kept[Partner]], today: date
) -> Form:
    """Return the form of a partner that stands."""
    taken = frozenset(folded(k.record.name) for k in others if k.id != kept.id)
    return Form(
        name="partner",
        title=say("A partner"),
        questions=lambda _answers: (*questions(today, taken), _ended(today)),
        known=given_by(kept.record),
    )


def every_question(today: date) -> Iterator[Question]:
    """Return every question about a partner, the end of the work with them, too."""
    yield from questions(today, frozenset())
    yield _ended(today)


def questions(today: date, taken: frozenset[str]) -> Iterator[Question]:
    """Return the questions about a partner."""
    yield Question(
        "name",
        say("What is the partner called?"),
        say("Partner"),
        a_name,
        own=True,
        constraint=lambda name, _a: _free(name, taken),
        hint=say("For example: Mill Street Kitchen. A place, group or employer."),
    )
    yield choose(
        "kind",
        say("What are they?"),
        say("Kind"),
        KINDS,
        hint=say("The nearest one."),
    )
    yield from _contact()
    yield from _boundaries()
    yield from _worried()
    yield day_been(
        "agreed_on",
        say("On which day was this agreed with them?"),
        say("Agreed on"),
        today,
        default=raw_of(today),
        doubt=lambda day, _a: _long_ago(day, today),
        hint=say("The day you both said yes."),
    )


def _long_ago(day: date, today: date) -> str | None:
    """Return what is doubted of a day long past: a year was not typed, and is told."""
    ago = (today - day).days
    if ago <= LONG_AGO_DAYS:
        return None
    return say("That is {day}, {ago} days ago.", day=say_day(day), ago=ago)


def _boundaries() -> Iterator[Question]:
    yield choose_some(
        "boundaries",
        say("Which boundaries are agreed with them?"),
        say("Boundaries"),
        BOUNDARIES,
        hint=say("What they and we have said yes to. 0 if none is agreed yet."),
    )
    yield Question(
        "own_boundaries",
        say("What other boundary is agreed?"),
        say("Own boundaries"),
        required=False,
        hint=say("For several, put semicolons between."),
    )


def _worried() -> Iterator[Question]:
    """Return what they do when they are worried, and what is told both ways."""
    yield Question(
        "worried",
        say("What do they do when they are worried?"),
        say("When worried"),
        hint=say("In order. For example: ask how they are, sit with them, ring us."),
    )
    yield Question(
        "on_call",
        say("Whom do they ring then? Name and number, by day and by night."),
        say("On call"),
        hint=say(
            "For example: key worker Sam, 0161 496 0123; after 5pm 0161 496 0199."
        ),
    )
    yield Question(
        "will_share",
        say("What do they tell us, and what do we tell the person of it?"),
        say("They tell us"),
        required=False,
        hint=say("For example: if they miss two weeks. The person knows this."),
    )


def _contact() -> Iterator[Question]:
    yield Question(
        "contact",
        say("Whom do you speak to there?"),
        say("Contact"),
        a_name,
        own=True,
        hint=say("One name. For example: the one who opens up."),
    )
    yield Question(
        "role",
        say("What are they there?"),
        say("Their role"),
        hint=say("For example: runs the kitchen."),
    )
    yield Question(
        "phone",
        say("How do you reach them?"),
        say("Phone"),
        hint=say("A number, or another way that works."),
    )


def _ended(today: date) -> Question:
    return day_been(
        "ended_on",
        say("On which day did you stop working with them?"),
        say("Ended on"),
        today,
        required=False,
        hint=say("Enter if you still do. No new page is made for them after it."),
    )


def _free(name: str, taken: frozenset[str]) -> None:
    if folded(name) in taken:
        raise ValueError(
            say(
                "is the name of another partner. Add where they are, to tell them apart"
            )
        )


def given_by(said: Partner) -> dict[str, str | None]:
    """Return the answers a partner stands for."""
    keys = {words: key for key, words in BOUNDARY_WORDS.items()}
    chosen = tuple(keys[one] for one in said.boundaries if one in keys)
    own = "; ".join(one for one in said.boundaries if one not in keys)
    told = {
        "name": said.name,
        "kind": said.kind.value,
        "contact": said.contact,
        "role": said.role,
        "phone": said.phone,
        "own_boundaries": own,
        "worried": said.worried,
        "on_call": said.on_call,
        "will_share": said.will_share,
        "agreed_on": raw_of(said.agreed_on) if said.agreed_on else "",
        "ended_on": raw_of(said.ended_on) if said.ended_on else "",
    }
    return {key: text or None for key, text in told.items()} | {
        "boundaries": raw_of(chosen)
    }
