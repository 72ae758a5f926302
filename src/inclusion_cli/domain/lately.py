"""What whoever is beside a person must know of these days: crises, and sudden stops.

It is told on a page for a stand-in and on what a colleague needs, and nowhere else.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.harm_reduction import STOPPING_KILLS
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.observation import grave_words
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.observation import Observation

LATELY = timedelta(days=14)
"""For so long it is named. Service default."""
ASK = say("Ask on call what keeps them safe.")
Named = tuple["Kept[Observation]", str]


def grave_lately(case: Casefile, *, on: date) -> Iterator[Named]:
    """Return the grave observations of these days, each with its day and what it is."""
    back = kept_back(case).keys()
    for kept in case.observations:
        what = grave_words(kept.record)
        if what and on - LATELY <= kept.on <= on and kept.id not in back:
            day = say_day(kept.on, today=on)
            yield kept, say("{day}: {what}.", day=day, what=what)


def named(case: Casefile, *, on: date) -> tuple[str, ...]:
    """Return what is named of these days, and what to do beside them, no more of it."""
    return tuple(
        " ".join((says, *(STOPPING_KILLS[1:3] if kept.record.stopped else (ASK,))))
        for kept, says in grave_lately(case, on=on)
    )


def told_in_full(case: Casefile, *, on: date) -> Iterator[Named]:
    """Return the same with what was said and who knows, for a colleague alone."""
    for kept, says in grave_lately(case, on=on):
        note, told = kept.record.note, kept.record.told
        parts = (
            says,
            stopped(note) if note else "",
            say("Told: {who}", who=stopped(told)) if told else "",
        )
        yield kept, " ".join(filter(None, parts))
