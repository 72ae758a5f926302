"""Criteria that could never work are refused, with a sentence that helps."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.criteria import CriteriaRefused
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.predicates import PREDICATES
from tests.builders import ATTENDED_3_OF_4, criteria
from tests.domain.making import stop_for

A_RULE = (
    "A rule is an object with one name in it, such as "
    '{"attended_at_least": {"n": 3, "of_last": 4}}.'
)
WHOLE = {
    "hold": {"days": 14, "min_sessions": 3},
    "pause": [],
    "stability": ATTENDED_3_OF_4,
}


def why(data: Any) -> str:
    """Return the sentence that refuses these criteria."""
    with pytest.raises(CriteriaRefused) as refused:
        parse_criteria(data)
    return str(refused.value)


def test_an_unknown_name_is_told_the_names_there_are() -> None:
    """Nobody has to look the list up."""
    said = why(criteria({"attended_at_most": {"n": 3}}))

    assert said == (
        'There is no criterion called "attended_at_most". There are: all_of, any_of, '
        "attended_at_least, belief_drop, card_reviewed_within, confidence_min, "
        "consecutive, coped_rating_min, cravings_max, crisis_contacts_max, "
        "debrief_done, limit_kept, money_looked_at, no_concern, "
        "no_financial_request_unreviewed, no_pause_event, no_unexplained_money, "
        "not, peak_suds_max, post_le_pre, prediction_outcome_in, "
        "restriction_review_in_date, safety_behaviour_reduced, signs_stage_max, "
        "sleep_nights_below, stayed_planned_minutes, suds_drop_from_baseline."
    )


def test_more_sessions_than_there_are_is_refused() -> None:
    """5 of the last 4 can never be met."""
    assert why(criteria({"attended_at_least": {"n": 5, "of_last": 4}})) == (
        "5 of the last 4 sessions can never be met. Make n 4 or less."
    )


@pytest.mark.parametrize(
    "inner",
    [
        {"no_pause_event": {"days": 7}},
        {"not": {"no_pause_event": {"days": 7}}},
        {"any_of": [ATTENDED_3_OF_4, {"not": {"no_pause_event": {"days": 7}}}]},
    ],
)
def test_a_pause_sign_cannot_ask_about_pause_signs(inner: dict[str, Any]) -> None:
    """It would answer itself, however deep it is hidden."""
    assert why(criteria(pause=[stop_for(inner)])) == (
        "A pause sign cannot ask about pause signs: it would answer itself."
    )


def test_an_unknown_response_is_told_the_three_there_are() -> None:
    """Each pause sign leads to something."""
    assert why(criteria(pause=[stop_for({"not": ATTENDED_3_OF_4}, "ban")])) == (
        'There is no response "ban". There are: pause, step_back, review_same_day.'
    )


@pytest.mark.parametrize("data", [None, 3, "three of four", [], {}, {"a": 1, "b": 2}])
def test_what_is_no_rule_is_shown_one(data: Any) -> None:
    """An object with one name in it."""
    assert why({**WHOLE, "stability": data}) == A_RULE


@pytest.mark.parametrize("join", ["all_of", "any_of"])
def test_an_empty_join_is_refused(join: str) -> None:
    """All of nothing would always be met."""
    assert why(criteria({join: []})) == f"{join} needs at least one rule in it."
    assert why(criteria({join: ATTENDED_3_OF_4})) == f"{join} takes a list."


@pytest.mark.parametrize("name", sorted(PREDICATES))
def test_an_argument_that_is_not_there_is_named_with_those_that_are(name: str) -> None:
    """None made up: the sentence says which, and what there is."""
    said = why(criteria({name: {"colour": 1}}))

    assert said.startswith(f'{name} has no "colour". {name} takes ')
    assert all(key in said for key in PREDICATES[name].takes)
    assert why(criteria({name: None})).startswith(f"{name} takes ")


def test_what_must_be_given_is_told() -> None:
    """None left out but what may be; one of two where it is one of two."""
    none: dict[str, Any] = {}
    two = {"points": 2, "percent": 20}

    assert why(criteria({"attended_at_least": {"n": 3}})) == (
        "attended_at_least takes exactly: n, of_last."
    )
    assert why(criteria({"coped_rating_min": {"last": 2}})) == (
        "coped_rating_min takes exactly: last, x; last may be left out."
    )
    assert why(criteria({"suds_drop_from_baseline": two})) == (
        "suds_drop_from_baseline takes exactly one of: points, percent."
    )
    assert why(criteria({"suds_drop_from_baseline": none})) == (
        "suds_drop_from_baseline takes exactly one of: points, percent."
    )
    assert why(criteria({"limit_kept": {"limit_id": 3}})) == (
        'In limit_kept, limit_id must be the id of a limit, such as l1. It says "3".'
    )


@pytest.mark.parametrize("value", [0, 61, -1, "3", 3.0, True, None, [3]])
def test_a_number_is_a_whole_number_in_its_range(value: Any) -> None:
    """No text, no fraction, no yes or no in place of a number."""
    said = why(criteria({"attended_at_least": {"n": value, "of_last": 4}}))

    assert said == (
        "In attended_at_least, n must be a whole number from 1 to 60. "
        f'It says "{value}".'
    )


@pytest.mark.parametrize("value", ["usual", -1, 61, None, True])
def test_a_number_of_calls_may_also_be_the_baseline(value: Any) -> None:
    """The sentence names the one word that is also taken."""
    said = why(criteria({"crisis_contacts_max": {"n": value, "days": 7}}))

    assert said == (
        "In crisis_contacts_max, n must be a whole number from 0 to 60 or "
        f'"baseline". It says "{value}".'
    )


@pytest.mark.parametrize(
    "value", [[], "no", ["maybe"], ["no", 3], None, [["no"]], [{}]]
)
def test_outcomes_are_a_list_of_the_three_words(value: Any) -> None:
    """Whatever else is in the list, the refusal is a sentence."""
    said = why(criteria({"prediction_outcome_in": {"outcomes": value, "last": 2}}))

    assert said == (
        "In prediction_outcome_in, outcomes must be a list of: no, partly, yes. "
        f'It says "{value}".'
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "Criteria takes exactly: hold, pause, stability."),
        ({}, "Criteria takes exactly: hold, pause, stability."),
        ({**WHOLE, "ready": 1}, "Criteria takes exactly: hold, pause, stability."),
        ({**WHOLE, "pause": {}}, "pause takes a list."),
        ({**WHOLE, "pause": [{}]}, "A pause sign takes exactly: response, when."),
        ({**WHOLE, "hold": {}}, "hold takes exactly: days, min_sessions."),
        ({**WHOLE, "hold": 14}, "hold takes exactly: days, min_sessions."),
    ],
)
def test_the_three_blocks_are_always_these(data: Any, said: str) -> None:
    """Stability, pause and hold; nothing beside them."""
    assert why(data) == said


@pytest.mark.parametrize("key", ["days", "min_sessions"])
@pytest.mark.parametrize("value", [-1, 366, "14", None, True])
def test_a_hold_is_counted_in_whole_numbers(key: str, value: Any) -> None:
    """From nothing to a year."""
    said = why({**WHOLE, "hold": {"days": 14, "min_sessions": 3, key: value}})

    assert said == (
        f"In criteria, hold {key} must be a whole number from 0 to 365. "
        f'It says "{value}".'
    )


def test_consecutive_takes_a_number_and_a_rule() -> None:
    """Both, and the number from 1."""
    inner = {"consecutive": {"n": 0, "of": ATTENDED_3_OF_4}}

    assert why(criteria({"consecutive": 3})) == "consecutive takes exactly: n, of."
    assert why(criteria(inner)) == (
        'In criteria, consecutive n must be a whole number from 1 to 60. It says "0".'
    )
    assert why(criteria({"consecutive": {"n": 2, "of": 3}})) == A_RULE
    assert why(criteria({"not": []})) == A_RULE
