"""The thread of one person, from their wish to the outcome, with its honest gaps.

Source: practice reference 6.3 (2) and 7 (12). Each line has the record it rests on, who
wrote it, its day, and the days since the line before. What should be there and is not
stands as a line of its own, "No evidence found". That there was a safeguarding concern
is told, and never what it says; a supervision is no part of it.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.trace_course import course
from inclusion_cli.domain.trace_end import outcome
from inclusion_cli.domain.trace_lines import STAGE_WORDS, Stage
from inclusion_cli.domain.trace_start import beginning
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.card import Card
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.trace_lines import Moment

GAP = say("No evidence found: {what}.")


@record
class TraceLine:
    """One line of the thread; a gap has neither record, author nor day.

    `number` is 0 for a gap. `lag` is the days since the numbered line before, and
    `since` the same in words.
    """

    number: int
    stage: str
    says: str
    record: str = ""
    short: str = ""
    author: str = ""
    on: date | None = None
    day: str = ""
    lag: int | None = None
    quote: str = ""
    since: str = ""
    gap: bool = False


@record
class Trace:
    """The whole thread of a person, as known on a day.

    `gaps` is how many lines say that no evidence was found. An `anonymous` one has no
    name in it, and a letter for the person.
    """

    title: str
    code: str
    known_as: str
    lines: tuple[TraceLine, ...]
    gaps: int
    until: date
    summary: str
    anonymous: bool = False


@record
class TracePaper:
    """A thread as it is printed, with the marks of its pages and what to know of it."""

    sheet: Sheet
    trace: Trace
    notes: tuple[str, ...] = ()


def trace(
    case: Casefile,
    *,
    now: datetime,
    authors: Mapping[str, str],
    formulations: Iterable[Kept[Formulation]] = (),
    cards: Iterable[Kept[Card]] = (),
) -> Trace:
    """Return the thread of a person as it is known at a moment.

    `authors` are names by the id of who wrote; of the formulation and the card each
    version is told, oldest first.
    """
    found: list[Moment] = [
        *beginning(case, tuple(formulations) or _standing(case)),
        *course(case, now=now, cards=tuple(cards)),
        *outcome(case, now=now),
    ]
    order = list(Stage)
    found = [one for one in found if one.at <= now]
    found.sort(key=lambda one: (one.at, order.index(one.stage), one.id))
    lines = tuple(_lines(found, authors))
    return Trace(
        title=say("From wish to outcome: {label}", label=case.label),
        code=case.person.record.code,
        known_as=case.known_as,
        lines=lines,
        gaps=sum(line.gap for line in lines),
        until=now.date(),
        summary=_summary(lines, now.date()),
    )


def _standing(case: Casefile) -> tuple[Kept[Formulation], ...]:
    """Return the formulation as it stands, where its versions are not given."""
    return case.formulations or ((case.formulation,) if case.formulation else ())


def _summary(lines: tuple[TraceLine, ...], until: date) -> str:
    """Return how long the thread is and how many gaps it has."""
    gaps = sum(line.gap for line in lines)
    return say(
        "{lines}, {gaps}. As known on {day}.",
        lines=say_many("{number} line", "{number} lines", len(lines) - gaps),
        gaps=say_many("{number} gap", "{number} gaps", gaps),
        day=say_day(until),
    )


def _since(lag: int | None) -> str:
    """Return the lag in words, "" where there is no line before."""
    if lag is None:
        return ""
    if not lag:
        return say("same day")
    return say_many("{number} day later", "{number} days later", lag)


def _lines(found: Iterable[Moment], authors: Mapping[str, str]) -> Iterator[TraceLine]:
    before: date | None = None
    for number, one in enumerate(found, start=1):
        on, stage = one.at.date(), STAGE_WORDS[one.stage]
        lag = (on - before).days if before else None
        yield TraceLine(
            number=number,
            stage=stage,
            says=one.says,
            record=one.id,
            short=short_id(one.id),
            author=authors.get(one.author, ""),
            on=on,
            day=say_day(on),
            lag=lag,
            quote=one.quote,
            since=_since(lag),
        )
        before = on
        for what in one.missing:
            says = GAP.format(what=what)
            yield TraceLine(number=0, stage=stage, says=says, gap=True)


_ALONE = r"(?<!\w)(?<!\w['\u2019])"


def nameless(told: Trace, letter: str, names: Mapping[str, str]) -> Trace:
    """Return a thread without names: each is replaced by what `names` has for it.

    Names are found as whole words, capital letters and all; the longest goes first. A
    single letter is no name, and neither is what stands behind an apostrophe: the s of
    "Robin's" is left alone.
    """
    known = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    wanted = "|".join(map(re.escape, known))
    pattern = re.compile(rf"{_ALONE}(?:{wanted})(?!\w)") if known else None

    def hide(text: str) -> str:
        return pattern.sub(lambda hit: names[hit[0]], text) if pattern else text

    person = say("Person {letter}", letter=letter)
    return replace(
        told,
        title=say("From wish to outcome: {label}", label=person),
        code=person,
        known_as=person,
        anonymous=True,
        lines=tuple(
            replace(
                line,
                says=hide(line.says),
                quote=hide(line.quote),
                author=names.get(line.author, line.author),
            )
            for line in told.lines
        ),
    )
