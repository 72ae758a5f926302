"""The measures of a person in lines: for the list, the page of a person, and papers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain import measures
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.measure import MODE_WORDS, Better, Measure, Mode
from inclusion_cli.domain.measure_says import (
    HELPED,
    name_of,
    questions_words,
    score_words,
)
from inclusion_cli.domain.measure_scoring import decimal, missing
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.values import sentence
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

ONE_SCORE = say("One score so far. A change needs two.")
LESS = {
    Better.HIGHER: say("Higher is better here."),
    Better.LOWER: say("Lower is better here."),
    Better.NEITHER: "",
}


@record
class TakenLine:
    """One time of asking, in words."""

    on: str
    what: str
    score: str
    how: str
    asked_by: str
    words: str
    record: str


@record
class MeasureSum:
    """One instrument over time: its first score and its latest, with how many stand.

    `first` and `latest` are told with their days; `how` says how the latest was
    answered, and whether any was answered with help. `gone` tells of times without a
    score. `acknowledges` is the line that is printed beside it. `lines` are all of it.
    """

    what: str
    n: int
    first: str
    latest: str
    change: str
    how: str
    gone: str
    acknowledges: str
    records: tuple[str, ...]
    lines: tuple[str, ...] = ()


@record
class MeasuresTaken:
    """Every measure of one person, newest first, and each instrument summed up."""

    code: str
    name: str
    sums: tuple[MeasureSum, ...]
    lines: tuple[TakenLine, ...]
    notes: tuple[str, ...] = ()
    closed: date | None = None


def taken(case: Casefile, *, notes: tuple[str, ...] = ()) -> MeasuresTaken:
    """Return the measures of a person."""
    newest = sorted(
        case.safety.measures, key=lambda k: (k.record.on, *k.order), reverse=True
    )
    return MeasuresTaken(
        case.person.record.code,
        case.person.record.name,
        sums(case),
        tuple(taken_line(kept) for kept in newest),
        notes,
        case.closed_on,
    )


def taken_line(kept: Kept[Measure]) -> TakenLine:
    """Return one time of asking in words."""
    measure = kept.record
    return TakenLine(
        say_day(measure.on),
        name_of(measure),
        score_words(measure),
        MODE_WORDS[measure.mode],
        measure.asked_by,
        measure.words,
        short_id(kept.id),
    )


def sums(case: Casefile) -> tuple[MeasureSum, ...]:
    """Return each instrument of a person summed up, in the order of first use."""
    return tuple(_sum(case, *pair) for pair in measures.used(case))


def _sum(case: Casefile, instrument: str, about: str) -> MeasureSum:
    every = measures.of(case, instrument, about)
    scored = measures.with_score(case, instrument, about)
    latest = every[-1].record
    found = MeasureSum(
        what=name_of(latest),
        n=len(scored),
        first=_told(*scored[0]) if scored else "",
        latest=_told(*scored[-1]) if scored else "",
        change=change_words(case, instrument, about),
        how=_how(every),
        gone=_gone(every),
        acknowledges=latest.terms.acknowledges if latest.terms else "",
        records=tuple(short_id(kept.id) for kept in every),
    )
    return replace(found, lines=tuple(_lines(found)))


def _lines(one: MeasureSum) -> Iterator[str]:
    """Return the lines of one instrument, the acknowledgement last."""
    if one.n > 1:
        yield say(
            "First: {first}. Latest: {latest}. Times with a score: {n}.",
            first=one.first,
            latest=one.latest,
            n=one.n,
        )
    elif one.n:
        yield sentence(one.first)
        yield ONE_SCORE
    for line in (one.change, one.gone, sentence(one.how), one.acknowledges):
        if line:
            yield line


def _told(kept: Kept[Measure], score: measures.Score) -> str:
    return say("{score} on {day}", score=score.says, day=say_day(kept.record.on))


def _how(every: tuple[Kept[Measure], ...]) -> str:
    helped = sum(kept.record.mode is Mode.HELPED for kept in every)
    how = MODE_WORDS[every[-1].record.mode]
    if helped and len(every) == 1:
        return say("answered {how}", how=HELPED)
    if helped:
        return say(
            "{helped} of {n} answered {how}", helped=helped, n=len(every), how=HELPED
        )
    return say("answered {how}", how=how)


def _gone(every: tuple[Kept[Measure], ...]) -> str:
    told = [
        say(
            "No score on {day}: {gone}.",
            day=say_day(kept.record.on),
            gone=questions_words(missing(kept.record)),
        )
        for kept in every
        if missing(kept.record)
    ]
    return " ".join(told)


def change_words(case: Casefile, instrument: str, about: str = "") -> str:
    """Return the change from the first score to the latest in words, "" for none."""
    change = measures.change(case, instrument, about)
    if change is None:
        return ""
    first = measures.baseline(case, instrument, about)
    latest = measures.latest(case, instrument, about)
    assert first is not None, "a change has a first score"
    assert latest is not None, "a change has a latest score"
    terms = latest.record.terms
    assert terms is not None, "what has a score has its terms"
    said = say(
        "Change: {points} since {day} ({scores}).",
        points=measures.points(change) if change.by else say("none"),
        day=say_day(first.record.on),
        scores=say_many("{number} score", "{number} scores", change.n),
    )
    size = decimal(terms.reliable, measures.HUNDREDTHS)
    parts = (said, LESS[terms.better], _marker(change, size, reported=terms.reported))
    return " ".join(part for part in parts if part)


def _marker(change: measures.Change, size: str, *, reported: bool) -> str:
    """Return whether a change is as large as the reliable one, where there is one."""
    if change.reliable is None:
        return ""
    if reported:
        said = (
            say("Others report {size} points as a change that means something.")
            if change.reliable
            else say(
                "Others report {size} points as a change that means something; "
                "this is less."
            )
        )
        return said.format(size=size)
    if change.reliable:
        return say("A reliable change: {size} points or more.", size=size)
    return say("Less than a reliable change, which is {size} points.", size=size)
