"""What a measure comes to, and what changed; practice reference 5."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain import measures
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.measure import Better, Measure, Mode, Scoring, Terms
from inclusion_cli.domain.measure_scoring import (
    SWEMWBS_METRIC,
    decimal,
    missing,
    scored,
)
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.safety import Safety
from tests.builders import DAY_ONE, at

UCLA = Terms("UCLA-3", Scoring.SUM, 3, 1, 3, 3, 9, Better.LOWER)
GAD = Terms("GAD-7", Scoring.SUM, 7, 0, 3, 0, 21, Better.LOWER, 400)
METRIC = Terms("SWEMWBS", Scoring.SWEMWBS, 7, 1, 5, 7, 35, Better.HIGHER)
DIALOG = Terms("DIALOG", Scoring.DIALOG, 11, 1, 7, better=Better.HIGHER)
GOAL = Terms(
    "Goal", Scoring.RATING, 1, 0, 10, better=Better.HIGHER, reliable=245, reported=True
)
ones = st.lists(st.integers(1, 3), min_size=3, max_size=3)


def a_measure(terms: Terms, *items: int | None, **facts: Any) -> Measure:
    """Return a measure of an instrument, asked on the first day."""
    told = {"instrument": "one", "on": DAY_ONE, "mode": Mode.SELF, **facts}
    return Measure(items=items, terms=terms, **told)


def a_case(*taken: Measure) -> Casefile:
    """Return a person of whom these measures were taken, written in this order."""
    person = Kept("p", "p", "f", Person("PR-001", "Robin", "Robin"), "w", at(1), at(1))
    kept = tuple(
        Kept(f"m{n}", f"m{n}", "f", one, "w", at(1 + (one.on - DAY_ONE).days), at(n))
        for n, one in enumerate(taken, start=1)
    )
    return Casefile(person, safety=Safety(measures=kept))


# --- what it comes to ---------------------------------------------------------------


@given(ones)
def test_three_items_are_added_and_none_is_turned_round(items: list[int]) -> None:
    """Any order of the same answers comes to the same, from 3 to 9."""
    scores = {scored(a_measure(UCLA, *order)) for order in permutations(items)}

    (score,) = scores
    assert score is not None
    assert score.value == sum(items)
    assert 3 <= score.value <= 9


@given(ones, st.integers(0, 2))
def test_a_missing_item_gives_no_score_and_says_which(
    items: list[int], gone: int
) -> None:
    """Two answers of three are no score."""
    answers: list[int | None] = [*items]
    answers[gone] = None
    measure = a_measure(UCLA, *answers)

    assert scored(measure) is None
    assert missing(measure) == (gone + 1,)


@given(ones, st.integers(0, 2), st.integers(4, 9) | st.integers(-9, 0))
def test_an_item_out_of_range_gives_no_score(
    items: list[int], place: int, wrong: int
) -> None:
    """Nothing is capped."""
    items[place] = wrong

    assert scored(a_measure(UCLA, *items)) is None


@given(st.lists(st.integers(1, 3), max_size=6).filter(lambda items: len(items) != 3))
def test_too_few_or_too_many_items_give_no_score(items: list[int]) -> None:
    """Three items are three."""
    assert scored(a_measure(UCLA, *items)) is None


PUBLISHED = """7 7.00; 8 9.51; 9 11.25; 10 12.40; 11 13.33; 12 14.08; 13 14.75;
14 15.32; 15 15.84; 16 16.36; 17 16.88; 18 17.43; 19 17.98; 20 18.59; 21 19.25;
22 19.98; 23 20.73; 24 21.54; 25 22.35; 26 23.21; 27 24.11; 28 25.03; 29 26.02;
30 27.03; 31 28.13; 32 29.31; 33 30.70; 34 32.55; 35 35.00"""


def test_raw_to_metric_is_the_published_table() -> None:
    """Every raw score has the metric score of the table in practice reference 5."""
    pairs = (pair.split() for pair in PUBLISHED.replace("\n", " ").split(";"))
    table = {int(raw): round(float(metric) * 100) for raw, metric in pairs}

    assert table == SWEMWBS_METRIC
    assert {raw: _value(a_measure(METRIC, total=raw)) for raw in table} == table


def _value(measure: Measure) -> int | None:
    score = scored(measure)
    return score.value if score else None


@given(st.integers(-50, 90))
def test_the_metric_score_rises_with_the_raw_score_and_nothing_is_outside(
    raw: int,
) -> None:
    """From 7 to 35, one by one higher; outside it there is no score."""
    value, before = (
        _value(a_measure(METRIC, total=raw)),
        _value(a_measure(METRIC, total=raw - 1)),
    )

    assert (value is not None) == (7 <= raw <= 35)
    assert value is None or before is None or before < value


def test_the_metric_score_is_said_with_the_raw_one() -> None:
    """Who reads it can look it up."""
    score = scored(a_measure(METRIC, total=21))

    assert score is not None
    assert score.says == "19.25 (from 7 to 35; raw 21)"


@given(st.lists(st.integers(1, 7), min_size=11, max_size=11))
def test_dialog_is_two_means(scores: list[int]) -> None:
    """The first 8 about life, the last 3 about care, in hundredths."""
    score = scored(a_measure(DIALOG, *scores))

    assert score is not None
    assert score.value is not None
    assert abs(score.value - 100 * sum(scores[:8]) / 8) <= 0.5
    assert [name for name, _said in score.parts] == ["Life", "Care"]


def test_a_category_is_its_words_and_no_number() -> None:
    """The direct question is reported as what was chosen, never added."""
    terms = Terms("ONS", Scoring.CATEGORY, 1, 1, 5)

    score = scored(a_measure(terms, 1, chosen="Often or always"))

    assert score is not None
    assert (score.says, score.value) == ("Often or always", None)


def test_distress_is_shown_on_the_scale_the_person_likes() -> None:
    """It is kept from 0 to 100, and shown from 0 to 10 where they rate so."""
    terms = Terms("Distress", Scoring.RATING, 1, 0, 100)

    score = scored(a_measure(terms, 70, scale=10))

    assert score is not None
    assert (score.says, score.value) == ("7 (from 0 to 10)", 70)


@pytest.mark.parametrize(
    ("value", "scale", "said"),
    [(7, 1, "7"), (1925, 100, "19.25"), (3500, 100, "35"), (-250, 100, "-2.5")],
)
def test_parts_of_a_point_are_said_as_decimals(
    value: int, scale: int, said: str
) -> None:
    """Hundredths are kept whole, and read with a point."""
    assert decimal(value, scale) == said


# --- what changed -------------------------------------------------------------------


def test_one_score_is_no_change() -> None:
    """Change needs two scores of the same."""
    case = a_case(a_measure(UCLA, 3, 3, 3), a_measure(UCLA, 1, None, 1))

    assert measures.change(case, "one") is None


def test_change_is_from_the_first_to_the_latest() -> None:
    """Lower is better here, and there is no reliable change for it."""
    later = DAY_ONE + timedelta(days=91)
    case = a_case(a_measure(UCLA, 3, 3, 3), a_measure(UCLA, 2, 2, 2, on=later))

    change = measures.change(case, "one")

    assert change is not None
    assert (measures.points(change), change.better, change.reliable) == (
        "-3",
        True,
        None,
    )


@given(st.integers(0, 21), st.integers(0, 21))
def test_reliable_change_is_where_it_is_published(first: int, second: int) -> None:
    """GAD-7: 4 points or more, either way."""
    case = a_case(
        a_measure(GAD, total=first),
        a_measure(GAD, total=second, on=DAY_ONE + timedelta(days=30)),
    )

    change = measures.change(case, "one")

    assert change is not None
    assert change.reliable == (abs(first - second) >= 4)


def test_goal_progress_needs_more_than_two_points() -> None:
    """2.45 points, as others report it: 2 is less, 3 is more."""
    day = DAY_ONE + timedelta(days=30)
    small = a_case(a_measure(GOAL, 2), a_measure(GOAL, 4, on=day))
    large = a_case(a_measure(GOAL, 2), a_measure(GOAL, 5, on=day))

    found = [measures.change(case, "one") for case in (small, large)]

    assert [one.reliable if one else None for one in found] == [False, True]


def test_what_is_about_something_else_is_not_compared() -> None:
    """Confidence and belonging are two things."""
    case = a_case(
        a_measure(GOAL, 2, about="confidence"), a_measure(GOAL, 9, about="belonging")
    )

    assert measures.change(case, "one", "confidence") is None
    assert list(measures.used(case)) == [("one", "confidence"), ("one", "belonging")]


@given(st.permutations([0, 30, 60, 90]))
def test_the_order_of_writing_changes_nothing(days: list[int]) -> None:
    """First and latest are by the day it was asked."""
    taken = [
        a_measure(UCLA, 1, 1, 1 + n // 45, on=DAY_ONE + timedelta(days=n)) for n in days
    ]
    case = a_case(*taken)

    first, last = measures.baseline(case, "one"), measures.latest(case, "one")

    assert first is not None
    assert last is not None
    assert (last.record.on - first.record.on).days == 90


def test_a_record_of_before_its_terms_has_no_score() -> None:
    """What cannot be read is not guessed."""
    assert scored(replace(a_measure(UCLA, 1, 1, 1), terms=None)) is None
    assert isinstance(DAY_ONE, date)
