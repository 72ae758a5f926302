"""Predictions against what came, counted: for the worker and their supervisor alone.

How far the guesses of worry at its worst were off on the whole, how often "will go" was
right, and how often a fear came true. A count with its n, never a grade of the worker
and nothing about the person. Source: practice reference 7 (5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Happened
from inclusion_cli.domain.predictions import NOBODY, prepared_for
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.prepare import Guess


@record
class Guessed:
    """Guesses of worry at its worst beside what it was: the sum of what they were off.

    `over` is how many were too high, `under` too low. `n` had both a guess and a score.
    """

    n: int = 0
    off: int = 0
    over: int = 0
    under: int = 0

    def and_(self, guess: int, was: int) -> Guessed:
        """Return it with one guess more."""
        return Guessed(
            self.n + 1,
            self.off + guess - was,
            self.over + (guess > was),
            self.under + (guess < was),
        )


@record
class Calibration:
    """What was guessed against what came, in some sessions.

    `going` is how often the worker said whether the person would go, `going_right` how
    often that was so. `fears` is how often the person was asked how sure they were that
    their fear would come true and what came is known; `came_true` and `partly` of them.
    `records` are the debriefs behind it.
    """

    workers: Guessed = Guessed()
    persons: Guessed = Guessed()
    going: int = 0
    going_right: int = 0
    fears: int = 0
    sure: int = 0
    came_true: int = 0
    partly: int = 0
    records: tuple[str, ...] = ()


def calibration(
    cases: Iterable[Casefile], *, worker: str, first: date, last: date
) -> Calibration:
    """Return what one worker and the people with them guessed, and what came of it.

    Of the sessions of these days that a worker prepared, and that have a debrief.
    """
    found = Calibration()
    for case in cases:
        for debrief in case.debriefs:
            ready = prepared_for(case, debrief.record)
            if ready is None or ready.author != worker:
                continue
            if first <= debrief.on <= last:
                mine, workers = ready.record.mine, ready.record.workers
                found = _with(found, debrief, mine or NOBODY, workers or NOBODY)
    return found


def _with(
    so_far: Calibration, kept: Kept[Debrief], mine: Guess, workers: Guess
) -> Calibration:
    told, went = kept.record, kept.record.outcome.attended
    peak = told.worry_peak if went else None
    feared = told.feared if went and mine.will_happen is not None else None
    going = workers.going is not None and told.outcome.countable
    used = (
        going
        or feared is not None
        or (peak is not None and (mine.peak, workers.peak) != (None, None))
    )
    return Calibration(
        workers=_guessed(so_far.workers, workers.peak, peak),
        persons=_guessed(so_far.persons, mine.peak, peak),
        going=so_far.going + going,
        going_right=so_far.going_right + (going and workers.going is went),
        fears=so_far.fears + (feared is not None),
        sure=so_far.sure + ((mine.will_happen or 0) if feared is not None else 0),
        came_true=so_far.came_true + (feared is Happened.YES),
        partly=so_far.partly + (feared is Happened.PARTLY),
        records=(*so_far.records, *([kept.id] if used else [])),
    )


def _guessed(so_far: Guessed, guess: int | None, was: int | None) -> Guessed:
    return so_far if guess is None or was is None else so_far.and_(guess, was)


def in_words(found: Calibration) -> Iterator[str]:
    """Return the counts in sentences, each with its n; nothing where there is none."""
    if found.workers.n:
        yield say(
            "You guessed worry at its worst {times}: {off}. Too high {over}, "
            "too low {under}.",
            times=_times(found.workers.n),
            off=_off(found.workers),
            over=_times(found.workers.over),
            under=_times(found.workers.under),
        )
    if found.persons.n:
        yield say(
            "The people guessed it {times}: {off}.",
            times=_times(found.persons.n),
            off=_off(found.persons),
        )
    if found.going:
        yield say(
            "You said whether somebody would go {times}. It was so {right} of them.",
            times=_times(found.going),
            right=found.going_right,
        )
    if found.fears:
        yield say(
            "People were on the whole {sure} in 100 sure of their fear. It came true "
            "{came} of {times}, and partly {partly}.",
            sure=round(found.sure / found.fears),
            came=found.came_true,
            times=_times(found.fears),
            partly=found.partly,
        )


def _times(number: int) -> str:
    return say_many("{number} time", "{number} times", number)


def _off(guessed: Guessed) -> str:
    """Return by how much the guesses were off on the whole, to a tenth of a point."""
    tenths = round(abs(guessed.off) * 10 / guessed.n)
    if not tenths:
        return say("on the whole it was as guessed")
    points = f"{tenths // 10}.{tenths % 10}"
    if guessed.off > 0:
        return say("on the whole {points} of 10 higher than it was", points=points)
    return say("on the whole {points} of 10 lower than it was", points=points)
