"""What is asked about an action: whose, by when, that it was done, if it worked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.action import Action, Worked
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.filed import Filed
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import Choice, at_least
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_ahead, day_lately
from inclusion_cli.interviews.filed_form import make_form
from inclusion_cli.interviews.question import (
    ENOUGH,
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    settled,
)
from inclusion_cli.interviews.rows import rows as rows_of
from inclusion_cli.interviews.which import WHICH, chosen, which
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


EVIDENCE_LETTERS = 10
"""The least that evidence says. Service default."""
WORKED = (
    Choice(Worked.YES.value, say("Yes")),
    Choice(Worked.PARTLY.value, say("Partly")),
    Choice(Worked.NO.value, say("No")),
)
DUE_HINT = say("For example: Friday, tomorrow, 4 December.")


@dataclass(frozen=True)
class Doing:
    """The actions that can be meant, and today."""

    today: date
    found: Filed = field(default_factory=lambda: Filed("", "", say("the person")))
    actions: tuple[Kept[Action], ...] = ()
    worker: str = ""


def any_doing() -> Doing:
    """Return what any action is asked about, for flags and for `--questions`."""
    return Doing(date(2000, 1, 1))


def add_questions(it: Doing, _answers: Answers) -> Iterator[Question]:
    """Return the questions of an action."""
    yield Question("what", say("What is to be done?"), say("What"), no_secrets)
    yield Question(
        "owner",
        say("Who does it?"),
        say("Who does it"),
        no_secrets,
        default=it.worker,
        own=True,
    )
    yield _due(it.today, "due")
    yield Question(
        "cause",
        say("What lies behind it, as far as you know?"),
        say("What lies behind it"),
        no_secrets,
        required=False,
        extra=True,
    )
    yield Question(
        "of",
        say("Which record does it come from? Its id."),
        say("Comes from"),
        required=False,
        extra=True,
    )


def amend_form(found: Filed, kept: Kept[Action], *, today: date) -> Form:
    """Return an action that is mended; that it was done has a command of its own."""
    told = kept.record
    known = {
        "what": told.what,
        "owner": told.owner,
        "due": raw_of(told.due),
        "cause": told.cause or None,
    }
    it = Doing(today, found)
    made = make_form(found, "action", say("An action"), lambda _a: mended(it))
    return settled(replace(made, known=known))


def mended(it: Doing) -> Iterator[Question]:
    """Return the questions of an action that is mended."""
    return (q for q in add_questions(it, {}) if q.key != "of")


def _due(today: date, key: str) -> Question:
    return day_ahead(
        key,
        say("By which day?"),
        say("By"),
        today,
        hint=DUE_HINT,
        constraint=lambda day, _a: _to_come(day, today),
    )


def _to_come(day: date, today: date) -> None:
    if day < today:
        raise ValueError(say("cannot be before today"))
    if day > today + timedelta(days=checks.FURTHEST_DAYS):
        raise ValueError(say("must be within a year"))


def rows(today: date, answers: Answers) -> Iterator[Question]:
    """Return the actions that come of something, row by row."""
    yield from rows_of(answers, "action", lambda prefix, n: _row(today, prefix, n))


def _row(today: date, prefix: str, number: int) -> Iterator[Question]:
    first = number == 1
    yield Question(
        f"{prefix}what",
        say("What is to be done, so that it changes?")
        if first
        else say("What else is to be done?"),
        say("Action {number}", number=number),
        no_secrets,
        required=False,
        skips=say("Enter if there is nothing to do.") if first else ENOUGH,
    )
    yield Question(
        f"{prefix}owner", say("Who does it?"), say("Who does it"), no_secrets, own=True
    )
    yield _due(today, f"{prefix}due")


def done_questions(it: Doing, answers: Answers) -> Iterator[Question]:
    """Return the questions of an action that was done: when, and how one can see it."""
    yield _which(it)
    yield Question(
        "evidence",
        say("How can somebody else see that it was done?"),
        say("Evidence"),
        at_least(EVIDENCE_LETTERS),
        hint=say("A letter and its date, a number rung, what is different now."),
    )
    yield day_lately(
        "done_on", say("On which day was it done?"), say("Done on"), it.today
    )
    del answers


def check_questions(it: Doing, answers: Answers) -> Iterator[Question]:
    """Return the questions of an action that is looked at again."""
    yield _which(it)
    kept = chosen(it.actions, answers.get(WHICH))
    lines = (say("Done: {what}", what=kept.record.evidence),) if kept else ()
    yield choose(
        "worked",
        say("Did it work?"),
        say("Worked"),
        WORKED,
        grave=True,
        before=lambda _a: lines,
    )
    yield day_lately(
        "checked_on", say("On which day did you look?"), say("Looked on"), it.today
    )


def _which(it: Doing) -> Question:
    def says(kept: Kept[Any]) -> str:
        told = kept.record
        return say(
            "{what}, {owner}, by {day}",
            what=told.what.rstrip("."),
            owner=told.owner,
            day=say_day(told.due, today=it.today),
        )

    return which(say("Which action?"), say("Action"), it.actions, says)
