"""A card says agreed rules as the person would: plain, first person, short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.card_pauses import FIRST_PERSON, in_my_words
from inclusion_cli.domain.criteria import NEVER_SIGNS, PauseSign, Response
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.predicates import PREDICATES
from tests.builders import A_CRISIS_CALL, criteria
from tests.domain.making import stop_for

if TYPE_CHECKING:
    from inclusion_cli.domain.predicates.registry import Kind

UNASKABLE = set(NEVER_SIGNS)
HARM: dict[str, Any] = {"not": {"no_concern": {"days": 7}}}
LATE: dict[str, Any] = {"not": {"signs_stage_max": {"stage": 2, "days": 7}}}
WORRY: dict[str, Any] = {"not": {"peak_suds_max": {"x": 7, "last": 2}}}


def sign(when: dict[str, Any], response: str = "pause") -> PauseSign:
    """Return a pause sign as it was agreed for a step."""
    return parse_criteria(criteria(pause=[stop_for(when, response)])).pause[0]


@pytest.mark.parametrize(
    ("when", "response", "says"),
    [
        (
            HARM,
            "review_same_day",
            "If anyone is hurt or unsafe, or asks me for money: we talk that day.",
        ),
        (A_CRISIS_CALL, "pause", "If there is a crisis call: the step pauses."),
        (
            LATE,
            "step_back",
            'If signs of "I\'m struggling" or "I need help now" show: we step back.',
        ),
        (
            {"not": {"sleep_nights_below": {"h": 5, "max_nights": 3, "days": 7}}},
            "pause",
            "If I sleep under 5 hours on 4 nights in 7: the step pauses.",
        ),
        (
            {"any_of": [A_CRISIS_CALL, WORRY]},
            "step_back",
            "If there is a crisis call, or my worry goes over 7 of 10: we step back.",
        ),
        (
            {"consecutive": {"n": 2, "of": WORRY}},
            "pause",
            "If my worry goes over 7 of 10, 2 times running: the step pauses.",
        ),
    ],
)
def test_a_card_states_a_rule_as_the_person_would(
    when: dict[str, Any], response: str, says: str
) -> None:
    """No machine words, no window of days; a whole sentence."""
    assert in_my_words(sign(when, response)) == says


def an_argument(kind: Kind) -> Any:
    """Return something a predicate takes."""
    if kind.words:
        return list(kind.words[:1])
    return "x1" if kind.ids else min(max(kind.low, 3), kind.high)


@pytest.mark.parametrize("name", sorted(set(PREDICATES) - UNASKABLE))
def test_every_criterion_has_words_of_the_person(name: str) -> None:
    """One that is new must be worded for the card, in 15 words or fewer."""
    assert name in FIRST_PERSON
    takes = PREDICATES[name].takes
    either = [key for key, kind in takes.items() if kind.choice]
    args = {k: an_argument(v) for k, v in takes.items() if k not in either[1:]}

    for response in Response:
        said = in_my_words(sign({"not": {name: args}}, response.value))
        assert re.fullmatch(r"If .+: .+\.", said), said
        assert len(said.split()) <= 15, said
        assert not re.search(r"\b(they|their|them|review)\b", said), said
