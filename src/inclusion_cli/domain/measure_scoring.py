"""What the answers of a measure come to. Scoring rules: practice reference 5.

A missing item gives no score, and so does one out of range. Scores are whole numbers;
where they have decimals they are counted in hundredths, so that nothing is rounded on
the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.measure import Measure, Scoring, Terms
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

HUNDREDTHS = 100
SWEMWBS_METRIC = {
    7: 700, 8: 951, 9: 1125, 10: 1240, 11: 1333, 12: 1408, 13: 1475, 14: 1532,
    15: 1584, 16: 1636, 17: 1688, 18: 1743, 19: 1798, 20: 1859, 21: 1925, 22: 1998,
    23: 2073, 24: 2154, 25: 2235, 26: 2321, 27: 2411, 28: 2503, 29: 2602, 30: 2703,
    31: 2813, 32: 2931, 33: 3070, 34: 3255, 35: 3500,
}  # fmt: skip
"""SWEMWBS raw score to metric score in hundredths: Stewart-Brown and others 2009, in
practice reference 5. It holds only where all 7 items were answered."""
LIFE, CARE = 8, 3
"""DIALOG: the first 8 scores are about life, the last 3 about care (reference 5)."""
FACE = 100
"""SUDS is kept from 0 to 100 and shown on the scale the person chose."""


@record
class Score:
    """What one measure comes to.

    `value` is what is compared with other times, in `scale` parts of a point; None
    where an answer is a category, which is never averaged or added. `says` is the score
    in words, with its range. `parts` are further scores, each with its name.
    """

    says: str
    value: int | None = None
    scale: int = 1
    parts: tuple[tuple[str, str], ...] = ()


def missing(measure: Measure) -> tuple[int, ...]:
    """Return the numbers of the questions that were left out, from 1."""
    return tuple(n for n, item in enumerate(measure.items, start=1) if item is None)


def scored(measure: Measure) -> Score | None:
    """Return what a measure comes to, None where an item is missing or out of range."""
    terms = measure.terms
    if terms is None:
        return None
    if measure.total is not None:
        return _of_total(measure.total, terms)
    answers = [item for item in measure.items if item is not None]
    whole = len(answers) == len(measure.items) == terms.items > 0
    if not whole or not all(terms.low <= item <= terms.high for item in answers):
        return None
    return _RULES[terms.scoring](measure, answers, terms)


def decimal(value: int, scale: int) -> str:
    """Return a number of parts as it is read: 1975 hundredths are 19.75."""
    if scale == 1:
        return str(value)
    sign, value = ("-" if value < 0 else ""), abs(value)
    places = len(str(scale)) - 1
    text = f"{sign}{value // scale}.{value % scale:0{places}d}"
    return text.rstrip("0").rstrip(".")


def _of_total(total: int, terms: Terms) -> Score | None:
    if terms.most and not terms.least <= total <= terms.most:
        return None
    if terms.scoring is Scoring.SWEMWBS:
        return _swemwbs(total)
    return Score(_in_range(total, terms), total)


def _in_range(total: int, terms: Terms) -> str:
    if not terms.most:
        return str(total)
    return say(
        "{total} (from {least} to {most})",
        total=total,
        least=terms.least,
        most=terms.most,
    )


def _swemwbs(total: int) -> Score | None:
    metric = SWEMWBS_METRIC.get(total)
    if metric is None:
        return None
    said = say(
        "{metric} (from 7 to 35; raw {total})",
        metric=decimal(metric, HUNDREDTHS),
        total=total,
    )
    return Score(said, metric, HUNDREDTHS, ((say("Raw"), str(total)),))


def _sum(_measure: Measure, answers: list[int], terms: Terms) -> Score:
    total = sum(answers)
    return Score(_in_range(total, terms), total)


def _of_raw(_measure: Measure, answers: list[int], _terms: Terms) -> Score | None:
    return _swemwbs(sum(answers))


def _rating(measure: Measure, answers: list[int], terms: Terms) -> Score:
    (value,) = answers
    if measure.scale and terms.high == FACE:
        shown, top = value * measure.scale // FACE, measure.scale
    else:
        shown, top = value, terms.high
    said = say("{value} (from {low} to {high})", value=shown, low=terms.low, high=top)
    return Score(said, value)


def _category(measure: Measure, answers: list[int], _terms: Terms) -> Score:
    return Score(measure.chosen or str(answers[0]))


def _dialog(_measure: Measure, answers: list[int], _terms: Terms) -> Score | None:
    if len(answers) != LIFE + CARE:
        return None
    life, care = _mean(answers[:LIFE]), _mean(answers[LIFE:])
    named = (
        (say("Life"), decimal(life, HUNDREDTHS)),
        (say("Care"), decimal(care, HUNDREDTHS)),
    )
    said = say(
        "life {life}, care {care} (each from 1 to 7)",
        life=named[0][1],
        care=named[1][1],
    )
    return Score(said, life, HUNDREDTHS, named)


def _mean(answers: list[int]) -> int:
    """Return a mean in hundredths, a half rounded up."""
    return (2 * HUNDREDTHS * sum(answers) + len(answers)) // (2 * len(answers))


_RULES: dict[Scoring, Callable[[Measure, list[int], Terms], Score | None]] = {
    Scoring.CATEGORY: _category,
    Scoring.DIALOG: _dialog,
    Scoring.RATING: _rating,
    Scoring.SUM: _sum,
    Scoring.SWEMWBS: _of_raw,
    Scoring.TOTAL: _sum,
}
