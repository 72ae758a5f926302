"""Sealed predictions: what each of them expected, and what came, with its n.

Neither guess is shown anywhere before the debrief of that session is saved. The
worker's own errors are for the worker: they say nothing about the person. Source:
practice reference 4.1 and idea 5.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Debrief, Happened
from inclusion_cli.domain.prepare import Guess, Preparation
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

NOBODY = Guess()


def belongs(ready: Preparation, debrief: Debrief) -> bool:
    """Say whether a preparation is of the session a debrief tells of.

    Where no session was planned it is that of the same step and day, made before.
    """
    if ready.step != debrief.step:
        return False
    if ready.session or debrief.session:
        return ready.session == debrief.session
    return ready.at.date() == debrief.at.date()


def prepared_for(case: Casefile, debrief: Debrief) -> Kept[Preparation] | None:
    """Return the latest preparation of a debrief's session, if there was one."""
    found = [p for p in case.preparations if belongs(p.record, debrief)]
    return found[-1] if found else None


def veiled(preparation: Preparation) -> Preparation:
    """Return a preparation without its guesses, as it may be shown while sealed."""
    return replace(preparation, mine=None, workers=None)


def as_seen(told: Preparation, debriefs: Iterable[Kept[Debrief]]) -> Preparation:
    """Return a preparation as it may be shown: sealed until its own debrief."""
    opens = any(belongs(told, debrief.record) for debrief in debriefs)
    return told if opens else veiled(told)


def opened(case: Casefile, debrief: Debrief) -> Iterator[str]:
    """Return what each of them expected beside what happened, now that it may be."""
    kept = prepared_for(case, debrief)
    if kept is None:
        return
    name = case.known_as
    mine, workers = kept.record.mine or NOBODY, kept.record.workers or NOBODY
    if workers.going is not None:
        thought = say("would go") if workers.going else say("would not go")
        went = "went" if debrief.outcome.attended else say("did not go")
        yield say(
            "Now open: you thought {name} {thought}. {name} {went}.",
            name=name,
            thought=thought,
            went=went,
        )
    said = [
        *(
            [say("{name} thought {peak}", name=name, peak=mine.peak)]
            if mine.peak is not None
            else []
        ),
        *(
            [say("you thought {peak}", peak=workers.peak)]
            if workers.peak is not None
            else []
        ),
    ]
    if said and debrief.outcome.attended:
        was = debrief.worry_peak
        came = (
            say("it was {was}", was=was)
            if was is not None
            else say("nobody asked what it was")
        )
        yield say(
            "Worry at its worst: {said}, {came}.", said=", ".join(said), came=came
        )
    if mine.will_happen is not None and debrief.outcome.attended:
        came = _CAME[debrief.feared]
        yield say(
            "{name} was {will_happen} in 100 sure it would happen. {came}",
            name=name,
            will_happen=mine.will_happen,
            came=came,
        )


_CAME = {
    Happened.NO: say("It did not."),
    Happened.PARTLY: say("It partly did."),
    Happened.YES: say("It did."),
    None: say("Whether it did was not asked."),
}


@record
class Calibration:
    """How predictions came out over time, each count with its n.

    Errors are means in points of 0 to 10, None where nothing can be compared.
    """

    fears_asked: int = 0
    fears_true: int = 0
    fears_partly: int = 0
    going_asked: int = 0
    going_right: int = 0
    worker_n: int = 0
    worker_error: float | None = None
    own_n: int = 0
    own_error: float | None = None
    own_over: int = 0


def calibration(case: Casefile, debriefs: Iterable[Kept[Debrief]]) -> Calibration:
    """Return how what was expected came out in these debriefs."""
    debriefs = tuple(debriefs)
    feared = [d.record.feared for d in debriefs if d.record.feared]
    pairs = [
        (ready.record, kept.record)
        for kept in debriefs
        if (ready := prepared_for(case, kept.record))
    ]
    going = [
        (p.workers.going, d.outcome.attended)
        for p, d in pairs
        if p.workers and p.workers.going is not None and d.outcome.countable
    ]
    workers = list(_errors((p.workers, d) for p, d in pairs))
    own = list(_errors((p.mine, d) for p, d in pairs))
    return Calibration(
        fears_asked=len(feared),
        fears_true=feared.count(Happened.YES),
        fears_partly=feared.count(Happened.PARTLY),
        going_asked=len(going),
        going_right=sum(thought == went for thought, went in going),
        worker_n=len(workers),
        worker_error=_mean(workers),
        own_n=len(own),
        own_error=_mean(own),
        own_over=sum(error > 0 for error in own),
    )


def _errors(pairs: Iterable[tuple[Guess | None, Debrief]]) -> Iterator[int]:
    """Return how far each guess of the worst worry was above what came."""
    for guess, debrief in pairs:
        if guess and guess.peak is not None and debrief.worry_peak is not None:
            yield guess.peak - debrief.worry_peak


def _mean(errors: list[int]) -> float | None:
    return sum(map(abs, errors)) / len(errors) if errors else None


def calibration_lines(found: Calibration, name: str) -> Iterator[str]:
    """Return predictions over time in words, each with its n; nothing for no data."""
    if found.fears_asked:
        yield (
            say(
                "What {name} feared came true {fears_true} of "
                "{fears_asked}, and partly {fears_partly}.",
                name=name,
                fears_true=found.fears_true,
                fears_asked=say_many(
                    "{number} time", "{number} times", found.fears_asked
                ),
                fears_partly=say_many(
                    "{number} time", "{number} times", found.fears_partly
                ),
            )
        )
    if found.own_error is not None:
        yield (
            say(
                "{name} guessed their worst worry {own_n}. The guess was "
                "higher than what came {own_over}.",
                name=name,
                own_n=say_many("{number} time", "{number} times", found.own_n),
                own_over=say_many("{number} time", "{number} times", found.own_over),
            )
        )
    if found.worker_error is not None:
        off = (
            f"{found.worker_error:.0f}"
            if found.worker_error >= 1
            else say("less than 1")
        )
        yield (
            say(
                "The worker guessed it {worker_n}, on average {off} of 10 away.",
                worker_n=say_many("{number} time", "{number} times", found.worker_n),
                off=off,
            )
        )
    if found.going_asked:
        yield (
            say(
                "The worker guessed right whether {name} would go "
                "{going_right} of {going_asked}.",
                name=name,
                going_right=found.going_right,
                going_asked=say_many(
                    "{number} time", "{number} times", found.going_asked
                ),
            )
        )
