"""What what-was-agreed needs, and what the worker adds: ratings, limits, learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.days import next_session
from inclusion_cli.interviews.debrief_parts import went
from inclusion_cli.interviews.question import Answers, Question, choose_some, rate
from inclusion_cli.interviews.scales import A_DASH
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.debrief_about import About

READ = say("when what was agreed for the step reads it; else when you add more")


def agreed(it: About) -> Iterator[Question]:
    """Return the limits and safety behaviours of the step, where it has them."""
    step = it.step.record if it.step else None
    limits = tuple(Choice(one.id, one.text) for one in step.limits) if step else ()
    yield choose_some(
        "limits",
        say("Which limits were kept?"),
        say("Limits kept"),
        limits or (Choice("limit-id", say("A limit of the step")),),
        relevant=lambda a: went(a) and (bool(limits) or it.anybody),
        asked=say("when it went ahead and the step has limits"),
        required=False,
        explicit=True,
        hint=say(
            "Type the numbers of those kept, or 0 for none. {a_dash}", a_dash=A_DASH
        ),
        before=lambda _a: (
            (say("Planned for that evening: {limits}.", limits=it.evening),)
            if it.evening
            else ()
        ),
    )
    used = tuple(Choice(one.id, one.text) for one in step.behaviours) if step else ()
    yield choose_some(
        "behaviours",
        say("Which of these did {name} do to feel safe?", name=it.name),
        say("Things done to feel safe"),
        used or (Choice("behaviour-id", say("A safety behaviour of the step")),),
        relevant=lambda a: went(a) and (bool(used) or it.anybody),
        asked=say("when it went ahead and the step has safety behaviours"),
        required=False,
        explicit=True,
    )


def ratings(it: About) -> Iterator[Question]:
    """Return the person's own ratings; on the usual path where a criterion reads it."""
    labels = {
        "coped": (
            say("How well did {name} cope, 0 to 10?", name=it.name),
            say("Coping"),
        ),
        "enjoyed": (
            say("How much did {name} enjoy it, 0 to 10?", name=it.name),
            say("Enjoyment"),
        ),
        "belonged": (
            say("How far did {name} feel they belonged, 0 to 10?", name=it.name),
            say("Belonging"),
        ),
        "confidence": (
            say("How sure of next time is {name}, 0 to 10?", name=it.name),
            say("Confidence"),
        ),
    }
    for key, (label, short) in labels.items():
        yield rate(
            key,
            label,
            short,
            relevant=went,
            asked=READ,
            required=False,
            hint=say("{name}'s own score. {a_dash}", name=it.name, a_dash=A_DASH),
            extra=key not in it.needed,
        )


def more(it: About) -> Iterator[Question]:
    """Return what is asked only when the worker adds more."""
    yield Question(
        "went_well",
        say("What went well, and why?"),
        say("What went well, and why"),
        no_secrets,
        asked=say("when you add more"),
        required=False,
        extra=True,
    )
    yield rate(
        "worry_next_day",
        say("{name}'s own worry the day after, 0 to 10", name=it.name),
        say("Worry the day after"),
        relevant=lambda a: went(a) and _is_over(it, a),
        asked=say("when you add more, on a later day"),
        required=False,
        hint=say("0 is no worry, 10 the most there can be. {a_dash}", a_dash=A_DASH),
        extra=True,
    )
    yield from _differed(it)
    yield next_session(
        it.now, lambda _a: not it.next_planned, say("when none is planned")
    )
    yield Question(
        "note",
        say("Anything else to remember?"),
        say("Note"),
        no_secrets,
        required=False,
        extra=True,
    )


def _is_over(it: About, answers: Answers) -> bool:
    """Say whether the session was on a day before this one."""
    at = answers.get("when")
    return at is not None and at.date() < it.now.date()


def _differed(it: About) -> Iterator[Question]:
    """Return what was not as planned; Enter keeps what was."""
    yield Question(
        "differed",
        say("What was not as planned, and why?"),
        say("Not as planned"),
        no_secrets,
        relevant=went,
        asked=say("when you add more"),
        required=False,
        extra=True,
    )
    rows = {
        "place": (say("Where was it?"), say("Where"), it.planned.place),
        "company": (say("Who went along?"), say("Company"), it.planned.company),
        "travel": (
            say("How did they get there and back?"),
            say("Travel"),
            it.planned.travel,
        ),
    }
    for key, (label, short, planned) in rows.items():
        yield Question(
            key,
            label,
            short,
            no_secrets,
            default=planned,
            relevant=lambda a: went(a) and bool(a.get("differed")),
            asked=say("when something was not as planned"),
            required=False,
            carry=True,
        )
