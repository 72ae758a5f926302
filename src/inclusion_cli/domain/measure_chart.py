"""Measures over time, to be drawn: each time in its place, and its number beside.

A time without a score has no place, and nothing is drawn across it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain import measures
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.measure import Scoring
from inclusion_cli.domain.measure_lines import change_words
from inclusion_cli.domain.measure_says import marked_score, name_of
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.measure import Measure, Terms

WHOLE = 1000


@record
class TrackRow:
    """One time: its day, its place from 0 to 1000 along the range, and what it says.

    `place` is None where there is no score, or nothing to measure it along.
    """

    on: str
    place: int | None
    says: str


@record
class Track:
    """One instrument over time, the oldest first."""

    what: str
    span: str
    change: str
    rows: tuple[TrackRow, ...]


@record
class MeasureChart:
    """What was measured of a person, each instrument on a track of its own."""

    code: str
    name: str
    tracks: tuple[Track, ...]
    closed: date | None = None


def chart(case: Casefile, instrument: str = "") -> MeasureChart:
    """Return the measures of a person to be drawn, all or those of one instrument."""
    pairs = [p for p in measures.used(case) if instrument in ("", p[0])]
    return MeasureChart(
        case.person.record.code,
        case.person.record.name,
        tuple(_track(case, *pair) for pair in pairs),
        case.closed_on,
    )


def _track(case: Casefile, instrument: str, about: str) -> Track:
    found = measures.of(case, instrument, about)
    terms = found[-1].record.terms
    span = _span(terms) if terms else None
    said = say("{low} to {high}", low=span[0], high=span[1]) if span else ""
    return Track(
        name_of(found[-1].record),
        said,
        change_words(case, instrument, about),
        tuple(_rows(found, span)),
    )


def _rows(
    found: tuple[Kept[Measure], ...], span: tuple[int, int] | None
) -> Iterator[TrackRow]:
    for kept in found:
        score = measures.scored(kept.record)
        place = None
        if span and score and score.value is not None:
            low, high = span
            along = score.value * WHOLE - low * WHOLE * score.scale
            place = along // ((high - low) * score.scale)
        yield TrackRow(say_day(kept.record.on), place, marked_score(kept.record))


def _span(terms: Terms) -> tuple[int, int] | None:
    """Return from where to where a score can be, None where it is no number."""
    if terms.scoring is Scoring.CATEGORY:
        return None
    if terms.scoring in (Scoring.RATING, Scoring.DIALOG):
        return terms.low, terms.high
    return (terms.least, terms.most) if terms.most > terms.least else None
