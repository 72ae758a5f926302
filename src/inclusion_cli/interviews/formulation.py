"""What is asked for a formulation: the core first, then what else is wanted today.

A new version starts from the last: what stands is kept, and changed by its number on
the check page; the interview asks what is to be added.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_events import (
    asking_why,
    early,
    say_events,
    silent,
)
from inclusion_cli.domain.recheck import EVENTS
from inclusion_cli.interviews import formulation_rows as asked
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.formulation_about import (
    About,
    looked_at_again,
    nothing_changed,
    row_of_part,
)
from inclusion_cli.interviews.formulation_deeper import deeper
from inclusion_cli.interviews.formulation_known import given_by, rows_gone
from inclusion_cli.interviews.question import (
    ENOUGH,
    Answers,
    Form,
    Question,
    choose_some,
    raw_of,
)
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation_events import Happening
    from inclusion_cli.domain.values import Choice


def about(case: Casefile, today: date, events: tuple[Choice, ...] = EVENTS) -> About:
    """Return what the formulation of a person is asked about."""
    old = case.formulation.record if case.formulation else None
    return About(
        today,
        case.known_as,
        old,
        given_by(old) if old else None,
        rows_gone(old) if old else frozenset(),
        events,
        say_events(_unsaid(case, today), today=today),
    )


def _unsaid(case: Casefile, today: date) -> tuple[Happening, ...]:
    """Return the events after which it is asked why nothing changed."""
    found = dict.fromkeys((*silent(case), *asking_why(early(case, on=today))))
    return tuple(found)


def form(case: Casefile, it: About) -> Form:
    """Return the formulation of one person."""
    version = it.old.version + 1 if it.old else 1
    return Form(
        name="formulation",
        title=say("Formulation"),
        questions=lambda answers: questions(it, answers),
        header=say(
            "{label}. Formulation, version {version}.",
            label=case.label,
            version=version,
        ),
        who=case.label,
        known=it.known or {},
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any formulation, for flags and for `--questions`."""
    return questions(About(date(2000, 1, 1), events=EVENTS, anybody=True), {})


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return the questions of a formulation, given the rows so far."""
    if it.again:
        yield _more(it)
    yield from _core(it)
    yield from rows(
        answers,
        "trigger",
        lambda p, n: row_of_part(it, "situation", p, asked.trigger(it, p, n)),
        gone=it.gone,
    )
    yield from rows(
        answers,
        "strength",
        lambda p, n: row_of_part(it, "strength", p, asked.strength(it, p, n)),
    )
    yield from rows(
        answers,
        "control",
        lambda p, n: row_of_part(it, "control", p, asked.control(answers, p, n)),
    )
    yield from asked.reasons(answers)
    if not it.again:
        yield _more(it)
    yield from deeper(it, answers)
    yield _unchanged(it)
    yield looked_at_again(it.today)


def _core(it: About) -> Iterator[Question]:
    name = it.name
    yield Question(
        "what_matters",
        say("What matters to {name}? In their own words.", name=name),
        say("What matters"),
        hint=say("The place and the thing: the Tuesday film club, not the community."),
        own=True,
    )
    yield Question(
        "cost_of_not_doing",
        say("What does {name} lose if we are too careful?", name=name),
        say("Cost of not doing it"),
    )
    yield Question(
        "account",
        say(
            "How does {name} tell it? What is hard, and why. In their own words.",
            name=name,
        ),
        say("Own account"),
        required=False,
        skips=say("If there is none, press Enter and say why."),
    )
    yield day_been(
        "account_on",
        say("On which day did {name} say so?", name=name),
        say("Told on"),
        it.today,
        default=raw_of(it.today),
        relevant=lambda a: bool(a.get("account")),
        asked=say("when there is an own account"),
    )
    yield Question(
        "no_account",
        say("Why is there none, and how did you ask for it?"),
        say("No own account"),
        relevant=lambda a: not a.get("account"),
        asked=say("when there is no own account"),
    )


def _more(it: About) -> Question:
    lines: tuple[str, ...] = ()
    label = say("What else do you want to write down now?")
    if it.old:
        label = say("What do you want to add?")
        lines = (
            say("Version {version} stands, line by line.", version=it.old.version),
            say("To change a line, go on: each has a number on the check page."),
        )
    return choose_some(
        "more",
        label,
        say("More"),
        it.more,
        required=False,
        skips=ENOUGH,
        before=lambda _a: lines,
    )


def _unchanged(it: About) -> Question:
    return Question(
        "unchanged_because",
        say("Why is nothing to change after that?"),
        say("Nothing to change"),
        hint=say("Or go on: lines can still be changed on the check page."),
        required=False,
        skips=say(
            "Enter goes on. The alarm stays until a line changes or you say why."
        ),
        relevant=lambda a: bool(it.waiting) and nothing_changed(it, a),
        asked=say("when nothing changed after an event"),
        before=lambda _a: (say("Since the last look: {waiting}.", waiting=it.waiting),),
    )
