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
    if workers.going is not None:
        thought = say("would go") if workers.going else say("would not go")
        went = say("went") if debrief.outcome.attended else say("did not go")
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
