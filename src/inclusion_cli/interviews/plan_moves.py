"""What is asked to start a step, to stop one, and about days away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.casefile import STARTABLE
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.own_card import who_to_ring
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import Choice, a_name
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_been, time_ahead
from inclusion_cli.interviews.question import Form, Question, choose, choose_some
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Answers


ASK_FIRST = say("Ask the clinical lead before starting.")
SUICIDE = "suicidal_crisis"
"""What calls for more than a name, where the list of the service has it."""


def start_form(case: Casefile, now: datetime, boundary: tuple[Choice, ...]) -> Form:
    """Return what is asked to start a step."""
    return Form(
        name="step_start",
        title=say("Start a step"),
        questions=lambda _answers: start_questions(case, now, boundary),
        version=2,
        header=say("{label}. Start a step.", label=case.label),
        who=case.label,
        save=say("start for {label}", label=case.label),
    )


def start_questions(
    case: Casefile | None, now: datetime, boundary: tuple[Choice, ...]
) -> Iterator[Question]:
    """Return the questions of a start."""
    rungs = case.rungs() if case else ()
    choices = tuple(
        Choice(str(rung.step.record.number), rung.step.record.title)
        for rung in rungs
        if rung.state in STARTABLE
    )
    yield choose(
        "step",
        say("Which step?"),
        say("Step"),
        choices or (Choice("1", say("A step")),),
        grave=True,
    )
    yield day_been(
        "began",
        say("On which day did it start, or does it start?"),
        say("Starts on"),
        now.date(),
        default=say("today"),
        hint=say("A day that has been, where you write it down later."),
        constraint=lambda day, _a: _start_day(case, day, now.date()),
    )
    yield from _clinical(case, boundary)
    yield Question(
        "agreed_with", say("Who agreed it with you?"), say("Agreed with"), required=True
    )
    yield time_ahead(
        "first",
        say("When is the first session?"),
        say("First session"),
        now,
        required=False,
        hint=say("For example: Friday 2pm, tomorrow 10am."),
    )


def _start_day(case: Casefile | None, day: date, today: date) -> None:
    """Refuse a start to come, or before what was decided last."""
    checks.recent(day, today, within=checks.FURTHEST_DAYS)
    decided = [rung.last_on for rung in case.rungs() if rung.last_on] if case else []
    checks.not_before(day, max(decided, default=None), say("the latest decision"))


def in_words(answers: Answers, boundary: tuple[Choice, ...]) -> dict[str, Any]:
    """Return the answers of a start, with what needs oversight in words."""
    labels = {choice.key: choice.label for choice in boundary}
    chosen = answers.get("clinical")
    said = None if chosen is None else tuple(labels[key] for key in chosen)
    return {**answers, "clinical": said, "danger": SUICIDE in (chosen or ())}


def _clinical(
    case: Casefile | None, boundary: tuple[Choice, ...]
) -> Iterator[Question]:
    """Return what is asked where the work may need a doctor or nurse; practice 2.1.

    A key worker supports agreed steps. What goes further has somebody who oversees it.
    """
    name = case.known_as if case else say("the person")
    yield choose_some(
        "clinical",
        say("Does any of these apply to this step, or to {name} now?", name=name),
        say("Needs oversight"),
        boundary,
        required=False,
        explicit=True,
        relevant=lambda _a: bool(boundary),
    )
    named = case.plan.record.oversight if case and case.plan else ""
    yield Question(
        "oversight",
        say("Who oversees this clinically?"),
        say("Overseen by"),
        a_name,
        default=named,
        hint=say("A name and a role. Ctrl+D keeps your place while you ask."),
        relevant=lambda a: bool(a.get("clinical")),
        asked=say("when one of them applies"),
        before=lambda a: tuple(_stop_and_check(case, a)),
    )


def _stop_and_check(case: Casefile | None, answers: Answers) -> Iterator[Any]:
    """Return what is said before somebody is named who oversees it."""
    yield Heading(say("Stop and check"))
    if case and SUICIDE in (answers.get("clinical") or ()):
        yield who_to_ring(case.card.record if case.card else None)
        yield say("Ask {name} now, and tell your manager today.", name=case.known_as)
    yield ASK_FIRST


def stop_form(case: Casefile) -> Form:
    """Return what is asked when the person wishes to stop. No reason is needed."""
    return Form(
        name="step_stop",
        title=say("Stop a step"),
        questions=lambda _answers: stop_questions(case.known_as),
        header=say(
            "{label}. Stop the step, as {known_as} wishes.",
            label=case.label,
            known_as=case.known_as,
        ),
        who=case.label,
        save=say("stop for {label}", label=case.label),
    )


def stop_questions(name: str) -> Iterator[Question]:
    """Return the questions of a stop."""
    yield Question(
        "wish",
        say("What did {name} say?", name=name),
        say("{name}'s words", name=name),
        required=False,
        skips=say("Enter skips: no reason is needed."),
    )


AWAY = (
    Choice("hospital", say("In hospital")),
    Choice("holiday", say("On holiday")),
    Choice("service", say("We could not offer sessions")),
)


def away_form(case: Casefile, today: date) -> Form:
    """Return what is asked about days that count for nothing."""
    return Form(
        name="away",
        title=say("Days away"),
        questions=lambda _answers: away_questions(today),
        header=say(
            "{label}. Days that count neither for nor against.", label=case.label
        ),
        who=case.label,
    )


def away_questions(today: date) -> Iterator[Question]:
    """Return the questions about days away."""
    yield choose("kind", say("Why?"), say("Why"), AWAY)
    for key, label in (("first", "first"), ("last", "last")):
        yield Question(
            key,
            say("What was, or will be, the {label} day?", label=label),
            say("The {label} day", label=label),
            lambda raw: _nearest(raw, today),
            "day",
            constraint=lambda day, answers: _in_order(day, today, answers),
            hint=say(
                "For a day to come, type its date, like {sample}.",
                sample=_sample(today),
            ),
        )


def _sample(today: date) -> str:
    ahead = today + timedelta(days=10)
    return ahead.strftime("%d/%m/%Y")


def _nearest(raw: str, today: date) -> date:
    """Return the day meant that is nearer: days away have been, or are to come."""
    days = [parse_day(raw, today=today, leaning=leaning) for leaning in Leaning]
    return min(days, key=lambda day: abs(day - today))


def _in_order(last: date, today: date, answers: Answers) -> None:
    checks.near(last, today)
    first = answers.get("first")
    if first and last < first:
        raise ValueError(
            say("cannot be before the first day, {first}", first=say_day(first))
        )
