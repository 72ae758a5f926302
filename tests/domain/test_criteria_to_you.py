"""What was agreed, as the person's own copy tells it: whole, plain, to them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from inclusion_cli.domain.criteria import NEVER_SIGNS
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.criteria_to_you import agreed_with_you
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.predicates_to_you import TO_YOU
from tests.builders import A_CRISIS_CALL, criteria
from tests.domain.making import stop_for
from tests.domain.test_criteria_words import WORDS

LONGEST = 20
"""The easy-read rule asks for 15 words; what the worker named may add some."""
THEM = re.compile(r"\b(they|them|their|he|she|her|his|I|my|baseline|of the step)\b")


def told(**given: Any) -> list[str]:
    """Return what is told of the criteria of a step."""
    return [*agreed_with_you(parse_criteria(criteria(**given)))]


def test_every_predicate_has_words_to_the_person() -> None:
    """A new one comes with its words."""
    assert TO_YOU.keys() == PREDICATES.keys()


@pytest.mark.parametrize("name", WORDS)
def test_each_is_a_whole_short_sentence_to_the_person(name: str) -> None:
    """Of "you" and "we", from a capital letter to the full stop; kept and broken."""
    rule = {name: WORDS[name][0]}
    kept = told(stability=rule)[1]
    broken = told(stability={"not": rule})[1]
    said = [kept, broken]
    if name not in NEVER_SIGNS:
        said.append(told(stability=rule, pause=[stop_for({"not": rule})])[-1])

    assert kept != broken
    for line in said:
        bare = re.sub(r'"[^"]*"', "", line)
        assert re.fullmatch(r"[A-Z0-9].*[a-z0-9\"%]\.", line), line
        assert len(line.split()) <= LONGEST, line
        assert not THEM.search(bare), line
        assert ":" not in line


def test_what_was_agreed_is_told_one_by_one() -> None:
    """To move on, for how long; and when to stop, with what then happens."""
    both = {
        "all_of": [
            {"attended_at_least": {"n": 3, "of_last": 4}},
            {"peak_suds_max": {"x": 7, "last": 1}},
        ]
    }

    assert told(stability=both, pause=[stop_for(A_CRISIS_CALL)]) == [
        "You move on when all of this is so.",
        "3 of the last 4 sessions go ahead.",
        "Your worry stays at 7 of 10 or less at the last session.",
        "It stays so for 14 days, and over 3 sessions.",
        "We agreed when to stop and think.",
        "If there is a crisis call in 7 days, the step pauses.",
    ]


def test_or_not_and_how_often_are_said_too() -> None:
    """Each join of the grammar is one sentence."""
    rule = {"peak_suds_max": {"x": 7, "last": 1}}
    call = {"crisis_contacts_max": {"n": 0, "days": 7}}

    (either,) = told(stability={"any_of": [rule, call]})[1:2]
    (twice,) = told(stability={"consecutive": {"n": 2, "of": rule}})[1:2]
    (never,) = told(stability={"not": {"all_of": [rule, call]}})[1:2]

    assert either.endswith("last session, or there is no crisis call in 7 days.")
    assert twice.endswith("at the last session, 2 times running.")
    assert never == (
        "Your worry goes over 7 of 10 at the last session, or there is a crisis call "
        "in 7 days."
    )
