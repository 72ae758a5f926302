"""Sealed predictions: what each of them expected, and what came, with its n.

Neither guess is shown anywhere before the debrief of that session is saved. The
worker's own errors are for the worker: they say nothing about the person. Source:
practice reference 4.1 and idea 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Debrief, Happened
from inclusion_cli.domain.prepare import Guess, Preparation
from inclusion_cli.domain.record import replace
from inclusion_cli.tongue import say

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
    went = debrief.outcome.attended
    yield from _of_going(workers, name, went=went)
    if went:
        yield from _of_worry(mine, workers, name, debrief.worry_peak)
        yield from _of_the_fear(mine, name, debrief.feared)


def _of_going(workers: Guess, name: str, *, went: bool) -> Iterator[str]:
    """Return whether the worker thought that they would go, and whether they went."""
    if workers.going is not None:
        thought = say("would go") if workers.going else say("would not go")
        yield say(
            "Now open: you thought {name} {thought}. {name} {went}.",
            name=name,
            thought=thought,
            went=say("went") if went else say("did not go"),
        )


def _of_worry(mine: Guess, workers: Guess, name: str, was: int | None) -> Iterator[str]:
    """Return how bad each of them thought it would be at its worst, and what it was."""
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
    if said:
        came = (
            say("it was {was}", was=was)
            if was is not None
            else say("nobody asked what it was")
        )
        yield say(
            "Worry at its worst: {said}, {came}.", said=", ".join(said), came=came
        )


def _of_the_fear(mine: Guess, name: str, feared: Happened | None) -> Iterator[str]:
    """Return how sure the person was of what they feared, and whether it came."""
    if mine.will_happen is not None:
        yield say(
            "{name} was {will_happen} in 100 sure it would happen. {came}",
            name=name,
            will_happen=mine.will_happen,
            came=_CAME[feared],
        )


_CAME = {
    Happened.NO: say("It did not."),
    Happened.PARTLY: say("It partly did."),
    Happened.YES: say("It did."),
    None: say("Whether it did was not asked."),
}
