"""What is asked for a formulation, row by row; a new version starts from the last."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import (
    CONTROL_KINDS,
    LAWFUL_BASES,
    STRENGTHS_NEEDED,
    TRIGGER_KINDS,
    Formulation,
)
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.question import (
    ENOUGH,
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    rows,
)
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.domain.casefile import Casefile

REVIEW_WEEKS = 12  # service default: agree it with your clinical or quality lead


def form(case: Casefile, today: date) -> Form:
    """Return the formulation of one person."""
    old = case.formulation.record if case.formulation else None
    version = old.version + 1 if old else 1
    return Form(
        name="formulation",
        title="Formulation",
        questions=lambda answers: questions(case.known_as, today, answers),
        header=f"{case.label}. Formulation, version {version}.",
        who=case.label,
        save=f"save for {case.label}",
        known=given_by(old) if old else {},
    )


def questions(name: str, today: date, answers: Answers) -> Iterator[Question]:
    """Return the questions of a formulation, given the rows so far."""
    yield Question(
        "what_matters",
        f"What matters to {name}? In their own words.",
        "What matters",
        hint="The place and the thing: the Tuesday film club, not the community.",
        own=True,
    )
    yield Question(
        "cost_of_not_doing",
        f"What does {name} lose if we are too careful?",
        "Cost of not doing it",
    )
    yield from rows(answers, "trigger", lambda p, n: _trigger(p, n, name))
    yield from rows(answers, "strength", lambda p, n: _strength(p, n, name))
    situations = _situations(answers)
    yield from rows(answers, "control", lambda p, n: _control(p, n, situations))
    yield Question(
        "review_on",
        "On which day will you look at this again?",
        "Review",
        lambda raw: parse_day(raw, today=today, leaning=Leaning.AHEAD),
        "day",
        default=raw_of(today + timedelta(weeks=REVIEW_WEEKS)),
        constraint=lambda day, _answers: checks.ahead(day, today),
    )


def _trigger(prefix: str, number: int, name: str) -> Iterator[Question]:
    first = number == 1
    another = "What" if first else "What else"
    yield Question(
        f"{prefix}situation",
        f"{another} makes it harder for {name}? The real situation.",
        f"Situation {number}",
        hint="Where, when, who: the 8:15 bus when school children are on it.",
        required=first,
        skips=ENOUGH,
    )
    yield choose(f"{prefix}kind", "What kind is it?", "Its kind", TRIGGER_KINDS)
    yield Question(
        f"{prefix}tends", "What tends to happen then?", "What tends to happen"
    )
    yield Question(f"{prefix}signs", "What are the first signs of it?", "First signs")
    yield Question(f"{prefix}helps", "What helps?", "What helps")


def _strength(prefix: str, number: int, name: str) -> Iterator[Question]:
    needed = number <= STRENGTHS_NEEDED
    another = "What is one of" if number == 1 else "What is another of"
    yield Question(
        f"{prefix}text",
        f"{another} {name}'s strengths?",
        f"Strength {number}",
        required=needed,
        constraint=_told_once(prefix),
        skips=ENOUGH,
    )


def _told_once(prefix: str) -> Callable[[str, Answers], None]:
    """Return the check that no row before this one says the same."""
    group, number, _end = prefix.split(".")

    def check(text: str, answers: Answers) -> None:
        for other in range(1, int(number)):
            said = answers.get(f"{group}.{other}.text")
            if said and folded(said) == folded(text):
                raise ValueError(f"says the same as number {other}")

    return check


def _situations(answers: Answers) -> tuple[Choice, ...]:
    """Return the situations given so far, to name in a control."""
    found = tuple(
        Choice(f"t{key.split('.')[1]}", value)
        for key, value in answers.items()
        if key.startswith("trigger.") and key.endswith(".situation") and value
    )
    return found or (Choice("t1", "The first situation"),)


def _control(
    prefix: str, number: int, situations: tuple[Choice, ...]
) -> Iterator[Question]:
    another = "What" if number == 1 else "What else"
    yield Question(
        f"{prefix}text",
        f"{another} do you do about it?",
        f"What we do {number}",
        hint="Support, surroundings, agreements and limits. Each names its situation.",
        required=False,
        skips=ENOUGH,
    )
    yield choose(
        f"{prefix}trigger", "Which situation is it for?", "It is for", situations
    )
    yield choose(f"{prefix}kind", "What is it?", "It is", CONTROL_KINDS)
    yield from _limit(prefix)


def _limit(prefix: str) -> Iterator[Question]:
    """Return what is asked of a restriction: why, why lawfully, until when."""

    def limits(answers: Answers) -> bool:
        return answers.get(f"{prefix}kind") == "restriction"

    more: dict[str, Any] = {"relevant": limits, "asked": "when it is a restriction"}
    yield Question(
        f"{prefix}harm",
        "Which harm does it prevent, and when did that last happen?",
        "Harm it prevents",
        **more,
    )
    yield choose(
        f"{prefix}basis", "What makes it lawful?", "Lawful basis", LAWFUL_BASES, **more
    )
    yield Question(
        f"{prefix}tried",
        "What less limiting way was tried, and what came of it?",
        "Tried first",
        **more,
    )
    yield Question(f"{prefix}ends", "What ends it?", "It ends when", **more)


def given_by(formulation: Formulation) -> dict[str, str | None]:
    """Return the answers a version stands for, so that a new one starts from it."""
    given: dict[str, str | None] = {
        "what_matters": formulation.what_matters,
        "cost_of_not_doing": formulation.cost_of_not_doing,
    }
    for number, trigger in enumerate(formulation.triggers, start=1):
        row = int(trigger.id[1:]) if trigger.id[1:].isdigit() else number
        given |= {
            f"trigger.{row}.situation": trigger.situation,
            f"trigger.{row}.kind": trigger.kind.value,
            f"trigger.{row}.tends": trigger.tends_to_happen,
            f"trigger.{row}.signs": trigger.early_signs,
            f"trigger.{row}.helps": trigger.helps,
        }
    for number, strength in enumerate(formulation.strengths, start=1):
        given[f"strength.{number}.text"] = strength
    for number, control in enumerate(formulation.controls, start=1):
        given |= {
            f"control.{number}.text": control.text,
            f"control.{number}.trigger": control.trigger,
            f"control.{number}.kind": control.kind.value,
        }
        if control.harm:
            given |= {
                f"control.{number}.harm": control.harm,
                f"control.{number}.basis": control.lawful_basis,
                f"control.{number}.tried": control.tried,
                f"control.{number}.ends": control.ends_when,
            }
    return given
