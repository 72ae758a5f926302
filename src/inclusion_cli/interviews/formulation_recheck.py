"""Whether a formulation is still true: on its own, and at a step review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_age import stale_texts
from inclusion_cli.domain.formulation_events import (
    asking_why,
    early,
    say_events,
    silent,
)
from inclusion_cli.domain.recheck import CHANGES, FOUND
from inclusion_cli.domain.values import YES_NO, Choice, and_list
from inclusion_cli.interviews.formulation_about import looked_at_again
from inclusion_cli.interviews.question import Answers, Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

NOT_TODAY = "not_today"
AT_REVIEW = (*FOUND, Choice(NOT_TODAY, say("You did not go through it today")))


@dataclass(frozen=True)
class Looking:
    """What a look again is about; empty for flags and `--questions`.

    `after` are the events nobody looked at, in words, `unsaid` those after which it is
    asked why nothing changed; `old` the lines that stood for 12 months; `there`
    says whether there is a formulation.
    """

    today: date
    name: str = say("the person")
    there: bool = True
    after: str = ""
    unsaid: str = ""
    old: tuple[str, ...] = ()


def looking(case: Casefile, today: date) -> Looking:
    """Return what a look at the formulation of a person is about."""
    waiting = early(case, on=today)
    unsaid = dict.fromkeys((*silent(case), *asking_why(waiting)))
    return Looking(
        today,
        case.known_as,
        case.formulation is not None,
        say_events(dict.fromkeys((*unsaid, *waiting)), today=today),
        say_events(unsaid, today=today),
        tuple(text.label for text, _day in stale_texts(case, on=today)),
    )


def confirm_form(case: Casefile, it: Looking) -> Form:
    """Return the look again at the formulation of one person."""
    version = case.formulation.record.version if case.formulation else 0
    old = (say("Older than 12 months: {old}.", old=and_list(it.old)),) if it.old else ()
    after = (say("Since the last look: {after}.", after=it.after),) if it.after else ()
    return Form(
        name="formulation_confirm",
        title=say("Still true?"),
        questions=lambda answers: confirm_questions(it, answers),
        header=say(
            "{label}. Formulation, version {version}. Still true?",
            label=case.label,
            version=version,
        ),
        who=case.label,
        intro=(*after, *old),
    )


def confirm_questions(it: Looking, _answers: Answers) -> Iterator[Question]:
    """Return the questions of a look again."""
    yield choose(
        "found", say("Is it still true?"), say("Still true"), FOUND, grave=True
    )
    yield from _changed("found")
    yield choose(
        "with_person",
        say("Did you go through it with {name}?", name=it.name),
        say("With {name}", name=it.name),
        YES_NO,
    )
    yield _why(it, "found")
    yield looked_at_again(
        it.today,
        relevant=lambda a: a.get("found") == "still_true",
        asked=say("when it is still true"),
    )


def at_review(it: Looking) -> Iterator[Question]:
    """Return the short question a step review ends with, where there is one to ask."""
    yield choose(
        "formulation",
        say("Is the formulation of {name} still true?", name=it.name),
        say("Formulation"),
        AT_REVIEW,
        relevant=lambda _a: it.there,
        asked=say("when there is a formulation"),
        required=False,
        explicit=True,
        before=lambda _a: (
            (say("Since the last look: {after}.", after=it.after),) if it.after else ()
        ),
    )
    yield from _changed("formulation")
    yield _why(it, "formulation")


def _changed(key: str) -> Iterator[Question]:
    def changed(answers: Answers) -> bool:
        return answers.get(key) == "changed"

    when = say("when something has changed")
    yield choose(
        "change",
        say("What has changed?"),
        say("What has changed"),
        CHANGES,
        relevant=changed,
        asked=when,
    )
    yield Question(
        "what_is_new",
        say("What is it? In a few words."),
        say("What is new"),
        relevant=changed,
        asked=when,
        required=False,
    )


def _why(it: Looking, key: str) -> Question:
    return Question(
        "unchanged_because",
        say("Why is nothing to change after that?"),
        say("Nothing to change"),
        relevant=lambda a: bool(it.unsaid) and a.get(key) == "still_true",
        asked=say("when it is still true after an event"),
        required=False,
        skips=say("Enter leaves it open. The alarm stays until you say why."),
        before=lambda _a: (say("Since the last look: {unsaid}.", unsaid=it.unsaid),),
    )
