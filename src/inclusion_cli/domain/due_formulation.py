"""What is due about one person's formulation, and about the card made from it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.card_due import card_dues
from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.control_due import past_their_day, says_past
from inclusion_cli.domain.dates import say_near
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, About, Due, Group
from inclusion_cli.domain.formulation_age import stale_texts
from inclusion_cli.domain.formulation_events import (
    early,
    is_named,
    review_day,
    say_events,
    to_go_through,
)
from inclusion_cli.domain.formulation_steps import missing_words
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.kept import Kept


def formulation_dues(about: About, on: date, named: frozenset[str]) -> Iterator[Due]:
    """Return what is due about the formulation and the card made from it.

    `named` are the records that an alarm tells of already.
    """
    case = about.case
    if case.formulation is None:
        says = say("No formulation yet.")
        yield about(Group.LOOK, says, ("formulate", about.code))
        return
    yield from _formulation(about, case.formulation, on, named)
    for card in card_dues(case, on=on):
        yield about(
            Group.LOOK, card.says, card.command, on=card.on, records=card.records
        )


def _review_of_it(
    about: About, ids: tuple[str, ...], on: date, named: frozenset[str]
) -> Iterator[Due]:
    """Return that the formulation is looked at, early where an event asks for it.

    A request that an alarm names, `named`, is told of there.
    """
    case, code = about.case, about.code
    review, waiting = review_day(case) or on, early(case, on=on)
    said = say_events(waiting, today=on)
    events = tuple(dict.fromkeys(h.record for h in waiting))
    left = tuple(h for h in waiting if not is_named(h, named))
    if review <= on:
        day = say_near(review, today=on)
        was = (
            say("is due {day}", day=day)
            if review == on
            else say("was due {day}", day=day)
        )
        says = say("Formulation review. It {was}.", was=was)
        says += say(" Since the last look: {said}.", said=said) if said else ""
        both = (*ids, *events)
        yield about(Group.TODAY, says, ("formulate", code), on=review, records=both)
    elif left:
        said = say_events(left, today=on)
        says = say("Formulation review, early: {said}.", said=said)
        first, command = min(h.on for h in left), to_go_through(left, code)
        events = tuple(dict.fromkeys(h.record for h in left))
        yield about(Group.TODAY, says, command, on=first, records=events)
    elif review <= on + timedelta(days=LOOKS_AHEAD_DAYS):
        says = say("Formulation review, {review}.", review=say_near(review, today=on))
        yield about(Group.COMING, says, ("formulate", code), on=review, records=ids)


def _formulation(
    about: About, kept: Kept[Formulation], on: date, named: frozenset[str]
) -> Iterator[Due]:
    """Return what is due about the formulation: its review, names, age and steps."""
    case, code, ids = about.case, about.code, (kept.id,)
    yield from _review_of_it(about, ids, on, named)
    if not kept.record.is_signed:
        says = say(
            "Formulation, version {version}: a draft, not signed yet.",
            version=kept.record.version,
        )
        yield about(Group.LOOK, says, ("formulate", "sign", code), records=ids)
    if old := stale_texts(case, on=on):
        lines = say_many("{number} line", "{number} lines", len(old))
        says = say(
            "{lines} of the formulation stood for 12 months. Still true?", lines=lines
        )
        yield about(Group.LOOK, says, ("formulate", "confirm", code), records=ids)
    if says := says_past(case, on=on):
        first = past_their_day(case, on=on)[0][1]
        yield about(Group.LOOK, says, ("formulate", code), on=first, records=ids)
    for rung in case.rungs():
        says = missing_words(kept.record, rung.step.record)
        if says and rung.state is State.PLANNED:  # of the one that is on: an alarm
            records = (rung.step.id, *ids)
            yield about(Group.LOOK, says, ("formulate", code), records=records)
