"""Positive risk decisions in words: what was weighed, and how it went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.domain.risk_decision import WEIGHED, WENT
from inclusion_cli.domain.risk_decisions import Weighed, weighed
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile

_WENT = {choice.key: choice.label for choice in WENT}
_WEIGHED = {choice.key: choice.label for choice in WEIGHED}


@record
class RiskLine:
    """One positive risk decision in words.

    `rows` are what was weighed then, each with a name; `after` is what was told
    afterwards, empty while it waits.
    """

    record: str
    code: str
    question: str
    chosen: str
    state: str
    open: bool
    rows: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]


@record
class RiskList:
    """The positive risk decisions of one person, or of everybody where `code` is ""."""

    code: str
    name: str
    lines: tuple[RiskLine, ...]
    closed: date | None = None


def risk_list(cases: Iterable[Casefile], *, on: date, one: bool) -> RiskList:
    """Return the decisions of some people, those that wait for their outcome first."""
    cases = tuple(cases)
    lines = [risk_line(case, w, on=on) for case in cases for w in weighed(case, on=on)]
    first = cases[0].person.record if one else None
    return RiskList(
        first.code if first else "",
        first.name if first else "",
        tuple(sorted(lines, key=lambda line: not line.open)),
        first.closed_on if first else None,
    )


def pack_risks(case: Casefile, *, first: date, on: date) -> tuple[RiskLine, ...]:
    """Return the decisions that wait, and those made or told of since a first day."""
    return tuple(
        risk_line(case, one, on=on)
        for one in weighed(case, on=on)
        if one.outcome is None or one.outcome.record.on >= first
    )


def risks_in_short(case: Casefile, *, on: date) -> tuple[str, ...]:
    """Return each decision in a sentence: the question, the way, and how it stands."""
    lines = (risk_line(case, one, on=on) for one in weighed(case, on=on))
    return tuple(
        say(
            "{question} Chosen: {chosen}. {state}.",
            question=line.question,
            chosen=line.chosen.rstrip("."),
            state=line.state,
        )
        for line in lines
    )


def risk_line(case: Casefile, one: Weighed, *, on: date) -> RiskLine:
    """Return one decision in words."""
    it = one.kept.record
    day = say_day(it.review_on, today=on)
    state = say("To be looked at again on {day}", day=day)
    if one.outcome:
        state = _WENT[one.outcome.record.went.value]
    elif it.review_on <= on:
        state = say("Its day was {day}, and how it went is not told yet", day=day)
    return RiskLine(
        record=short_id(one.kept.id),
        code=case.person.record.code,
        question=it.question,
        chosen=one.chosen.what,
        state=state,
        open=one.outcome is None,
        rows=tuple(_rows(case, one)),
        after=tuple(_after(one)),
    )


def _rows(case: Casefile, one: Weighed) -> Iterator[tuple[str, str]]:
    it = one.kept.record
    yield say("Decided on"), say_day(it.on)
    yield say("The wish"), f'"{it.wish}"'
    yield say("What they gain"), it.benefits
    yield from _told(say("What others gain"), it.benefits_others)
    yield say("Possible harm"), it.harms
    yield say("How likely"), it.likely
    yield say("Cost of saying no"), it.cost_of_refusing
    for number, option in enumerate(it.options, start=1):
        speaks_for = option.speaks_for and say("For it: {text}", text=option.speaks_for)
        against = option.speaks_against
        speaks_against = against and say("Against it: {text}", text=against)
        mark = say("Chosen") if option.id == it.chosen else ""
        parts = (option.what, mark, speaks_for, speaks_against)
        said = ". ".join(part.rstrip(".") for part in parts if part)
        yield say("Way {number}", number=number), said
    yield say("Why"), it.why
    for safeguard in it.safeguards:
        situation = _situation(case, safeguard.trigger)
        what = f"{safeguard.what} ({situation})" if situation else safeguard.what
        yield say("So that it goes well"), what
    yield say("We stop when"), it.stop_if
    yield say("Who agrees"), it.agreed
    yield from _told(say("Who does not"), it.disagreed)
    yield say("Capacity for this"), it.capacity
    yield from _told(say("Landlord, insurance, law"), it.other_issues)


def _situation(case: Casefile, trigger: str) -> str:
    found = case.formulation.record.trigger(trigger) if case.formulation else None
    return found.situation if found else ""


def _told(label: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield label, text


def _after(one: Weighed) -> Iterator[tuple[str, str]]:
    if one.outcome is None:
        return
    it = one.outcome.record
    yield say("Looked at on"), say_day(it.on)
    yield say("How it went"), _WENT[it.went.value]
    yield say("What happened"), it.happened
    if it.stopped is not None:
        yield say("Stopped"), say("Yes") if it.stopped else say("No")
    yield from _told(say("In their words"), it.words and f'"{it.words}"')
    if it.weighed:
        yield say("How it was weighed"), _WEIGHED[it.weighed.value]
    yield from _told(say("Good, and left out"), it.reasoning)
    yield from _told(say("Learned"), it.learned)
