"""The situations of a formulation as lines: what is known, what is done, its limits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import (
    CONTROL_KINDS,
    LAWFUL_BASES,
    TRIGGER_KINDS,
    Control,
    Formulation,
    Trigger,
)
from inclusion_cli.domain.formulation_parts import BASES, EXPOSURES
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.met import last_met, met_by_step
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.values import Choice

Row = tuple[str, str]


@record
class LimitLines:
    """A restriction: what it is, then its grounds and its end in rows."""

    text: str
    rows: tuple[Row, ...]


@record
class SituationLines:
    """One situation: what is known about it in rows, and what is done about it.

    `limits` are its restrictions, apart from the rest of what is done. `none` says that
    nothing is done, and why where that is known; `reasoned` whether it is.
    """

    situation: str
    kind: str
    rows: tuple[Row, ...]
    done: tuple[str, ...]
    limits: tuple[LimitLines, ...]
    none: str
    reasoned: bool


def situation(case: Casefile, it: Formulation, trigger: Trigger) -> SituationLines:
    """Return what is known about a situation, and what is done about it."""
    none = ""
    if trigger in it.unanswered():
        none = say("Nothing is agreed for this yet.")
        if trigger.unanswered_because:
            none = say(
                "Nothing is done, because: {stopped}",
                stopped=stopped(trigger.unanswered_because),
            )
    own = [c for c in it.controls if c.trigger == trigger.id]
    return SituationLines(
        trigger.situation,
        _label(TRIGGER_KINDS, trigger.kind.value),
        tuple(filled((*_known_of(trigger), _met_last(case, trigger)))),
        tuple(_done(c) for c in own if not c.is_limit),
        tuple(limit_lines(c) for c in own if c.is_limit),
        none,
        bool(trigger.unanswered_because),
    )


def _known_of(trigger: Trigger) -> Iterator[Row]:
    basis, exposure = trigger.basis, trigger.exposure
    yield say("Happened or feared"), _label(BASES, basis.value) if basis else ""
    yield say("What tends to happen"), trigger.tends_to_happen
    yield say("First signs"), trigger.early_signs
    yield say("What helps"), trigger.helps
    yield say("What makes it worse"), trigger.worse
    yield say("Last time"), trigger.example
    yield (
        say("How it is met now"),
        _label(EXPOSURES, exposure.value) if exposure else "",
    )
    rated = trigger.rating
    yield (
        say("Worry expected, 0 to 10"),
        "" if rated is None else say("{rated} of 10", rated=rated),
    )


def _met_last(case: Casefile, trigger: Trigger) -> Row:
    """Return when a session last met a situation; "" where no step is to meet it."""
    last = last_met(case, trigger.id, until=date.max)
    if last is None:
        planned = any(trigger.id in met_by_step(case, step.id) for step in case.steps)
        return say("Met last"), say("in no session yet") if planned else ""
    day = say_day(last.on)
    return say("Met last"), f"{day} ({short_id(last.id)})"


def control_words(control: Control) -> str:
    """Return what is done in words: its kind, and what it is."""
    kind = _label(CONTROL_KINDS, control.kind.value).split(":")[0]
    return f"{kind}: {control.text}"


def limit_lines(control: Control) -> LimitLines:
    """Return a restriction with its grounds and its end, each in a row of its own."""
    rows = (
        (say("Harm it prevents"), control.harm),
        (say("Basis"), _label(LAWFUL_BASES, control.lawful_basis)),
        (say("Tried first"), control.tried),
        (say("Ends when"), control.ends_when),
        *filled(_days_of(control)),
    )
    return LimitLines(control_words(control), rows)


def _done(control: Control) -> str:
    """Return what is done with its days and its end, where they are known."""
    more = (*_days_of(control), (say("Ends when"), control.ends_when))
    told = [f"{label}: {stopped(text)}" for label, text in filled(more)]
    words = control_words(control)
    return " ".join([stopped(words), *told]) if told else words


def _days_of(control: Control) -> Iterator[Row]:
    began, again = control.started, control.review_on
    yield say("Began on"), say_day(began) if began else ""
    yield say("To be looked at on"), say_day(again) if again else ""


def untied(control: Control) -> str:
    """Return what is done for no situation, and why."""
    why = control.no_trigger_because
    told = (
        say("Needed because: {why}", why=why)
        if why
        else say("It may be a blanket rule")
    )
    return f"{stopped(_done(control))} {stopped(told)}"


def filled(rows: Iterable[Row]) -> Iterator[Row]:
    """Return the rows that say something."""
    return ((label, text) for label, text in rows if text)


def _label(choices: tuple[Choice, ...], key: str) -> str:
    return next(choice.label for choice in choices if choice.key == key)
