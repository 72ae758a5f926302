"""A measure in words: what was measured, of what, what it came to, how it was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.measure import Measure, Mode
from inclusion_cli.domain.measure_scoring import missing, scored
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable


def name_of(measure: Measure) -> str:
    """Return what was measured: "UCLA-3", "Own rating: belonging"."""
    name = measure.terms.name if measure.terms else measure.instrument
    return f"{name}: {measure.about}" if measure.about else name


def score_words(measure: Measure) -> str:
    """Return what it came to, or which answers are missing, in words."""
    score = scored(measure)
    if score is not None:
        return score.says
    if gone := missing(measure):
        return say("no score: {gone}", gone=questions_words(gone))
    return say("no score")


def questions_words(numbers: Iterable[int]) -> str:
    """Return which questions were left out: "question 2 was left out"."""
    told = tuple(map(str, numbers))
    if len(told) == 1:
        return say("question {number} was left out", number=told[0])
    return say("questions {numbers} were left out", numbers=and_list(told))


def in_short(measure: Measure) -> str:
    """Return what was measured and what it came to, marked where it was with help."""
    return f"{name_of(measure)}, {marked_score(measure)}"


def marked_score(measure: Measure) -> str:
    """Return what it came to, marked where it was answered with help."""
    said = score_words(measure)
    helped = measure.mode is Mode.HELPED
    return say("{said} (with help)", said=said) if helped else said


HELPED = say("with help, which tends to give better scores")
"""Practice reference 5: Warwick warns that helped answers run more positive."""
