"""What was agreed, and what breaks it, in words a person can be read."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.criteria import Hold
from inclusion_cli.domain.judging import judge
from inclusion_cli.domain.predicates import PREDICATES
from tests.builders import facts
from tests.domain.making import PEAK_7, rule

WORDS: dict[str, tuple[dict[str, Any], str, str]] = {
    "attended_at_least": (
        {"n": 3, "of_last": 4},
        "3 of the last 4 sessions go ahead",
        "fewer than 3 of the last 4 sessions go ahead",
    ),
    "peak_suds_max": (
        {"x": 7, "last": 1},
        "worry at its worst is 7 or less in the last session",
        "worry at its worst goes over 7 in the last session",
    ),
    "post_le_pre": (
        {"last": 3},
        "worry after is no higher than before in each of the last 3 sessions",
        "worry after is higher than before in one of the last 3 sessions",
    ),
    "prediction_outcome_in": (
        {"outcomes": ["partly", "no"], "last": 1},
        "what was feared did not happen, or only partly, in the last session",
        "what was feared happened, in the last session",
    ),
    "suds_drop_from_baseline": (
        {"points": 2},
        "worry at its worst is 2 lower than at first",
        "worry at its worst is not yet 2 lower than at first",
    ),
    "debrief_done": (
        {"last": 2, "within_hours": 24},
        "each of the last 2 sessions has a debrief within 24 hours",
        "a debrief is missing, or later than 24 hours, in the last 2 sessions",
    ),
    "card_reviewed_within": (
        {"days": 30},
        "the card was looked at in the last 30 days",
        "the card was not looked at in the last 30 days",
    ),
    "money_looked_at": (
        {"n": 4, "of_last": 4},
        "the week's money was looked at together in 4 of the last 4 weeks",
        "the week's money was looked at in fewer than 4 of the last 4 weeks",
    ),
    "no_unexplained_money": (
        {"weeks": 13},
        "nothing unexplained in 13 weeks of money looked at together",
        "something unexplained in 13 weeks of money looked at together",
    ),
    "no_pause_event": (
        {"days": 14},
        "no pause sign in 14 days",
        "a pause sign in 14 days",
    ),
    "crisis_contacts_max": (
        {"n": 0, "days": 7},
        "no crisis call in 7 days",
        "a crisis call in 7 days",
    ),
    "signs_stage_max": (
        {"stage": 2, "days": 1},
        'no sign past "Something is changing" in 1 day',
        'a sign past "Something is changing" in 1 day',
    ),
    "no_concern": (
        {"days": 7},
        "nobody hurt, unsafe or asked for money in 7 days",
        "someone hurt, unsafe or asked for money in 7 days",
    ),
    "belief_drop": (
        {"points": 20},
        "how sure they are that it will happen is 20 of 100 lower than at first",
        (
            "how sure they are that it will happen is not yet 20 of 100 lower than "
            "at first"
        ),
    ),
    "confidence_min": (
        {"x": 6, "last": 2},
        "how sure they feel for next time is 6 or more in each of the last 2 sessions",
        "how sure they feel for next time is under 6 in one of the last 2 sessions",
    ),
    "coped_rating_min": (
        {"x": 6},
        "how well they coped is 6 or more in the last session",
        "how well they coped is under 6 in the last session",
    ),
    "cravings_max": (
        {"x": 4, "last": 2},
        "craving is 4 or less after each of the last 2 sessions",
        "craving goes over 4 after one of the last 2 sessions",
    ),
    "limit_kept": (
        {"limit_id": "l1", "last": 3},
        'the limit "l1" is kept in each of the last 3 sessions',
        'the limit "l1" is not kept in one of the last 3 sessions',
    ),
    "no_financial_request_unreviewed": (
        {},
        "no request for money or things waits for a review",
        "a request for money or things waits for a review",
    ),
    "restriction_review_in_date": (
        {},
        "every restriction is inside its review date",
        "a restriction is past its review date",
    ),
    "safety_behaviour_reduced": (
        {"id": "b1"},
        'they do without "b1" in the last session',
        '"b1" is done in the last session',
    ),
    "sleep_nights_below": (
        {"h": 5, "max_nights": 2, "days": 7},
        "under 5 hours of sleep on 2 nights at most, in 7 days",
        "under 5 hours of sleep on more than 2 nights, in 7 days",
    ),
    "stayed_planned_minutes": (
        {"p": 75, "last": 3},
        "they stay at least 75% of the planned time in each of the last 3 sessions",
        "they stay less than 75% of the planned time in one of the last 3 sessions",
    ),
}


def test_every_predicate_has_its_words_here() -> None:
    """A new predicate comes with its words."""
    assert set(WORDS) == set(PREDICATES)


@pytest.mark.parametrize("name", WORDS)
def test_a_rule_and_its_opposite_are_said_plainly(name: str) -> None:
    """What was agreed, and what breaks it, in words a person can be read."""
    args, says, breaks = WORDS[name]

    assert rule({name: args}).words() == says
    assert rule({"not": {name: args}}).words() == breaks
    assert judge(rule({name: args}), facts(9)).agreed == says


@pytest.mark.parametrize("name", ["peak_suds_max", "post_le_pre"])
def test_what_breaks_a_rule_over_sessions_is_one_of_them(name: str) -> None:
    """One session over breaks it, so the words must not say that each is over."""
    args, _says, _breaks = WORDS[name]

    broken = rule({"not": {name: {**args, "last": 3}}}).words()

    assert "each of the last 3" not in broken


@pytest.mark.parametrize(
    ("n", "says"),
    [
        (1, "1 crisis call at most in 7 days"),
        (2, "2 crisis calls at most in 7 days"),
        ("baseline", "no more crisis calls than before in 7 days"),
    ],
)
def test_how_many_calls_is_said_in_words(n: int | str, says: str) -> None:
    """A number, or what was usual before."""
    assert rule({"crisis_contacts_max": {"n": n, "days": 7}}).words() == says


def test_joins_are_said_in_one_sentence() -> None:
    """And, or, and how often."""
    card = {"card_reviewed_within": {"days": 30}}
    said = "worry at its worst is 7 or less in the last session"

    both, either = rule({"all_of": [PEAK_7, card]}), rule({"any_of": [PEAK_7, card]})

    assert both.words() == f"{said} and the card was looked at in the last 30 days"
    assert either.words() == f"{said}, or the card was looked at in the last 30 days"
    twice = rule({"consecutive": {"n": 2, "of": PEAK_7}})
    assert twice.words() == f"{said}, 2 sessions running"


def test_a_hold_is_said_with_its_days_and_sessions() -> None:
    """All of this holds for so long."""
    assert Hold(14, 3).words() == "all of this holds for 14 days and 3 sessions"
    assert Hold(1, 1).words() == "all of this holds for 1 day and 1 session"
