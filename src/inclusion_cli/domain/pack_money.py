"""The money part of a review pack, and what is less for a while: lines with records."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.event_page import says_less
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.money_agreed import ABOUT_WORDS
from inclusion_cli.domain.money_page import (
    LOOKS_BACK_DAYS,
    has_money,
    says_late,
    says_looked,
    says_rehearsed,
    weeks_back,
)
from inclusion_cli.domain.money_requests import request_counts, says_requests
from inclusion_cli.domain.record import record
from inclusion_cli.domain.reductions import standing_reduction
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile


@record
class SafeLine:
    """One line, and the records it is read from."""

    says: str
    records: tuple[str, ...] = ()


@record
class OwnAgreement:
    """An agreement in the person's words: what about, since when, which record."""

    about: str
    words: str
    day: str
    record: str


@record
class MoneyPart:
    """What a review pack says of money: agreements, and counts of the last 13 weeks."""

    agreed: tuple[OwnAgreement, ...]
    lines: tuple[SafeLine, ...]


def money_part(case: Casefile, *, on: date) -> MoneyPart | None:
    """Return the money part, None where nothing is kept and nobody asked."""
    since = on - timedelta(days=LOOKS_BACK_DAYS)
    asked = request_counts(case, first=since, last=on)
    if not has_money(case) and not asked.received:
        return None
    return MoneyPart(tuple(_agreed(case)), tuple(_lines(case, since, on)))


def _agreed(case: Casefile) -> Iterator[OwnAgreement]:
    for kept in case.safety.agreements:
        it = kept.record
        if not it.ended_on:
            about = ABOUT_WORDS.get(it.about, it.about)
            yield OwnAgreement(about, it.words, say_day(it.on), short_id(kept.id))


def _lines(case: Casefile, since: date, on: date) -> Iterator[SafeLine]:
    looked = weeks_back(case, on=on)
    if looked is not None:
        says = says_looked(case, on=on)
        yield SafeLine(
            say("Money looked at together. {says}", says=says),
            tuple(map(short_id, looked.records)),
        )
    asked = request_counts(case, first=since, last=on)
    yield SafeLine(
        say(
            "Asked for money or things since {day}. {says}",
            day=say_day(since),
            says=says_requests(asked),
        ),
        tuple(map(short_id, asked.records)),
    )
    yield from (SafeLine(late) for late in says_late(case, first=since, on=on))
    told = case.safety.rehearsals
    if told:
        ids = tuple(short_id(kept.id) for kept in told)
        yield SafeLine(
            say("Saying no, practised. {says}", says=says_rehearsed(told)), ids
        )


def less_lines(case: Casefile) -> tuple[SafeLine, ...]:
    """Return what is less for a while, where something is."""
    found = standing_reduction(case)
    if found is None:
        return ()
    because = (found.id, *found.record.because)
    return (SafeLine(says_less(case), tuple(map(short_id, because))),)
