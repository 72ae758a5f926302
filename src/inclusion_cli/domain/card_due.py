"""What the card asks for on home: a check, a new copy, numbers, a word on the step."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import (
    LATEST_NUMBER_DAYS,
    STAGES,
    STRUGGLING,
    Card,
    check_by,
    numbers_checked,
)
from inclusion_cli.domain.card_copies import copies, out_of_date
from inclusion_cli.domain.card_plan import unsaid
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.observation import GRAVE, SEEN_WORDS
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

WRITTEN_LATE = timedelta(days=31)
"""How long after a session its debrief may still be written, at the most."""
_CRISIS_CALL = say("There was a crisis call")
_NEW_STEP = (Choice.PROGRESS, Choice.STEP_BACK)


@record
class CardDue:
    """One thing to do about the card: why, the command, and the records."""

    says: str
    command: tuple[str, ...]
    on: date | None = None
    records: tuple[str, ...] = ()


def card_dues(case: Casefile, *, on: date) -> Iterator[CardDue]:
    """Return what the card of a person asks for on a day."""
    code = case.person.record.code
    if case.card is None:
        yield CardDue(say("No early-warning card yet."), ("card", "write", code))
        return
    looks = tuple(_check(case, case.card, on)) or tuple(_small(case, case.card, on))
    yield from looks
    for says, records in out_of_date(case):
        yield CardDue(says, ("card", "print", code), records=records)


def after_a_decision(case: Casefile, *, on: date) -> tuple[str, ...]:
    """Return the command to go on with: a look at the card, a copy of it, or today.

    A copy is printed where there is none yet, or where an old one is held.
    """
    for due in card_dues(case, on=on):
        return due.command
    if not copies(case):
        return ("card", "print", case.person.record.code)
    return ("today",)


def _small(case: Casefile, card: Kept[Card], on: date) -> Iterator[CardDue]:
    """Return what is found anyway by whoever looks at the whole card."""
    code, current = case.person.record.code, case.current()
    if says := stale_numbers(card, on=on):
        yield CardDue(says, ("card", "check", code), records=(card.id,))
    if current and (says := unsaid(card.record, current.step.record)):
        yield CardDue(says, ("card", "write", code), records=(card.id,))


def _check(case: Casefile, card: Kept[Card], on: date) -> Iterator[CardDue]:
    """Return one line: the check is overdue, or something happened since the last."""
    command = ("card", "check", case.person.record.code)
    if on > check_by(card):
        days = say_many("{number} day", "{number} days", (on - card.on).days)
        says = say("The card was last looked at {days} ago.", days=days)
        yield CardDue(says, command, records=(card.id,))
        return
    reasons = sorted(_reasons(case, card, on), key=lambda reason: reason[0])
    if reasons:
        day, what, entry = reasons[-1]
        says = say(
            "{what} on {day}. Look at the card this week.",
            what=what,
            day=say_day(day, today=on),
        )
        yield CardDue(says, command, day, (entry, card.id))


def looks_wanted(
    case: Casefile, card: Kept[Card], *, on: date
) -> tuple[tuple[date, str, str], ...]:
    """Return what calls for a look at the card since the last: day, what, record."""
    return tuple(sorted(_reasons(case, card, on)))


def _reasons(
    case: Casefile, card: Kept[Card], on: date
) -> Iterator[tuple[date, str, str]]:
    """Return what calls for a look at the card since it was last looked at."""
    for debrief in reversed(case.debriefs):
        if debrief.on < card.on - WRITTEN_LATE:
            break
        if debrief.recorded_at <= card.happened_at or debrief.on > on:
            continue
        for day in debrief.record.contacts:
            yield day, _CRISIS_CALL, debrief.id
        stages = [sign.stage for sign in debrief.record.signs or ()]
        if max(stages, default=0) >= STRUGGLING:
            yield debrief.on, _was_seen(max(stages)), debrief.id
    yield from _between_sessions(case, card, on)
    for decision in case.decisions:
        since = decision.happened_at > card.happened_at and decision.record.on <= on
        if since and decision.record.choice in _NEW_STEP:
            yield decision.record.on, say("The step changed"), decision.id


def _between_sessions(
    case: Casefile, card: Kept[Card], on: date
) -> Iterator[tuple[date, str, str]]:
    """Return the crisis calls and signs that somebody wrote down by themselves.

    A debrief asks about signs each time; who writes one down besides uses the card.
    """
    for seen in case.observations:
        if seen.recorded_at <= card.happened_at or seen.on > on:
            continue
        if seen.record.seen in GRAVE:
            what = SEEN_WORDS[seen.record.seen]
            yield seen.on, say("There was {what}", what=what), seen.id
        elif stages := [sign.stage for sign in seen.record.signs]:
            yield seen.on, _was_seen(max(stages)), seen.id


def _was_seen(stage: int) -> str:
    return say('"{title}" was seen', title=STAGES[stage - 1])


def stale_numbers(card: Kept[Card], *, on: date) -> str:
    """Return which numbers nobody checked for 180 days, "" for none."""
    old = [
        (what, day)
        for what, day in numbers_checked(card)
        if (on - day).days > LATEST_NUMBER_DAYS
    ]
    if not old:
        return ""
    oldest = (on - min(day for _what, day in old)).days
    names = and_list(what for what, _day in old)
    return say(
        "On the card, nobody has checked {names} for {oldest}.",
        names=names,
        oldest=say_many("{number} day", "{number} days", oldest),
    )
