"""The measures of a person: which were taken, what they came to, what changed.

Change is shown only between two scores of the same instrument, and never across
instruments; nothing is banded for a person (practice reference 5).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.measure import Better, Measure
from inclusion_cli.domain.measure_scoring import Score, decimal, missing, scored
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

__all__ = ["Change", "Score", "baseline", "change", "latest", "missing", "of", "scored"]
HUNDREDTHS = 100


@record
class Change:
    """From the first score to the latest, of one instrument: `n` scores stand.

    `by` is the difference in `scale` parts of a point. `better` says which way it went
    for the person, None where neither is better or nothing changed. `reliable` is
    whether it is as large as the reliable change, None where there is none.
    """

    by: int
    scale: int
    n: int
    better: bool | None
    reliable: bool | None


def of(case: Casefile, instrument: str, about: str = "") -> tuple[Kept[Measure], ...]:
    """Return every time an instrument was used, in order of its day."""
    found = [
        kept
        for kept in case.safety.measures
        if kept.record.instrument == instrument and kept.record.about == about
    ]
    return tuple(sorted(found, key=lambda kept: (kept.record.on, *kept.order)))


def used(case: Casefile) -> Iterator[tuple[str, str]]:
    """Return each instrument a person was asked, with what it is about, once."""
    pairs = ((k.record.instrument, k.record.about) for k in case.safety.measures)
    return iter(dict.fromkeys(pairs))


def with_score(
    case: Casefile, instrument: str, about: str = ""
) -> tuple[tuple[Kept[Measure], Score], ...]:
    """Return the times that came to a score, in order, each with it."""
    found = of(case, instrument, about)
    return tuple((kept, s) for kept in found if (s := scored(kept.record)) is not None)


def baseline(case: Casefile, instrument: str, about: str = "") -> Kept[Measure] | None:
    """Return the first time that came to a score."""
    return next((kept for kept, _s in with_score(case, instrument, about)), None)


def latest(case: Casefile, instrument: str, about: str = "") -> Kept[Measure] | None:
    """Return the last time that came to a score."""
    found = with_score(case, instrument, about)
    return found[-1][0] if found else None


def change(case: Casefile, instrument: str, about: str = "") -> Change | None:
    """Return the change from the first score to the latest, None below two of them.

    Categories have none: they are never averaged, subtracted or added.
    """
    found = [
        (kept, s)
        for kept, s in with_score(case, instrument, about)
        if s.value is not None
    ]
    if len(found) < 2 or found[0][1].scale != found[-1][1].scale:
        return None
    (_first, was), (last, now) = found[0], found[-1]
    terms = last.record.terms
    assert terms is not None, "what has a score has its terms"
    assert was.value is not None
    assert now.value is not None
    by = now.value - was.value
    enough = abs(by) * HUNDREDTHS >= terms.reliable * now.scale
    return Change(
        by,
        now.scale,
        len(found),
        _better(by, terms.better),
        enough if terms.reliable else None,
    )


def _better(by: int, better: Better) -> bool | None:
    if better is Better.NEITHER or by == 0:
        return None
    return (by > 0) == (better is Better.HIGHER)


def points(change: Change) -> str:
    """Return by how much, with its sign: "+3", "-2.5"."""
    sign = "+" if change.by > 0 else ""
    return f"{sign}{decimal(change.by, change.scale)}"
