"""What what-was-agreed needs, and what the worker adds: ratings, limits, learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.typed_dates import Leaning, parse_when
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.debrief_parts import A_DASH, went
from inclusion_cli.interviews.question import (
    Question,
    choose_some,
    rate,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.debrief_about import About

READ = "when what was agreed for the step reads it; else when you add more"


def agreed(it: About) -> Iterator[Question]:
    """Return the limits and safety behaviours of the step, where it has them."""
    step = it.step.record if it.step else None
    limits = tuple(Choice(one.id, one.text) for one in step.limits) if step else ()
    yield choose_some(
        "limits",
        "Which limits were kept?",
        "Limits kept",
        limits or (Choice("limit-id", "A limit of the step"),),
        relevant=lambda a: went(a) and (bool(limits) or it.anybody),
        asked="when it went ahead and the step has limits",
        required=False,
        explicit=True,
        hint=f"Type the numbers of those kept, or 0 for none. {A_DASH}",
    )
    used = tuple(Choice(one.id, one.text) for one in step.behaviours) if step else ()
    yield choose_some(
        "behaviours",
        f"Which of these did {it.name} do to feel safe?",
        "Things done to feel safe",
        used or (Choice("behaviour-id", "A safety behaviour of the step"),),
        relevant=lambda a: went(a) and (bool(used) or it.anybody),
        asked="when it went ahead and the step has safety behaviours",
        required=False,
        explicit=True,
    )


def ratings(it: About) -> Iterator[Question]:
    """Return the person's own ratings; on the usual path where a criterion reads it."""
    labels = {
        "coped": (f"How well did {it.name} cope, 0 to 10?", "Coping"),
        "enjoyed": (f"How much did {it.name} enjoy it, 0 to 10?", "Enjoyment"),
        "belonged": (
            f"How far did {it.name} feel they belonged, 0 to 10?",
            "Belonging",
        ),
        "confidence": (
            f"How sure of next time is {it.name}, 0 to 10?",
            "Confidence",
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
            hint=f"{it.name}'s own score. {A_DASH}",
            extra=key not in it.needed,
        )


def more(it: About) -> Iterator[Question]:
    """Return what is asked only when the worker adds more."""
    yield Question(
        "went_well",
        "What went well, and why?",
        "What went well, and why",
        no_secrets,
        asked="when you add more",
        required=False,
        extra=True,
    )
    yield from _differed(it)
    yield Question(
        "next",
        "When is the next session?",
        "Next session",
        lambda raw: parse_when(raw, now=it.now, leaning=Leaning.AHEAD),
        "when",
        hint="For example: Friday 2pm, tomorrow 10am, 4 December 2pm.",
        relevant=lambda _a: not it.next_planned,
        asked="when none is planned",
        required=False,
        extra=True,
        constraint=lambda at, _a: checks.is_to_come(at, it.now),
    )
    yield Question(
        "note",
        "Anything else to remember?",
        "Note",
        no_secrets,
        required=False,
        extra=True,
    )


def _differed(it: About) -> Iterator[Question]:
    """Return what was not as planned; Enter keeps what was."""
    yield Question(
        "differed",
        "What was not as planned, and why?",
        "Not as planned",
        no_secrets,
        relevant=went,
        asked="when you add more",
        required=False,
        extra=True,
    )
    rows = {
        "place": ("Where was it?", "Where", it.planned.place),
        "company": ("Who went along?", "Company", it.planned.company),
        "travel": ("How did they get there and back?", "Travel", it.planned.travel),
    }
    for key, (label, short, planned) in rows.items():
        yield Question(
            key,
            label,
            short,
            no_secrets,
            default=planned,
            relevant=lambda a: went(a) and bool(a.get("differed")),
            asked="when something was not as planned",
            required=False,
            carry=True,
        )
