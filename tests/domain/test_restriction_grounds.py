"""What is no reason for a limit: too few staff, and the rule itself."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from inclusion_cli.domain.restriction_grounds import is_circular, is_staffing, refused
from inclusion_cli.domain.wording.check import flags
from inclusion_cli.domain.wording.rules import rules

STAFFING = (
    "Due to staffing levels on Sundays",
    "We are short staffed at night",
    "Short-staffed this week",
    "There was not enough staff to go along",
    "no staff available after eight",
    "Because of a staff shortage",
    "lack of staff",
    "Nobody is on the rota",
    "There are not enough of us",
    "The house is understaffed",
)


@pytest.mark.parametrize("text", STAFFING)
def test_too_few_staff_is_never_a_reason(text: str) -> None:
    """However it is put, it is refused, and the sentence says where to log it."""
    assert is_staffing(text)
    assert "inclusion session cancel" in refused(text, "No evening events")


def test_what_the_language_check_calls_staffing_is_staffing_here() -> None:
    """The rule of the language check and this one do not fall apart."""
    data = json.loads(
        files("inclusion_cli").joinpath("data/language.json").read_text("utf-8")
    )
    checked = rules(data)
    said = [
        "due to short staffing", "owing to staffing levels", "due to staff sickness",
        "because of staffing shortages", "under staffed", "short staffing",
        "no staff free", "no staff around", "not enough staff available",
        "low staff levels", "lack of staffing", "the staffing ratio",
    ]  # fmt: skip
    for text in said:
        assert any(f.rule == "c-staffing" for f in flags(text, checked)), text
        assert is_staffing(text), text


@pytest.mark.parametrize(
    "text",
    [
        "She told staff that two men asked for her card on 3 May",
        "A fall on the stairs, seen by staff on Tuesday 4 August",
        "The staff of the pub gave him free drinks",
    ],
)
def test_staff_in_a_sentence_is_no_staffing(text: str) -> None:
    """Who saw something may be named."""
    assert not refused(text, "No evening events")


@pytest.mark.parametrize(
    "text",
    [
        "Because it is the rule",
        "it's the policy",
        "House rules",
        "Because it is our house rule",
        "Policy says no",
        "No evening events.",
        "because no evening events",
        "Evening events",
        "We have always done that",
        "Health and safety",
        "Duty of care",
    ],
)
def test_a_rule_is_no_reason_for_itself(text: str) -> None:
    """What says the limit again, or that there is a rule, gives no reason."""
    assert is_circular(text, "No evening events")


@pytest.mark.parametrize(
    "text",
    [
        "Two nights without sleep after the evening event of 4 August",
        "He lent 200 pounds on two Fridays in April",
    ],
)
def test_harm_that_is_told_is_a_reason(text: str) -> None:
    """What happened, to whom and when is what is asked for."""
    assert not is_circular(text, "No evening events")
